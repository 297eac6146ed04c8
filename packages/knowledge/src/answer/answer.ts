import type { Library, Passage } from "../index/library.ts";
import { type Found, type Hit, search } from "../search.ts";
import { type Synonyms, synonymsIn } from "../words/synonyms.ts";
import { termsOf } from "../words/tokens.ts";
import { confidenceOf, evidenceOf } from "./gate.ts";
import { isOwnAffair } from "./routes.ts";
import { sentencesOf } from "./sentences.ts";

/** One sentence of a page, word for word, with where it stands. */
export type Quote = {
  readonly page: number;
  readonly anchor: string | null;
  readonly heading: string;
  readonly text: string;
};

/**
 * What can be said to a question: an answer in the pages' own words; the closest pages, where one is not sure; or that
 * a person must answer, for it is about the asker's own affairs or nothing was found.
 */
export type Reply = {
  readonly outcome: "answer" | "closest" | "hand-off";
  readonly why: "found" | "unsure" | "own-affair" | "nothing-found";
  readonly quotes: readonly Quote[];
  readonly hits: readonly Hit[];
  /** From 0 to 1. */
  readonly confidence: number;
};

/** Above it, an answer is shown as one. */
export const SURE_ENOUGH = 0.5;
const MOST_QUOTES = 4;
const MOST_PASSAGES = 3;
/** One word is a topic: its page is shown, and nothing is claimed. */
const FEWEST_TERMS = 2;

/** Replies to a question from the library, without any model. */
export function replyTo(library: Library, question: string, synonyms: Synonyms): Reply {
  const found = search(library, question, synonyms);
  const { hits, terms } = found;
  const confidence = hits.length === 0 ? 0 : confidenceOf(evidenceOf(library, found, question, synonyms));
  const none = { quotes: [], hits, confidence };
  if (isOwnAffair(question)) return { ...none, outcome: "hand-off", why: "own-affair" };
  if (hits.length === 0) return { ...none, outcome: "hand-off", why: "nothing-found" };
  const isSure = isTitle(library, found) || (confidence >= SURE_ENOUGH && terms.length >= FEWEST_TERMS);
  if (!isSure) return { ...none, outcome: "closest", why: "unsure" };
  const quotes = quotesOf(library, found, question, synonyms);
  return { ...none, outcome: "answer", why: "found", quotes };
}

/** The sentences that fit a question best, for one whose answer must lie in these pages; empty where nothing fits. */
export function quotesFor(library: Library, question: string, synonyms: Synonyms): Quote[] {
  return quotesOf(library, search(library, question, synonyms), question, synonyms);
}

/** Whether what was asked is, word for word, what the page or section that was found is called. */
function isTitle(library: Library, { hits, terms }: Found): boolean {
  const [hit] = hits;
  const passage = library.passages[hit?.passages[0]?.passage ?? -1];
  const named = [library.pages[hit?.page ?? -1]?.title ?? "", passage?.heading ?? ""];
  return named.some((name) => {
    const words = termsOf(name);
    return new Set(words).size === terms.length && words.every((word) => terms.includes(word));
  });
}

/** The passages of all pages that were found, the best first. */
export function passagesOf(library: Library, { hits }: Pick<Found, "hits">, most = MOST_PASSAGES): Passage[] {
  return hits
    .flatMap(({ score, passages }) =>
      passages.map((one) => ({ passage: one.passage, score: score + one.score })),
    )
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .flatMap(({ passage }) => library.passages[passage] ?? []);
}

function quotesOf(library: Library, found: Found, question: string, synonyms: Synonyms): Quote[] {
  const wanted = new Map([
    ...synonymsIn(question, synonyms, 0.5),
    ...found.terms.map((term) => [term, 1] as const),
  ]);
  const worth = (text: string): number =>
    [...new Set(termsOf(text))].reduce(
      (sum, term) => sum + (wanted.get(term) ?? 0) * library.byPassage.rarityOf(term),
      0,
    );
  return passagesOf(library, found)
    .flatMap(({ page, anchor, heading, texts }, order) =>
      texts
        .flatMap(sentencesOf)
        .map((text, at) => ({ page, anchor, heading, text, order, at, worth: worth(text) })),
    )
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, MOST_QUOTES)
    .toSorted((a, b) => a.order - b.order || a.at - b.at)
    .map(({ page, anchor, heading, text }) => ({ page, anchor, heading, text }));
}
