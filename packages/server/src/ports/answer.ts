import type { Clause, Instant, Link } from "@troth/policy";

/** A place in a page that an answer rests on, as it was when it was cited. */
export type CitedPlace = {
  readonly title: string;
  readonly address: string;
  readonly anchor: string | null;
  readonly heading: string;
  /** What its source is called. */
  readonly source: string;
  readonly changedAt: Instant;
  /** The clause of the support policy, when that is the page. */
  readonly clause: Clause | null;
};

/** One sentence of an answer, and which of its places it stands at. */
export type CitedSentence = { readonly text: string; readonly cites: readonly number[] };

/** What somebody was answered; kept as it was said. */
export type Answer = {
  readonly outcome: "answer" | "closest" | "hand-off";
  readonly why: "found" | "policy" | "unsure" | "own-affair" | "nothing-found";
  readonly confidence: number;
  readonly sentences: readonly CitedSentence[];
  readonly places: readonly CitedPlace[];
  /** What holds for this account, where the question is about support. */
  readonly account: { readonly text: string; readonly clause: Clause } | null;
  /** Where to go on, by what the asker is entitled to; the first is the best. */
  readonly next: readonly Link[];
};
