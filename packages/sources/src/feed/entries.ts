import { type Element, isTag } from "domhandler";
import { getInnerHTML } from "domutils";
import { absolute, instantOf, oneLine } from "../html/page-head.ts";
import { findElements, parseXml, rawText } from "../html/parse.ts";

/** One piece of news, as Atom, RSS and JSON Feed tell it. */
export type Entry = {
  readonly title: string;
  /** Where it stands; null where it names no address of the web. */
  readonly link: string | null;
  /** Its own name where it has no address. */
  readonly name: string;
  readonly html: string;
  readonly changedAt: number | null;
};

/** The entries of a feed; null for what is none, or is cut off. */
export function entriesIn(text: string, address: string): readonly Entry[] | null {
  return text.trimStart().startsWith("{") ? jsonEntries(text, address) : xmlEntries(text, address);
}

function xmlEntries(text: string, address: string): readonly Entry[] | null {
  const tree = parseXml(text);
  const root = tree?.children.find(isTag);
  const kind = root === undefined ? "" : local(root);
  if (tree === null || !["feed", "rss", "RDF"].includes(kind)) return null;
  // What is cut off has no end.
  if (
    !/<\/[\w:]+>\s*(?:<!--[\s\S]{0,500}-->\s*)?$/.test(text.slice(-600)) ||
    !text.includes(`${kind}>`, text.length - 600)
  )
    return null;
  return findElements(tree, (element) => ["entry", "item"].includes(local(element))).map((entry) => ({
    title: oneLine(plain(textOf(entry, "title"))),
    link: linkOf(entry, address),
    name: textOf(entry, "id") || textOf(entry, "guid"),
    html: htmlOf(entry),
    changedAt:
      ["updated", "published", "pubDate", "date"]
        .map((name) => instantOf(textOf(entry, name)))
        .find((at) => at !== null) ?? null,
  }));
}

const local = ({ name }: Element): string => name.replace(/^\w+:/, "");

const childOf = (entry: Element, name: string): Element | undefined =>
  entry.children.filter(isTag).find((child) => child.name === name || local(child) === name);

function textOf(entry: Element, name: string): string {
  const child = childOf(entry, name);
  return child === undefined ? "" : rawText(child).trim();
}

/** A title may come as markup. */
function plain(title: string): string {
  const tree = /[<&]/.test(title) ? parseXml(`<t>${title}</t>`) : null;
  return tree === null ? title : rawText(tree);
}

function linkOf(entry: Element, address: string): string | null {
  const links = entry.children.filter(isTag).filter((child) => local(child) === "link");
  const own = links.find(({ attribs }) => (attribs["rel"] ?? "alternate") === "alternate") ?? links[0];
  const to = own?.attribs["href"] ?? (own === undefined ? textOf(entry, "guid") : rawText(own).trim());
  return to === "" || !/^(?:https?:|\/|\.)/i.test(to) ? null : absolute(to, address);
}

function htmlOf(entry: Element): string {
  const element = ["encoded", "content", "summary", "description"]
    .map((name) => childOf(entry, name))
    .find(Boolean);
  if (element === undefined) return "";
  if (element.attribs["type"] === "xhtml") return getInnerHTML(element, { xmlMode: true });
  const text = rawText(element);
  return element.attribs["type"] === "text" ? escaped(text) : text;
}

const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("");

function jsonEntries(text: string, address: string): readonly Entry[] | null {
  const feed = parsed(text);
  const items = isMap(feed) && String(feed["version"]).includes("jsonfeed.org") ? feed["items"] : null;
  if (!Array.isArray(items)) return null;
  return items.filter(isMap).map((item) => {
    const said = (name: string): string => (typeof item[name] === "string" ? item[name] : "");
    const link = said("url") || said("external_url");
    return {
      title: oneLine(said("title")),
      link: link === "" ? null : absolute(link, address),
      name: said("id"),
      html: said("content_html") || escaped(said("content_text") || said("summary")),
      changedAt: instantOf(said("date_modified")) ?? instantOf(said("date_published")),
    };
  });
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
