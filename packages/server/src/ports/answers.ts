import type { Page } from "@troth/knowledge";
import type { Instant } from "@troth/policy";

/** A page that was found, as its reader finds it. */
export type FoundPage = {
  readonly source: string;
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly changedAt: Instant;
};

/** Where something stands: which of the pages found, and where in it. */
export type Place = { readonly page: number; readonly anchor: string | null; readonly heading: string };

/** A sentence of a page, word for word. */
export type Sentence = Place & { readonly text: string };

/** A piece of a page that may answer. */
export type FoundPassage = Place & { readonly texts: readonly string[] };

/** What was found for a question, in the pages' own words. */
export type FoundReply = {
  readonly outcome: "answer" | "closest" | "hand-off";
  readonly why: "found" | "unsure" | "own-affair" | "nothing-found";
  /** From 0 to 1. */
  readonly confidence: number;
  /** The best first. */
  readonly pages: readonly FoundPage[];
  readonly sentences: readonly Sentence[];
  /** The best first. */
  readonly passages: readonly FoundPassage[];
};

export type AskedFor = {
  readonly workspace: string;
  /** Whose own pages may be used beside those for everybody; null: nobody's. */
  readonly organisation: string | null;
  readonly question: string;
};

/** Finds answers in what was read from the sources of a workspace. */
export interface Answers {
  /** From the newest revision that this node has read; at most seconds old. */
  reply(asked: AskedFor): Promise<FoundReply>;
  /** Learns what words mean in these pages; takes seconds, and no time of this thread. */
  learn(pages: readonly Page[]): Promise<Buffer>;
}
