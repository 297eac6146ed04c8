import { saysSomething } from "../says-something.ts";
import { LIMITS } from "../vocabulary.ts";

const FENCE = /^\s*(```|~~~)/;

/**
 * A ticket's title: the first line of the description that says anything, without Markdown's marks, cut at a word. What
 * people wrote themselves comes before a log between fences, wherever it stands.
 */
export function subjectOf(description: string): string {
  const lines = description.split(/\r?\n/).filter((candidate) => saysSomething(candidate));
  const line = outsideFences(lines) ?? lines.find((candidate) => !FENCE.test(candidate)) ?? lines[0] ?? "";
  const clean = line
    .replace(/\*\*([^*]{1,200})\*\*|`([^`]{1,200})`/gu, "$1$2")
    .replace(/^[#>*\-\s]+/u, "")
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const letters = Array.from(clean === "" ? line.trim() : clean);
  if (letters.length <= LIMITS.subjectCharacters) return letters.join("");
  const cut = letters.slice(0, LIMITS.subjectCharacters - 1).join("");
  const atWord = cut.lastIndexOf(" ");
  return `${atWord > LIMITS.subjectCharacters / 2 ? cut.slice(0, atWord) : cut}…`;
}

/** The first line that stands in no block of code; a fence that nobody closed goes on to the end. */
function outsideFences(lines: readonly string[]): string | undefined {
  let fence: string | null = null;
  for (const line of lines) {
    const mark = FENCE.exec(line)?.[1] ?? null;
    if (fence === null && mark === null) return line;
    if (fence === null) fence = mark;
    else if (mark !== null && mark.startsWith(fence)) fence = null;
  }
  return undefined;
}
