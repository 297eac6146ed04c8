import { DAY } from "./civil.ts";
import { addWholeDays, type DayTime, daysBefore, earliestAtDays, latestAtDays } from "./day-time.ts";
import { CalendarError } from "./errors.ts";
import { compare, type Exact, exactOf, minus, plus } from "./fraction.ts";
import { earliestAt, firstOpenAt, latestAt, type OpenTime, openBefore } from "./open-time.ts";
import { type Measure, targetAfter, targetBefore } from "./pauses.ts";
import type { Timeline } from "./timeline.ts";
import type { Amount, Fraction, Instant, Span } from "./types.ts";

const MOST_DAYS = 31 * 366;

/** 1 to count forwards, -1 backwards. Refuses what is no amount, and more than any 30 years hold. */
export function directionOf(amount: Amount): 1 | -1 {
  if ("ms" in amount) {
    if (!Number.isSafeInteger(amount.ms)) {
      throw new CalendarError("bad-amount", `${String(amount.ms)} is not a whole number of milliseconds.`);
    }
    if (Math.abs(amount.ms) > MOST_DAYS * DAY) throw tooMuch();
    return amount.ms < 0 ? -1 : 1;
  }
  const { days } = amount;
  const size = typeof days === "number" ? days : fractionSize(days);
  if (!Number.isFinite(size))
    throw new CalendarError("bad-amount", `${String(size)} is not a number of days.`);
  if (Math.abs(size) > MOST_DAYS) throw tooMuch();
  return size < 0 ? -1 : 1;
}

function fractionSize(days: Fraction): number {
  const { num, den } = exactOf(days);
  return Number(num) / Number(den);
}

function tooMuch(): CalendarError {
  return new CalendarError("horizon", "The amount is more than any 30 years hold.");
}

/** Where the amount is used up within a timeline; NaN when that lies outside. `pauses` in order. */
export function seek(line: Timeline, from: Instant, amount: Amount, pauses: readonly Span[]): Instant {
  if ("ms" in amount) return seekMs(line.open, from, amount.ms, pauses);
  return seekDays(line.days, from, amount.days, pauses);
}

function seekMs(open: OpenTime, from: Instant, ms: number, pauses: readonly Span[]): Instant {
  if (ms === 0) return firstCounted(open, from, pauses);
  if (pauses.length === 0) {
    const total = openBefore(open, from) + ms;
    return ms > 0 ? earliestAt(open, total) : latestAt(open, total);
  }
  const measure = msMeasure(open);
  return ms > 0
    ? earliestAt(open, targetAfter(measure, from, ms, pauses))
    : latestAt(open, targetBefore(measure, from, -ms, pauses));
}

function seekDays(time: DayTime, from: Instant, days: Fraction | number, pauses: readonly Span[]): Instant {
  if (pauses.length === 0 && typeof days === "number" && Number.isInteger(days) && days !== 0) {
    const due = addWholeDays(time, from, days);
    if (due !== null) return due;
  }
  const amount = exactOf(days);
  if (amount.num === 0n) return firstCounted(time, from, pauses);
  const measure = dayMeasure(time);
  return amount.num > 0n
    ? earliestAtDays(time, targetAfter(measure, from, amount, pauses))
    : latestAtDays(time, targetBefore(measure, from, { num: -amount.num, den: amount.den }, pauses));
}

function firstCounted(open: OpenTime | DayTime, from: Instant, pauses: readonly Span[]): Instant {
  let at = firstOpenAt(open, from);
  for (const { start, end } of pauses) if (at >= start && at < end) at = firstOpenAt(open, end);
  return at;
}

export function msMeasure(open: OpenTime): Measure<number> {
  return {
    before: (at) => openBefore(open, at),
    plus: (a, b) => a + b,
    minus: (a, b) => a - b,
    isMore: (a, b) => a > b,
  };
}

export function dayMeasure(time: DayTime): Measure<Exact> {
  return { before: (at) => daysBefore(time, at), plus, minus, isMore: (a, b) => compare(a, b) > 0 };
}
