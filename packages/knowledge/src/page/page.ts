/** One paragraph, list entry, table row or piece of code, as its reader sees it: without markup, a verbatim span. */
export type Block = {
  readonly kind: "text" | "row" | "code";
  readonly text: string;
  /** What a row's columns are called; found by, never quoted. */
  readonly columns?: string;
};

/** What stands under one heading, up to the next. The first of a page may have none. */
export type Section = {
  readonly heading: string;
  /** Headings above it, from the top of the page. */
  readonly above: readonly string[];
  /** Where it starts within its page: the fragment of its address, without `#`; null at the top. */
  readonly anchor: string | null;
  readonly blocks: readonly Block[];
};

/** A link to elsewhere; what others write on it tells what a page is about. */
export type Link = { readonly text: string; readonly to: string };

/** A page of a source, read for finding and quoting. */
export type Page = {
  /** Unique within its source: its path, without the ending. */
  readonly id: string;
  readonly title: string;
  /** What the page says of itself in a sentence or two; empty where it says nothing. */
  readonly description: string;
  /** Addresses it had before. */
  readonly formerly: readonly string[];
  readonly sections: readonly Section[];
  readonly links: readonly Link[];
};
