import { eigenOf } from "./eigen.ts";
import { type Dense, dense, gram, product, type Sparse, times, transposedTimes } from "./matrix.ts";
import type { Query } from "./postings.ts";

const DIMENSIONS = 128;
const SPARE = 12;
const ROUNDS = 4;
const SEED = 7;

/**
 * What words mean by the company they keep in these very texts: latent semantic analysis, a truncated SVD of the terms'
 * weights (Deerwester 1990), learned by random projection from a fixed seed (Halko 2011): the same texts give the same
 * meaning on any machine.
 */
export type Meaning = {
  readonly dimensions: number;
  /** For each term its row in `directions`, and how rare it is. */
  readonly terms: ReadonlyMap<string, { readonly row: number; readonly rarity: number }>;
  readonly directions: Float32Array;
};

/** Nothing was learned: no text is nearer than another. */
export const NO_MEANING: Meaning = { dimensions: 1, terms: new Map(), directions: new Float32Array() };

/** Learns the meaning of all terms that stand in two texts at least. */
export function learnMeaning(texts: readonly (readonly string[])[]): Meaning {
  const terms = commonTerms(texts);
  const weights = weighed(texts, terms);
  // As many as texts would be the words themselves again.
  const dimensions = Math.max(1, Math.min(DIMENSIONS, Math.floor(Math.min(texts.length, terms.size) / 2)));
  const wide = Math.min(dimensions + SPARE, Math.max(1, Math.min(texts.length, terms.size)));
  let directions = randomDense(terms.size, wide);
  for (let round = 0; round < ROUNDS; round += 1)
    directions = transposedTimes(weights, orthogonal(times(weights, directions)));
  // Of the small rest, the exact directions.
  const { values, vectors } = eigenOf(gram(directions));
  const turned = product(directions, vectors);
  const kept = new Float32Array(terms.size * dimensions);
  for (let row = 0; row < terms.size; row += 1)
    for (let column = 0; column < dimensions; column += 1) {
      const length = Math.sqrt(Math.max(values[column] ?? 0, 1e-18));
      kept[row * dimensions + column] = (turned.values[row * wide + column] ?? 0) / length;
    }
  return { dimensions, terms, directions: kept };
}

/** Where a text stands among the meanings: a vector of length 1, or of zeros when none of its terms is known. */
export function placeOf(meaning: Meaning, query: Query): Float32Array {
  const { dimensions, terms, directions } = meaning;
  const place = new Float32Array(dimensions);
  for (const [term, weight] of query) {
    const known = terms.get(term);
    if (known === undefined) continue;
    const from = known.row * dimensions;
    const factor = weight * known.rarity;
    for (let column = 0; column < dimensions; column += 1)
      place[column] = (place[column] ?? 0) + factor * (directions[from + column] ?? 0);
  }
  const length = Math.hypot(...place);
  return length < 1e-9 ? place.fill(0) : place.map((value) => value / length);
}

/** How often each term stands in a text, told so that the tenth time adds little. */
export function countsOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const [term, count] of counts) counts.set(term, 1 + Math.log(count));
  return counts;
}

/** How near texts lie to a question, from -1 to 1, by their places one after the other. */
export function nearness(places: Float32Array, question: Float32Array): Float64Array {
  const { length: dimensions } = question;
  const near = new Float64Array(dimensions === 0 ? 0 : places.length / dimensions);
  for (let text = 0; text < near.length; text += 1) {
    const from = text * dimensions;
    let sum = 0;
    for (let column = 0; column < dimensions; column += 1)
      sum += (places[from + column] ?? 0) * (question[column] ?? 0);
    near[text] = sum;
  }
  return near;
}

function commonTerms(texts: readonly (readonly string[])[]): Meaning["terms"] {
  const holders = new Map<string, number>();
  for (const text of texts) for (const term of new Set(text)) holders.set(term, (holders.get(term) ?? 0) + 1);
  const common = [...holders].filter(([, count]) => count > 1);
  return new Map(
    common.map(([term, count], row) => [term, { row, rarity: Math.log(texts.length / count) }] as const),
  );
}

function weighed(texts: readonly (readonly string[])[], terms: Meaning["terms"]): Sparse {
  const starts = new Int32Array(texts.length + 1);
  const at: number[] = [];
  const values: number[] = [];
  texts.forEach((text, index) => {
    const row = [...countsOf(text)].flatMap(([term, count]) => {
      const known = terms.get(term);
      return known === undefined ? [] : [{ column: known.row, value: count * known.rarity }];
    });
    const length = Math.sqrt(row.reduce((sum, { value }) => sum + value * value, 0)) || 1;
    for (const { column, value } of row) {
      at.push(column);
      values.push(value / length);
    }
    starts[index + 1] = at.length;
  });
  return {
    rows: texts.length,
    columns: terms.size,
    starts,
    at: Int32Array.from(at),
    values: Float64Array.from(values),
  };
}

/** Evenly spread numbers from a fixed seed (xorshift). */
function randomDense(rows: number, columns: number): Dense {
  const made = dense(rows, columns);
  let state = SEED;
  for (let index = 0; index < made.values.length; index += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    made.values[index] = (state >>> 0) / 2 ** 31 - 1;
  }
  return made;
}

/** Makes the columns stand at right angles, by the eigenvectors of what they have in common. */
function orthogonal(columns: Dense): Dense {
  const { values, vectors } = eigenOf(gram(columns));
  const greatest = values[0] ?? 0;
  const scaled = dense(vectors.rows, vectors.columns);
  vectors.values.forEach((value, index) => {
    const strength = values[index % vectors.columns] ?? 0;
    scaled.values[index] = strength > greatest * 1e-12 ? value / Math.sqrt(strength) : 0;
  });
  return product(columns, scaled);
}
