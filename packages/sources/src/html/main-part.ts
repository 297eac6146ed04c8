import { type AnyNode, type Document, type Element, isTag, isText } from "domhandler";
import { isLeftOut } from "./left-out.ts";
import { findElements, wordsOf } from "./parse.ts";

/** Where docs put what they say, the surest first. */
const PLACES: ReadonlyArray<(element: Element) => boolean> = [
  ({ name, attribs }) => name === "main" || attribs["role"] === "main",
  ({ name, attribs }) => name === "article" || attribs["role"] === "article",
  ({ attribs }) => attribs["itemprop"] === "articleBody",
  (element) =>
    wordsOf(element, "class").some((word) => /^(?:markdown-body|theme-doc-markdown|md-content)$/.test(word)),
  ({ attribs }) => /^(?:main|content|main-content|doccontent)$/i.test(attribs["id"] ?? ""),
];
/** An article that holds less of it is a teaser beside what the page says. */
const ARTICLE_SHARE = 0.5;

/** The part of a page that says what it is there for. */
export function mainPart(document: Document): AnyNode {
  for (const isPlace of PLACES) {
    const places = findElements(document, isPlace, (element) => isLeftOut(element) && !isPlace(element));
    const best = longest(places);
    if (best !== null && textLength(best) > 0) return articleIn(best);
  }
  return findElements(document, ({ name }) => name === "body")[0] ?? document;
}

/** What an article says and what frames it there are two things. */
function articleIn(main: Element): Element {
  const articles = findElements(main, ({ name }) => name === "article", isLeftOut);
  const [only] = articles;
  if (articles.length !== 1 || only === undefined) return main;
  return textLength(only) >= textLength(main) * ARTICLE_SHARE ? only : main;
}

function longest(places: readonly Element[]): Element | null {
  let best: Element | null = null;
  let most = -1;
  for (const place of places) {
    const length = textLength(place);
    if (length > most) [best, most] = [place, length];
  }
  return best;
}

/** Characters that a reader sees, blanks not counted. */
export function textLength(node: AnyNode): number {
  if (isText(node)) return node.data.trim().length;
  if (!("children" in node)) return 0;
  return node.children.reduce(
    (sum, child) => sum + (isTag(child) && isLeftOut(child) ? 0 : textLength(child)),
    0,
  );
}
