import type { Element } from "domhandler";
import { wordsOf } from "./parse.ts";

/** Never words of a page. */
const SILENT = new Set(
  (
    "script style noscript template svg iframe object embed canvas audio video map " +
    "button input select textarea datalist dialog nav footer"
  ).split(" "),
);
const SILENT_ROLES = new Set([
  "navigation",
  "contentinfo",
  "search",
  "banner",
  "menu",
  "menubar",
  "dialog",
  "toolbar",
]);
/** How generators of docs call what stands around their pages; the whole name or its last part. */
const AROUND =
  /^(?:[\w-]*[-_])?(?:breadcrumbs?|toc|toc-mobile|table-of-contents|pagination|pagination-nav|pagination-links|sidebar|navbar|navheader|navfooter|navigation|skip-?links?|skip-to-content|edit-(?:this-)?page|cookie-(?:banner|notice|consent)|indexterm|line-?numbers?|lineno|linenos|copy-?button|copybtn)$/;
/** Words for screen readers alone, and marks beside headings. */
const UNSEEN_CLASS =
  /^(?:sr-only|visually-hidden|screen-reader-text|headerlink|hash-link|header-anchor|anchor-link|heading-anchor)$/;
const UNSEEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Whether what an element holds is no part of what a page says to its reader. */
export function isLeftOut(element: Element): boolean {
  const { name, attribs } = element;
  if (SILENT.has(name) || SILENT_ROLES.has(attribs["role"] ?? "")) return true;
  const classes = wordsOf(element, "class");
  if (classes.some((one) => AROUND.test(one) || UNSEEN_CLASS.test(one))) return true;
  // A tab that is not chosen is a part of the page all the same.
  if (attribs["role"] === "tabpanel") return false;
  return (
    "hidden" in attribs || attribs["aria-hidden"] === "true" || UNSEEN_STYLE.test(attribs["style"] ?? "")
  );
}
