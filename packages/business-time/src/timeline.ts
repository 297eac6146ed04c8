import { YEAR } from "./civil.ts";
import { type DayTime, dayTimeOf } from "./day-time.ts";
import { CalendarError } from "./errors.ts";
import { type DaySpan, openSpans } from "./open-days.ts";
import { type OpenTime, openTimeOf } from "./open-time.ts";
import type { Plan } from "./plan.ts";
import { mergedSpans } from "./spans.ts";
import type { Instant } from "./types.ts";

/** Open time laid out for all instants of `[lo, hi)`; every date that reaches into it is whole. */
export type Timeline = {
  readonly lo: Instant;
  readonly hi: Instant;
  /** The union of all schedules (clock.md A9). */
  readonly open: OpenTime;
  /** Days follow the first-named schedule. */
  readonly days: DayTime;
};

/** The timeline of a calendar: laid out where it is asked for, longer when an answer needs it. */
export type Stretch = {
  /** True when open time never ends; false for special dates alone. */
  readonly isEndless: boolean;
  /** Contains both instants. Refuses a distance above 100 years. */
  covering(from: Instant, to: Instant): Timeline;
  /** Reaches further from `from`, forwards (1) or backwards (-1), but never beyond 30 years: then null. */
  further(line: Timeline, from: Instant, direction: 1 | -1): Timeline | null;
};

const HORIZON = 30 * YEAR;
const LONGEST = 100 * YEAR;
const MOST_KEPT = 64 * YEAR;
const LEAD = YEAR / 4;
// A clock change can push the end of a date's hours into the next date.
const MARGIN_DAYS = 1;

export function stretchOf(plans: readonly Plan[]): Stretch {
  const isEndless = plans.some(({ weekly }) => weekly.some((windows) => windows.length > 0));
  return isEndless ? growingStretch(plans) : wholeStretch(plans);
}

/** Schedules of special dates alone have a first and a last open instant. */
function wholeStretch(plans: readonly Plan[]): Stretch {
  const lists = plans.map((plan) =>
    openSpans(
      plan,
      [...plan.special.keys()].toSorted((a, b) => a - b),
    ),
  );
  const line = timelineOf(lists, -Infinity, Infinity);
  return { isEndless: false, covering: () => line, further: () => null };
}

function growingStretch(plans: readonly Plan[]): Stretch {
  let line: Timeline | null = null;

  function layOut(lo: Instant, hi: Instant): Timeline {
    const lists = plans.map((plan) => openSpans(plan, datesBetween(plan, lo, hi)));
    line = timelineOf(lists, lo, hi);
    return line;
  }

  function covering(from: Instant, to: Instant): Timeline {
    if (line && from >= line.lo && to < line.hi) return line;
    if (to - from > LONGEST) {
      throw new CalendarError("horizon", "The two instants lie more than 100 years apart.");
    }
    const lo = line && from >= line.lo ? line.lo : from - LEAD;
    const hi = line && to < line.hi ? line.hi : to + 3 * LEAD;
    return hi - lo <= MOST_KEPT ? layOut(lo, hi) : layOut(from - LEAD, to + 3 * LEAD);
  }

  function further(known: Timeline, from: Instant, direction: 1 | -1): Timeline | null {
    const size = known.hi - known.lo;
    const edge = direction > 0 ? known.hi : known.lo;
    if ((edge - from) * direction >= HORIZON) return null;
    const next = from + direction * Math.min((edge - from) * direction + size, HORIZON);
    return direction > 0 ? covering(from, next) : covering(next, from);
  }

  return { isEndless: true, covering, further };
}

function timelineOf(lists: readonly (readonly DaySpan[])[], lo: Instant, hi: Instant): Timeline {
  return { lo, hi, open: openTimeOf(mergedSpans(lists.flat())), days: dayTimeOf(lists[0] ?? []) };
}

function datesBetween({ zone }: Plan, lo: Instant, hi: Instant): number[] {
  const first = zone.dayAt(lo) - MARGIN_DAYS;
  const count = zone.dayAt(hi) + MARGIN_DAYS - first + 1;
  return Array.from({ length: count }, (_, i) => first + i);
}
