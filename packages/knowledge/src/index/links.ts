import type { Page } from "../page/page.ts";

const ENDING = /\.(?:mdx?|html?)$|\/(?:index|readme)(?:\.\w+)?$/i;
const ORDER = /(^|\/)\d+-/g;

/** What other pages of the same source write on their links to each page. */
export function inboundTexts(pages: readonly Page[]): string[][] {
  const numbers = new Map<string, number>();
  const know = (name: string, at: number): void => {
    for (const one of [name, name.replace(ORDER, "$1")]) if (!numbers.has(one)) numbers.set(one, at);
  };
  pages.forEach(({ id }, at) => know(bare(id), at));
  pages.forEach(({ formerly }, at) => {
    for (const name of formerly) for (const tail of tailsOf(name)) know(tail, at);
  });
  const inbound: string[][] = pages.map(() => []);
  pages.forEach(({ links, id }, from) => {
    for (const { text, to } of links) {
      const at = [relative(id, to), ...tailsOf(to)]
        .map((name) => numbers.get(name))
        .find((one) => one !== undefined);
      if (at !== undefined && at !== from && text !== "") inbound[at]?.push(text);
    }
  });
  return inbound;
}

/** A path without what differs between a file and its address. */
const bare = (path: string): string =>
  (path.split(/[?#]/)[0] ?? "")
    .replace(ENDING, "")
    .replace(/^\/+|\/+$/g, "")
    .replace(ENDING, "")
    .toLowerCase();

/** A link's path, then without its first and second part: docs often lie below a folder of the site. */
function tailsOf(to: string): string[] {
  const path = bare(to.replace(/^[a-z][a-z+.-]*:\/\/[^/]*/i, ""));
  const parts = path.split("/");
  return [path, ...[1, 2].map((count) => parts.slice(count).join("/"))].filter((one) => one !== "");
}

/** A link beside its page: `../guides/x.md`, `./x`, `x`. */
function relative(from: string, to: string): string {
  if (/^[a-z][a-z+.-]*:|^\//i.test(to)) return "";
  return bare(new URL(to, `http://page/${from}`).pathname);
}
