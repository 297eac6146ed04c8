import { dateOfDay } from "./civil.ts";
import { CalendarError, type CalendarErrorCode } from "./errors.ts";
import { windowsOn } from "./open-days.ts";
import { openPlanOf } from "./open-plans.ts";
import { type Plan, WEEKDAYS } from "./plan.ts";
import { cutSpans, inTime, mergedSpans } from "./spans.ts";
import type { Schedule, Span } from "./types.ts";
import { fixedOffsetOf } from "./zone.ts";

/** Something to tell the author of a schedule. Errors stop it from being compiled, warnings do not. */
export type ScheduleFinding = {
  readonly severity: "error" | "warning";
  readonly code:
    | CalendarErrorCode
    | "fixed-offset"
    | "overlapping-hours"
    | "closed-and-special"
    | "idle-break";
  readonly message: string;
};

/** What is wrong or odd about a schedule; never throws. Empty when there is nothing to say. */
export function findingsOf(schedule: Schedule): ScheduleFinding[] {
  try {
    return warningsOf(openPlanOf(schedule));
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    return [{ severity: "error", code: error.code, message: error.message }];
  }
}

function warningsOf(plan: Plan): ScheduleFinding[] {
  const { schedule, weekly, closed, special, breaks } = plan;
  const found: ScheduleFinding[] = [];

  function warn(code: ScheduleFinding["code"], message: string): void {
    found.push({ severity: "warning", code, message });
  }

  function warnOfOverlap(where: string, windows: readonly Span[]): void {
    const isOverlapping = windows
      .toSorted(inTime)
      .some(({ start }, i, sorted) => start < (sorted[i - 1]?.end ?? 0));
    if (isOverlapping) warn("overlapping-hours", `On ${where} hours overlap; they count once.`);
  }

  // clock.md E3.
  if (fixedOffsetOf(schedule.zone) !== null) {
    warn("fixed-offset", `"${schedule.zone}" is an offset, not a place: it will not follow daylight saving.`);
  }
  weekly.forEach((windows, day) => warnOfOverlap(WEEKDAYS[day] ?? "", windows));
  for (const [day, { windows }] of special) {
    const date = dateOfDay(day);
    warnOfOverlap(date, windows);
    if (closed.has(day)) {
      warn("closed-and-special", `${date} is both closed and special; the special hours hold.`);
    }
  }
  for (const [day, list] of breaks) {
    const open = windowsOn(plan, day);
    const isIdle = list.some(({ windows }) =>
      cutSpans(open, mergedSpans(windows)).every((left) => open.includes(left)),
    );
    if (isIdle) warn("idle-break", `A break on ${dateOfDay(day)} lies outside the hours of that date.`);
  }
  return found;
}
