import { isTag } from "domhandler";
import { unpackedFile } from "../fetch/body.ts";
import { textOf } from "../fetch/charset.ts";
import { Unfetched } from "../fetch/unfetched.ts";
import { instantOf } from "../html/page-head.ts";
import { findElements, parseXml, rawText } from "../html/parse.ts";
import type { PoliteFetch } from "./polite.ts";

/** The addresses a site names, each with when it was changed as far as it says. */
export type Listing = {
  readonly addresses: ReadonlyMap<string, number | null>;
  /** Whether every sitemap that was named could be read to its end. */
  readonly isWhole: boolean;
  readonly unread: readonly string[];
  /** Whether some of it did not come, and may come another time. */
  readonly isDown: boolean;
};

const DEEPEST = 3;
const MOST_SITEMAPS = 500;
const MOST_BYTES = 50 * 1_048_576;

/** Reads sitemaps and those they lead to, each once, however they lead back to one another. */
export async function listingOf(
  first: readonly URL[],
  polite: PoliteFetch,
  { mayRead, isNamed }: { readonly mayRead: (address: URL) => boolean; readonly isNamed: boolean },
): Promise<Listing> {
  const addresses = new Map<string, number | null>();
  const seen = new Set<string>();
  const unread: string[] = [];
  let isDown = false;
  let left = first.map((address) => ({ address, depth: 1 }));
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    const { address, depth } = next;
    if (seen.has(address.href)) continue;
    seen.add(address.href);
    const isTooMuch = depth > DEEPEST || seen.size > MOST_SITEMAPS || !mayRead(address);
    const read = isTooMuch ? null : await readSitemap(address, polite);
    // One that we only guessed may be missing; one that was named may not.
    if (read === null) isDown ||= !isTooMuch;
    if (read === null || (read === "none" && (isNamed || depth > 1))) unread.push(address.href);
    if (read === null || read === "none") continue;
    if (!read.isWhole) unread.push(address.href);
    for (const [page, changedAt] of read.pages) addresses.set(page, changedAt);
    const more = read.sitemaps.flatMap((to) => URL.parse(to, address.href) ?? []);
    left = [...left, ...more.map((to) => ({ address: to, depth: depth + 1 }))];
  }
  return { addresses, isWhole: unread.length === 0, unread, isDown };
}

type Sitemap = {
  readonly pages: ReadonlyArray<readonly [string, number | null]>;
  readonly sitemaps: readonly string[];
  readonly isWhole: boolean;
};

async function readSitemap(address: URL, polite: PoliteFetch): Promise<Sitemap | "none" | null> {
  try {
    const { status, bytes, header } = await polite.ask(address, { mostBytes: MOST_BYTES });
    if (status >= 500 || status === 429 || status === 403) return null;
    if (status !== 200) return "none";
    const text = textOf(await unpackedFile(bytes, MOST_BYTES), header("content-type"));
    return sitemapIn(text, address);
  } catch (error) {
    if (!(error instanceof Unfetched)) throw error;
    return error.why === "elsewhere" ? "none" : null;
  }
}

/** What a sitemap says, as XML or as plain lines; `none` for a page that is no sitemap. */
export function sitemapIn(text: string, address: URL): Sitemap | "none" {
  if (!text.includes("<")) return linesOf(text);
  if (!/<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/.test(text)) return "none";
  const tree = parseXml(text);
  const pages: (readonly [string, number | null])[] = [];
  const sitemaps: string[] = [];
  if (tree === null) return { pages, sitemaps, isWhole: false };
  for (const entry of findElements(tree, ({ name }) => /(?:^|:)(?:url|sitemap)$/.test(name))) {
    const said = (what: string): string =>
      entry.children
        .filter(isTag)
        .filter(({ name }) => name.replace(/^\w+:/, "") === what)
        .map((child) => rawText(child).trim())[0] ?? "";
    const to = URL.parse(said("loc"), address.href)?.href;
    if (to === undefined || said("loc") === "") continue;
    if (entry.name.endsWith("sitemap")) sitemaps.push(to);
    else pages.push([to, instantOf(said("lastmod"))]);
  }
  return { pages, sitemaps, isWhole: /<\/(?:\w+:)?(?:urlset|sitemapindex)>\s*$/.test(text.slice(-200)) };
}

function linesOf(text: string): Sitemap | "none" {
  const pages = text
    .split(/\s+/)
    .flatMap((line) => (/^https?:\/\//.test(line) ? [[line, null] as const] : []));
  return pages.length === 0 ? "none" : { pages, sitemaps: [], isWhole: true };
}
