import { dayOfDate } from "./civil.ts";
import { CalendarError } from "./errors.ts";
import type { Hours, Schedule, Weekday } from "./types.ts";
import { minuteOf, type Zone, zoneOf } from "./zone.ts";

/** Minutes of a local date, `[from, to)`, to at most 1440. */
export type Window = { readonly from: number; readonly to: number };

export type NamedWindows = { readonly name: string | null; readonly windows: readonly Window[] };

/** A schedule that has been read and checked: windows in minutes, dates as days since 1970-01-01. */
export type Plan = {
  readonly schedule: Schedule;
  readonly zone: Zone;
  /** Monday first; what runs past midnight already lies on the next weekday (clock.md A5). */
  readonly weekly: readonly (readonly Window[])[];
  readonly closed: ReadonlyMap<number, string | null>;
  readonly special: ReadonlyMap<number, NamedWindows>;
  readonly breaks: ReadonlyMap<number, readonly NamedWindows[]>;
};

export const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Reads a schedule. Refuses unknown zones, times and dates that do not exist, and hours that cannot be meant. */
export function planOf(schedule: Schedule): Plan {
  const zone = zoneOf(schedule.zone);
  return {
    schedule,
    zone,
    weekly: weeklyOf(schedule),
    closed: new Map((schedule.closed ?? []).map(({ date, name }) => [dayOfDate(date), name ?? null])),
    special: specialOf(schedule),
    breaks: breaksOf(schedule),
  };
}

function weeklyOf(schedule: Schedule): Window[][] {
  const week: Window[][] = WEEKDAYS.map(() => []);
  for (const day of Object.keys(schedule.hours)) {
    if (!WEEKDAYS.some((known) => known === day)) {
      throw new CalendarError(
        "bad-hours",
        `"${day}" is not a weekday; write mon, tue, wed, thu, fri, sat or sun.`,
      );
    }
  }
  WEEKDAYS.forEach((day, index) => {
    for (const hours of schedule.hours[day] ?? []) {
      const { from, to } = windowOf(hours);
      if (to > from) week[index]?.push({ from, to });
      else {
        week[index]?.push({ from, to: 1440 });
        week[(index + 1) % 7]?.push({ from: 0, to });
      }
    }
  });
  return week.map((windows) => windows.filter(({ from, to }) => to > from));
}

function specialOf(schedule: Schedule): Map<number, NamedWindows> {
  const special = new Map<number, NamedWindows>();
  for (const { date, name, hours } of schedule.special ?? []) {
    const day = dayOfDate(date);
    if (special.has(day)) throw new CalendarError("bad-date", `Special hours of ${date} are stated twice.`);
    special.set(day, { name: name ?? null, windows: datedWindows(date, hours) });
  }
  return special;
}

function breaksOf(schedule: Schedule): Map<number, NamedWindows[]> {
  const breaks = new Map<number, NamedWindows[]>();
  for (const { date, name, hours } of schedule.breaks ?? []) {
    const day = dayOfDate(date);
    const entry = { name: name ?? null, windows: datedWindows(date, hours) };
    breaks.set(day, [...(breaks.get(day) ?? []), entry]);
  }
  return breaks;
}

function datedWindows(date: string, hours: readonly Hours[]): Window[] {
  return hours.map((pair) => {
    const window = windowOf(pair);
    if (window.to > window.from) return window;
    // clock.md E2: only weekly hours may cross midnight.
    throw new CalendarError("bad-hours", `On ${date}, ${pair.join("–")} ends before it starts.`);
  });
}

function windowOf([from, to]: Hours): Window {
  return { from: minuteOf(from), to: minuteOf(to) };
}
