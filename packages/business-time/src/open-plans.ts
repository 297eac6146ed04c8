import { CalendarError } from "./errors.ts";
import { openSpans } from "./open-days.ts";
import { type Plan, planOf } from "./plan.ts";
import type { Schedule } from "./types.ts";

/** Reads schedules, each of which must have some open time (clock.md A10). */
export function openPlansOf(schedules: readonly Schedule[]): [Plan, ...Plan[]] {
  const [first, ...others] = schedules.map(planOf);
  if (!first) throw new CalendarError("no-open-time", "A calendar needs a schedule.");
  for (const plan of [first, ...others]) if (!hasOpenTime(plan)) throw noOpenTime(plan.schedule);
  return [first, ...others];
}

/** True when a schedule is open at any time at all. */
export function hasOpenTime(plan: Plan): boolean {
  if (plan.weekly.some((windows) => windows.length > 0)) return true;
  return openSpans(plan, [...plan.special.keys()]).length > 0;
}

export function noOpenTime({ id }: Schedule): CalendarError {
  const name = id === undefined ? "The schedule" : `Schedule "${id}"`;
  return new CalendarError("no-open-time", `${name} is never open, so no time can be counted on it.`);
}
