import type { Block, Page } from "@troth/knowledge";

/**
 * What no reader sees: zero-width marks, letters of the tag block, marks that turn the direction of writing, controls.
 * They carry orders to machines and hide them from people (T38). Joiners that scripts and emoji need stay.
 */
const UNSEEN =
  /[[\p{Cc}--[\t\n\r]]\u00AD\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gv;
const LONGEST_TITLE = 300;

/** A text as its reader sees it. */
export const visible = (text: string): string => text.replace(UNSEEN, "").toWellFormed();

/** A page without what its reader does not see; titles of a length that a list can show. */
export function visiblePage(page: Page): Page {
  const block = (one: Block): Block => ({
    ...one,
    text: visible(one.text),
    ...(one.columns === undefined ? {} : { columns: visible(one.columns) }),
  });
  return {
    id: page.id,
    title: visible(page.title).slice(0, LONGEST_TITLE),
    description: visible(page.description),
    formerly: page.formerly,
    sections: page.sections.map((section) => ({
      heading: visible(section.heading),
      above: section.above.map(visible),
      anchor: section.anchor,
      blocks: section.blocks.map(block).filter(({ text }) => text !== ""),
    })),
    links: page.links.map(({ text, to }) => ({ text: visible(text), to })),
  };
}
