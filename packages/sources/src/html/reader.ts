import type { Block, Link, Section } from "@troth/knowledge";
import { type AnyNode, type Element, isTag, isText } from "domhandler";
import { isLeftOut } from "./left-out.ts";
import { textLength } from "./main-part.ts";
import { absolute, oneLine } from "./page-head.ts";
import { findElement, findElements, wordsOf } from "./parse.ts";
import { codeOf, rowsOf } from "./shapes.ts";

const HEADING = /^h[1-6]$/;
const INLINE = new Set(
  (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp " +
    "small span strike strong sub sup time tt u var wbr"
  ).split(" "),
);
/** A mark that leads to its own heading. */
const PERMALINK = /^[#¶§🔗\s]*$/u;
/** Boxes beside the text: what they are called is no heading of the page. */
const BOX =
  /^(?:[\w-]*[-_])?(?:note|tip|warning|caution|important|danger|admonition|callout|alert|hint)(?:[-_][\w-]*)?$/;
/** A term that can be linked to is a heading below all others. */
const TERM_LEVEL = 7;
/** An aside with more of its words on links is a way around the site, and none of the page's words. */
const LINK_SHARE = 0.6;

type Step = { readonly level: number; readonly heading: string; readonly anchor: string | null };

/** Walks a tree once, in the order of reading, and makes sections of it. */
export class Reader {
  readonly #base: string;
  readonly #links: Link[] = [];
  readonly #sections: Section[] = [];
  #path: Step[] = [];
  /** How many boxes one stands in. */
  #boxes = 0;
  #blocks: Block[] = [];
  /** What was read of the paragraph so far. */
  #text = "";
  /** The name of a place at which nothing was read yet: a heading that comes next stands there. */
  #place: string | null = null;
  #title = "";
  /** Whether the heading was said already: nothing after it is nothing then. */
  #isAgain = false;

  constructor(base: string) {
    this.#base = base;
  }

  read(node: AnyNode): void {
    if (isText(node)) this.#write(node.data);
    else if (isTag(node)) {
      if (!isLeftOut(node)) this.#element(node);
    } else if ("children" in node) this.#children(node);
  }

  /** What was read. */
  end(): { readonly title: string; readonly sections: readonly Section[]; readonly links: readonly Link[] } {
    this.#endSection();
    return { title: this.#title, sections: this.#sections, links: this.#links };
  }

  #element(element: Element): void {
    const { name } = element;
    if (INLINE.has(name)) this.#inline(element);
    else if (name === "br") this.#write(" ");
    else if (HEADING.test(name) && this.#boxes === 0) this.#heading(element, Number(name.slice(1)));
    else if (name === "dl") this.#terms(element);
    else if (name === "dt" && placeIn(element) !== null && this.#boxes === 0)
      this.#heading(element, TERM_LEVEL);
    else if (name === "pre") this.#apart(() => this.#add({ kind: "code", text: codeOf(element) }));
    else if (name === "table" && !isFrame(element)) this.#table(element);
    else if (name === "aside" && isWayAround(element)) return;
    else this.#block(element);
  }

  #block(element: Element): void {
    const isBox = wordsOf(element, "class").some((word) => BOX.test(word)) || element.name === "aside";
    this.#boxes += isBox ? 1 : 0;
    this.#apart(() => {
      this.#place = element.attribs["id"] ?? this.#place;
      this.#children(element);
    });
    this.#boxes -= isBox ? 1 : 0;
  }

  /** A list of terms: what comes after it stands under the heading from before it again. */
  #terms(list: Element): void {
    const path = this.#path;
    this.#apart(() => this.#children(list));
    if (this.#path === path || this.#path.at(-1)?.level !== TERM_LEVEL) return;
    this.#endSection();
    this.#path = path;
    this.#isAgain = true;
  }

  #inline(element: Element): void {
    const { name, attribs } = element;
    if (name !== "a") {
      this.#children(element);
      return;
    }
    if (this.#text.trim() === "") this.#place = attribs["id"] ?? attribs["name"] ?? this.#place;
    const from = this.#text.length;
    this.#children(element);
    this.#link(element, this.#text.slice(from));
  }

  #link(element: Element, text: string): void {
    const to = absolute(element.attribs["href"] ?? "#", this.#base);
    const said = oneLine(text);
    if (to !== null && said !== "" && "href" in element.attribs) this.#links.push({ text: said, to });
  }

  #heading(element: Element, level: number): void {
    this.#endText();
    const place = this.#place;
    const inner = new Reader(this.#base);
    for (const child of element.children) if (!isPermalink(child)) inner.#spoken(child);
    this.#links.push(...inner.#links);
    const heading = oneLine(inner.#text);
    if (heading === "") return;
    this.#endSection();
    this.#place = null;
    if (level === 1 && this.#title === "") {
      this.#title = heading;
      this.#path = [];
      return;
    }
    const above = this.#path.filter((one) => one.level < level);
    const anchor = placeIn(element) ?? place ?? above.at(-1)?.anchor ?? null;
    this.#path = [...above, { level, heading, anchor }];
  }

  /** The text of an element that holds no blocks of its own, such as a heading or a cell. */
  #spoken(node: AnyNode): void {
    if (isText(node)) this.#text += node.data;
    else if (isTag(node) && !isLeftOut(node)) {
      const from = this.#text.length;
      if (!INLINE.has(node.name)) this.#text += " ";
      for (const child of node.children) this.#spoken(child);
      if (!INLINE.has(node.name)) this.#text += " ";
      if (node.name === "a") this.#link(node, this.#text.slice(from));
    }
  }

  #table(element: Element): void {
    this.#endText();
    this.#place = null;
    const spoken = (cell: Element): string => {
      const inner = new Reader(this.#base);
      for (const child of cell.children) inner.#spoken(child);
      this.#links.push(...inner.#links);
      return oneLine(inner.#text);
    };
    for (const block of rowsOf(element, spoken)) this.#add(block);
  }

  #children(node: { readonly children: readonly AnyNode[] }): void {
    for (const child of node.children) this.read(child);
  }

  /** What begins and ends a paragraph. */
  #apart(inner: () => void): void {
    this.#endText();
    inner();
    this.#endText();
  }

  #write(text: string): void {
    this.#text += text;
  }

  #endText(): void {
    const text = oneLine(this.#text);
    this.#text = "";
    this.#add({ kind: "text", text });
  }

  #add(block: Block): void {
    if (block.text === "") return;
    this.#blocks.push(block);
    this.#place = null;
  }

  #endSection(): void {
    this.#endText();
    const last = this.#path.at(-1);
    if (this.#blocks.length > 0 || (last !== undefined && !this.#isAgain))
      this.#sections.push({
        heading: last?.heading ?? "",
        above: this.#path.slice(0, -1).map(({ heading }) => heading),
        anchor: last?.anchor ?? null,
        blocks: this.#blocks,
      });
    this.#blocks = [];
    this.#isAgain = false;
  }
}

function isPermalink(node: AnyNode): boolean {
  return isTag(node) && node.name === "a" && PERMALINK.test(textIn(node)) && "href" in node.attribs;
}

const textIn = (element: Element): string =>
  element.children.map((child) => (isText(child) ? child.data : isTag(child) ? textIn(child) : "")).join("");

/** The place a heading or term names, itself or within, or that the mark beside it leads to. */
function placeIn(heading: Element): string | null {
  const named = findElement(
    heading,
    ({ name, attribs }) => "id" in attribs || (name === "a" && "name" in attribs),
  );
  if (named !== null) return named.attribs["id"] ?? named.attribs["name"] ?? null;
  const marked = findElement(
    heading,
    ({ name, attribs }) => name === "a" && /^#./.test(attribs["href"] ?? ""),
  );
  const fragment = marked?.attribs["href"]?.slice(1);
  if (fragment === undefined) return null;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** A table that only arranges a page. */
const isFrame = (table: Element): boolean =>
  ["presentation", "none"].includes(table.attribs["role"] ?? "") ||
  findElements(table, ({ name }) => name === "table").length > 1;

function isWayAround(aside: Element): boolean {
  const all = textLength(aside);
  const onLinks = findElements(aside, ({ name }) => name === "a").reduce(
    (sum, link) => sum + textLength(link),
    0,
  );
  return all === 0 || onLinks > all * LINK_SHARE;
}
