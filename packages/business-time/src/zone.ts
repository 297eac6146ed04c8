import { checkInstant, DAY, dayOfDate, MINUTE } from "./civil.ts";
import { CalendarError } from "./errors.ts";
import { offsetReader, type ReadOffset, remembered } from "./offsets.ts";
import type { Instant, LocalDate } from "./types.ts";
import { writtenOffset } from "./written-offset.ts";

/** A zone's wall clock; days are counted from 1970-01-01. */
export type Zone = {
  /** True when the zone keeps one offset for ever: `UTC-08:00` and the like, `UTC` and `Etc/…`. */
  readonly isFixed: boolean;
  readonly offsetAt: ReadOffset;
  /** Temporal "compatible": in a gap forward by the gap, in an overlap the first (clock.md A7). */
  instantOf(day: number, minute: number): Instant;
  dayAt(at: Instant): number;
};

const MOST_ZONES = 2_000;

const zones = new Map<string, Zone>();

/** The zone of that name; its offsets are found once and shared by all calendars. Refuses unknown names. */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const offset = fixedOffsetOf(name);
  const offsetAt = remembered(offset === null ? offsetReader(name) : () => offset);
  const zone: Zone = {
    isFixed: offset !== null || /^(?:UTC|GMT|Etc\/.+)$/i.test(name),
    offsetAt,
    instantOf: (day, minute) => instantOfWall(offsetAt, day * DAY + minute * MINUTE),
    dayAt: (at) => Math.floor((at + offsetAt(at)) / DAY),
  };
  if (zones.size < MOST_ZONES) zones.set(name, zone);
  return zone;
}

/** `wall` is the wall time as if it were UTC. No zone changes twice within the two days around it. */
function instantOfWall(offsetAt: ReadOffset, wall: number): Instant {
  const before = offsetAt(wall - DAY);
  const after = offsetAt(wall + DAY);
  const first = wall - before;
  if (before === after || offsetAt(first) === before) return first;
  return offsetAt(wall - after) === after ? wall - after : first;
}

/** Milliseconds to add to UTC to read the wall clock of a zone at an instant. Refuses unknown zones. */
export function offsetOf(zone: string, at: Instant): number {
  checkInstant(at);
  return zoneOf(zone).offsetAt(at);
}

/**
 * The instant of a wall time `HH:MM` (up to 24:00) on a local date: in a daylight-saving gap forward by
 * the gap, in an overlap the first. Refuses a date or time that does not exist (clock.md A7).
 */
export function instantOf(zone: string, date: LocalDate, time: string): Instant {
  return zoneOf(zone).instantOf(dayOfDate(date), minuteOf(time));
}

/** Minutes since midnight of `HH:MM`, up to 24:00. */
export function minuteOf(time: string): number {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(time);
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (minute <= 1440) return minute;
  throw new CalendarError("bad-hours", `"${time}" is not a time of day; write HH:MM, at most 24:00.`);
}

/** The offset in milliseconds of `UTC-08:00`, `-08:00` or `UTC+5`; null for every other name. */
export function fixedOffsetOf(name: string): number | null {
  return writtenOffset(name.replace(/^UTC/, ""));
}
