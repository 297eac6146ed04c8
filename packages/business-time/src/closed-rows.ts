import { weekdayOfDay } from "./civil.ts";
import type { DayTime } from "./day-time.ts";
import { spansOf, windowsOn } from "./open-days.ts";
import type { Plan } from "./plan.ts";
import { type Draft, draftOf } from "./rows.ts";
import { cutSpans } from "./spans.ts";
import type { Instant, RowReason, Span } from "./types.ts";

/** Rows for what is closed by a schedule: breaks, and whole dates. */
export function closedRows(plan: Plan, days: DayTime, { start, end }: Span): Draft[] {
  const rows: Draft[] = [];
  const last = plan.zone.dayAt(end);
  for (let day = plan.zone.dayAt(start); day <= last; day++) {
    if (plan.breaks.has(day)) rows.push(...breakRows(plan, day));
    if (!days.lengths.has(day)) rows.push(...closedDate(plan, day));
  }
  return rows;
}

/** Why nothing counts right after (or before) the question was put, up to the next row or midnight. */
export function edgeRow(plan: Plan, from: Instant, nextRowAt: Instant, isBackwards: boolean): Draft[] {
  const { zone } = plan;
  const day = zone.dayAt(isBackwards ? from - 1 : from);
  const midnight = zone.instantOf(isBackwards ? day : day + 1, 0);
  const span = isBackwards
    ? { start: Math.max(midnight, nextRowAt), end: from }
    : { start: from, end: Math.min(midnight, nextRowAt) };
  return span.start < span.end ? [draftOf(plan.schedule, span, "closed")] : [];
}

function closedDate(plan: Plan, day: number): Draft[] {
  const span = { start: plan.zone.instantOf(day, 0), end: plan.zone.instantOf(day + 1, 0) };
  const hasHours = windowsOn(plan, day).length > 0;
  const isSkipped = span.start >= span.end;
  if (hasHours ? plan.breaks.has(day) && !isSkipped : isSkipped) return [];
  const [reason, name] = hasHours ? (["gap", null] as const) : closureOf(plan, day);
  return [draftOf(plan.schedule, span, reason, name)];
}

/** A holiday on a weekday that is never open is not the reason why it is closed. */
function closureOf(plan: Plan, day: number): readonly [RowReason, string | null] {
  if (plan.weekly[weekdayOfDay(day)]?.length === 0) return ["closed", null];
  const special = plan.special.get(day);
  return special ? ["special", special.name] : ["holiday", plan.closed.get(day) ?? null];
}

function breakRows(plan: Plan, day: number): Draft[] {
  const rows: Draft[] = [];
  let left = spansOf(plan, day, windowsOn(plan, day));
  for (const { name, windows } of plan.breaks.get(day) ?? []) {
    const kept = cutSpans(left, spansOf(plan, day, windows));
    rows.push(...cutSpans(left, kept).map((span) => draftOf(plan.schedule, span, "break", name)));
    left = kept;
  }
  return rows;
}
