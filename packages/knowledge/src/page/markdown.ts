import MarkdownIt, { type Token } from "markdown-it";
import { anchorsOfPage } from "./anchors.ts";
import { splitFrontMatter } from "./front-matter.ts";
import type { Block, Link, Page, Section } from "./page.ts";

const markdown = new MarkdownIt({ html: false, linkify: false });
// A heading underlined by dashes is a rule after a paragraph more often than a heading.
markdown.disable(["lheading"]);

/** Code as it stands, or a tag of HTML or of a component. */
const CODE_OR_TAG =
  /(^|\n)([ \t]*)(`{3,}|~{3,})[\s\S]*?(?:\n[ \t]*\3[^\n]*|$)|(`+)(?:[^`]|(?!\4)`)*?\4|<!--[\s\S]*?(?:-->|$)|<\/?[A-Za-z][\w.:-]*(?:\s(?:[^<>"'{}]|"[^"]*"|'[^']*'|\{[^{}]*\})*)?\/?>/g;
const TITLE = /\btitle=(?:"([^"]*)"|'([^']*)')/;
const NAMED_ANCHOR = /\s*[{[]#([\w.-]+)[}\]]\s*$/;

/** Reads a Markdown page, also one with components in it. Whatever it holds, it never throws. */
export function readMarkdown(id: string, source: string): Page {
  const { facts, text } = splitFrontMatter(source);
  const reader = new Reader();
  for (const token of markdown.parse(withoutTags(text), {})) reader.take(token);
  const sections = reader.end();
  const { links } = reader;
  return {
    id,
    title: said(facts["title"]) || (sections.find(({ heading }) => heading !== "")?.heading ?? id),
    description: [facts["subtitle"], facts["summary"], facts["description"]]
      .map(said)
      .filter(Boolean)
      .join(" "),
    formerly: [facts["redirectFrom"], facts["aliases"]].flat().map(said).filter(Boolean),
    sections,
    links,
  };
}

const said = (fact: unknown): string => (typeof fact === "string" ? fact.trim() : "");

/** Tags go, what they enclose stays; the title of a component is words of the page. */
function withoutTags(text: string): string {
  return text.replace(CODE_OR_TAG, (found) => {
    if (!found.startsWith("<")) return found;
    const [, double, single] = TITLE.exec(found) ?? [];
    return double ?? single ?? "";
  });
}

class Reader {
  readonly links: Link[] = [];
  readonly #sections: Section[] = [];
  readonly #anchorOf = anchorsOfPage();
  #path: { level: number; heading: string }[] = [];
  #anchor: string | null = null;
  #blocks: Block[] = [];
  #level = 0;
  #row: string[] | null = null;
  #columns = "";
  #isHead = false;

  take(token: Token): void {
    switch (token.type) {
      case "heading_open":
        this.#level = Number(token.tag.slice(1));
        return;
      case "heading_close":
        this.#level = 0;
        return;
      case "thead_open":
      case "thead_close":
        this.#isHead = token.type === "thead_open";
        return;
      case "tr_open":
        this.#row = [];
        return;
      case "tr_close":
        this.#endRow();
        return;
      case "fence":
      case "code_block":
        this.#add({ kind: "code", text: token.content.trim() });
        return;
      case "inline":
        this.#inline(token);
        return;
      default:
    }
  }

  end(): readonly Section[] {
    const last = this.#path.at(-1);
    if (this.#blocks.length > 0 || last !== undefined)
      this.#sections.push({
        heading: last?.heading ?? "",
        above: this.#path.slice(0, -1).map(({ heading }) => heading),
        anchor: this.#anchor,
        blocks: this.#blocks,
      });
    this.#blocks = [];
    return this.#sections;
  }

  #inline(token: Token): void {
    const text = this.#textOf(token.children ?? []);
    if (this.#level > 0) this.#head(text);
    else if (this.#row !== null) this.#row.push(text);
    else this.#add({ kind: "text", text });
  }

  #head(text: string): void {
    this.end();
    const level = this.#level;
    const heading = text.replace(NAMED_ANCHOR, "");
    this.#path = [...this.#path.filter((one) => one.level < level), { level, heading }];
    const own = this.#anchorOf(heading);
    this.#anchor = NAMED_ANCHOR.exec(text)?.[1] ?? own;
  }

  #endRow(): void {
    const cells = this.#row ?? [];
    this.#row = null;
    if (this.#isHead) this.#columns = cells.join(" ");
    else
      this.#add({
        kind: "row",
        text: cells.filter((cell) => cell !== "").join(" | "),
        columns: this.#columns,
      });
  }

  #add(block: Block): void {
    if (block.text !== "") this.#blocks.push(block);
  }

  #textOf(tokens: readonly Token[]): string {
    let text = "";
    let link: { to: string; from: number } | null = null;
    for (const token of tokens) {
      if (token.type === "link_open") link = { to: String(token.attrGet("href") ?? ""), from: text.length };
      else if (token.type === "link_close" && link !== null) {
        this.links.push({ text: text.slice(link.from).trim(), to: link.to });
        link = null;
      } else if (token.type === "softbreak" || token.type === "hardbreak") text += " ";
      else if (token.type === "image") text += token.content;
      else if (token.type === "text" || token.type === "code_inline" || token.type === "text_special")
        text += token.content;
    }
    return text.replace(/\s+/g, " ").trim();
  }
}
