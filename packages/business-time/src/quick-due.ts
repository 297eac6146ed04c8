import { checkInstant, DAY } from "./civil.ts";
import { firstAbove } from "./index-table.ts";
import { MOST_DAYS } from "./seek.ts";
import type { Timeline } from "./timeline.ts";
import type { Instant } from "./types.ts";

const MOST_MS = MOST_DAYS * DAY;

/**
 * What `seek` finds for the commonest question, milliseconds without pauses; NaN where it lies outside or
 * the amount must be refused. So short that V8 compiles it into its callers.
 */
export function quickDue(
  { lo, hi, open: { starts, byEnd, byTotal, shifts } }: Timeline,
  from: Instant,
  ms: number,
): Instant {
  checkInstant(from);
  if (from < lo || from >= hi || !Number.isInteger(ms) || Math.abs(ms) > MOST_MS) return Number.NaN;
  const i = firstAbove(byEnd, from);
  const start = starts[i] ?? 0;
  const due = (from > start ? from : start) + ms;
  // Most small amounts end in the span in which they begin.
  if (due < (byEnd.keys[i] ?? 0) && due >= start) return due;
  const total = due - (shifts[i] ?? 0);
  if (total < 0) return Number.NaN;
  return total + (shifts[firstAbove(byTotal, ms > 0 ? total - 1 : total)] ?? 0);
}
