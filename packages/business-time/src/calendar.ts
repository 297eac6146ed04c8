import { checkInstant, YEAR } from "./civil.ts";
import { CalendarError } from "./errors.ts";
import { daysBetween } from "./exact-days.ts";
import { rowsWithin } from "./explain.ts";
import { fractionOf } from "./fraction.ts";
import { firstAbove, read } from "./index-table.ts";
import { openPlanOf } from "./open-plans.ts";
import { countedBetween, pausesInOrder } from "./pauses.ts";
import type { Plan } from "./plan.ts";
import { type Draft, withPauses } from "./rows.ts";
import { directionOf, seek } from "./seek.ts";
import { type Answered, withShares } from "./shares.ts";
import { type LayOut, layOutOf, type Timeline } from "./timeline.ts";
import type { Amount, Calendar, Instant, Schedule, Span } from "./types.ts";

export type CalendarOptions = {
  /** Lay out the open time from here … */
  readonly from?: Instant;
  /** … to here when compiling, instead of at the first question. */
  readonly to?: Instant;
};

/**
 * Compiles a schedule, or the union of several (business days then follow the first). Refuses unknown
 * zones, times and dates that do not exist, and a schedule without any open time (clock.md A1–A10).
 */
export function compileCalendar(
  schedule: Schedule | readonly Schedule[],
  { from, to = from }: CalendarOptions = {},
): Calendar {
  const schedules = [schedule].flat();
  const [first, ...others] = schedules.map(openPlanOf);
  if (!first) throw new CalendarError("no-open-time", "A calendar needs a schedule.");
  const plans: readonly [Plan, ...Plan[]] = [first, ...others];
  const questions = questionsOf(layOutOf(plans), ({ days }, within, asked) =>
    rowsWithin(plans, days, within, asked),
  );
  if (from !== undefined && to !== undefined) questions.between(from, to);
  return { isAlways: isAlwaysOpen(first), schedules, ...questions };
}

/** Every instant open and every day 24 hours: only then are its amounts elapsed time. */
function isAlwaysOpen({ zone, weekly, closed, special, breaks }: Plan): boolean {
  if (!zone.isFixed || closed.size + special.size + breaks.size > 0) return false;
  return weekly.every((windows) => windows.some(({ start, end }) => end - start === 1440));
}

type Questions = Omit<Calendar, "isAlways" | "schedules">;

/** How far an answer is sought, in years. */
const REACHES = [0, 1, 3, 7, 15, 30];

/** What a calendar answers about its open time. */
export function questionsOf(
  layOut: LayOut,
  rowsOf: (line: Timeline, within: Span, asked: Answered) => Draft[],
): Questions {
  function lineOf(from: Instant, to: Instant): Timeline {
    checkInstant(from);
    checkInstant(to);
    return layOut(from, to);
  }

  function add(from: Instant, amount: Amount, pauses: readonly Span[]): Instant | null {
    checkInstant(from);
    const direction = directionOf(amount);
    for (const years of REACHES) {
      const line = layOut(from, from + direction * years * YEAR);
      const due = seek(line, from, amount, pauses);
      if (due >= line.lo && due <= line.hi) return due;
    }
    if (layOut(from, from).hi === Infinity) return null;
    throw new CalendarError("horizon", "The amount is not used up within 30 years.");
  }

  return {
    isOpen(at) {
      const { open } = lineOf(at, at);
      return at >= read(open.starts, firstAbove(open.byEnd, at));
    },
    add: (from, amount, pauses) => add(from, amount, pausesInOrder(pauses)),
    between: (from, to, pauses) => countedBetween(lineOf(from, to).open, from, to, pausesInOrder(pauses)),
    betweenDays(from, to, pauses) {
      return fractionOf(daysBetween(lineOf(from, to).days, from, to, pausesInOrder(pauses)));
    },
    explain(from, amount, given) {
      const pauses = pausesInOrder(given);
      const due = add(from, amount, pauses);
      if (due === null) return null;
      const asked = { from, due, amount, pauses };
      const line = layOut(from, due);
      const within = { start: Math.min(from, due), end: Math.max(from, due) };
      const rows = from === due ? [] : withPauses(rowsOf(line, within, asked), pauses, within);
      return { from, due, rows: withShares(rows, line.days, asked) };
    },
    nextChange(at) {
      checkInstant(at);
      for (const years of REACHES) {
        const { open, hi } = layOut(at, at + years * YEAR);
        const i = firstAbove(open.byEnd, at);
        const start = read(open.starts, i);
        const change = at < start ? start : read(open.byEnd.keys, i);
        if (i < open.count && change < hi) return { at: change, isOpen: change === start };
      }
      return null;
    },
  };
}
