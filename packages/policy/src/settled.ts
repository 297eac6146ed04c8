import { always, type Calendar, CalendarError, compileCalendar } from "@troth/business-time";
import { type Bindings, boundSchedules } from "./bind.ts";
import { isSettled } from "./compile-calendars.ts";
import { ALWAYS } from "./lower/calendars.ts";
import type { Policy, PolicyCalendar, RunnablePolicy } from "./types.ts";

/** Customers whose calendars a version keeps compiled; beyond these the oldest is compiled again when asked for. */
const KEPT = 500;

const settled = new WeakMap<RunnablePolicy, Map<string, RunnablePolicy>>();
const keys = new WeakMap<Bindings, string>();

/** The same text for the same bindings, whoever holds them. */
export function bindingsKey(bindings: Bindings): string {
  let key = keys.get(bindings);
  if (key === undefined) {
    const days = bindings.holidays?.map(({ date, name = "" }) => [date, name]) ?? null;
    keys.set(bindings, (key = JSON.stringify([bindings.zone ?? null, days])));
  }
  return key;
}

/**
 * The policy as it is for one customer: calendars that leave their zone or holidays to the customer run in that zone,
 * with those days closed. What the policy states itself stays. A zone or date that does not exist leaves a calendar
 * as it was, so that it gives no due rather than a wrong one. The same value each time it is asked for.
 */
export function settledFor(runnable: RunnablePolicy, bindings: Bindings | undefined): RunnablePolicy {
  if (bindings === undefined) return runnable;
  let known = settled.get(runnable);
  if (known === undefined) settled.set(runnable, (known = new Map()));
  const key = bindingsKey(bindings);
  let found = known.get(key);
  if (found === undefined) {
    known.set(key, (found = settle(runnable, bindings)));
    const [oldest] = known.keys();
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  }
  return found;
}

function settle(runnable: RunnablePolicy, bindings: Bindings): RunnablePolicy {
  const stated = { ...runnable.policy.calendars };
  const compiled = new Map(runnable.calendars);
  for (const calendar of Object.values(stated)) {
    const bound = bind(calendar, bindings);
    const runs = bound === null ? null : compiledOf(bound);
    if (bound === null || runs === null) continue;
    stated[calendar.id] = bound;
    compiled.set(calendar.id, runs);
  }
  if (Object.values(stated).every((one) => runnable.policy.calendars[one.id] === one)) return runnable;
  return { policy: { ...runnable.policy, calendars: stated }, calendars: compiled };
}

/** The calendar with what it leaves open filled in; null where the customer settles nothing of it. */
function bind(calendar: PolicyCalendar, { zone, holidays }: Bindings): PolicyCalendar | null {
  const { leftOpen } = calendar;
  const takesZone = zone !== undefined && leftOpen.zone !== null;
  const takesHolidays = holidays !== undefined && leftOpen.holidays !== null;
  if (!takesZone && !takesHolidays) return null;
  const taken = { ...(takesZone ? { zone } : {}), ...(takesHolidays ? { holidays } : {}) };
  return {
    ...calendar,
    schedules: boundSchedules(calendar, taken),
    leftOpen: {
      ...leftOpen,
      zone: takesZone ? null : leftOpen.zone,
      holidays: takesHolidays ? null : leftOpen.holidays,
    },
  };
}

function compiledOf(calendar: PolicyCalendar): Calendar | null {
  if (!isSettled(calendar)) return null;
  try {
    return compileCalendar(calendar.schedules);
  } catch (error) {
    if (error instanceof CalendarError) return null;
    throw error;
  }
}

/**
 * A policy that was compiled before, with its calendars; for a version whose text a later compiler would refuse.
 * Calendars that leave something open stay without hours, as they were.
 */
export function runnableOf(policy: Policy): RunnablePolicy {
  const compiled = Object.values(policy.calendars).flatMap((calendar) => {
    const runs = compiledOf(calendar);
    return runs === null ? [] : [[calendar.id, runs] as const];
  });
  return { policy, calendars: new Map([[ALWAYS, always], ...compiled]) };
}
