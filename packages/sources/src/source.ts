import type { Page } from "@troth/knowledge";
import type { Fetch } from "./fetch/safe-fetch.ts";

/** Milliseconds since 1970. */
export type Instant = number;

/** What is remembered of a page between two refreshes; stored with the page, in one transaction. */
export type Known = {
  /** Where a reader finds it; cited. */
  readonly address: string;
  /** Of its sections' checksums, its title, description, former addresses and links. */
  readonly checksum: string;
  /** One for each section, in order; equal ones say the same under the same headings. */
  readonly sections: readonly string[];
  /** Of what came before it was read: equal, and nothing needs to be read. */
  readonly fingerprint: string;
  /** `ETag` and `Last-Modified`, as the site gave them. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** When its words were last changed, as far as the source tells. */
  readonly changedAt: Instant | null;
  /** Addresses within the source it links to, where the source is found by following links. */
  readonly leads: readonly string[];
  /** Which version of our readers read it; another one reads it again. */
  readonly reader: number;
};

/** What is known of a source before a refresh. Immutable; `stateAfter` makes the next one. */
export type SourceState = {
  readonly pages: ReadonlyMap<string, Known>;
  /** Where the source goes on from; the source's own words. */
  readonly cursor: string | null;
  /** When all of it, or all that is new in it, was last seen; the age of what it says. */
  readonly currentAt: Instant | null;
};

/** Nothing is known yet. */
export const NEVER: SourceState = { pages: new Map(), cursor: null, currentAt: null };

/** Something an operator should know of a refresh. */
export type Note = {
  readonly code: NoteCode;
  /** A page, file or address; never a secret. */
  readonly about: string;
};

export type NoteCode =
  | "not-reached"
  | "refused"
  | "elsewhere"
  | "too-long"
  | "unreadable"
  | "empty"
  | "not-allowed"
  | "same-page"
  | "limit"
  | "most-is-gone"
  | "rate-limit"
  | "more-notes";

/**
 * One step of a refresh. A caller that stores each as it comes is right at every moment: `put` replaces the page and all
 * of its sections, `known` says that its words are the same though it came in other clothes, `gone` takes it away.
 */
export type Change =
  | {
      readonly kind: "put";
      readonly page: Page;
      readonly known: Known;
      /** Places of its sections that are new or say something else. */
      readonly changed: readonly number[];
    }
  | { readonly kind: "known"; readonly id: string; readonly known: Known }
  | { readonly kind: "gone"; readonly id: string }
  | { readonly kind: "note"; readonly note: Note }
  | End;

/**
 * How a refresh ended; its last step. Without one it was broken off, and nothing may be concluded from what did not come.
 * `whole`: all was seen. `news`: all that is new was, and nothing is said of what may be gone. `part`: something could not be, and what was not seen stays. `suspicious`: most of what was
 * there is gone, which is a mishap more often than a decision; it stays until somebody says so (`acceptsLoss`).
 */
export type End = {
  readonly kind: "end";
  readonly outcome: "whole" | "news" | "part" | "suspicious";
  readonly cursor: string | null;
  readonly currentAt: Instant | null;
  readonly figures: Figures;
  /** Pages that are no longer there and stay all the same, of a suspicious refresh. */
  readonly withheld: readonly string[];
};

export type Figures = {
  /** Pages there are now. */
  readonly pages: number;
  readonly put: number;
  readonly unchanged: number;
  readonly gone: number;
  /** Pages that were there before and could not be seen this time. */
  readonly unseen: number;
};

export type Round = {
  readonly fetch: Fetch;
  readonly now: Instant;
  readonly signal: AbortSignal;
  /** Somebody looked at a suspicious loss and said that it is meant. */
  readonly acceptsLoss?: boolean;
};

/** A place where knowledge lies. A new kind is a new function that makes one of these. */
export type Source = {
  readonly kind: string;
  /** Says what has changed since `before`. Throws when it is called off and for nothing else. */
  refresh(before: SourceState, round: Round): AsyncIterable<Change>;
};

/** The state after some steps of a refresh, which may have been broken off between any two of them. */
export function stateAfter(before: SourceState, steps: Iterable<Change>): SourceState {
  const pages = new Map(before.pages);
  let { cursor, currentAt } = before;
  for (const step of steps) {
    if (step.kind === "put") pages.set(step.page.id, step.known);
    else if (step.kind === "known") pages.set(step.id, step.known);
    else if (step.kind === "gone") pages.delete(step.id);
    else if (step.kind === "end") ({ cursor, currentAt } = step);
  }
  return { pages, cursor, currentAt };
}
