import { DAY } from "./civil.ts";
import type { DayTime } from "./day-time.ts";
import { CalendarError } from "./errors.ts";
import { walked } from "./exact-days.ts";
import { type Exact, exactOf, rounded } from "./fraction.ts";
import { instantAt, type OpenTime } from "./open-time.ts";
import { firstCounted, totalAfter } from "./pauses.ts";
import type { Timeline } from "./timeline.ts";
import type { Amount, Instant, Span } from "./types.ts";

/** More than any 30 years hold. */
export const MOST_DAYS = 31 * 366;

/** 1 to count forwards, -1 backwards. Refuses what is no amount, and more than any 30 years hold. */
export function directionOf(amount: Amount): 1 | -1 {
  const days = sizeOf(amount);
  if (!Number.isFinite(days)) {
    throw new CalendarError(
      "bad-amount",
      "An amount is a whole number of milliseconds, or days: a number or a fraction of whole numbers.",
    );
  }
  if (Math.abs(days) > MOST_DAYS) {
    throw new CalendarError("horizon", "The amount is not used up within 30 years.");
  }
  return days < 0 ? -1 : 1;
}

/** About how many days; NaN for what is no amount. */
function sizeOf(amount: Amount): number {
  if ("ms" in amount) return Number.isSafeInteger(amount.ms) ? amount.ms / DAY : Number.NaN;
  const { days } = amount;
  if (typeof days === "number") return days;
  const { num, den } = days;
  return Number.isSafeInteger(num) && Number.isSafeInteger(den) && den > 0 ? num / den : Number.NaN;
}

/** Where the amount is used up within a timeline; NaN when that lies outside. `pauses` in order. */
export function seek(
  { open, days }: Timeline,
  from: Instant,
  amount: Amount,
  pauses: readonly Span[],
): Instant {
  if ("ms" in amount) return dueOn(open, from, amount.ms, pauses);
  return days.parts > 0 && typeof amount.days === "number" && Number.isInteger(amount.days)
    ? dueOn(days, from, amount.days * days.parts, pauses)
    : dueInDays(days, from, exactOf(amount.days), pauses);
}

function dueInDays(time: DayTime, from: Instant, days: Exact, pauses: readonly Span[]): Instant {
  if (time.parts === 0 && days.num !== 0n) return walked(time, from, days, pauses);
  return dueOn(time, from, rounded(days, time.parts), pauses);
}

function dueOn(open: OpenTime, from: Instant, amount: number, pauses: readonly Span[]): Instant {
  if (amount === 0) return firstCounted(open, from, pauses);
  return instantAt(open, totalAfter(open, from, amount, pauses), amount > 0);
}
