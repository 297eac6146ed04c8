import { checkInstant } from "./civil.ts";
import { CalendarError } from "./errors.ts";
import { explained } from "./explain.ts";
import { type Exact, fractionOf } from "./fraction.ts";
import { firstAbove, read } from "./index-table.ts";
import { openPlansOf } from "./open-plans.ts";
import { openBefore } from "./open-time.ts";
import { countedBetween, pausesInOrder } from "./pauses.ts";
import type { Plan } from "./plan.ts";
import { dayMeasure, directionOf, msMeasure, seek } from "./seek.ts";
import { type Stretch, stretchOf, type Timeline } from "./timeline.ts";
import type { Amount, Calendar, Fraction, Instant, Schedule, Span } from "./types.ts";

export type CalendarOptions = {
  /** Lay out the open time from here … */
  readonly from?: Instant;
  /** … to here when compiling, instead of at the first question. */
  readonly to?: Instant;
};

const NO_PAUSES: readonly Span[] = [];

/**
 * Compiles a schedule, or the union of several (business days then follow the first). Refuses unknown
 * zones, times and dates that do not exist, and a schedule without any open time (clock.md A1–A10).
 */
export function compileCalendar(
  schedule: Schedule | readonly Schedule[],
  options: CalendarOptions = {},
): Calendar {
  const schedules: readonly Schedule[] = "zone" in schedule ? [schedule] : [...schedule];
  const plans = openPlansOf(schedules);
  const stretch = stretchOf(plans);
  if (options.from !== undefined) layOut(stretch, options.from, options.to ?? options.from);
  return {
    isAlways: isAlwaysOpen(plans[0]),
    schedules,
    isOpen: (at) => isOpen(stretch, at),
    add: (from, amount, pauses = NO_PAUSES) => add(stretch, from, amount, pausesInOrder(pauses)),
    between: (from, to, pauses = NO_PAUSES) => between(stretch, from, to, pausesInOrder(pauses)),
    betweenDays: (from, to, pauses = NO_PAUSES) => betweenDays(stretch, from, to, pausesInOrder(pauses)),
    explain: (from, amount, pauses = NO_PAUSES) => {
      const ordered = pausesInOrder(pauses);
      const due = add(stretch, from, amount, ordered);
      if (due === null) return null;
      const line = stretch.covering(Math.min(from, due), Math.max(from, due));
      return explained(plans, line, { from, due, amount, pauses: ordered });
    },
    nextChange: (at) => nextChange(stretch, at),
  };
}

function layOut(stretch: Stretch, from: Instant, to: Instant): void {
  checkInstant(from);
  checkInstant(to);
  stretch.covering(Math.min(from, to), Math.max(from, to));
}

/** Every instant open and every day 24 hours: only then are its amounts elapsed time. */
function isAlwaysOpen(plan: Plan): boolean {
  if (!plan.zone.isFixed || plan.closed.size + plan.special.size + plan.breaks.size > 0) return false;
  return plan.weekly.every((windows) => windows.some(({ from, to }) => from === 0 && to === 1440));
}

function isOpen(stretch: Stretch, at: Instant): boolean {
  checkInstant(at);
  const { open } = stretch.covering(at, at);
  return at >= read(open.starts, firstAbove(open.byEnd, at));
}

function add(stretch: Stretch, from: Instant, amount: Amount, pauses: readonly Span[]): Instant | null {
  checkInstant(from);
  const direction = directionOf(amount);
  let line: Timeline | null = stretch.covering(from, from);
  while (line) {
    const due = seek(line, from, amount, pauses);
    if (due >= line.lo && due <= line.hi) return due;
    line = stretch.further(line, from, direction);
  }
  if (!stretch.isEndless) return null;
  throw new CalendarError("horizon", "The amount is not used up within 30 years.");
}

function between(stretch: Stretch, from: Instant, to: Instant, pauses: readonly Span[]): number {
  checkInstant(from);
  checkInstant(to);
  if (to < from) return 0 - between(stretch, to, from, pauses);
  const { open } = stretch.covering(from, to);
  if (pauses.length === 0) return openBefore(open, to) - openBefore(open, from);
  return countedBetween(msMeasure(open), from, to, pauses);
}

function betweenDays(stretch: Stretch, from: Instant, to: Instant, pauses: readonly Span[]): Fraction {
  checkInstant(from);
  checkInstant(to);
  const [start, end] = from <= to ? [from, to] : [to, from];
  const counted: Exact = countedBetween(dayMeasure(stretch.covering(start, end).days), start, end, pauses);
  return fractionOf(from <= to ? counted : { num: -counted.num, den: counted.den });
}

function nextChange(stretch: Stretch, at: Instant): { at: Instant; isOpen: boolean } | null {
  checkInstant(at);
  let line: Timeline | null = stretch.covering(at, at);
  while (line) {
    const { open, hi }: Timeline = line;
    const i = firstAbove(open.byEnd, at);
    const start = read(open.starts, i);
    const change = at < start ? start : read(open.byEnd.keys, i);
    if (i < open.count && change < hi) return { at: change, isOpen: change === start };
    line = stretch.further(line, at, 1);
  }
  return null;
}
