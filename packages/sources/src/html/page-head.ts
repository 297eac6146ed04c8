import type { Document } from "domhandler";
import { findElement, findElements, rawText, wordsOf } from "./parse.ts";

/** What a page says of itself beside its words. */
export type PageHead = {
  readonly title: string;
  readonly description: string;
  /** Where links that are not whole start from. */
  readonly base: string;
  /** The address it wants to be known by. */
  readonly canonical: string | null;
  readonly mayBeShown: boolean;
  readonly mayBeFollowed: boolean;
  readonly changedAt: number | null;
  /** Where it says it has moved to at once. */
  readonly movedTo: string | null;
};

const ROBOTS = new Set(["robots", "troth"]);

export function headOf(document: Document, address: string): PageHead {
  const metas = new Map<string, string>();
  const robots: string[] = [];
  let movedTo: string | null = null;
  for (const { attribs } of findElements(document, ({ name }) => name === "meta")) {
    const name = (attribs["name"] ?? attribs["property"] ?? attribs["itemprop"] ?? "").toLowerCase();
    const content = attribs["content"] ?? "";
    if (ROBOTS.has(name)) robots.push(content);
    if (name !== "" && !metas.has(name)) metas.set(name, oneLine(content));
    if (attribs["http-equiv"]?.toLowerCase() === "refresh") movedTo ??= refreshed(content);
  }
  const base = findElement(document, ({ name, attribs }) => name === "base" && "href" in attribs)?.attribs[
    "href"
  ];
  const canonical = findElement(
    document,
    (element) => element.name === "link" && wordsOf(element, "rel").includes("canonical"),
  )?.attribs["href"];
  const from = absolute(base ?? "", address) ?? address;
  return {
    title: withoutSite(titleIn(document), metas.get("og:site_name") ?? "") || (metas.get("og:title") ?? ""),
    description: metas.get("description") ?? metas.get("og:description") ?? "",
    base: from,
    canonical: canonical === undefined ? null : absolute(canonical, from),
    ...robotsSay(robots.join(",")),
    changedAt: instantOf(
      metas.get("article:modified_time") ?? metas.get("last-modified") ?? metas.get("datemodified"),
    ),
    movedTo: movedTo === null ? null : absolute(movedTo, from),
  };
}

/** What `robots` says, in a page's head or in `X-Robots-Tag`. */
export function robotsSay(words: string): { readonly mayBeShown: boolean; readonly mayBeFollowed: boolean } {
  const said = new Set(words.toLowerCase().split(/[\s,]+/));
  const isNone = said.has("none");
  return {
    mayBeShown: !isNone && !said.has("noindex"),
    mayBeFollowed: !isNone && !said.has("nofollow"),
  };
}

/** The `X-Robots-Tag` that is for everybody or for us; words for other robots are left out. */
export function robotsHeader(header: string | null): string {
  let isOurs = true;
  const words: string[] = [];
  for (const piece of (header ?? "").split(",")) {
    const [, agent, rest] = /^\s*([a-z][\w-]*)\s*:\s*(.*)$/i.exec(piece) ?? [];
    if (agent !== undefined && !/^(?:unavailable_after|max-)/i.test(agent))
      isOurs = agent.toLowerCase() === "troth";
    if (isOurs) words.push(rest ?? piece);
  }
  return words.join(",");
}

export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** An address as a whole one; null for what is none of the web. */
export function absolute(to: string, from: string): string | null {
  const url = URL.parse(to.trim(), from);
  return url !== null && (url.protocol === "http:" || url.protocol === "https:") ? url.href : null;
}

/** An instant in the page's own words. */
export function instantOf(text: string | null | undefined): number | null {
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) ? null : at;
}

function titleIn(document: Document): string {
  const title = findElement(document, ({ name, parent }) => name === "title" && !isWithinPicture(parent));
  return title === null ? "" : oneLine(rawText(title));
}

const isWithinPicture = (parent: unknown): boolean =>
  typeof parent === "object" && parent !== null && "name" in parent && parent.name === "svg";

/** `Branches - Neon Docs` without the site's own name. */
function withoutSite(title: string, site: string): string {
  if (site === "" || title === site) return title;
  const [, own] =
    [" | ", " - ", " – ", " — ", " · "]
      .map((mark) => [mark, `${mark}${site}`] as const)
      .find(([, tail]) => title.endsWith(tail)) ?? [];
  return own === undefined ? title : title.slice(0, -own.length);
}

const refreshed = (content: string): string | null =>
  /^\s*0\s*[;,]\s*url\s*=\s*["']?([^"']+)/i.exec(content)?.[1] ?? null;
