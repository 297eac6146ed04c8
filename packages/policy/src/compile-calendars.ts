import { always, type Calendar, CalendarError, compileCalendar } from "@troth/business-time";
import { ALWAYS } from "./lower/calendars.ts";
import type { At, Report } from "./source/report.ts";
import type { Source } from "./source/source.ts";
import type { Policy, PolicyCalendar } from "./types.ts";

const HORIZON_MS = 400 * 24 * 3_600_000;

/** The calendars that can be run, by id. One that is never open in 400 days is a finding (clock.md A10). */
export function compileCalendars(
  source: Source,
  policy: Policy,
  report: Report,
): ReadonlyMap<string, Calendar> {
  const compiled = new Map<string, Calendar>([[ALWAYS, always]]);
  for (const { id } of source.form.calendars ?? []) {
    const calendar = policy.calendars[id.value];
    if (calendar === undefined || id.value === ALWAYS || calendar.schedules.length === 0) continue;
    const parts = (calendar.regions ?? []).flatMap((region) => policy.calendars[region.calendar] ?? []);
    const found = [calendar, ...parts].map((one) => ({
      id: one.id,
      runs: runnable(one, source, id, report),
    }));
    if (found.some(({ runs }) => runs === "closed")) reportClosed(id, report);
    for (const one of found) if (typeof one.runs === "object") compiled.set(one.id, one.runs);
  }
  return compiled;
}

/** Whether the calendar says all that it takes to run it. */
export const isSettled = ({ leftOpen, schedules }: PolicyCalendar): boolean =>
  schedules.length > 0 && leftOpen.hours !== true && (leftOpen.zone === null || leftOpen.else !== undefined);

function runnable(
  calendar: PolicyCalendar,
  { now }: Source,
  id: At<string>,
  report: Report,
): Calendar | "open" | "closed" | "unreadable" {
  if (calendar.leftOpen.hours === true) return "open";
  const isZoned = isSettled(calendar);
  try {
    const schedules = isZoned
      ? calendar.schedules
      : calendar.schedules.map((schedule) => ({ ...schedule, zone: "UTC" }));
    const runs = compileCalendar(schedules);
    const next = runs.add(now, { ms: 1 });
    if (next === null || next > now + HORIZON_MS) return "closed";
    return isZoned ? runs : "open";
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    if (error.code === "no-open-time") return "closed";
    if (error.code === "bad-hours") {
      report.add(
        "value-format",
        id.at,
        `The calendar cannot be read: ${error.message}`,
        "Correct its hours and dates.",
      );
    }
    return "unreadable";
  }
}

function reportClosed(id: At<string>, report: Report): void {
  report.add(
    "calendar-closed",
    id.at,
    `The calendar \`${id.value}\` is not open once in 400 days.`,
    'Give it hours, e.g. `open: { mon-fri: "09:00-17:00" }`.',
  );
}
