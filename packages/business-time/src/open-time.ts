import { firstAbove, type IndexTable, indexTable, read } from "./index-table.ts";
import type { Instant, Span } from "./types.ts";

/** Open time as columns: spans and how much of it lies before each. */
export type OpenTime = {
  readonly count: number;
  readonly starts: Float64Array;
  readonly byEnd: IndexTable;
  /** Open milliseconds up to the end of each span. */
  readonly byTotal: IndexTable;
};

/** Columns of merged spans. */
export function openTimeOf(spans: readonly Span[]): OpenTime {
  const count = spans.length;
  const starts = new Float64Array(count + 1).fill(Infinity);
  const ends = new Float64Array(count + 1).fill(Infinity);
  const totals = new Float64Array(count + 1).fill(Infinity);
  let total = 0;
  spans.forEach(({ start, end }, i) => {
    total += end - start;
    starts[i] = start;
    ends[i] = end;
    totals[i] = total;
  });
  return { count, starts, byEnd: indexTable(ends, read(starts, 0)), byTotal: indexTable(totals, 0) };
}

/** Open milliseconds from the first span to an instant. */
export function openBefore(open: OpenTime, at: Instant): number {
  const i = firstAbove(open.byEnd, at);
  const total = i === 0 ? 0 : read(open.byTotal.keys, i - 1);
  const start = read(open.starts, i);
  return at > start ? total + at - start : total;
}

/** The earliest instant with `total` open milliseconds before it; NaN when the spans hold less. `total` > 0. */
export function earliestAt(open: OpenTime, total: number): Instant {
  const i = firstAbove(open.byTotal, total - 1);
  if (i >= open.count) return Number.NaN;
  return read(open.byEnd.keys, i) - (read(open.byTotal.keys, i) - total);
}

/** The latest instant with `total` open milliseconds before it; NaN when the spans do not reach so far. */
export function latestAt(open: OpenTime, total: number): Instant {
  if (total < 0) return Number.NaN;
  const i = firstAbove(open.byTotal, total);
  if (i >= open.count) return Number.NaN;
  return read(open.byEnd.keys, i) - (read(open.byTotal.keys, i) - total);
}

/** The first open instant at or after `at`; NaN when there is none. */
export function firstOpenAt(open: Pick<OpenTime, "count" | "starts" | "byEnd">, at: Instant): Instant {
  const i = firstAbove(open.byEnd, at);
  return i >= open.count ? Number.NaN : Math.max(at, read(open.starts, i));
}
