import parser from "robots-parser";
import { textOf } from "../fetch/charset.ts";
import { Unfetched } from "../fetch/unfetched.ts";
import type { PoliteFetch } from "./polite.ts";

/** What a site asks of robots (RFC 9309). */
export type Robots = {
  /** Where the site is at home: its origin after redirects. */
  readonly home: string;
  readonly mayVisit: (address: URL) => boolean;
  readonly delayMs: number | null;
  readonly sitemaps: readonly string[];
};

/** The name by which a site can speak to us. */
const OUR_NAME = "Troth";
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its types speak of a default export, it is one function
const robotsParser = parser as unknown as typeof parser.default;
const MOST_BYTES = 512 * 1_024;
const LONGEST_LINE = 1_000;

/** Reads `robots.txt`: none means that all is allowed, one that cannot be reached that nothing is (null). */
export async function robotsOf(start: URL, polite: PoliteFetch): Promise<Robots | null> {
  const asked = new URL("/robots.txt", start);
  try {
    const { status, bytes, address } = await polite.ask(asked, { mostBytes: MOST_BYTES });
    if (status >= 500 || status === 429) return null;
    const isText = status >= 200 && status < 300;
    return read(isText ? textOf(bytes, "text/plain; charset=utf-8") : "", address);
  } catch (error) {
    if (!(error instanceof Unfetched)) throw error;
    // A redirect to elsewhere is no robots.txt of this site.
    return error.why === "elsewhere" || error.why === "too-many-redirects" ? read("", asked) : null;
  }
}

function read(text: string, at: URL): Robots {
  const lines = text.split(/\r\n?|\n/).filter(({ length }) => length <= LONGEST_LINE);
  const robots = robotsParser(at.href, lines.join("\n"));
  const delay = robots.getCrawlDelay(OUR_NAME);
  return {
    home: at.origin,
    mayVisit: (address) =>
      robots.isAllowed(new URL(address.pathname + address.search, at).href, OUR_NAME) !== false,
    delayMs: delay === undefined || Number.isNaN(delay) ? null : delay * 1_000,
    sitemaps: robots.getSitemaps(),
  };
}
