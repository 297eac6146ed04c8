import { cutSpans, mergedSpans } from "./spans.ts";
import type { Row, RowReason, Schedule, Span } from "./types.ts";

/** A row before its share of the amount is known. `length` is the open time of its date, 0 for closed rows. */
export type Draft = Omit<Row, "businessMs" | "dayFraction"> & { readonly length: number };

/** A row of a schedule, or of none; closed and without a name unless said otherwise. */
export function draftOf(
  schedule: Schedule | null,
  span: Span,
  reason: RowReason,
  name: string | null = null,
  length = 0,
): Draft {
  return {
    from: span.start,
    to: span.end,
    scheduleId: schedule?.id ?? null,
    version: schedule?.version ?? null,
    reason,
    name,
    length,
  };
}

/** Earlier rows first; what takes no time before what starts with it. */
export function inTime(a: Draft, b: Draft): number {
  return a.from - b.from || a.to - b.to;
}

/** Neighbours that are closed for one reason become one row (clock.md D3). */
export function folded(drafts: readonly Draft[]): Draft[] {
  const rows: Draft[] = [];
  for (const draft of drafts) {
    const last = rows.at(-1);
    if (last && isSameClosure(last, draft)) rows[rows.length - 1] = { ...last, to: draft.to };
    else rows.push(draft);
  }
  return rows;
}

function isSameClosure(a: Draft, b: Draft): boolean {
  return a.length + b.length === 0 && a.to === b.from && a.reason === b.reason && a.name === b.name;
}

/** The rows with every pause that costs open time put in as a row of its own. */
export function withPauses(drafts: readonly Draft[], pauses: readonly Span[], within: Span): Draft[] {
  const felt = pauses
    .map(({ start, end }) => ({ start: Math.max(start, within.start), end: Math.min(end, within.end) }))
    .filter(({ start, end }) => drafts.some((row) => row.length > 0 && row.from < end && row.to > start));
  if (felt.length === 0) return [...drafts];
  return [...rowsOutside(drafts, felt), ...felt.map((pause) => draftOf(null, pause, "paused"))].toSorted(
    inTime,
  );
}

/** What is left of rows in time order outside merged holes; a row that takes no time stays or goes whole. */
export function rowsOutside(rows: readonly Draft[], holes: readonly Span[]): Draft[] {
  const left: Draft[] = [];
  let next = 0;
  for (const row of rows) {
    while ((holes[next]?.end ?? Infinity) <= row.from) next++;
    const hole = holes[next];
    if (!hole || hole.start >= row.to) {
      if (row.from < row.to || hole?.start !== row.from) left.push(row);
    } else if (row.from < row.to) {
      const parts = cutSpans([{ start: row.from, end: row.to }], holes.slice(next));
      left.push(...parts.map(({ start, end }) => ({ ...row, from: start, to: end })));
    }
  }
  return left;
}

/** Everything outside `within` and inside the rows, as merged spans. */
export function takenSpans(rows: readonly Draft[], within: Span): Span[] {
  return mergedSpans([
    { start: -Infinity, end: within.start },
    ...rows.map(({ from, to }) => ({ start: from, end: to })),
    { start: within.end, end: Infinity },
  ]);
}
