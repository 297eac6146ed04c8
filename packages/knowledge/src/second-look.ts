import type { Library, Passage } from "./index/library.ts";
import { termsOf } from "./words/tokens.ts";

/** What was asked: its terms in order, and each once. */
export type AskedTerms = { readonly inOrder: readonly string[]; readonly once: readonly string[] };

/**
 * How far a passage is called what was asked: 1 where its heading, its page's title or both together hold the same
 * terms and no others, by how rare they are.
 */
export function calledAlike(library: Library, { page, heading }: Passage, { once }: AskedTerms): number {
  const title = library.pages[page]?.title ?? "";
  const asked = worthOf(library, once);
  return Math.max(
    ...[heading, title, `${title} ${heading}`].map((name) => {
      const named = [...new Set(termsOf(name))];
      const both = worthOf(
        library,
        named.filter((term) => once.includes(term)),
      );
      return (2 * both) / (asked + worthOf(library, named) || 1);
    }),
  );
}

/** How much of what was asked stands in the passage in the same words side by side, as an error message does; 0 to 1. */
export function saidAlike(library: Library, passage: number, { inOrder }: AskedTerms): number {
  const pairs = pairsOf(inOrder);
  if (pairs.length === 0) return 0;
  const said = new Set(pairsOf(library.passageTerms[passage] ?? []).map(keyOf));
  const worth = (some: readonly Pair[]): number =>
    some.reduce((sum, pair) => sum + worthOf(library, pair), 0);
  return worth(pairs.filter((pair) => said.has(keyOf(pair)))) / (worth(pairs) || 1);
}

type Pair = readonly [string, string];
const keyOf = (pair: Pair): string => pair.join(" ");

function pairsOf(terms: readonly string[]): Pair[] {
  return terms.slice(1).map((term, at) => [terms[at] ?? "", term]);
}

const worthOf = (library: Library, terms: readonly string[]): number =>
  terms.reduce((sum, term) => sum + library.byPassage.rarityOf(term), 0);
