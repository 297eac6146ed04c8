import type { Library } from "./index/library.ts";
import { nearness, placeOf } from "./index/meaning.ts";
import type { Query } from "./index/postings.ts";
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
/** Words in headings count like words in texts; how the pages are linked decides between equals. */
const WEIGHTS = { passage: 1, page: 0.7, nearPage: 0.7, nearPassage: 1, inbound: 0.2 };
const MOST_PASSAGES = 3;

/** The pages that fit a question best, the best first. Never throws, whatever the question. */
export function search(library: Library, question: string, synonyms: Synonyms, most = 10): Found {
  const terms = [...new Set(termsOf(question))];
  const query: Query = new Map([
    ...synonymsIn(question, synonyms, SYNONYM_WEIGHT),
    ...terms.map((term) => [term, 1] as const),
  ]);
  const place = placeOf(library.meaning, query);
  const byPassage = library.byPassage.scores(query);
  const nearPassage = nearness(library.passagePlaces, place);
  const lists = [
    { scores: bestOfPages(library, byPassage), weight: WEIGHTS.passage },
    { scores: library.byPage.scores(query), weight: WEIGHTS.page },
    { scores: nearness(library.pagePlaces, place), weight: WEIGHTS.nearPage },
    { scores: bestOfPages(library, nearPassage), weight: WEIGHTS.nearPassage },
  ];
  const total = new Float64Array(library.pages.length);
  for (const { scores, weight } of lists) {
    const greatest = greatestOf(scores);
    scores.forEach((score, at) => {
      total[at] = (total[at] ?? 0) + (weight * Math.max(score, 0)) / greatest;
    });
  }
  const links = Math.log1p(greatestOf(library.inbound));
  total.forEach((score, at) => {
    if (score > 0) total[at] = score + (WEIGHTS.inbound * Math.log1p(library.inbound[at] ?? 0)) / links;
  });
  const best = topOf(total, most);
  const [strength, nearest] = [greatestOf(byPassage), greatestOf(nearPassage)];
  const passagesOf = new Map<number, Scored[]>(best.map((page) => [page, []]));
  library.passages.forEach(({ page }, passage) => {
    const score = (byPassage[passage] ?? 0) / strength + Math.max(0, nearPassage[passage] ?? 0) / nearest;
    passagesOf.get(page)?.push({ passage, score });
  });
  const hits = best.map((page) => ({
    page,
    score: total[page] ?? 0,
    passages: (passagesOf.get(page) ?? []).toSorted((a, b) => b.score - a.score).slice(0, MOST_PASSAGES),
  }));
  return { hits, terms, strength };
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
