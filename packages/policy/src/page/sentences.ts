import { isAmong } from "../cover.ts";
import { severityText } from "../text.ts";
import type { Policy, QuotaLimit } from "../types.ts";
import { listed } from "./references.ts";

/** “a”, “a or b”, “a, b or c”. */
export const listedOr = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;

type Row = { readonly id: string; readonly name: string };
type Ids = readonly string[] | null | undefined;

const names = (rows: readonly Row[], ids: Ids): string =>
  listed((ids ?? []).map((id) => rows.find((row) => row.id === id)?.name ?? id));

/** Names in place of ids; empty where none are given. */
export const planNames = (policy: Policy, ids: Ids): string => names(policy.plans, ids);
/** Every plan that has what is for some: those named, and those that include one of them. */
export const plansHaving = (policy: Policy, ids: Ids): string =>
  ids === null || ids === undefined
    ? ""
    : listed(policy.plans.filter((plan) => isAmong(policy, [plan], ids)).map(({ name }) => name));
export const channelNames = (policy: Policy, ids: Ids): string => names(policy.channels, ids);
export const categoryNames = (policy: Policy, ids: Ids): string => names(policy.categories, ids);
export const productNames = (policy: Policy, ids: Ids): string => names(policy.products ?? [], ids);
export const languageNames = (policy: Policy, ids: Ids): string => names(policy.languages ?? [], ids);
export const severityNames = (policy: Policy, ids: Ids): string =>
  listed((ids ?? []).map((id) => severityText(policy, id)));
export const calendarName = (policy: Policy, id: string): string => policy.calendars[id]?.name ?? id;

/** Parts of a sentence that are there, with commas. */
export const clauses = (...parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter((part) => part !== "" && part !== false && part !== null && part !== undefined).join(", ");

/** `prefix words`, or nothing where there are no words. */
export const after = (prefix: string, words: string | null | undefined): string =>
  words === "" || words === null || words === undefined ? "" : `${prefix} ${words}`;

/** “1 day”, “3 days”. */
export const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? "" : "s"}`;

const UNITS: readonly (readonly [ms: number, unit: string])[] = [
  [86_400_000, "day"],
  [3_600_000, "hour"],
  [60_000, "minute"],
];

/** Elapsed time in the largest unit that it fills: “14 days”, “90 minutes”. */
export function elapsedWords(ms: number): string {
  const [size, unit] = UNITS.find(([one]) => ms >= one && ms % one === 0) ?? [1000, "second"];
  return counted(ms / size, unit);
}

/** “6 per year”, “unlimited”, “4 hours per month”. */
export function quotaWords({ count, unit, per }: QuotaLimit): string {
  if (count === null) return "unlimited";
  const what = unit === null ? String(count) : `${count} ${unit}`;
  return per === "always" ? what : `${what} per ${per.replace("-", " ")}`;
}
