/**
 * Whether a text says anything to who reads it: blanks say nothing, and neither do control characters and signs without
 * a width (U+200B, U+00AD, U+2060, U+FEFF, U+3164, the empty braille cell).
 */
export function saysSomething(text: string): boolean {
  return /[^\s\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}

/** What a text says, without the blanks around it; empty for one that says nothing. */
export function wordsIn(text: string | null | undefined): string {
  return text != null && saysSomething(text) ? text.trim() : "";
}
