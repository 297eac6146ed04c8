import { STOP_WORDS } from "./stop-words.ts";
import { stemOf, wordsOf } from "./tokens.ts";

type Phrase = readonly string[];

/** Groups of words that stand for one another. */
export type Synonyms = { readonly byFirst: ReadonlyMap<string, readonly Entry[]> };
type Entry = { readonly phrase: Phrase; readonly group: readonly Phrase[] };

/** Reads a table of synonyms: a group a line, its words and phrases set apart by commas; `#` begins a remark. */
export function readSynonyms(table: string): Synonyms {
  const byFirst = new Map<string, Entry[]>();
  for (const line of table.split("\n")) {
    const group = (line.split("#")[0] ?? "")
      .split(",")
      .map((phrase) => wordsOf(phrase).map(stemOf))
      .filter((phrase) => phrase.length > 0);
    for (const phrase of group) {
      const first = phrase[0] ?? "";
      byFirst.set(first, [...(byFirst.get(first) ?? []), { phrase, group }]);
    }
  }
  return { byFirst };
}

/** Terms that stand for something in the text, each with its weight; a phrase's words share theirs. */
export function synonymsIn(text: string, synonyms: Synonyms, weight: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const stems = wordsOf(text).map(stemOf);
  stems.forEach((stem, at) => {
    for (const { phrase, group } of synonyms.byFirst.get(stem) ?? []) {
      if (phrase.some((word, index) => stems[at + index] !== word)) continue;
      for (const other of group) {
        if (other === phrase) continue;
        const share = weight / Math.sqrt(other.length);
        for (const word of other)
          if (!STOP_STEMS.has(word)) found.set(word, Math.max(found.get(word) ?? 0, share));
      }
    }
  });
  return found;
}

const STOP_STEMS: ReadonlySet<string> = new Set([...STOP_WORDS].map(stemOf));
