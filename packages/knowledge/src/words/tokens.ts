import { stemmer } from "stemmer";
import { STOP_WORDS } from "./stop-words.ts";

const WORD = /[\p{L}\p{N}]+(?:[_'][\p{L}\p{N}]+)*/gu;
const PARTS = /_|(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
/** Longer runs of letters are keys and hashes, not words. */
const LONGEST = 64;

const stems = new Map<string, string>();

/** A word's stem, lower case: «Branching» and «branches» are one. */
export function stemOf(word: string): string {
  const lower = word.toLowerCase();
  const kept = stems.get(lower);
  if (kept !== undefined) return kept;
  const stem = stemmer(lower);
  if (stems.size < 100_000) stems.set(lower, stem);
  return stem;
}

/** Words as they are written, in order. */
export function wordsOf(text: string): string[] {
  return [...text.replaceAll("’", "'").matchAll(WORD)]
    .map(([word]) => (word.endsWith("'s") ? word.slice(0, -2) : word))
    .filter((word) => word.length <= LONGEST);
}

/** What a text is found by: stems without stop words; `useChat` and `pg_dump` whole and in parts. */
export function termsOf(text: string): string[] {
  return wordsOf(text).flatMap((word) => {
    if (STOP_WORDS.has(word.toLowerCase())) return [];
    const parts = word.split(PARTS);
    if (parts.length === 1) return [stemOf(word)];
    const telling = parts.filter((part) => part.length > 1 && !STOP_WORDS.has(part.toLowerCase()));
    return [stemOf(word), ...telling.map(stemOf)];
  });
}
