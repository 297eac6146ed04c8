import type { Hours, Schedule, Weekday } from "@troth/business-time";
import type { CalendarForm, DeskForm, HolidayForm, Unbroken } from "../grammar/calendars.ts";
import { contentHash } from "../hash.ts";
import { nameFromId, type Source } from "../source/source.ts";
import type { PolicyCalendar } from "../types.ts";

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
  for (const { days, hours: windows } of desk.open ?? []) {
    for (const day of days) hours.set(day, [...(hours.get(day) ?? []), ...windows]);
  }
  for (const span of desk.unbroken ?? []) {
    if (span.value !== null) addUnbroken(hours, span.value);
  }
  return Object.fromEntries(DAYS.flatMap((day) => (hours.has(day) ? [[day, hours.get(day)]] : [])));
}

/** Zone as stated; where it is the customer's, a name that no zone bears, so that it can never be run by mistake. */
const zoneOf = (desk: DeskForm): string =>
  "whose" in desk.zone ? `left open: ${desk.zone.whose.value}` : desk.zone.zone.value;

function listsOf(desk: DeskForm, source: Source): HolidayForm[] {
  const holidays = desk.holidays;
  if (holidays === undefined || "whose" in holidays) return [];
  return holidays.lists.flatMap((list) => source.holidays.get(list.value) ?? []);
}

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
    closed,
    special: [...special, ...dated(desk.special)],
    breaks: dated(desk.breaks),
  };
}

function calendarOf(id: string, form: CalendarForm, source: Source): PolicyCalendar {
  const schedules = form.desks.map((desk) => scheduleOf(desk, source));
  const version = contentHash(schedules).slice(0, 16);
  const lists = form.desks.flatMap((desk) => listsOf(desk, source));
  const first = form.desks[0];
  return {
    id,
    name: form.name?.value ?? nameFromId(id),
    schedules: schedules.map((schedule, index) => ({
      id: schedules.length === 1 ? id : `${id}/${index + 1}`,
      version,
      ...schedule,
    })),
    holidaysThrough: lists.map((list) => list.through.value).toSorted()[0] ?? null,
    holidaysSource: lists.length === 0 ? null : lists.map((list) => list.source.value).join("; "),
    version,
    leftOpen: {
      zone: first !== undefined && "whose" in first.zone ? first.zone.whose.value : null,
      holidays:
        first?.holidays !== undefined && "whose" in first.holidays ? first.holidays.whose.value : null,
    },
  };
}

/** The calendars by id, the built-in `always` among them. */
export function lowerCalendars(source: Source): Readonly<Record<string, PolicyCalendar>> {
  const stated = (source.form.calendars ?? []).map(({ id, value }) => calendarOf(id.value, value, source));
  return Object.fromEntries([always, ...stated].map((calendar) => [calendar.id, calendar]));
}
