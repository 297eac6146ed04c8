import { checkInstant, DAY, dateOfDay, dayOfDate, HOUR, MINUTE } from "./civil.ts";
import { CalendarError } from "./errors.ts";
import { NOTHING_KNOWN, type Offsets, offsetReader, offsetsReaching, type ReadOffset } from "./offsets.ts";
import type { Instant, LocalDate } from "./types.ts";
import { writtenOffset } from "./written-offset.ts";

/** A zone's wall clock. Offsets are milliseconds to add to UTC; days are counted from 1970-01-01. */
export type Zone = {
  readonly name: string;
  /** True when the zone keeps one offset for ever: `UTC-08:00` and the like, `UTC` and `Etc/…`. */
  readonly isFixed: boolean;
  offsetAt(at: Instant): number;
  /** The one offset in force all around a date; null near a change. */
  steadyOffset(day: number): number | null;
  /** Temporal "compatible": in a gap forward by the gap, in an overlap the first (clock.md A7). */
  instantOf(day: number, minute: number): Instant;
  dayAt(at: Instant): number;
};

// No zone of tzdata moves before 1835.
const STILL_BEFORE = -4_300_000_000_000;
const MOST_ZONES = 2_000;

const zones = new Map<string, Zone>();

/** The zone of that name; its offsets are found once and shared by all calendars. Refuses unknown names. */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const offset = fixedOffsetOf(name);
  const zone = offset === null ? namedZone(name) : fixedZone(name, offset);
  if (zones.size < MOST_ZONES) zones.set(name, zone);
  return zone;
}

/** The local date in a zone at an instant. Refuses an unknown zone and what is not an instant. */
export function localDateOf(zone: string, at: Instant): LocalDate {
  checkInstant(at);
  return dateOfDay(zoneOf(zone).dayAt(at));
}

/** Milliseconds to add to UTC to read the wall clock of a zone at an instant. */
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
  if (!(minute <= 1440)) {
    throw new CalendarError("bad-hours", `"${time}" is not a time of day; write HH:MM, at most 24:00.`);
  }
  return minute;
}

/** The offset in milliseconds of `UTC-08:00`, `-08:00` or `UTC+5`; null for every other name. */
export function fixedOffsetOf(name: string): number | null {
  const offset = writtenOffset(name.replace(/^UTC/, ""));
  if (offset !== null && Math.abs(offset) > 18 * HOUR) {
    throw new CalendarError("unknown-zone", `"${name}" is further from UTC than 18 hours.`);
  }
  return offset;
}

function fixedZone(name: string, offset: number): Zone {
  return {
    name,
    isFixed: true,
    offsetAt: () => offset,
    steadyOffset: () => offset,
    instantOf: (day, minute) => day * DAY + minute * MINUTE - offset,
    dayAt: (at) => Math.floor((at + offset) / DAY),
  };
}

function namedZone(name: string): Zone {
  const read = offsetReader(name);
  return /^(?:UTC|GMT|Etc\/.+)$/i.test(name) ? fixedZone(name, read(0)) : movingZone(name, read);
}

function movingZone(name: string, read: ReadOffset): Zone {
  let table: Offsets = NOTHING_KNOWN;

  function segmentAt(instant: Instant): number {
    const at = Math.max(instant, STILL_BEFORE);
    if (at < table.lo || at >= table.hi) table = offsetsReaching(table, read, at);
    const { starts } = table;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function offsetAt(at: Instant): number {
    const i = segmentAt(at);
    return table.values[i] ?? 0;
  }

  function steadyOffset(day: number): number | null {
    const after = (day + 3) * DAY;
    segmentAt(after);
    const i = segmentAt((day - 2) * DAY);
    return (table.starts[i + 1] ?? Infinity) > after ? (table.values[i] ?? 0) : null;
  }

  function wallInstant(day: number, minute: number): Instant {
    const wall = day * DAY + minute * MINUTE;
    segmentAt(wall + 2 * DAY);
    let i = segmentAt(wall - 2 * DAY);
    const { starts, values } = table;
    while (wall >= (starts[i + 1] ?? Infinity) + (values[i] ?? 0)) i++;
    const offset = values[i] ?? 0;
    const isInGap = wall < (starts[i] ?? 0) + offset;
    return wall - (isInGap ? (values[i - 1] ?? offset) : offset);
  }

  return {
    name,
    isFixed: false,
    offsetAt,
    steadyOffset,
    instantOf: wallInstant,
    dayAt: (at) => Math.floor((at + offsetAt(at)) / DAY),
  };
}
