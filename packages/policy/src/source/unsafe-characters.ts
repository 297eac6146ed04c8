import type { Place, Report } from "./report.ts";

/**
 * Characters that nobody sees and that make a text read otherwise than it is, or that no database keeps: controls,
 * marks that turn the direction of writing, halves of a character pair, a byte order mark inside a text.
 */
const UNSAFE =
  // Control characters are what is looked for.
  // oxlint-disable-next-line eslint/no-control-regex
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u2028-\u202E\u2060\u2066-\u2069\uFEFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

export const hasUnsafe = (text: string): boolean => UNSAFE.test(text);

const MOST_PLACES = 20;

function report(found: string, at: Place, to: Report): void {
  const number = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  to.add(
    "character-unsafe",
    at,
    `Here stands a character that nobody can see (U+${number}).`,
    "Take it out: delete the characters around it and type them again.",
  );
}

/** The first unsafe character of each line of a file. */
export function checkCharacters(file: string, text: string, to: Report): void {
  if (!hasUnsafe(text)) return;
  let places = 0;
  text.split("\n").forEach((line, index) => {
    const found = UNSAFE.exec(line);
    if (found === null || places >= MOST_PLACES) return;
    places++;
    report(found[0], { file, line: index + 1, column: found.index + 1 }, to);
  });
}

/** A value that holds one although its file does not: written as an escape such as `"\u202E"`. */
export function checkEscaped(value: string, at: Place, to: Report): void {
  const found = UNSAFE.exec(value);
  if (found !== null) report(found[0], at, to);
}
