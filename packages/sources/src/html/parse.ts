import { type AnyNode, type Document, DomHandler, type Element, isTag, isText } from "domhandler";
import { Parser } from "htmlparser2";

/** Browsers give up at about this depth too; deeper ones are made to break readers. */
const DEEPEST = 512;

/** Long pages have a tenth of it; more would hold up everybody else for seconds. */
const MOST_ELEMENTS = 150_000;
/** A sitemap of the 50,000 addresses it may have, with all there is to say of each. */
const MOST_XML_ELEMENTS = 400_000;

class TooMuch extends Error {}

class BoundedHandler extends DomHandler {
  readonly #most: number;
  #elements = 0;

  constructor(most: number) {
    super();
    this.#most = most;
  }

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.#elements += 1;
    if (this.tagStack.length > DEEPEST || this.#elements > this.#most) throw new TooMuch();
    super.onopentag(name, attributes);
  }
}

/** The tree of an HTML page; null where it is nested, or long, beyond what any page needs. */
export const parseHtml = (source: string): Document | null => parse(source, MOST_ELEMENTS, false);

/** The tree of an XML text as far as it goes; entities of its own making are left as they stand. */
export const parseXml = (source: string): Document | null => parse(source, MOST_XML_ELEMENTS, true);

function parse(source: string, most: number, xmlMode: boolean): Document | null {
  const handler = new BoundedHandler(most);
  try {
    new Parser(handler, { xmlMode, decodeEntities: true }).end(source);
    return handler.root;
  } catch (error) {
    if (error instanceof TooMuch) return null;
    throw error;
  }
}

/** The first element, in the order of the page, that is as asked; whole parts of the tree can be left out. */
export function findElement(
  root: AnyNode,
  isIt: (element: Element) => boolean,
  isLeftOut: (element: Element) => boolean = () => false,
): Element | null {
  return findElements(root, isIt, isLeftOut, 1)[0] ?? null;
}

/** Elements that are as asked, in the order of the page; what lies within one that is left out, is not looked at. */
export function findElements(
  root: AnyNode,
  isIt: (element: Element) => boolean,
  isLeftOut: (element: Element) => boolean = () => false,
  most = Number.POSITIVE_INFINITY,
): Element[] {
  const found: Element[] = [];
  const left: AnyNode[] = [root];
  for (let node = left.pop(); node !== undefined && found.length < most; node = left.pop()) {
    if (isTag(node)) {
      if (isLeftOut(node)) continue;
      if (isIt(node)) found.push(node);
    }
    if ("children" in node)
      for (let at = node.children.length - 1; at >= 0; at--) left.push(node.children[at] ?? node);
  }
  return found;
}

/** All text below a node as it stands. */
export function rawText(node: AnyNode): string {
  if (isText(node)) return node.data;
  return "children" in node ? node.children.map(rawText).join("") : "";
}

/** Words of an attribute such as `class`. */
export const wordsOf = (element: Element, attribute: string): readonly string[] =>
  (element.attribs[attribute] ?? "").toLowerCase().split(/\s+/).filter(Boolean);
