import { dateOfDay } from "./civil.ts";
import type { Hours, Instant, LocalDate, Schedule } from "./types.ts";
import { instantOf, offsetOf, zoneOf } from "./zone.ts";

const NINE_TO_FIVE: readonly Hours[] = [["09:00", "17:00"]];

export const NEW_YORK = "America/New_York";

export function weekdays(hours: readonly Hours[] = NINE_TO_FIVE): Schedule["hours"] {
  return { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
}

export function everyDay(hours: readonly Hours[]): Schedule["hours"] {
  return { ...weekdays(hours), sat: hours, sun: hours };
}

/** The schedule of clock.md's examples. */
export const NORMAL_BUSINESS_HOURS: Schedule = {
  id: "NBH",
  version: "1",
  zone: NEW_YORK,
  hours: weekdays(),
  closed: [
    { date: "2026-05-25", name: "Memorial Day" },
    { date: "2026-06-19", name: "Juneteenth" },
    { date: "2026-07-03", name: "Independence Day (observed)" },
    { date: "2026-12-25", name: "Christmas Day" },
  ],
  special: [{ date: "2026-12-24", name: "Christmas Eve", hours: [["09:00", "13:00"]] }],
};

/** The instant of a wall time such as "2026-03-02 10:00" (seconds and thousandths may follow). */
export function wall(text: string, zone: string = NEW_YORK): Instant {
  const [date = "", time = ""] = text.split(" ");
  const [, seconds = "0"] = /^\d\d:\d\d:(.+)$/.exec(time) ?? [];
  return instantOf(zone, date, time.slice(0, 5)) + Math.round(Number(seconds) * 1000);
}

/** An instant as a zone's wall time, for expectations that read like clock.md. */
export function readWall(at: Instant | null, zone: string = NEW_YORK): string | null {
  if (at === null) return null;
  const time = new Date(at + offsetOf(zone, at)).toISOString().slice(11, 23);
  return `${localDateOf(zone, at)} ${time.endsWith(":00.000") ? time.slice(0, 5) : time}`;
}

export function localDateOf(zone: string, at: Instant): LocalDate {
  return dateOfDay(zoneOf(zone).dayAt(at));
}
