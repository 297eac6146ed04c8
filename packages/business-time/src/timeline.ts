import { YEAR } from "./civil.ts";
import { type DayTime, dayTimeOf } from "./day-time.ts";
import { CalendarError } from "./errors.ts";
import { type MsTime, msTimeOf } from "./ms-time.ts";
import { type DaySpan, datesAround, openSpans } from "./open-days.ts";
import { isOpenWeekly } from "./open-plans.ts";
import type { Plan } from "./plan.ts";
import { mergedSpans } from "./spans.ts";
import type { Instant } from "./types.ts";

/**
 * Open time laid out for all instants of `[lo, hi)`; every date that reaches into it is whole. `hi` is
 * Infinity when there is no open time beyond.
 */
export type Timeline = {
  readonly lo: Instant;
  readonly hi: Instant;
  /** The union of all schedules (clock.md A9), counted in milliseconds. */
  readonly open: MsTime;
  /** Days follow the first-named schedule. */
  readonly days: DayTime;
};

/**
 * The timeline of a calendar that contains two instants, in any order: the known one, if it does. Refuses a
 * distance above 100 years.
 */
export type LayOut = (known: Timeline, a: Instant, b: Instant) => Timeline;

const LONGEST = 100 * YEAR;
const MOST_KEPT = 64 * YEAR;
const LEAD = YEAR / 4;

/** Where nothing is laid out yet. */
export const NOWHERE = timelineOf([], Infinity, -Infinity);

/** Where open time never ends, lays out what is asked; schedules of special dates alone are laid out whole. */
export function layOutOf(plans: readonly Plan[]): LayOut {
  if (plans.some(isOpenWeekly)) return growing(plans);
  const lists = plans.map((plan) =>
    openSpans(
      plan,
      [...plan.special.keys()].toSorted((a, b) => a - b),
    ),
  );
  const whole = timelineOf(lists, -Infinity, Infinity);
  return () => whole;
}

/** Longer than the known one when an answer needs that, anew when the question is far away. */
function growing(plans: readonly Plan[]): LayOut {
  return (known, a, b) => {
    if (a >= known.lo && a < known.hi && b >= known.lo && b < known.hi) return known;
    if (Math.abs(a - b) > LONGEST) {
      throw new CalendarError("horizon", "The two instants lie more than 100 years apart.");
    }
    const asked = { start: Math.min(a, b) - LEAD, end: Math.max(a, b) + 3 * LEAD };
    const both = { start: Math.min(asked.start, known.lo), end: Math.max(asked.end, known.hi) };
    const span = both.end - both.start > MOST_KEPT ? asked : both;
    const lists = plans.map((plan) => openSpans(plan, datesAround(plan, span)));
    return timelineOf(lists, span.start, span.end);
  };
}

function timelineOf(lists: readonly (readonly DaySpan[])[], lo: Instant, hi: Instant): Timeline {
  return { lo, hi, open: msTimeOf(mergedSpans(lists.flat())), days: dayTimeOf(lists[0] ?? []) };
}
