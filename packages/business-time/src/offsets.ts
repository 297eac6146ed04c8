import { DAY } from "./civil.ts";
import { CalendarError } from "./errors.ts";
import type { Instant } from "./types.ts";
import { writtenOffset } from "./written-offset.ts";

/** The offset in force at an instant, in milliseconds to add to UTC. */
export type ReadOffset = (at: Instant) => number;

// tzdata's shortest stay on an offset that is then left for the old one is four days less 20 minutes
// (Freetown, 1939); Gaza's of 2040 is 20 minutes short of a week, so weekly samples would miss it.
const SAMPLE = 3.5 * DAY;

/** Reads a zone's offset from Intl. Refuses a name that Intl does not know. */
export function offsetReader(zone: string): ReadOffset {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hour: "numeric",
      timeZoneName: "longOffset",
    });
  } catch {
    throw new CalendarError(
      "unknown-zone",
      `"${zone}" is not a time zone; write a name such as America/New_York, or an offset such as UTC-08:00.`,
    );
  }
  // "3 PM GMT-05:00"; nothing follows GMT when the offset is zero.
  return (at) => writtenOffset(format.format(at).split("GMT")[1] ?? "") ?? 0;
}

/** The same offsets, asked at every sample and around each change once, then remembered. */
export function remembered(read: ReadOffset): ReadOffset {
  const offsets = new Map<number, number>();

  function known(at: Instant): number {
    const before = offsets.get(at);
    if (before !== undefined) return before;
    const offset = read(at);
    offsets.set(at, offset);
    return offset;
  }

  /** Halves `[lo, hi)` until its ends agree, or to the second. */
  function within(lo: Instant, hi: Instant, at: Instant): number {
    const offset = known(lo);
    if (hi - lo <= 1000 || offset === known(hi)) return offset;
    const middle = lo + Math.floor((hi - lo) / 2000) * 1000;
    return at < middle ? within(lo, middle, at) : within(middle, hi, at);
  }

  return (at) => {
    const lo = Math.floor(at / SAMPLE) * SAMPLE;
    return within(lo, lo + SAMPLE, at);
  };
}
