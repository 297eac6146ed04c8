/** Where a text says the words, case aside; ends of matches in UTF-16 units. Stops at `most`. */
export function matchesIn(text: string, words: string, most: number): readonly (readonly [number, number])[] {
  if (words.trim() === "") return [];
  const found: [number, number][] = [];
  for (const match of text.matchAll(new RegExp(words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "giu"))) {
    if (found.length === most) break;
    found.push([match.index, match.index + match[0].length]);
  }
  return found;
}

/** Whether a text says the words at all. */
export function says(text: string, words: string): boolean {
  return matchesIn(text, words, 1).length > 0;
}
