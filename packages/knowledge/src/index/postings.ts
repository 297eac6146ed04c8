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
    const weights = new Map<string, Map<number, number>>();
    for (const [field, { weight, evening }] of Object.entries(rules)) {
      const lengths = texts.map((text) => text[field]?.length ?? 0);
      const mean = Math.max(
        lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, texts.length),
        1e-9,
      );
      texts.forEach((text, at) => {
        const share = weight / (1 - evening + (evening * (lengths[at] ?? 0)) / mean);
        for (const term of text[field] ?? []) {
          const posting = weights.get(term) ?? new Map<number, number>();
          if (posting.size === 0) weights.set(term, posting);
          posting.set(at, (posting.get(at) ?? 0) + share);
        }
      });
    }
    for (const [term, posting] of weights) {
      const rarity = this.#rarity(posting.size);
      const at = Int32Array.from(posting.keys()).toSorted();
      const score = Float64Array.from(at, (text) => {
        const weight = posting.get(text) ?? 0;
        return (rarity * weight * (SATURATION + 1)) / (SATURATION + weight);
      });
      this.#byTerm.set(term, { at, score });
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
