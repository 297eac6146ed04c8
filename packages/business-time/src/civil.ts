import { CalendarError } from "./errors.ts";
import type { LocalDate } from "./types.ts";

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
export const YEAR = 365.25 * DAY;

/** 0001-01-01 and 9999-12-31, the years that ISO text of four digits can say. */
const FIRST_INSTANT = -62_135_596_800_000;
const LAST_INSTANT = 253_402_300_799_999;

/** Days from 1970-01-01 to a date of the calendar, in any zone. Refuses a date that does not exist. */
export function dayOfDate(date: LocalDate): number {
  const at = Date.parse(`${date}T00:00Z`);
  if (!(at >= FIRST_INSTANT) || dateOfDay(at / DAY) !== date) {
    throw new CalendarError("bad-date", `"${date}" is not a date of the calendar; write YYYY-MM-DD.`);
  }
  return at / DAY;
}

/** The date that many days after 1970-01-01, as `YYYY-MM-DD`. */
export function dateOfDay(day: number): LocalDate {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Refuses what is not a whole millisecond of the years 1 to 9999. */
export function checkInstant(at: number): void {
  if (!Number.isInteger(at) || at < FIRST_INSTANT || at > LAST_INSTANT) throw badInstant(String(at));
}

export function badInstant(given: string): CalendarError {
  return new CalendarError(
    "bad-instant",
    `"${given}" is not an instant; write a date, a time and an offset, such as 2026-03-02T10:00:00Z, or whole milliseconds since 1970, within the years 1 to 9999.`,
  );
}
