import type { Page } from "@troth/knowledge";
import { mainPart } from "./main-part.ts";
import { headOf, type PageHead } from "./page-head.ts";
import { parseHtml } from "./parse.ts";
import { Reader } from "./reader.ts";

export type HtmlPage = { readonly page: Page; readonly head: PageHead };

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
  };
}
