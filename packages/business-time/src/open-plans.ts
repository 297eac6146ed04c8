import { CalendarError } from "./errors.ts";
import { openSpans } from "./open-days.ts";
import { type Plan, planOf } from "./plan.ts";
import type { Schedule } from "./types.ts";

/** Reads a schedule, which must be open at some time (clock.md A10). */
export function openPlanOf(schedule: Schedule): Plan {
  const plan = planOf(schedule);
  if (isOpenWeekly(plan) || openSpans(plan, [...plan.special.keys()]).length > 0) return plan;
  const name = schedule.id ?? schedule.zone;
  throw new CalendarError(
    "no-open-time",
    `Schedule "${name}" is never open, so no time can be counted on it.`,
  );
}

/** True when open time never ends; false for special dates alone. */
export function isOpenWeekly({ weekly }: Plan): boolean {
  return weekly.some((windows) => windows.length > 0);
}
