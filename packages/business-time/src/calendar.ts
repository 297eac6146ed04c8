import { CompiledCalendar } from "./compiled-calendar.ts";
import { CalendarError } from "./errors.ts";
import { rowsWithin } from "./explain.ts";
import { openPlanOf } from "./open-plans.ts";
import type { Plan } from "./plan.ts";
import { layOutOf } from "./timeline.ts";
import type { Calendar, Instant, Schedule } from "./types.ts";

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
  const calendar = new CompiledCalendar(
    isAlwaysOpen(first),
    schedules,
    layOutOf(plans),
    ({ days }, within, asked) => rowsWithin(plans, days, within, asked),
  );
  if (from !== undefined && to !== undefined) calendar.between(from, to);
  return calendar;
}

/** Every instant open and every day 24 hours: only then are its amounts elapsed time. */
function isAlwaysOpen({ zone, weekly, closed, special, breaks }: Plan): boolean {
  if (!zone.isFixed || closed.size + special.size + breaks.size > 0) return false;
  return weekly.every((windows) => windows.some(({ start, end }) => end - start === 1440));
}
