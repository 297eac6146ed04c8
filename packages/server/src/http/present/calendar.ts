import type { CalendarYear } from "@troth/contract";
import type { Recompute } from "../../ports/store.ts";
import type { ListedCalendar, ShownYear } from "../../verbs/policy/read-calendar.ts";
import { wireInstant } from "./instant.ts";

export function presentCalendar({ calendar, isListEnding }: ListedCalendar) {
  return { id: calendar.id, name: calendar.name, zone: zoneOf(calendar), isListEnding };
}

function zoneOf({ schedules }: ListedCalendar["calendar"]): string | null {
  return schedules[0]?.zone ?? null;
}

const WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** A year of a calendar, for anybody. */
export function presentYear(shown: ShownYear): CalendarYear {
  const { calendar, compiled, days, year, policyVersion } = shown;
  const weekly = calendar.schedules[0]?.hours ?? {};
  return {
    ...presentCalendar(shown),
    version: calendar.version,
    policyVersion,
    year,
    isAlways: compiled.isAlways,
    week: WEEK.map((day) => ({ day, hours: pairs(weekly[day] ?? []) })),
    openMs: days.reduce((sum, { openMs }) => sum + openMs, 0),
    holidaysThrough: calendar.holidaysThrough,
    holidaysSource: calendar.holidaysSource,
    days: days.map(({ hours, breaks, ...day }) => ({
      ...day,
      hours: pairs(hours),
      breaks: breaks.map((one) => ({ name: one.name, hours: pairs(one.hours) })),
    })),
  };
}

function pairs(hours: ReadonlyArray<readonly [string, string]>): [string, string][] {
  return hours.map(([from, to]) => [from, to]);
}

export function presentRecompute({ target: _target, startedAt, finishedAt, ...recompute }: Recompute) {
  return {
    ...recompute,
    startedAt: wireInstant(startedAt),
    finishedAt: finishedAt === null ? null : wireInstant(finishedAt),
  };
}
