import { DAY, MINUTE, weekdayOfDay } from "./civil.ts";
import type { NamedWindows, Plan, Window } from "./plan.ts";
import { cutSpans, mergedSpans } from "./spans.ts";
import type { Span } from "./types.ts";

/** A span of open time and the local date (days since 1970-01-01) whose hours opened it. */
export type DaySpan = Span & { readonly day: number };

/** The hours stated for a date, before breaks: special, else closed, else weekly (clock.md A2). */
export function windowsOn(plan: Plan, day: number): readonly Window[] {
  const special = plan.special.get(day);
  if (special) return special.windows;
  if (plan.closed.has(day)) return [];
  return plan.weekly[weekdayOfDay(day)] ?? [];
}

/** True when the zone leaps over the whole date, as Apia did on 2011-12-30 (clock.md A7). */
export function isSkipped(plan: Plan, day: number): boolean {
  const { zone } = plan;
  return zone.steadyOffset(day) === null && zone.instantOf(day, 0) >= zone.instantOf(day + 1, 0);
}

/** Windows of a date as merged spans of time. */
export function spansOf(plan: Plan, day: number, windows: readonly Window[]): Span[] {
  const { zone } = plan;
  const offset = zone.steadyOffset(day);
  const at = (minute: number): number =>
    offset === null ? zone.instantOf(day, minute) : day * DAY + minute * MINUTE - offset;
  return mergedSpans(windows.map(({ from, to }) => ({ start: at(from), end: at(to) })));
}

/** Open spans of the given dates (ascending), disjoint and sorted. */
export function openSpans(plan: Plan, days: readonly number[]): DaySpan[] {
  const open: DaySpan[] = [];
  for (const day of days) {
    const windows = windowsOn(plan, day);
    if (windows.length === 0 || isSkipped(plan, day)) continue;
    append(open, openSpansOn(plan, day, windows), day);
  }
  return open;
}

function openSpansOn(plan: Plan, day: number, windows: readonly Window[]): Span[] {
  const spans = spansOf(plan, day, windows);
  const breaks: readonly NamedWindows[] | undefined = plan.breaks.get(day);
  if (!breaks) return spans;
  return cutSpans(
    spans,
    spansOf(
      plan,
      day,
      breaks.flatMap(({ windows: cut }) => cut),
    ),
  );
}

/** A gap can push the end of one date's hours into the next date, which then keeps what is its own. */
function append(open: DaySpan[], spans: readonly Span[], day: number): void {
  const first = spans[0];
  if (!first) return;
  const early: DaySpan[] = [];
  for (let last = open.at(-1); last && last.end > first.start; last = open.at(-1)) {
    open.pop();
    early.push(...cutSpans([last], spans).map((span) => ({ ...span, day: last.day })));
  }
  const own = spans.map(({ start, end }) => ({ start, end, day }));
  if (early.length === 0) open.push(...own);
  else open.push(...[...early, ...own].toSorted((a, b) => a.start - b.start));
}
