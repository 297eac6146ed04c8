import type { Place, Report } from "../source/report.ts";
import type { Policy } from "../types.ts";
import { textPlace } from "./check-page.ts";
import { type Piece, withoutFences } from "./read-page.ts";

const WORDS =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety|twenty-four|forty-eight|seventy-two|half an?|a couple of";
const NUMBER = String.raw`(?:\d{1,6}(?:[.,]\d{1,6})?|${WORDS})`;
const UNIT =
  "minutes?|mins?|hours?|hrs?|days?|weekdays?|weeks?|months?|quarters?|years?|(?:business|working) ?(?:hours?|days?)";
/** “3 business days”, “three-hour”, “24–48 hours”, “2h”, “24/7”, “24x7”, “around the clock”, “the next business day”. */
const FIGURE = new RegExp(
  [
    String.raw`(?<![\w/.-])${NUMBER}(?:\s?(?:-|–|to|or)\s?${NUMBER})?[\s-]{1,3}(?:(?:business|working|calendar|full|whole)[\s-])?(?:${UNIT})\b`,
    String.raw`(?<![\w/.-])\d{1,4}\s?(?:h|min|mins|hrs)\b`,
    String.raw`(?<![\w/.-])24\s?[/x×]\s?(?:7|5)\b`,
    String.raw`\b(?:around|round) the clock\b`,
    String.raw`\b(?:next|same|following) (?:business|working) day\b`,
  ].join("|"),
  "gi",
);
const HTML = /<(?!https?:|mailto:|tel:)[a-z!][^>\n]*>?/gi;

/** Same length, same lines, but without what a hand did not type as prose: references, code, addresses. */
function proseOnly(text: string): string {
  const blank = (found: string) => found.replaceAll(/[^\n]/g, " ");
  return withoutFences(text)
    .replaceAll(/\{\{[^{}]*\}\}/g, blank)
    .replaceAll(/`[^`\n]*`/g, blank)
    .replaceAll(/\]\([^)\n]{0,500}\)/g, blank)
    .replaceAll(/<(?:https?:|mailto:|tel:)[^>\n]{0,500}>/g, blank);
}

function placeIn(text: string, index: number, start: Place): Place {
  const before = text.slice(0, index).split("\n");
  const column = (before.length === 1 ? start.column : 1) + (before.at(-1) ?? "").length;
  return { ...start, line: start.line + before.length - 1, column };
}

type Name = { readonly name: string; readonly reference: string };

function namesOf(policy: Policy): Name[] {
  const names = [
    ...policy.plans.map(({ id, name }) => ({ name, reference: `plans.${id}.name` })),
    ...policy.pricing.map(({ id, name }) => ({ name, reference: `pricing.${id}` })),
    ...policy.channels.map(({ id, name }) => ({ name, reference: `channels.${id}` })),
    ...Object.values(policy.calendars).map(({ id, name }) => ({ name, reference: `calendars.${id}` })),
  ];
  return names.filter(({ name }) => name.length > 1).toSorted((a, b) => b.name.length - a.name.length);
}

/** An ordinary word may begin a sentence with a capital; only inside one is it surely a name. */
const beginsSentence = (text: string, index: number): boolean =>
  /(?:^|\n\s*\n|[.!?:]\s|(?:^|\n)\s*(?:[-*]|\d+\.)\s)\s*$/.test(text.slice(Math.max(0, index - 40), index));

/** Figures and names that somebody typed into the page instead of referring to the facts (P034). */
export function checkProse(policy: Policy, pieces: readonly Piece[], report: Report): void {
  const names = byFirstWord(namesOf(policy));
  for (const piece of pieces) {
    if (piece.kind === "directive") continue;
    const start = textPlace(piece);
    const text = proseOnly(piece.text);
    const placeOf = (index: number) => placeIn(text, index, start);
    for (const match of text.matchAll(FIGURE)) {
      report.add(
        "prose-figure",
        placeOf(match.index),
        `“${match[0]}” is typed by hand; when the target changes, the page will not.`,
        "Refer to the figure, e.g. `{{ targets.standard.first-response }}`.",
      );
    }
    for (const match of text.matchAll(HTML)) {
      report.add(
        "prose-html",
        placeOf(match.index),
        "HTML in the page is shown as text.",
        "Write it in Markdown.",
      );
    }
    reportNames(text, names, placeOf, report);
  }
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Names by their first word, the longest first, so that one pass over the prose finds them all. */
function byFirstWord(
  names: readonly Name[],
): ReadonlyMap<string, readonly (Name & { readonly lead: number })[]> {
  const placed = names.flatMap((one) => {
    const first = /[\p{L}\p{N}]+/u.exec(one.name);
    return first === null ? [] : [{ ...one, word: first[0], lead: first.index }];
  });
  return Map.groupBy(placed, (one) => one.word);
}

function reportNames(
  text: string,
  names: ReturnType<typeof byFirstWord>,
  placeOf: (index: number) => Place,
  report: Report,
): void {
  let behind = 0;
  for (const { 0: word, index: at } of text.matchAll(WORD)) {
    if (at < behind) continue;
    const found = names.get(word)?.find(({ name, lead }) => isNameAt(text, name, at - lead));
    if (found === undefined) continue;
    const { name, reference, lead } = found;
    behind = at - lead + name.length;
    const rest = text.slice(behind, behind + 40);
    if (!name.includes(" ") && beginsSentence(text, at - lead) && !isSurelyName(rest)) continue;
    report.add(
      "prose-name",
      placeOf(at - lead),
      `“${name}” is typed by hand; when the policy renames it, the page will not.`,
      `Refer to it: \`{{ ${reference} }}\`.`,
    );
  }
}

/** Behind a word that is also a name: what makes it one, or nothing more in its cell, item or heading. */
const isSurelyName = (rest: string): boolean =>
  /^(?:['’]s)?\s+(?:support|plans?|tier|customers?)\b/i.test(rest) || /^[ \t]*(?:\||\n|$)/.test(rest);

/** Whether the name stands there as a whole, or as a plural, and not as a part of another word. */
function isNameAt(text: string, name: string, index: number): boolean {
  if (!text.startsWith(name, index) || /[\p{L}\p{N}]/u.test(text[index - 1] ?? " ")) return false;
  return /^s?(?![\p{L}\p{N}])/u.test(text.slice(index + name.length, index + name.length + 2));
}
