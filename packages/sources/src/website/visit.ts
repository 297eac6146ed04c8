import { readMarkdown } from "@troth/knowledge";
import { fingerprintOf } from "../checksum.ts";
import { textOf } from "../fetch/charset.ts";
import type { Answer } from "../fetch/safe-fetch.ts";
import { Unfetched } from "../fetch/unfetched.ts";
import { instantOf, robotsHeader, robotsSay } from "../html/page-head.ts";
import { readHtml } from "../html/read-html.ts";
import type { Finding, Ledger } from "../ledger.ts";
import type { Known, NoteCode } from "../source.ts";
import type { PoliteFetch } from "./polite.ts";
import { idOfAddress, isWithin } from "./scope.ts";
import type { Listing } from "./sitemap.ts";

/** What came of going to an address. */
export type Visit =
  | {
      readonly kind: "page";
      readonly finding: Finding;
      readonly canonical: string | null;
      readonly leads: readonly string[];
    }
  | { readonly kind: "kept"; readonly leads: readonly string[] }
  /** There is no page there, or none that may be shown; perhaps somewhere else. */
  | { readonly kind: "none"; readonly code: NoteCode | null; readonly to: string | null }
  /** It could not be seen; what is known of it stays. */
  | { readonly kind: "failed"; readonly code: NoteCode; readonly isDown: boolean };

type Scene = {
  readonly start: URL;
  readonly polite: PoliteFetch;
  readonly ledger: Ledger;
  readonly listing: Listing;
};

const HTML = /^(?:text\/html|application\/xhtml\+xml)\b/i;
const MARKDOWN = /^text\/(?:x-)?markdown\b/i;
const GONE = new Set([401, 404, 410, 451]);

export async function visit(scene: Scene, address: URL): Promise<Visit> {
  const known = scene.ledger.known(idOfAddress(address));
  // Only the very address that gave them can be asked whether they still hold.
  const own = known?.address === address.href ? known : null;
  try {
    const mayGoTo = (to: URL): boolean => isWithin(scene.start, to);
    const answer = await scene.polite.ask(address, { headers: conditions(own), mayGoTo });
    return read(scene, answer, own);
  } catch (error) {
    if (!(error instanceof Unfetched)) throw error;
    return failed(error);
  }
}

function conditions(known: Known | null): Record<string, string> {
  return {
    accept: "text/html, application/xhtml+xml, text/markdown;q=0.9",
    ...(known?.etag ? { "if-none-match": known.etag } : {}),
    ...(known?.lastModified ? { "if-modified-since": known.lastModified } : {}),
  };
}

function failed({ why }: Unfetched): Visit {
  switch (why) {
    case "elsewhere":
      return { kind: "none", code: "elsewhere", to: null };
    case "refused":
    case "too-long":
      return { kind: "failed", code: why, isDown: false };
    case "unreadable":
    case "too-many-redirects":
      return { kind: "failed", code: "unreadable", isDown: false };
    case "too-slow":
    case "unreachable":
      return { kind: "failed", code: "not-reached", isDown: true };
  }
}

function read(scene: Scene, answer: Answer, known: Known | null): Visit {
  const { status, header } = answer;
  if (status === 304 && known !== null) return { kind: "kept", leads: known.leads };
  if (GONE.has(status)) return { kind: "none", code: null, to: null };
  if (status === 429) return { kind: "failed", code: "rate-limit", isDown: true };
  if (status !== 200) return { kind: "failed", code: "not-reached", isDown: status >= 500 };
  if (!robotsSay(robotsHeader(header("x-robots-tag"))).mayBeShown)
    return { kind: "none", code: "not-allowed", to: null };
  const fingerprint = fingerprintOf(answer.bytes);
  const isAsKnown = known?.fingerprint === fingerprint && known.address === answer.address.href;
  if (isAsKnown && known.etag === header("etag")) return { kind: "kept", leads: known.leads };
  return pageIn(scene, answer, fingerprint);
}

function pageIn({ listing, start }: Scene, answer: Answer, fingerprint: string): Visit {
  const { address, header, bytes } = answer;
  const type = header("content-type") ?? "text/html";
  const id = idOfAddress(address);
  const text = textOf(bytes, type);
  const came = {
    address: address.href,
    fingerprint,
    etag: header("etag"),
    lastModified: header("last-modified"),
  };
  const changedAt = listing.addresses.get(address.href) ?? instantOf(header("last-modified"));
  if (MARKDOWN.test(type)) {
    const finding = { ...came, page: readMarkdown(id, text), changedAt };
    return { kind: "page", finding, canonical: null, leads: [] };
  }
  if (!HTML.test(type)) return { kind: "none", code: "unreadable", to: null };
  const html = readHtml(id, text, address.href);
  if (html === null) return { kind: "failed", code: "unreadable", isDown: false };
  const { head, page } = html;
  if (head.movedTo !== null) return { kind: "none", code: null, to: head.movedTo };
  if (!head.mayBeShown) return { kind: "none", code: "not-allowed", to: null };
  // A page that a script makes says nothing to us; it may have said something before.
  if (html.isEmpty) return { kind: "failed", code: "empty", isDown: false };
  const isCrawl = listing.addresses.size === 0;
  const leads = isCrawl ? html.leads.filter((to) => isWithin(start, new URL(to))) : [];
  const finding = { ...came, page, changedAt: head.changedAt ?? changedAt, leads };
  return { kind: "page", finding, canonical: head.canonical, leads };
}
