import { escapeHtml } from "../page/print-html.ts";
import { escapeMarkdown } from "../page/print-markdown.ts";
import type { Locale } from "../types.ts";
import { type Change, said, TOPICS } from "./change.ts";
import { KIND_WORDS, TOPIC_WORDS } from "./words.ts";

export type DifferenceOptions = {
  /** HTML is a fragment for the body of a page. */
  readonly format: "md" | "html";
  readonly locale: Locale;
  /** The level of the topics' headings; 2 when absent. */
  readonly level?: number;
};

type Group = { readonly title: string; readonly changes: readonly Change[] };

const NOTHING = said("Nothing changes for customers.", "Für Kunden ändert sich nichts.");
const EVERYBODY = said("For everybody", "Für alle");
const forPlan = (name: string) => said(`For ${name}`, `Für ${name}`);

/** By support plan in the order of the changes, then what concerns everybody, by topic. */
function groupsOf(
  changes: readonly Change[],
  locale: Locale,
): readonly { readonly title: string; readonly parts: readonly Group[] }[] {
  const byPlan = Map.groupBy(changes, (change) => change.plan?.id ?? null);
  const parts = (some: readonly Change[]): Group[] =>
    TOPICS.flatMap((topic) => {
      const of = some.filter((change) => change.topic === topic);
      return of.length === 0 ? [] : [{ title: TOPIC_WORDS[topic][locale], changes: of }];
    });
  const plans = [...byPlan].flatMap(([id, some]) => {
    const name = some[0]?.plan?.name;
    return id === null || name === undefined ? [] : [{ title: forPlan(name)[locale], parts: parts(some) }];
  });
  const rest = byPlan.get(null) ?? [];
  return rest.length === 0 ? plans : [...plans, { title: EVERYBODY[locale], parts: parts(rest) }];
}

function markdownOf(changes: readonly Change[], locale: Locale, level: number): string {
  const heading = (depth: number, title: string) =>
    `${"#".repeat(Math.min(6, depth))} ${escapeMarkdown(title)}`;
  const line = ({ kind, sentence }: Change) =>
    `- **${KIND_WORDS[kind][locale]}:** ${escapeMarkdown(sentence[locale])}`;
  const blocks = groupsOf(changes, locale).flatMap(({ title, parts }) => [
    heading(level, title),
    ...parts.flatMap((part) => [heading(level + 1, part.title), part.changes.map(line).join("\n")]),
  ]);
  return `${blocks.join("\n\n")}\n`;
}

function htmlOf(changes: readonly Change[], locale: Locale, level: number): string {
  const heading = (depth: number, title: string) => {
    const tag = `h${Math.min(6, depth)}`;
    return `<${tag}>${escapeHtml(title)}</${tag}>`;
  };
  const line = ({ id, kind, sentence }: Change) =>
    `<li data-change="${escapeHtml(id)}" data-kind="${kind}"><strong>${KIND_WORDS[kind][locale]}</strong> ${escapeHtml(sentence[locale])}</li>`;
  const blocks = groupsOf(changes, locale).flatMap(({ title, parts }) => [
    heading(level, title),
    ...parts.flatMap((part) => [
      heading(level + 1, part.title),
      `<ul>\n${part.changes.map(line).join("\n")}\n</ul>`,
    ]),
  ]);
  return `<div class="policy-changes" lang="${locale}">\n${blocks.join("\n")}\n</div>\n`;
}

/** The changes as a text for people: per support plan what it gains and loses, then what concerns everybody. */
export function renderDifference(changes: readonly Change[], options: DifferenceOptions): string {
  const { format, locale, level = 2 } = options;
  if (changes.length === 0) {
    return format === "md" ? `${NOTHING[locale]}\n` : `<p lang="${locale}">${NOTHING[locale]}</p>\n`;
  }
  return format === "md" ? markdownOf(changes, locale, level) : htmlOf(changes, locale, level);
}
