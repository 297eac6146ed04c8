import { weekdayOfDay } from "./civil.ts";
import type { Plan } from "./plan.ts";
import { cutSpans, inTime, mergedSpans } from "./spans.ts";
import type { Span } from "./types.ts";

/** A span of open time and the local date (days since 1970-01-01) whose hours opened it. */
export type DaySpan = Span & { readonly day: number };

/** The hours stated for a date, before breaks: special, else closed, else weekly (clock.md A2). */
export function windowsOn(plan: Plan, day: number): readonly Span[] {
  const special = plan.special.get(day);
  if (special) return special.windows;
  if (plan.closed.has(day)) return [];
  return plan.weekly[weekdayOfDay(day)] ?? [];
}

/** True when the zone leaps over the whole date, as Apia did on 2011-12-30 (clock.md A7). */
export function isSkipped({ zone }: Plan, day: number): boolean {
  return zone.instantOf(day, 0) >= zone.instantOf(day + 1, 0);
}

/** Windows of a date as merged spans of time. */
export function spansOf({ zone }: Plan, day: number, windows: readonly Span[]): Span[] {
  return mergedSpans(
    windows.map(({ start, end }) => ({ start: zone.instantOf(day, start), end: zone.instantOf(day, end) })),
  );
}

/** Every local date whose hours can reach into a span: a clock change can push their end into the next date. */
export function datesAround({ zone }: Plan, { start, end }: Span): number[] {
  const first = zone.dayAt(start) - 1;
  return Array.from({ length: zone.dayAt(end) + 2 - first }, (_, i) => first + i);
}

/** Open spans of the given dates (ascending), disjoint and sorted. */
export function openSpans(plan: Plan, days: readonly number[]): DaySpan[] {
  const open: DaySpan[] = [];
  for (const day of days) {
    const windows = windowsOn(plan, day);
    if (windows.length === 0 || isSkipped(plan, day)) continue;
    const breaks = plan.breaks.get(day)?.flatMap((pause) => pause.windows) ?? [];
    append(open, cutSpans(spansOf(plan, day, windows), spansOf(plan, day, breaks)), day);
  }
  return open;
}

/** A gap can push the end of one date's hours into the next date, which then keeps what is its own. */
function append(open: DaySpan[], spans: readonly Span[], day: number): void {
  const early: DaySpan[] = [];
  for (let last = open.at(-1); last && last.end > (spans[0]?.start ?? Infinity); last = open.at(-1)) {
    open.pop();
    early.push(...cutSpans([last], spans));
  }
  open.push(...[...early, ...spans.map((span) => ({ ...span, day }))].toSorted(inTime));
}
