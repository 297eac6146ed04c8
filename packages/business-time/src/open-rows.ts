import type { DayTime } from "./day-time.ts";
import { firstAbove, read } from "./index-table.ts";
import { openSpans } from "./open-days.ts";
import type { Plan } from "./plan.ts";
import { type Draft, draftOf, inTime, rowsOutside, takenSpans } from "./rows.ts";
import type { Span } from "./types.ts";

/** Rows of open time; where several schedules are open at once, the first named counts it (clock.md A9). */
export function openRows(plans: readonly Plan[], days: DayTime, within: Span): Draft[] {
  const [first, ...others] = plans;
  const rows = first ? rowsOfFirst(first, days, within) : [];
  for (const plan of others) rows.push(...rowsOfOther(plan, rows, within));
  return others.length > 0 ? rows.toSorted(inTime) : rows;
}

function rowsOfFirst(plan: Plan, days: DayTime, within: Span): Draft[] {
  const rows: Draft[] = [];
  for (let i = firstAbove(days.byEnd, within.start); read(days.starts, i) < within.end; i++) {
    const from = Math.max(read(days.starts, i), within.start);
    const to = Math.min(read(days.byEnd.keys, i), within.end);
    rows.push(openRow(plan, days.dates[i] ?? 0, { start: from, end: to }, read(days.lengths, i)));
  }
  return rows;
}

function rowsOfOther(plan: Plan, counted: readonly Draft[], within: Span): Draft[] {
  const spans = openSpans(plan, datesWithin(plan, within));
  return rowsOutside(
    spans.map((span) => openRow(plan, span.day, span, span.end - span.start)),
    takenSpans(counted, within),
  );
}

/** Every local date whose hours can reach into a span. */
function datesWithin({ zone }: Plan, { start, end }: Span): number[] {
  const first = zone.dayAt(start) - 1;
  return Array.from({ length: zone.dayAt(end) + 2 - first }, (_, i) => first + i);
}

function openRow(plan: Plan, day: number, span: Span, length: number): Draft {
  const special = plan.special.get(day);
  return draftOf(plan.schedule, span, special ? "special" : "open", special?.name, length);
}
