import { checkInstant } from "./civil.ts";
import { CalendarError } from "./errors.ts";
import { mergedSpans } from "./spans.ts";
import type { Instant, Span } from "./types.ts";

/** What a calendar measures, in milliseconds or in days: how much lies before an instant, and sums of it. */
export type Measure<T> = {
  before(at: Instant): T;
  plus(a: T, b: T): T;
  minus(a: T, b: T): T;
  /** True when `a` is greater than `b`. */
  isMore(a: T, b: T): boolean;
};

/** Pauses in order, overlapping ones joined (clock.md C5). Refuses one that ends before it starts. */
export function pausesInOrder(pauses: readonly Span[]): readonly Span[] {
  if (pauses.length === 0) return pauses;
  for (const { start, end } of pauses) {
    checkInstant(start);
    checkInstant(end);
    if (end < start)
      throw new CalendarError("bad-pause", `A pause ends (${end}) before it starts (${start}).`);
  }
  return mergedSpans(pauses);
}

/** The measure at which `amount` has been counted from `from`, what is paused not counted. */
export function targetAfter<T>(measure: Measure<T>, from: Instant, amount: T, pauses: readonly Span[]): T {
  let target = measure.plus(measure.before(from), amount);
  for (const { start, end } of pauses) {
    if (end <= from) continue;
    const begun = measure.before(Math.max(start, from));
    if (!measure.isMore(target, begun)) break;
    target = measure.plus(target, measure.minus(measure.before(end), begun));
  }
  return target;
}

/** The measure from which `amount` is counted up to `from`, what is paused not counted. */
export function targetBefore<T>(measure: Measure<T>, from: Instant, amount: T, pauses: readonly Span[]): T {
  let target = measure.minus(measure.before(from), amount);
  for (const { start, end } of pauses.toReversed()) {
    if (start >= from) continue;
    const ended = measure.before(Math.min(end, from));
    if (!measure.isMore(ended, target)) break;
    target = measure.minus(target, measure.minus(ended, measure.before(start)));
  }
  return target;
}

/** What is counted from `from` to a later `to`. */
export function countedBetween<T>(
  measure: Measure<T>,
  from: Instant,
  to: Instant,
  pauses: readonly Span[],
): T {
  let counted = measure.minus(measure.before(to), measure.before(from));
  for (const pause of pauses) {
    const start = Math.max(pause.start, from);
    const end = Math.min(pause.end, to);
    if (start < end)
      counted = measure.minus(counted, measure.minus(measure.before(end), measure.before(start)));
  }
  return counted;
}
