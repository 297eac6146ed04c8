import { isSameOrigin } from "../fetch/safe-fetch.ts";

const LONGEST = 2_000;
const DEEPEST = 20;
const ENDING = /\.(?:html?|mdx?)$/i;
const INDEX = /(?:^|\/)index$/i;
/** What is no page, told by its name. */
const NO_PAGE = /\.(?!html?$|mdx?$|markdown$|php$|aspx?$|jsp$)(?:[a-z]{2,4}|[a-z]\w{1,4})$/i;

/** Whether an address is one of the source: of its origin, at or below where it starts. */
export function isWithin(start: URL, address: URL): boolean {
  const prefix = start.pathname.replace(/[^/]*\.\w+$/, "").replace(/\/+$/, "");
  const { pathname } = address;
  return isSameOrigin(start, address) && (pathname === prefix || pathname.startsWith(`${prefix}/`));
}

/** An address as it is kept: without its fragment; null for one that nobody should follow. */
export function pageAddress(to: string): URL | null {
  const url = URL.parse(to);
  if (url === null || to.length > LONGEST || url.pathname.split("/").length > DEEPEST) return null;
  url.hash = "";
  return url;
}

/** Whether a link is worth following: pages are, and queries lead in circles more often than to pages. */
export const isWorthFollowing = (address: URL): boolean =>
  address.search === "" && !NO_PAGE.test(address.pathname);

/** A page's name: its path without the ending. */
export function idOfAddress({ pathname, search }: URL): string {
  const path = decoded(pathname)
    .replace(/^\/+|\/+$/g, "")
    .replace(ENDING, "")
    .replace(INDEX, "");
  return `${path === "" ? "index" : path}${search}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
