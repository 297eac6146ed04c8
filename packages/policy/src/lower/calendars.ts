import type { Hours, Schedule, Weekday } from "@troth/business-time";
import type { CalendarForm, DeskForm, InsteadForm } from "../grammar/calendars.ts";
import type { HolidayForm } from "../grammar/holidays.ts";
import type { Unbroken } from "../grammar/hours.ts";
import { contentHash } from "../hash.ts";
import { nameFromId, type Source } from "../source/source.ts";
import type { CalendarCase, PolicyCalendar } from "../types.ts";
import { closedDates, isYearly } from "./closed-dates.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const satisfies readonly Weekday[];

/** The built-in calendar of elapsed time: every instant, no holidays. */
export const ALWAYS = "always";

const always: PolicyCalendar = {
  id: ALWAYS,
  name: "Around the clock",
  schedules: [],
  holidaysThrough: null,
  holidaysSource: null,
  version: ALWAYS,
  leftOpen: { zone: null, holidays: null },
};

function addUnbroken(hours: Map<Weekday, Hours[]>, span: Unbroken): void {
  const first = DAYS.indexOf(span.from);
  const length = (DAYS.indexOf(span.to) - first + 7) % 7;
  for (let step = 0; step <= length; step++) {
    const day = DAYS[(first + step) % 7];
    if (day === undefined) continue;
    const from = step === 0 ? span.fromClock : "00:00";
    const to = step === length ? span.toClock : "24:00";
    if (from !== to && from !== "24:00") hours.set(day, [...(hours.get(day) ?? []), [from, to]]);
  }
}

function weeklyHours(desk: DeskForm): Schedule["hours"] {
  const hours = new Map<Weekday, Hours[]>();
  const week = desk.open !== undefined && "week" in desk.open ? desk.open.week : [];
  for (const { days, hours: windows } of week) {
    for (const day of days) hours.set(day, [...(hours.get(day) ?? []), ...windows]);
  }
  for (const span of desk.unbroken ?? []) {
    if (span.value !== null) addUnbroken(hours, span.value);
  }
  return Object.fromEntries(DAYS.flatMap((day) => (hours.has(day) ? [[day, hours.get(day)]] : [])));
}

/** A name that no zone bears, so that a calendar whose zone is the customer's can never be run by mistake. */
const leftOpenZone = (whose: string): string => `left open: ${whose}`;

function zoneOf({ zone }: DeskForm): string {
  if (!("whose" in zone)) return zone.zone.value;
  return zone.else?.value ?? leftOpenZone(zone.whose.value);
}

const listsOf = ({ holidays }: DeskForm, source: Source): HolidayForm[] =>
  (holidays?.lists ?? []).flatMap((list) => source.holidays.get(list.value) ?? []);

function scheduleOf(desk: DeskForm, source: Source): Omit<Schedule, "id" | "version"> {
  const days = listsOf(desk, source).flatMap((list) => list.days);
  const closed = days.flatMap(({ id, value }) =>
    value.open === undefined ? [{ date: id.value, name: value.name.value }] : [],
  );
  const special = days.flatMap(({ id, value }) =>
    value.open === undefined ? [] : [{ date: id.value, name: value.name.value, hours: value.open.value }],
  );
  const dated = (list: DeskForm["special"]) =>
    (list ?? []).map(({ date, name, open }) => ({
      date: date.value,
      hours: open.value,
      ...(name === undefined ? {} : { name: name.value }),
    }));
  return {
    zone: zoneOf(desk),
    hours: weeklyHours(desk),
    closed: [...closed, ...closedDates(desk.holidays?.dates ?? [], source.form.updated.value)],
    special: [...special, ...dated(desk.special)],
    breaks: dated(desk.breaks),
  };
}

function leftOpenOf({ zone, holidays, open }: DeskForm): PolicyCalendar["leftOpen"] {
  const isOpenZone = "whose" in zone;
  return {
    zone: isOpenZone ? zone.whose.value : null,
    holidays: holidays?.whose?.value ?? null,
    ...(isOpenZone && zone.else !== undefined ? { else: zone.else.value } : {}),
    ...(open !== undefined && "unstated" in open ? { hours: true as const } : {}),
  };
}

const STATED: PolicyCalendar["leftOpen"] = { zone: null, holidays: null };

function calendarOf(id: string, name: string, desks: readonly DeskForm[], source: Source): PolicyCalendar {
  const schedules = desks.map((desk) => scheduleOf(desk, source));
  const version = contentHash(schedules).slice(0, 16);
  const lists = desks.flatMap((desk) => listsOf(desk, source));
  const everyYear = (desks[0]?.holidays?.dates ?? [])
    .filter(isYearly)
    .map(({ from, to, name: holiday }) => ({ from, to, name: holiday }));
  return {
    id,
    name,
    schedules: schedules.map((schedule, index) => ({
      id: schedules.length === 1 ? id : `${id}/${index + 1}`,
      version,
      ...schedule,
    })),
    holidaysThrough: lists.map((list) => list.through.value).toSorted()[0] ?? null,
    holidaysSource: lists.length === 0 ? null : lists.map((list) => list.source.value).join("; "),
    version,
    leftOpen: desks[0] === undefined ? STATED : leftOpenOf(desks[0]),
    ...(everyYear.length === 0 ? {} : { everyYear }),
  };
}

/** What the zone of a calendar is called that leaves it to the region. */
const REGION = "customer-region";

/** Id of a region's own calendar; no id that an author writes holds the sign between. */
const regionId = (calendar: string, region: string): string => `${calendar}~${region}`;

/** The first region's hours without its zone: what counts once somebody names a zone. */
function withoutRegion(calendar: PolicyCalendar): PolicyCalendar {
  const schedules = calendar.schedules
    .slice(0, 1)
    .map((schedule) => ({ ...schedule, id: calendar.id, zone: leftOpenZone(REGION) }));
  return { ...calendar, schedules, leftOpen: { zone: REGION, holidays: calendar.leftOpen.holidays } };
}

const EVERY = [undefined];

/** The cases of an entry of `instead:`, one for each combination of what it names. */
function casesOf(form: InsteadForm): CalendarCase[] {
  const of = <T>(list: readonly { readonly value: T }[] | undefined) =>
    list === undefined || list.length === 0 ? EVERY : list.map((one) => one.value);
  let cases: CalendarCase[] = [
    {
      plan: null,
      tier: null,
      severity: null,
      intake: null,
      category: null,
      language: null,
      region: null,
      cohort: null,
      when: null,
      calendar: form.use.value,
    },
  ];
  for (const key of INSTEAD_KEYS) {
    cases = cases.flatMap((one) => of<string>(form[key]).map((value) => ({ ...one, [key]: value ?? null })));
  }
  return cases;
}

const INSTEAD_KEYS = [
  "plan",
  "tier",
  "severity",
  "intake",
  "category",
  "language",
  "region",
  "cohort",
  "when",
] as const;

/** More cases than this in one entry is nothing that anybody could read. */
const MOST_CASES = 500;

function lowerOne(id: string, form: CalendarForm, source: Source): PolicyCalendar[] {
  const name = form.name?.value ?? nameFromId(id);
  const whole = calendarOf(id, name, form.desks, source);
  const cases = form.instead.flatMap((one) => casesOf(one).slice(0, MOST_CASES));
  const instead = cases.length === 0 ? {} : { instead: cases };
  if (form.regions.length === 0) return [{ ...whole, ...instead }];
  if (form.followsTheSun) return [{ ...whole, ...instead }];
  const regions = form.regions.map((region) => ({
    id: region.value,
    calendar: regionId(id, region.value),
  }));
  const parts = regions.flatMap((region, index) => {
    const desk = form.desks[index];
    return desk === undefined
      ? []
      : [calendarOf(region.calendar, `${name} (${nameFromId(region.id)})`, [desk], source)];
  });
  return [{ ...withoutRegion(whole), regions, ...instead }, ...parts];
}

/** The calendars by id, the built-in `always` and those of regions among them. */
export function lowerCalendars(source: Source): Readonly<Record<string, PolicyCalendar>> {
  const stated = (source.form.calendars ?? []).flatMap(({ id, value }) => lowerOne(id.value, value, source));
  return Object.fromEntries([always, ...stated].map((calendar) => [calendar.id, calendar]));
}
