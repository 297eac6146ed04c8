import { cutSpans, inTime } from "./spans.ts";
import type { RowReason, Schedule, Span } from "./types.ts";

/** A row before its share of the amount is known. `length` is the open time of its date, 0 for closed rows. */
export type Draft = Span & {
  readonly schedule: Schedule | null;
  readonly reason: RowReason;
  readonly name: string | null;
  readonly length: number;
};

/** A row of a schedule, or of none; closed and without a name unless said otherwise. */
export function draftOf(
  schedule: Schedule | null,
  { start, end }: Span,
  reason: RowReason,
  name: string | null = null,
  length = 0,
): Draft {
  return { start, end, schedule, reason, name, length };
}

/** Neighbours that are closed for one reason become one row (clock.md D3). */
export function folded(drafts: readonly Draft[]): Draft[] {
  const rows: Draft[] = [];
  for (const draft of drafts) {
    const last = rows.at(-1);
    if (last && isSameClosure(last, draft)) rows[rows.length - 1] = { ...last, end: draft.end };
    else rows.push(draft);
  }
  return rows;
}

function isSameClosure(a: Draft, b: Draft): boolean {
  return a.length + b.length === 0 && a.end === b.start && a.reason === b.reason && a.name === b.name;
}

/** The rows with every pause that costs open time put in as a row of its own. */
export function withPauses(drafts: readonly Draft[], pauses: readonly Span[], within: Span): Draft[] {
  const felt = pauses
    .map(({ start, end }) => ({ start: Math.max(start, within.start), end: Math.min(end, within.end) }))
    .filter(({ start, end }) => drafts.some((row) => row.length > 0 && row.start < end && row.end > start));
  const rows = felt.map((pause) => draftOf(null, pause, "paused"));
  return [...cutSpans(drafts, felt), ...rows].toSorted(inTime);
}
