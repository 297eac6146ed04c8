import { type Calendar, instantOf, offsetOf, type Span } from "@troth/business-time";
import type { Amount, Due, Fraction, Instant, RunnablePolicy, Target } from "./types.ts";

const MINUTE_MS = 60_000;

/** When `target` falls due for a clock that starts at `from`; due is null for a cell without a figure. */
export function dueOf(
  runnable: RunnablePolicy,
  target: Target,
  from: Instant,
  pauses: readonly Span[] = [],
): Due {
  const calendar = target.lowered === null ? undefined : runnable.calendars.get(target.lowered.calendar);
  const receipt =
    target.lowered === null || calendar === undefined
      ? null
      : calendar.explain(from, amountFrom(target, calendar, from) ?? target.lowered.amount, pauses);
  return {
    due: receipt?.due ?? null,
    firmness: target.firmness,
    op: target.op,
    rows: receipt?.rows ?? [],
  };
}

/**
 * What a clock that starts at `from` counts: the target's amount, or where the policy's business days end at closing
 * or at the time of the start, the amount that leads there. Null for a cell without a figure.
 */
export function amountFrom(target: Target, calendar: Calendar, from: Instant): Amount | null {
  const { lowered, daysEnd } = target;
  if (lowered === null || daysEnd === undefined || "ms" in lowered.amount) return lowered?.amount ?? null;
  if (calendar.isAlways) return lowered.amount;
  const zone = calendar.schedules[0]?.zone ?? "UTC";
  const start = daysEnd === "next-day-at-closing" ? from : calendar.add(from, { days: 0 });
  if (start === null) return lowered.amount;
  const endOfDate = instantOf(zone, dateAt(zone, start), "24:00");
  if (daysEnd === "same-day-at-closing") return { days: calendar.betweenDays(start, endOfDate) };
  const atClosing = sum(calendar.betweenDays(start, endOfDate), lowered.amount.days);
  if (daysEnd !== "at-same-time") return { days: atClosing };
  const closing = calendar.add(start, { days: atClosing });
  if (closing === null) return lowered.amount;
  const sameMinute = instantOf(zone, dateAt(zone, closing - 1), clockAt(zone, start));
  return { days: calendar.betweenDays(start, sameMinute + (start % MINUTE_MS)) };
}

/** The wall clock of a zone at an instant, as ISO text. */
const wallAt = (zone: string, at: Instant): string => new Date(at + offsetOf(zone, at)).toISOString();

const dateAt = (zone: string, at: Instant): string => wallAt(zone, at).slice(0, 10);

const clockAt = (zone: string, at: Instant): string => wallAt(zone, at).slice(11, 16);

/** Whole days are counted: half a day more ends with the day it falls into. */
function sum(left: Fraction, days: Fraction | number): Fraction {
  const whole = typeof days === "number" ? Math.ceil(days) : Math.ceil(days.num / days.den);
  return { num: left.num + whole * left.den, den: left.den };
}
