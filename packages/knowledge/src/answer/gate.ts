import type { Library } from "../index/library.ts";
import type { Found } from "../search.ts";
import { type Synonyms, synonymsIn } from "../words/synonyms.ts";
import { stemOf, wordsOf } from "../words/tokens.ts";

/** How much a synonym in place of the word itself is worth. */
const SYNONYM_WORTH = 0.6;
/** Pages that are looked into. */
const LOOKED_AT = 3;
/** Fitted on questions of three manuals (`troth kb eval`); see this package's README. */
const FIT = { bias: -8.34, covered: 4.25, unknown: -4.55, strength: 1.68, words: 0.3 };
const MOST_WORDS = 6;
/** Passages of the manuals that it was fitted on, about. */
const FITTED_ON = 8_000;

/** What speaks for an answer: shares from 0 to 1, and how strongly the best passage was found. */
export type Evidence = {
  /** How much of what was asked the best page speaks of, by how rare the words are. */
  readonly covered: number;
  /** How much of what was asked stands nowhere in the library. */
  readonly unknown: number;
  readonly strength: number;
  readonly words: number;
};

/** Weighs what was found for a question. */
export function evidenceOf(
  library: Library,
  { hits, terms, strength }: Found,
  question: string,
  synonyms: Synonyms,
): Evidence {
  const { byPage, byPassage } = library;
  const weightOf = (term: string): number => byPassage.rarityOf(term);
  const all = terms.reduce((sum, term) => sum + weightOf(term), 0) || 1;
  const words = wordsOf(question);
  const alike = new Map(
    terms.map((term) => {
      const word = words.find((one) => stemOf(one) === term) ?? term;
      return [term, [...synonymsIn(word, synonyms, 1).keys()]] as const;
    }),
  );
  const coverage = hits.slice(0, LOOKED_AT).map(({ page }) =>
    terms.reduce((sum, term) => {
      if (byPage.holds(term, page)) return sum + weightOf(term);
      const isSaid = alike.get(term)?.some((other) => byPage.holds(other, page)) === true;
      return sum + (isSaid ? SYNONYM_WORTH * weightOf(term) : 0);
    }, 0),
  );
  const unknown = terms.filter((term) => !byPassage.has(term)).reduce((sum, term) => sum + weightOf(term), 0);
  return {
    covered: Math.max(0, ...coverage) / all,
    unknown: unknown / all,
    strength: Math.log1p(strength * scaleOf(byPassage.size)),
    words: Math.min(terms.length, MOST_WORDS),
  };
}

/** Rarity, and with it strength, grows with the logarithm of how many passages there are: as if there were so many as were fitted on. */
function scaleOf(passages: number): number {
  return Math.log1p(FITTED_ON) / Math.log1p(Math.max(1, passages));
}

/** How sure one can be that a page answers, from 0 to 1; ½ is where right and wrong refusals weigh the same. */
export function confidenceOf({ covered, unknown, strength, words }: Evidence): number {
  const sum =
    FIT.bias + FIT.covered * covered + FIT.unknown * unknown + FIT.strength * strength + FIT.words * words;
  return 1 / (1 + Math.exp(-sum));
}
