import { cityOf, knownZone, zoneWords } from "./zone.ts";

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

/** A due instant is told to the minute and never early: it rounds up. */
export function dueMinute(at: number): number {
  return Math.ceil(at / MINUTE) * MINUTE;
}

/** Every way this product writes an instant, for one reader and one zone. */
export type TimeTalk = {
  readonly zone: string;
  readonly city: string | null;
  /** “Tue 7 Jul, 21:30”; with the year when it is not this one. */
  short(at: number): string;
  /** “Tue 7 Jul, 21:30 (CEST, Berlin)”. */
  full(at: number): string;
  /** “Tue 7 Jul”. */
  day(at: number): string;
  /** “Tue 7”, for a narrow cell whose month is told elsewhere. */
  dayNumber(at: number): string;
  /** “21:30”. */
  clock(at: number): string;
  /** Shortest form with a weekday: “Tue 21:30” within a week, else as `short`. */
  compact(at: number): string;
  /** “CEST, Berlin”. */
  zoneWords(at: number): string;
};

/** The talk of one tag and zone; `now` decides about the year and the short form. */
export function timeTalk(tag: string, wantedZone: string, now: () => number): TimeTalk {
  const timeZone = knownZone(wantedZone);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone });
  const weekdayOf = format({ weekday: "short" });
  const dayOf = format({ weekday: "short", day: "numeric", month: "short" });
  const yearDayOf = format({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
  const yearOf = format({ year: "numeric" });
  const dayNumberOf = format({ weekday: "short", day: "numeric" });
  const hasTwelveHours = format({ hour: "numeric" }).resolvedOptions().hour12 === true;
  const clockOf = format({ hour: hasTwelveHours ? "numeric" : "2-digit", minute: "2-digit" });
  const day = (at: number) => (yearOf.format(at) === yearOf.format(now()) ? dayOf : yearDayOf).format(at);
  const clock = (at: number) => clockOf.format(at);
  const short = (at: number) => `${day(at)}, ${clock(at)}`;
  return {
    zone: timeZone,
    city: cityOf(timeZone),
    day,
    clock,
    dayNumber: (at) => dayNumberOf.format(at),
    short,
    full: (at) => `${short(at)} (${zoneWords(at, timeZone, tag)})`,
    compact: (at) =>
      Math.abs(at - now()) < WEEK - 12 * 60 * MINUTE ? `${weekdayOf.format(at)} ${clock(at)}` : short(at),
    zoneWords: (at) => zoneWords(at, timeZone, tag),
  };
}
