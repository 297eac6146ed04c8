import { CalendarError } from "./errors.ts";
import type { LocalDate } from "./types.ts";

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
export const YEAR = 365.25 * DAY;

/** 0001-01-01 and 9999-12-31, the years that ISO text of four digits can say. */
export const FIRST_INSTANT = -62_135_596_800_000;
export const LAST_INSTANT = 253_402_300_799_999;

/** Days from 1970-01-01 to a date of the calendar, in any zone. Refuses a date that does not exist. */
export function dayOfDate(date: LocalDate): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at) || at < FIRST_INSTANT || dateOfDay(at / DAY) !== date) {
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
  if (!(at >= FIRST_INSTANT && at <= LAST_INSTANT) || !Number.isInteger(at)) {
    throw new CalendarError(
      "bad-instant",
      `${String(at)} is not an instant: whole milliseconds since 1970 within the years 1 to 9999.`,
    );
  }
}
