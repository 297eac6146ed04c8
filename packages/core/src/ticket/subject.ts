import { LIMITS } from "../vocabulary.ts";

/** A ticket's title: the first line of the description that says anything, cut at a word. */
export function subjectOf(description: string): string {
  const line = description.split(/\r?\n/).find((candidate) => candidate.trim() !== "") ?? "";
  const clean = line
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
