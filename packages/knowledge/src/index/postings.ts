/** A text by its fields, each as terms. */
export type Fields = { readonly [field: string]: readonly string[] };

/** How much a field counts, and how far a longer one is evened out (0 not at all, 1 in full). */
export type FieldRule = { readonly weight: number; readonly evening: number };

/** Terms asked for, with their weights. */
export type Query = ReadonlyMap<string, number>;

const SATURATION = 1.2;

type Posting = { readonly at: Int32Array; readonly score: Float64Array };

/** Texts found by their terms, scored by BM25 over fields (Robertson, Zaragoza 2009: BM25F). */
export class Postings {
  readonly size: number;
  readonly #byTerm = new Map<string, Posting>();

  constructor(texts: readonly Fields[], rules: Readonly<Record<string, FieldRule>>) {
    this.size = texts.length;
    const means = Object.entries(rules).map(([field, rule]) => ({
      field,
      ...rule,
      mean: meanLength(texts, field),
    }));
    const found = new Map<string, { readonly at: number[]; readonly weight: number[] }>();
    texts.forEach((text, at) => {
      const weights = new Map<string, number>();
      for (const { field, weight, evening, mean } of means) {
        const terms = text[field] ?? [];
        const share = weight / (1 - evening + (evening * terms.length) / mean);
        for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + share);
      }
      for (const [term, weight] of weights) {
        const posting = found.get(term);
        if (posting === undefined) found.set(term, { at: [at], weight: [weight] });
        else {
          posting.at.push(at);
          posting.weight.push(weight);
        }
      }
    });
    for (const [term, { at, weight }] of found) {
      const rarity = this.#rarity(at.length);
      const score = Float64Array.from(
        weight,
        (one) => (rarity * one * (SATURATION + 1)) / (SATURATION + one),
      );
      this.#byTerm.set(term, { at: Int32Array.from(at), score });
    }
  }

  /** How rare a term is among the texts; the most for one that is in none. */
  rarityOf(term: string): number {
    return this.#rarity(this.#byTerm.get(term)?.at.length ?? 0);
  }

  has(term: string): boolean {
    return this.#byTerm.has(term);
  }

  /** Whether a text holds a term in any field. */
  holds(term: string, text: number): boolean {
    const at = this.#byTerm.get(term)?.at;
    if (at === undefined) return false;
    let low = 0;
    let high = at.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((at[middle] ?? 0) < text) low = middle + 1;
      else high = middle;
    }
    return at[low] === text;
  }

  /** The score of each text. */
  scores(query: Query): Float64Array {
    const scores = new Float64Array(this.size);
    for (const [term, weight] of query) {
      const posting = this.#byTerm.get(term);
      if (posting === undefined) continue;
      const { at, score } = posting;
      for (let index = 0; index < at.length; index += 1) {
        const text = at[index] ?? 0;
        scores[text] = (scores[text] ?? 0) + weight * (score[index] ?? 0);
      }
    }
    return scores;
  }

  #rarity(holders: number): number {
    return Math.log(1 + (this.size - holders + 0.5) / (holders + 0.5));
  }
}

function meanLength(texts: readonly Fields[], field: string): number {
  const all = texts.reduce((sum, text) => sum + (text[field]?.length ?? 0), 0);
  return Math.max(all / Math.max(1, texts.length), 1e-9);
}
