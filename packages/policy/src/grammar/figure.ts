import type { Firmness, Unit } from "../types.ts";

/** What one cell of a target table says. A cell without an amount has a firmness of its own. */
export type Figure = {
  readonly amount: number | null;
  readonly rangeLow: number | null;
  readonly unit: Unit | null;
  readonly calendar: string | null;
  readonly firmness: Firmness | null;
};

const UNITS: ReadonlyMap<string, Unit> = new Map(
  (
    [
      "minute",
      "hour",
      "day",
      "week",
      "month",
      "business_hour",
      "business_day",
      "business_week",
      "service_hour",
    ] as const
  ).flatMap((unit) => {
    const words = unit.replace("_", " ");
    return [words, `${words}s`, unit, `${unit}s`].map((word): [string, Unit] => [word, unit]);
  }),
);

/** Other words that people write for a unit. */
const OTHER_UNITS: ReadonlyMap<string, Unit> = new Map([
  ["min", "minute"],
  ["mins", "minute"],
  ["h", "hour"],
  ["hr", "hour"],
  ["hrs", "hour"],
  ["clock hour", "hour"],
  ["clock hours", "hour"],
  ["calendar day", "day"],
  ["calendar days", "day"],
  ["working hour", "business_hour"],
  ["working hours", "business_hour"],
  ["working day", "business_day"],
  ["working days", "business_day"],
  ["working week", "business_week"],
  ["working weeks", "business_week"],
]);

/** Cells in words instead of figures, as an author would write them. */
const WITHOUT_FIGURE: ReadonlyMap<string, Firmness> = new Map([
  ["not offered", "none"],
  ["none", "none"],
  ["no", "none"],
  ["no target", "none"],
  ["best effort", "best-effort"],
  ["at discretion", "best-effort"],
  ["per contract", "per-contract"],
  ["per request", "per-contract"],
  ["as agreed", "per-contract"],
  ["unstated", "unstated"],
  ["unspecified", "unstated"],
  ["not stated", "unstated"],
]);

/** How firm a figure is, behind its comma; `firmness:` knows the same words with hyphens. */
const FIRMNESS_AFTER: ReadonlyMap<string, Firmness> = new Map([
  ["commitment", "commitment"],
  ["sla", "commitment"],
  ["target", "target"],
  ["goal", "target"],
  ["expectation", "expectation"],
  ["standard", "expectation"],
  ["aspiration", "aspiration"],
  ["best effort", "best-effort"],
  ["reasonable effort", "best-effort"],
]);

const CELL =
  /^(?:(?<low>\d+(?:\.\d+)?)\s*(?:-|–|to)\s*)?(?<amount>\d+(?:\.\d+)?)\s*(?<unit>[a-z]+(?:[ _][a-z]+)?)(?<rest>(?:\s*[@,].*)?)$/;

const NAMED_DAY = /^(?<day>[a-z _]+?)(?<rest>(?:\s*[@,].*)?)$/;
/** Days that are named instead of counted, in the words that people use for them. */
const DAYS: ReadonlyMap<string, Unit> = new Map([
  ["next business day", "next_business_day"],
  ["next working day", "next_business_day"],
  ["following business day", "next_business_day"],
  ["end of next business day", "next_business_day"],
  ["end of the next business day", "next_business_day"],
  ["nbd", "next_business_day"],
  ["same business day", "same_business_day"],
  ["same working day", "same_business_day"],
  ["end of business day", "same_business_day"],
  ["end of the business day", "same_business_day"],
  ["end of same business day", "same_business_day"],
  ["end of business", "same_business_day"],
  ["close of business", "same_business_day"],
]);

/** The unit of a day that is named; undefined for other words. */
const dayNamed = (words: string): Unit | undefined =>
  DAYS.get(words.replaceAll("_", " ").replace(/^(?:by )?(?:the )?/, ""));

/** `1 hour 30 minutes`, which counts in minutes. */
const HOURS_AND_MINUTES =
  /^(?<hours>\d+)\s*(?:hours?|hrs?|h)(?: and)?\s*(?<minutes>\d+)\s*(?:minutes?|mins?|m)(?<rest>(?:\s*[@,].*)?)$/;

const CONTINUOUS = /^continuous(?: work)?(?<rest>(?:\s*[@,].*)?)$/;
const REST = /^(?:\s*@\s*(?<calendar>[^\s,]+))?(?:\s*,\s*(?<firmness>[a-zA-Z ]+))?$/;

/** What may stand behind every figure: `@ calendar`, then `, firmness`. */
function restOf(rest: string): Pick<Figure, "calendar" | "firmness"> | null {
  const parts = REST.exec(rest.trimEnd())?.groups;
  if (parts === undefined) return null;
  const words = parts["firmness"]?.trim().toLowerCase();
  const firmness = words === undefined ? null : FIRMNESS_AFTER.get(words);
  return firmness === undefined ? null : { calendar: parts["calendar"] ?? null, firmness };
}

/** Capitals mean nothing before the calendar and the firmness. */
function headInSmall(words: string): string {
  const head = /^[^@,]*/.exec(words)?.[0] ?? "";
  return head.toLowerCase() + words.slice(head.length);
}

/**
 * Reads `2 business hours @ hours`, `5-15 minutes`, `48 hours, best effort`, `next business day`, `not offered`,
 * `continuous @ always`.
 */
export function parseFigure(text: string): Figure | null {
  const words = headInSmall(text.trim().replaceAll(/\s+/g, " "));
  const bare = WITHOUT_FIGURE.get(words.toLowerCase());
  if (bare !== undefined) {
    return { amount: null, rangeLow: null, unit: null, calendar: null, firmness: bare };
  }
  const continuous = CONTINUOUS.exec(words)?.groups;
  if (continuous !== undefined) return withRest(continuous["rest"], { unit: "continuous", amount: null });
  const day = NAMED_DAY.exec(words)?.groups;
  const unit = dayNamed(day?.["day"] ?? "");
  if (unit !== undefined) return withRest(day?.["rest"], { unit, amount: 1 });
  const mixed = HOURS_AND_MINUTES.exec(words)?.groups;
  if (mixed !== undefined) {
    const amount = Number(mixed["hours"]) * 60 + Number(mixed["minutes"]);
    return amount > 0 ? withRest(mixed["rest"], { unit: "minute", amount }) : null;
  }
  return counted(words);
}

function counted(words: string): Figure | null {
  const parts = CELL.exec(words)?.groups;
  const word = parts?.["unit"] ?? "";
  const unit = UNITS.get(word) ?? OTHER_UNITS.get(word);
  if (parts === undefined || unit === undefined) return null;
  const rangeLow = parts["low"] === undefined ? null : Number(parts["low"]);
  const amount = Number(parts["amount"]);
  if (amount <= 0 || (rangeLow !== null && rangeLow >= amount)) return null;
  return withRest(parts["rest"], { unit, amount }, rangeLow);
}

function withRest(
  text: string | undefined,
  { unit, amount }: { readonly unit: Unit; readonly amount: number | null },
  rangeLow: number | null = null,
): Figure | null {
  const rest = restOf(text ?? "");
  return rest === null ? null : { amount, rangeLow, unit, ...rest };
}

export const FIGURE_WANTED =
  "a figure such as `2 business hours @ office-hours`, `1 hour @ always`, `5-15 minutes`, `next business day` or `same business day`, or one of `not offered`, `best effort`, `per contract` and `unstated`";
