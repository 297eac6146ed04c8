import { DAY, YEAR } from "./civil.ts";
import { CalendarError } from "./errors.ts";
import type { Instant } from "./types.ts";
import { writtenOffset } from "./written-offset.ts";

/** `values[i]` milliseconds hold from `starts[i]` to the next start. Known within `[lo, hi)` only. */
export type Offsets = {
  readonly lo: Instant;
  readonly hi: Instant;
  readonly starts: readonly Instant[];
  readonly values: readonly number[];
};

/** The offset in force at an instant. */
export type ReadOffset = (at: Instant) => number;

// tzdata's shortest stay on an offset that is then left for the old one is four days less 20 minutes
// (Freetown, 1939); Gaza's of 2040 is 20 minutes short of a week, so weekly samples would miss it.
const SAMPLE = 3.5 * DAY;
const AHEAD = Math.ceil(YEAR / SAMPLE) * SAMPLE;
const REACH = 70 * YEAR;

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
      `"${zone}" is not a time zone; write an IANA name such as America/New_York, or an offset such as UTC-08:00.`,
    );
  }
  // "3 PM GMT-05:00"; nothing follows GMT when the offset is zero.
  return (at) => writtenOffset(format.format(at).split("GMT")[1] ?? "") ?? 0;
}

/** Where every zone begins. */
export const NOTHING_KNOWN: Offsets = { lo: -Infinity, hi: -Infinity, starts: [], values: [] };

/** The same table, grown by whole years until it knows `at`; begun anew when that is a lifetime away. */
export function offsetsReaching(table: Offsets, read: ReadOffset, at: Instant): Offsets {
  if (!(at >= table.lo - REACH && at <= table.hi + REACH)) {
    const lo = Math.floor(at / SAMPLE) * SAMPLE;
    return sampled(read, lo, lo + AHEAD);
  }
  if (at < table.lo) {
    const steps = Math.ceil((table.lo - at) / AHEAD);
    return joined(sampled(read, table.lo - steps * AHEAD, table.lo), table);
  }
  const steps = Math.floor((at - table.hi) / AHEAD) + 1;
  return joined(table, sampled(read, table.hi, table.hi + steps * AHEAD));
}

function joined(left: Offsets, right: Offsets): Offsets {
  const isSame = left.values.at(-1) === right.values[0];
  return {
    lo: left.lo,
    hi: right.hi,
    starts: [...left.starts, ...right.starts.slice(isSame ? 1 : 0)],
    values: [...left.values, ...right.values.slice(isSame ? 1 : 0)],
  };
}

function sampled(read: ReadOffset, lo: Instant, hi: Instant): Offsets {
  let offset = read(lo);
  const starts = [lo];
  const values = [offset];
  let known = lo;
  for (let next = lo + SAMPLE; next <= hi; next += SAMPLE) {
    const seen = read(next);
    while (offset !== seen) {
      known = firstChange(read, known, next);
      offset = read(known);
      starts.push(known);
      values.push(offset);
    }
    known = next;
  }
  return { lo, hi, starts, values };
}

/** The first second in `(before, after]` with another offset than `before`, by halving. */
function firstChange(read: ReadOffset, before: Instant, after: Instant): Instant {
  const offset = read(before);
  let low = before;
  let high = after;
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    if (read(middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}
