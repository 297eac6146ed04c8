import { dateOfDay } from "./civil.ts";
import { CalendarError, type CalendarErrorCode } from "./errors.ts";
import { windowsOn } from "./open-days.ts";
import { hasOpenTime, noOpenTime } from "./open-plans.ts";
import { type Plan, planOf, WEEKDAYS, type Window } from "./plan.ts";
import type { Schedule } from "./types.ts";
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
  let plan: Plan;
  try {
    plan = planOf(schedule);
  } catch (error) {
    if (error instanceof CalendarError) return [errorOf(error)];
    throw error;
  }
  const closed = hasOpenTime(plan) ? [] : [errorOf(noOpenTime(schedule))];
  return [
    ...closed,
    ...offsetWarning(schedule),
    ...overlaps(plan),
    ...contradictions(plan),
    ...idleBreaks(plan),
  ];
}

function errorOf({ code, message }: CalendarError): ScheduleFinding {
  return { severity: "error", code, message };
}

function warning(code: ScheduleFinding["code"], message: string): ScheduleFinding {
  return { severity: "warning", code, message };
}

/** clock.md E3. */
function offsetWarning({ zone }: Schedule): ScheduleFinding[] {
  if (fixedOffsetOf(zone) === null) return [];
  return [
    warning("fixed-offset", `"${zone}" is an offset, not a place: it will not follow daylight saving.`),
  ];
}

function overlaps({ weekly, special }: Plan): ScheduleFinding[] {
  const lists: ReadonlyArray<readonly [string, readonly Window[]]> = [
    ...weekly.map((windows, day) => [`On ${WEEKDAYS[day] ?? ""}`, windows] as const),
    ...Array.from(special, ([day, { windows }]) => [`On ${dateOfDay(day)}`, windows] as const),
  ];
  return lists
    .filter(([, windows]) => isOverlapping(windows))
    .map(([where]) => warning("overlapping-hours", `${where} hours overlap; they count once.`));
}

function isOverlapping(windows: readonly Window[]): boolean {
  const sorted = windows.toSorted((a, b) => a.from - b.from);
  return sorted.some(({ to }, i) => to > (sorted[i + 1]?.from ?? Infinity));
}

function contradictions({ closed, special }: Plan): ScheduleFinding[] {
  return [...special.keys()]
    .filter((day) => closed.has(day))
    .map((day) => {
      const date = dateOfDay(day);
      return warning("closed-and-special", `${date} is both closed and special; the special hours hold.`);
    });
}

function idleBreaks(plan: Plan): ScheduleFinding[] {
  return [...plan.breaks]
    .filter(([day, breaks]) =>
      breaks.some(({ windows }) => !windows.some((pause) => isTouching(windowsOn(plan, day), pause))),
    )
    .map(([day]) =>
      warning("idle-break", `A break on ${dateOfDay(day)} lies outside the hours of that date.`),
    );
}

function isTouching(windows: readonly Window[], { from, to }: Window): boolean {
  return windows.some((window) => window.from < to && from < window.to);
}
