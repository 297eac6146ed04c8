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
    ["minute", "hour", "day", "week", "month", "business_hour", "business_day", "business_week"] as const
  ).flatMap((unit) => {
    const words = unit.replace("_", " ");
    return [
      [words, unit],
      [`${words}s`, unit],
    ] as [string, Unit][];
  }),
);

/** Cells in words instead of figures, as an author would write them. */
const WITHOUT_FIGURE: ReadonlyMap<string, Firmness> = new Map([
  ["not offered", "none"],
  ["none", "none"],
  ["no", "none"],
  ["best effort", "best-effort"],
  ["per contract", "per-contract"],
  ["unstated", "unstated"],
]);

const FIRMNESS_AFTER: ReadonlyMap<string, Firmness> = new Map([
  ["commitment", "commitment"],
  ["target", "target"],
  ["expectation", "expectation"],
  ["aspiration", "aspiration"],
  ["best effort", "best-effort"],
]);

const CELL =
  /^(?:(?<low>\d+(?:\.\d+)?)\s*(?:-|–|to)\s*)?(?<amount>\d+(?:\.\d+)?)\s+(?<unit>[a-z]+(?: [a-z]+)?)(?:\s*@\s*(?<calendar>[^\s,]+))?(?:\s*,\s*(?<firmness>[a-z ]+))?$/;

/** Reads `2 business hours @ hours`, `5-15 minutes`, `48 hours, best effort`, `not offered`, `continuous @ always`. */
export function parseFigure(text: string): Figure | null {
  const words = text.trim().toLowerCase().replaceAll(/\s+/g, " ");
  const bare = WITHOUT_FIGURE.get(words);
  if (bare !== undefined) {
    return { amount: null, rangeLow: null, unit: null, calendar: null, firmness: bare };
  }
  const continuous = /^continuous(?: work)?(?: @ ?(\S+))?$/.exec(text.trim());
  if (continuous !== null) {
    const calendar = continuous[1] ?? null;
    return { amount: null, rangeLow: null, unit: "continuous", calendar, firmness: null };
  }
  const parts = CELL.exec(text.trim().replaceAll(/\s+/g, " "))?.groups;
  const unit = UNITS.get(parts?.["unit"] ?? "");
  if (parts === undefined || unit === undefined) return null;
  const low = parts["low"] === undefined ? null : Number(parts["low"]);
  const amount = Number(parts["amount"]);
  const firmness = parts["firmness"] === undefined ? null : FIRMNESS_AFTER.get(parts["firmness"].trim());
  if (firmness === undefined || amount <= 0 || (low !== null && low >= amount)) return null;
  return { amount, rangeLow: low, unit, calendar: parts["calendar"] ?? null, firmness };
}

export const FIGURE_WANTED =
  "a figure such as `2 business hours @ office-hours`, `1 hour @ always`, `5-15 minutes` or `not offered`";
