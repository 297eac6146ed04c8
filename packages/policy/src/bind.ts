import { type Calendar, compileCalendar, type Schedule } from "@troth/business-time";
import type { Policy, PolicyCalendar, RunnablePolicy } from "./types.ts";

/** What a customer settles where the policy leaves it to them: whose zone, which days are closed. */
export type Bindings = {
  readonly zone?: string;
  readonly holidays?: readonly { readonly date: string; readonly name?: string }[];
};

/** The schedules of a calendar with the bindings in place of what it states or leaves open. */
export function boundSchedules(calendar: PolicyCalendar, bindings: Bindings): readonly Schedule[] {
  return calendar.schedules.map((schedule) => ({
    ...schedule,
    zone: bindings.zone ?? schedule.zone,
    ...(bindings.holidays === undefined ? {} : { closed: bindings.holidays }),
  }));
}

/** The policy with a zone for each calendar that leaves its own open, so that conditions on its hours can be told. */
export function withZone(policy: Policy, zone: string): Policy {
  const settle = (calendar: PolicyCalendar): PolicyCalendar =>
    calendar.leftOpen.zone === null
      ? calendar
      : {
          ...calendar,
          schedules: boundSchedules(calendar, { zone }),
          leftOpen: { ...calendar.leftOpen, zone: null },
        };
  const calendars = Object.values(policy.calendars).map((one) => [one.id, settle(one)] as const);
  return { ...policy, calendars: Object.fromEntries(calendars) };
}

/** Calendars that state their own zone or holidays, so that a binding would overrule the policy. */
export function overruled(calendar: PolicyCalendar, bindings: Bindings): boolean {
  const zones = calendar.schedules.map((schedule) => schedule.zone);
  const takesZone = bindings.zone !== undefined && !zones.every((zone) => zone === bindings.zone);
  const takesHolidays = bindings.holidays !== undefined && calendar.holidaysThrough !== null;
  return (takesZone && calendar.leftOpen.zone === null) || takesHolidays;
}

/** The policy with one calendar bound; throws `CalendarError` for a zone or date that does not exist. */
export function bindCalendar(runnable: RunnablePolicy, calendar: string, bindings: Bindings): RunnablePolicy {
  const stated = runnable.policy.calendars[calendar];
  if (stated === undefined || stated.schedules.length === 0) return runnable;
  const bound: [string, Calendar] = [calendar, compileCalendar(boundSchedules(stated, bindings))];
  return { ...runnable, calendars: new Map([...runnable.calendars, bound]) };
}
