import { firstAbove, type IndexTable, indexTable, read } from "./index-table.ts";
import type { Instant, Span } from "./types.ts";

/**
 * Open time as columns: spans, and how much has been counted at the end of each, in whole parts. Each column
 * ends with NaN, which makes whatever lies beyond the spans NaN as well.
 */
export type OpenTime = {
  readonly starts: Float64Array;
  readonly byEnd: IndexTable;
  readonly byTotal: IndexTable;
  /** What one millisecond of each span counts. */
  readonly rates: Float64Array;
};

/** Columns of sorted spans that do not overlap; `rateOf` gives whole numbers above 0. */
export function openTimeOf<S extends Span>(spans: readonly S[], rateOf: (span: S) => number): OpenTime {
  const column = (of: (span: S) => number) => Float64Array.from([...spans.map(of), Number.NaN]);
  const starts = column(({ start }) => start);
  let total = 0;
  const totals = column((span) => {
    total += (span.end - span.start) * rateOf(span);
    return total;
  });
  return {
    starts,
    byEnd: indexTable(
      column(({ end }) => end),
      read(starts, 0),
    ),
    byTotal: indexTable(totals, 0),
    rates: column(rateOf),
  };
}

/** What is counted from the first span to an instant. */
export function countedBefore({ starts, byEnd, byTotal, rates }: OpenTime, at: Instant): number {
  const i = firstAbove(byEnd, at);
  const total = i === 0 ? 0 : read(byTotal.keys, i - 1);
  const start = read(starts, i);
  return at > start ? total + (at - start) * read(rates, i) : total;
}

/**
 * The instant before which `total` is counted: the earliest such, or else the latest. Up to the next
 * millisecond away from the other end; NaN when the spans do not hold so much.
 */
export function instantAt({ byEnd, byTotal, rates }: OpenTime, total: number, isEarliest: boolean): Instant {
  const i = firstAbove(byTotal, isEarliest ? total - 1 : total);
  if (total < 0) return Number.NaN;
  const left = (read(byTotal.keys, i) - total) / read(rates, i);
  return read(byEnd.keys, i) - (isEarliest ? Math.floor(left) : Math.ceil(left));
}

/** The first open instant at or after `at`; NaN when there is none. */
export function firstOpenAt({ starts, byEnd }: OpenTime, at: Instant): Instant {
  return Math.max(at, read(starts, firstAbove(byEnd, at)));
}
