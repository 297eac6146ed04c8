import type { DaySpan } from "./open-days.ts";
import { type OpenTime, openTimeOf } from "./open-time.ts";

/**
 * Open time of one schedule measured in days: each date with open time is one, whatever its length, and
 * passes in proportion to its open time (clock.md B1). Counted in parts of a day, of which each date's
 * length has a whole number, so that nothing is rounded.
 */
export type DayTime = OpenTime & {
  /** Parts of a day; 0 when lengths differ so much that 53 bits do not hold the parts: see exact-days.ts. */
  readonly parts: number;
  /** Local date of each span, as days since 1970-01-01. */
  readonly dates: Int32Array;
  /** Open milliseconds of each date that has any. */
  readonly lengths: ReadonlyMap<number, number>;
};

export function dayTimeOf(spans: readonly DaySpan[]): DayTime {
  const lengths = new Map<number, number>();
  for (const { start, end, day } of spans) lengths.set(day, (lengths.get(day) ?? 0) + end - start);
  const parts = partsOf(lengths);
  const open = openTimeOf(spans, ({ day }) => parts / (lengths.get(day) ?? 1));
  return { ...open, parts, dates: Int32Array.from(spans, ({ day }) => day), lengths };
}

/** The least common multiple of all lengths. */
function partsOf(lengths: ReadonlyMap<number, number>): number {
  let parts = 1;
  for (const length of new Set(lengths.values())) parts *= length / commonDivisor(length, parts);
  return parts * lengths.size <= Number.MAX_SAFE_INTEGER ? parts : 0;
}

function commonDivisor(a: number, b: number): number {
  return b > 0 ? commonDivisor(b, a % b) : a;
}
