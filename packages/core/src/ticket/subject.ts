import { saysSomething } from "../says-something.ts";
import { LIMITS } from "../vocabulary.ts";

const FENCE = /^\s*(?:```|~~~)/;

/** A ticket's title: the first line of the description that says anything, without Markdown's marks, cut at a word. */
export function subjectOf(description: string): string {
  const lines = description.split(/\r?\n/).filter((candidate) => saysSomething(candidate));
  const line = lines.find((candidate) => !FENCE.test(candidate)) ?? lines[0] ?? "";
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
