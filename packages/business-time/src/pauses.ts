import { checkInstant } from "./civil.ts";
import { CalendarError } from "./errors.ts";
import { countedBefore, firstOpenAt, type OpenTime } from "./open-time.ts";
import { mergedSpans } from "./spans.ts";
import type { Instant, Span } from "./types.ts";

const NO_PAUSES: readonly Span[] = [];

/** Pauses in order, overlapping ones joined (clock.md C5). Refuses one that ends before it starts. */
export function pausesInOrder(pauses: readonly Span[] = NO_PAUSES): readonly Span[] {
  for (const { start, end } of pauses) {
    checkInstant(start);
    checkInstant(end);
    if (end < start)
      throw new CalendarError("bad-pause", `A pause ends (${end}) before it starts (${start}).`);
  }
  return pauses.length === 0 ? pauses : mergedSpans(pauses);
}

/** The total at which `amount`, counted from `from`, is used up; a negative one counts backwards. */
export function totalAfter(open: OpenTime, from: Instant, amount: number, pauses: readonly Span[]): number {
  let total = countedBefore(open, from) + amount;
  const isForward = amount > 0;
  for (const { start, end } of isForward || pauses.length === 0 ? pauses : pauses.toReversed()) {
    const [near, far] = isForward ? [Math.max(start, from), end] : [Math.min(end, from), start];
    const reached = countedBefore(open, near);
    // Times the amount: its sign turns the comparison for counting backwards.
    if ((far - from) * amount <= 0) continue;
    if ((total - reached) * amount <= 0) break;
    total += countedBefore(open, far) - reached;
  }
  return total;
}

/** What is counted from `from` to `to`, negative when that is earlier. */
export function countedBetween(open: OpenTime, from: Instant, to: Instant, pauses: readonly Span[]): number {
  if (to < from) return 0 - countedBetween(open, to, from, pauses);
  let counted = countedBefore(open, to) - countedBefore(open, from);
  for (const pause of pauses) {
    const start = Math.max(pause.start, from);
    const end = Math.min(pause.end, to);
    if (start < end) counted -= countedBefore(open, end) - countedBefore(open, start);
  }
  return counted;
}

/** The first instant at or after `from` that counts; NaN when there is none. */
export function firstCounted(open: OpenTime, from: Instant, pauses: readonly Span[]): Instant {
  let at = firstOpenAt(open, from);
  for (const { start, end } of pauses) if (at >= start && at < end) at = firstOpenAt(open, end);
  return at;
}
