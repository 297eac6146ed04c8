import type { Span } from "@troth/business-time";
import type { Due, Instant, RunnablePolicy, Target } from "./types.ts";

/** When `target` falls due for a clock that starts at `from`; due is null for a cell without a figure. */
export function dueOf(
  runnable: RunnablePolicy,
  target: Target,
  from: Instant,
  pauses: readonly Span[] = [],
): Due {
  const calendar = target.lowered === null ? undefined : runnable.calendars.get(target.lowered.calendar);
  const receipt =
    target.lowered === null ? null : (calendar?.explain(from, target.lowered.amount, pauses) ?? null);
  return {
    due: receipt?.due ?? null,
    firmness: target.firmness,
    op: target.op,
    rows: receipt?.rows ?? [],
  };
}
