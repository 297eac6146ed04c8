import type { Page } from "@troth/knowledge";
import type { Document } from "domhandler";
import { mainPart } from "./main-part.ts";
import { absolute, headOf, type PageHead } from "./page-head.ts";
import { findElements, parseHtml, wordsOf } from "./parse.ts";
import { Reader } from "./reader.ts";

export type HtmlPage = {
  readonly page: Page;
  readonly head: PageHead;
  /** Where all of its links lead, also those around its main part. */
  readonly leads: readonly string[];
  /** Whether it says nothing at all, as one that a script makes. */
  readonly isEmpty: boolean;
};

const MOST_LEADS = 5_000;

/**
 * Reads what an HTML page says to its reader: the main part, by its headings and their own anchors, paragraphs, list
 * entries, table rows and code, and its links as whole addresses. Null where it cannot be read. Never throws.
 */
export function readHtml(id: string, source: string, address: string): HtmlPage | null {
  const document = parseHtml(source);
  if (document === null) return null;
  const head = headOf(document, address);
  const reader = new Reader(head.base);
  reader.read(mainPart(document));
  const { title, sections, links } = reader.end();
  const own = title || head.title || id;
  return {
    page: { id, title: own, description: head.description, formerly: [], sections, links },
    head,
    isEmpty: title === "" && sections.length === 0,
    leads: head.mayBeFollowed ? leadsIn(document, head.base) : [],
  };
}

function leadsIn(document: Document, base: string): readonly string[] {
  const links = findElements(document, ({ name, attribs }) => name === "a" && "href" in attribs);
  const leads = new Set<string>();
  for (const link of links) {
    const to = wordsOf(link, "rel").includes("nofollow") ? null : absolute(link.attribs["href"] ?? "", base);
    if (to !== null && leads.size < MOST_LEADS) leads.add(to.replace(/#.*$/, ""));
  }
  return [...leads];
}
