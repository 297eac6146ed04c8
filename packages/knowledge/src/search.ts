import type { Library } from "./index/library.ts";
import { nearness, placeOf } from "./index/meaning.ts";
import type { Query } from "./index/postings.ts";
import { type AskedTerms, calledAlike, saidAlike } from "./second-look.ts";
import { type Synonyms, synonymsIn } from "./words/synonyms.ts";
import { termsOf } from "./words/tokens.ts";

/** A page that was found: how well, and which of its passages fit best. */
export type Hit = { readonly page: number; readonly score: number; readonly passages: readonly Scored[] };
export type Scored = { readonly passage: number; readonly score: number };

/** What a question was found to be about. */
export type Found = {
  readonly hits: readonly Hit[];
  /** What it was found by: stems, each once. */
  readonly terms: readonly string[];
  /** How strongly the best passage was found by its words. */
  readonly strength: number;
};

const SYNONYM_WEIGHT = 0.25;
/** Words and meaning count alike, of passages and of pages; how the pages are linked decides between equals. */
const WEIGHTS = {
  passage: 1,
  page: 0.7,
  nearPage: 0.7,
  nearPassage: 1,
  inbound: 0.2,
  called: 0.5,
  said: 0.5,
};
const MOST_PASSAGES = 3;
/** Terms of a question that are read; a longer one is a log. */
const MOST_TERMS = 400;
/** Passages that are looked at once more, word by word. */
const LOOKED_AT = 80;

/** The pages that fit a question best, the best first. Never throws, whatever the question. */
export function search(library: Library, question: string, synonyms: Synonyms, most = 10): Found {
  const inOrder = askedTerms(question).slice(0, MOST_TERMS);
  const terms = [...new Set(inOrder)];
  const query: Query = new Map([
    ...synonymsIn(question, synonyms, SYNONYM_WEIGHT),
    ...terms.map((term) => [term, 1] as const),
  ]);
  const place = placeOf(library.meaning, query);
  const byPassage = library.byPassage.scores(query);
  const nearPassage = nearness(library.passagePlaces, place);
  const total = summed(library, [
    { scores: bestOfPages(library, byPassage), weight: WEIGHTS.passage },
    { scores: library.byPage.scores(query), weight: WEIGHTS.page },
    { scores: nearness(library.pagePlaces, place), weight: WEIGHTS.nearPage },
    { scores: bestOfPages(library, nearPassage), weight: WEIGHTS.nearPassage },
  ]);
  const [strength, nearest] = [greatestOf(byPassage), greatestOf(nearPassage)];
  const fits = byPassage.map((score, at) => score / strength + Math.max(0, nearPassage[at] ?? 0) / nearest);
  lookAgain(library, fits, total, { inOrder, once: terms });
  const hits = topOf(total, most).map((page) => ({
    page,
    score: total[page] ?? 0,
    passages: bestPassages(library, page, fits),
  }));
  return { hits, terms, strength };
}

/** What a question asks with, and not for. */
const ASKED_WITH = /\b(?:how|wie) (?:long|much|many|often|soon|lange|viele?|oft|bald)\b/gi;

function askedTerms(question: string): string[] {
  const terms = termsOf(question.replace(ASKED_WITH, " "));
  return terms.length > 0 ? terms : termsOf(question);
}

/** The lists as one, each as shares of its best; of two alike, the page that more links lead to comes first. */
function summed(
  library: Library,
  lists: readonly { readonly scores: Float64Array; readonly weight: number }[],
): Float64Array {
  const total = new Float64Array(library.pages.length);
  for (const { scores, weight } of lists) {
    const greatest = greatestOf(scores);
    scores.forEach((score, at) => {
      total[at] = (total[at] ?? 0) + (weight * Math.max(score, 0)) / greatest;
    });
  }
  const links = Math.log1p(greatestOf(library.inbound));
  return total.map((score, at) =>
    score > 0 ? score + (WEIGHTS.inbound * Math.log1p(library.inbound[at] ?? 0)) / links : 0,
  );
}

/** Pages and passages that are called what was asked, or say it in the same words, come further up. */
function lookAgain(library: Library, fits: Float64Array, total: Float64Array, asked: AskedTerms): void {
  const gains = new Float64Array(total.length);
  for (const at of topOf(fits, LOOKED_AT)) {
    const passage = library.passages[at];
    if (passage === undefined) continue;
    const called = calledAlike(library, passage, asked);
    const said = saidAlike(library, at, asked);
    // Squared: half alike is little.
    const gain = WEIGHTS.called * called * called + WEIGHTS.said * said * said;
    fits[at] = (fits[at] ?? 0) + gain;
    gains[passage.page] = Math.max(gains[passage.page] ?? 0, gain);
  }
  gains.forEach((gain, page) => {
    total[page] = (total[page] ?? 0) + gain;
  });
}

function bestPassages(library: Library, page: number, fits: Float64Array): Scored[] {
  return library.passages
    .flatMap((one, passage) => (one.page === page ? [{ passage, score: fits[passage] ?? 0 }] : []))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_PASSAGES);
}

/** The greatest of numbers, and 1 where none is above zero: what one divides by. */
function greatestOf(scores: Iterable<number>): number {
  let greatest = 0;
  for (const score of scores) if (score > greatest) greatest = score;
  return greatest || 1;
}

function bestOfPages(library: Library, scores: Float64Array): Float64Array {
  const best = new Float64Array(library.pages.length);
  library.passages.forEach(({ page }, at) => {
    best[page] = Math.max(best[page] ?? 0, scores[at] ?? 0);
  });
  return best;
}

/** Where the greatest numbers stand, the greatest first; none that is zero. */
function topOf(scores: Float64Array, most: number): number[] {
  return Array.from(scores, (score, at) => ({ score, at }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, most)
    .map(({ at }) => at);
}
