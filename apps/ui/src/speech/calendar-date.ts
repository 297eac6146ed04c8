/** How dates of a calendar read, which belong to no zone: “Fri 3 Jul”, “July”, “Mon”. */
export type DateTalk = {
  /** “Fri 3 Jul” of `YYYY-MM-DD`. */
  day(on: string): string;
  /** “Fri 3 Jul 2026”. */
  dayOfYear(on: string): string;
  /** “July”. */
  month(on: string): string;
  /** “Jul”. */
  shortMonth(on: string): string;
  /** “Mon”; 0 is Monday. */
  weekday(index: number): string;
  /** “17:00” of `17:00` in the locale's own clock; the end of a day stays 24:00. */
  clock(wall: string): string;
};

const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** The talk of dates in one language. */
export function dateTalk(tag: string): DateTalk {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" });
    return (on: string) => made.format(Date.parse(`${on}T00:00:00Z`));
  };
  const weekday = new Intl.DateTimeFormat(tag, { weekday: "short", timeZone: "UTC" });
  const hasTwelveHours = new Intl.DateTimeFormat(tag, { hour: "numeric" }).resolvedOptions().hour12 === true;
  const clock = new Intl.DateTimeFormat(tag, {
    hour: hasTwelveHours ? "numeric" : "2-digit",
    minute: "2-digit",
    timeZone: "UTC",
  });
  return {
    day: format({ weekday: "short", day: "numeric", month: "short" }),
    dayOfYear: format({ weekday: "short", day: "numeric", month: "short", year: "numeric" }),
    month: format({ month: "long" }),
    shortMonth: format({ month: "short" }),
    weekday: (index) => weekday.format(MONDAY + index * DAY_MS),
    clock: (wall) => (wall === "24:00" ? wall : clock.format(Date.parse(`2024-01-01T${wall}:00Z`))),
  };
}
