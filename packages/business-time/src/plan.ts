import { dayOfDate } from "./civil.ts";
import { CalendarError } from "./errors.ts";
import type { Hours, LocalDate, Schedule, Span, Weekday } from "./types.ts";
import { minuteOf, type Zone, zoneOf } from "./zone.ts";

/** Hours of a local date: half-open spans of minutes since its midnight, to at most 1440. */
export type NamedWindows = { readonly name: string | null; readonly windows: readonly Span[] };

type Dated = NamedWindows & { readonly date: LocalDate; readonly day: number };

/** A schedule that has been read and checked: windows in minutes, dates as days since 1970-01-01. */
export type Plan = {
  readonly schedule: Schedule;
  readonly zone: Zone;
  /** Monday first; what runs past midnight already lies on the next weekday (clock.md A5). */
  readonly weekly: readonly (readonly Span[])[];
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
    breaks: Map.groupBy(datedOf(schedule.breaks), ({ day }) => day),
  };
}

function weeklyOf({ hours }: Schedule): Span[][] {
  const week: Span[][] = WEEKDAYS.map(() => []);
  for (const [day, pairs] of Object.entries(hours)) {
    const index = WEEKDAYS.findIndex((known) => known === day);
    if (index < 0) {
      throw new CalendarError(
        "bad-hours",
        `"${day}" is not a weekday; write mon, tue, wed, thu, fri, sat or sun.`,
      );
    }
    for (const { start, end } of pairs.map(windowOf)) {
      const isOvernight = end <= start;
      week[index]?.push({ start, end: isOvernight ? 1440 : end });
      if (isOvernight) week[(index + 1) % 7]?.push({ start: 0, end });
    }
  }
  return week.map((windows) => windows.filter(({ start, end }) => end > start));
}

function specialOf({ special }: Schedule): Map<number, NamedWindows> {
  const found = new Map<number, NamedWindows>();
  for (const entry of datedOf(special)) {
    if (found.has(entry.day)) {
      throw new CalendarError("bad-date", `Special hours of ${entry.date} are stated twice.`);
    }
    found.set(entry.day, entry);
  }
  return found;
}

function datedOf(entries: Schedule["special"] = []): Dated[] {
  return entries.map(({ date, name = null, hours }) => {
    const windows = hours.map(windowOf);
    // clock.md E2: only weekly hours may cross midnight.
    const turned = windows.findIndex(({ start, end }) => end <= start);
    if (turned >= 0) {
      throw new CalendarError(
        "bad-hours",
        `On ${date}, ${hours[turned]?.join("–") ?? ""} ends before it starts.`,
      );
    }
    return { date, day: dayOfDate(date), name, windows };
  });
}

function windowOf([from, to]: Hours): Span {
  return { start: minuteOf(from), end: minuteOf(to) };
}
