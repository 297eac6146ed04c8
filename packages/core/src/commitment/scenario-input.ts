import {
  type Amount,
  CalendarError,
  type Hours,
  type Instant,
  parseInstant,
  type Schedule,
  type Weekday,
} from "@troth/business-time";
import type { ScenarioTarget } from "./scenario-policy.ts";

/** A scenario that cannot be read. The message says which part, and what belongs there. */
export class ScenarioError extends Error {
  readonly code = "bad-scenario";

  constructor(message: string) {
    super(message);
    this.name = "ScenarioError";
  }
}

export type Fields = Readonly<Record<string, unknown>>;

const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const HOUR_MS = 3_600_000;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function fieldsOf(value: unknown, name: string): Fields {
  if (!isFields(value)) throw new ScenarioError(`«${name}» must be an object.`);
  return value;
}

export function listOf(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ScenarioError(`«${name}» must be a list.`);
  return value;
}

export function textOf(value: unknown, name: string): string {
  if (typeof value !== "string" || value === "") throw new ScenarioError(`«${name}» must be a text.`);
  return value;
}

export function choiceOf<Choice extends string>(
  value: unknown,
  choices: readonly Choice[],
  name: string,
): Choice {
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw new ScenarioError(`«${name}» must be one of ${choices.join(", ")}.`);
  return choice;
}

/** An ISO 8601 instant with its offset: without one it would depend on where it is read. */
export function instantOf(value: unknown, name: string): Instant {
  try {
    return parseInstant(textOf(value, name));
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    throw new ScenarioError(`«${name}»: ${error.message}`);
  }
}

/** A severity or ticket, which scenarios write as a text or a number; null when left out. */
export function nameOf(value: unknown, name: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "number" || typeof value === "string") return String(value);
  throw new ScenarioError(`«${name}» must be a name, a number or null.`);
}

type Unit = { readonly isElapsed: boolean; readonly amount: (count: number) => Amount };

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ["businessMinutes", { isElapsed: false, amount: (count) => ({ ms: Math.round(count * 60_000) }) }],
  ["businessHours", { isElapsed: false, amount: (count) => ({ ms: Math.round(count * HOUR_MS) }) }],
  ["businessDays", { isElapsed: false, amount: (count) => ({ days: count }) }],
  ["elapsedMinutes", { isElapsed: true, amount: (count) => ({ ms: Math.round(count * 60_000) }) }],
  ["elapsedHours", { isElapsed: true, amount: (count) => ({ ms: Math.round(count * HOUR_MS) }) }],
  ["elapsedDays", { isElapsed: true, amount: (count) => ({ ms: Math.round(count * 24 * HOUR_MS) }) }],
]);

/** Severity (or `*`) to target, as in `{"1": {"businessHours": 2}}`. */
export function targetsOf(value: unknown, name: string): ReadonlyMap<string, ScenarioTarget> {
  const cells = Object.entries(fieldsOf(value, name));
  return new Map(cells.map(([severity, cell]) => [severity, targetOf(cell, `${name}.${severity}`)]));
}

function targetOf(value: unknown, name: string): ScenarioTarget {
  const [entry, ...more] = Object.entries(fieldsOf(value, name));
  const unit = UNITS.get(entry?.[0] ?? "");
  const count = entry?.[1];
  if (unit === undefined || more.length > 0 || typeof count !== "number" || !(count >= 0)) {
    throw new ScenarioError(`«${name}» must name one figure: ${[...UNITS.keys()].join(", ")}.`);
  }
  return { amount: unit.amount(count), isElapsed: unit.isElapsed };
}

/** A schedule as written in scenarios; an edit of one takes what it does not name from `before`. */
export function scheduleOf(value: unknown, name: string, before?: Schedule): Schedule {
  const { tz, hours, holidays, dates, breaks } = fieldsOf(value, name);
  if (before === undefined && hours === undefined) throw new ScenarioError(`«${name}.hours» is missing.`);
  const zone = tz === undefined ? before?.zone : textOf(tz, `${name}.tz`);
  if (zone === undefined) throw new ScenarioError(`«${name}.tz» is missing.`);
  return {
    zone,
    hours: hours === undefined ? (before?.hours ?? {}) : weekOf(hours, `${name}.hours`),
    closed: holidays === undefined ? (before?.closed ?? []) : closedOf(holidays, `${name}.holidays`),
    special: dates === undefined ? (before?.special ?? []) : datedOf(dates, `${name}.dates`),
    breaks: breaks === undefined ? (before?.breaks ?? []) : datedOf(breaks, `${name}.breaks`),
  };
}

function weekOf(value: unknown, name: string): Schedule["hours"] {
  const week = Object.entries(fieldsOf(value, name));
  return Object.fromEntries(
    week.map(([day, hours]) => [choiceOf(day, WEEKDAYS, name), hoursOf(hours ?? [], `${name}.${day}`)]),
  );
}

function hoursOf(value: unknown, name: string): readonly Hours[] {
  return listOf(value, name).map((window) => {
    const [from, to, ...more] = listOf(window, name);
    if (typeof from !== "string" || typeof to !== "string" || more.length > 0) {
      throw new ScenarioError(`«${name}» must hold windows such as ["09:00", "17:00"].`);
    }
    return [from, to];
  });
}

function closedOf(value: unknown, name: string): ReadonlyArray<{ readonly date: string }> {
  return listOf(value, name).map((date) => ({ date: textOf(date, name) }));
}

function datedOf(
  value: unknown,
  name: string,
): ReadonlyArray<{ readonly date: string; readonly hours: readonly Hours[] }> {
  return Object.entries(fieldsOf(value, name)).map(([date, hours]) => ({
    date,
    hours: hoursOf(hours, `${name}.${date}`),
  }));
}
