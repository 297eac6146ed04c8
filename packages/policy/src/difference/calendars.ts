import type { Schedule } from "@troth/business-time";
import { calendarHours, calendarZone } from "../page/calendar-words.ts";
import type { Locale, Policy, PolicyCalendar } from "../types.ts";
import { asWritten, type Change, changeAt, compose, type Said, type Spot, said } from "./change.ts";
import { paired, partOf, valueChanges } from "./values.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const GERMAN: readonly (readonly [RegExp, string])[] = [
  [/Monday/g, "Montag"],
  [/Tuesday/g, "Dienstag"],
  [/Wednesday/g, "Mittwoch"],
  [/Thursday/g, "Donnerstag"],
  [/Friday/g, "Freitag"],
  [/Saturday/g, "Samstag"],
  [/Sunday/g, "Sonntag"],
  [/ to /g, " bis "],
  [/ and /g, " und "],
  [/every hour of every day/g, "jede Stunde an jedem Tag"],
  [/without a break/g, "ohne Unterbrechung"],
  [/hours by region/g, "Zeiten je Region"],
  [/hours not published/g, "Zeiten nicht veröffentlicht"],
  [/zone not stated/g, "Zeitzone nicht angegeben"],
  [/(\p{L}[\p{L} ]*) time(?=$| until|\)|, )/gu, "Zeit von $1"],
];

const hoursWords = (calendar: PolicyCalendar): Said => {
  const english = calendarHours(calendar);
  return said(
    english,
    GERMAN.reduce((text, [from, to]) => text.replaceAll(from, to), english),
  );
};

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Open minutes of the week, each once, Monday 00:00 being 0; null for more desks than one. */
function openMinutes(schedules: readonly Schedule[]): Set<number> | null {
  const [schedule] = schedules;
  if (schedule === undefined || schedules.length > 1) return null;
  const open = new Set<number>();
  DAYS.forEach((day, index) => {
    for (const [from, to] of schedule.hours[day] ?? []) {
      const start = index * 1440 + minuteOf(from);
      const length = minuteOf(to) - minuteOf(from);
      // Ten minutes are fine enough to see which of two weeks holds the other.
      for (let minute = 0; minute < (length > 0 ? length : length + 1440); minute += 10)
        open.add((start + minute) % 10_080);
    }
  });
  return open;
}

/** Better when every hour that was open still is, and more are; only within one zone can that be told. */
function hoursKind(old: PolicyCalendar, now: PolicyCalendar): "better" | "worse" | "changed" {
  const [before, after] = [openMinutes(old.schedules), openMinutes(now.schedules)];
  if (before === null || after === null || calendarZone(old) !== calendarZone(now)) return "changed";
  const holds = (outer: Set<number>, inner: Set<number>) => [...inner].every((minute) => outer.has(minute));
  if (after.size > before.size && holds(after, before)) return "better";
  return before.size > after.size && holds(before, after) ? "worse" : "changed";
}

type Day = { readonly id: string; readonly name: string; readonly hours: string };

/** Closed and special days up to a date, whichever desk names them first. */
function daysOf(calendar: PolicyCalendar, through: string | null): Day[] {
  const days = new Map<string, Day>();
  for (const { closed = [], special = [] } of calendar.schedules) {
    for (const { date, name } of closed) days.set(date, { id: date, name: name ?? "", hours: "" });
    for (const { date, name, hours } of special) {
      const windows = hours.map(([from, to]) => `${from}–${to}`).join(", ");
      days.set(date, { id: date, name: name ?? "", hours: windows });
    }
  }
  return [...days.values()]
    .filter((day) => through === null || day.id <= through)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

const dayWords = (day: Day, locale: Locale): string => {
  const closed = locale === "de" ? "geschlossen" : "closed";
  return `${[day.id, day.name].filter((part) => part !== "").join(" ")} (${day.hours === "" ? closed : day.hours})`;
};

const listWords = (days: readonly Day[]): Said | null =>
  days.length === 0 ? null : compose((locale) => days.map((day) => dayWords(day, locale)).join(", "));

/** A list that only reaches further is no other day, so days are compared as far as both lists reach. */
function dayChanges(spot: Spot, old: PolicyCalendar, now: PolicyCalendar): Change[] {
  const reaches = [old.holidaysThrough, now.holidaysThrough].flatMap((one) => one ?? []).toSorted();
  const through = reaches.length < 2 ? null : (reaches[0] ?? null);
  const pairs = paired(daysOf(old, through), daysOf(now, through));
  const gone = pairs.flatMap((pair) => (pair.after === null && pair.before !== null ? [pair.before] : []));
  const fresh = pairs.flatMap((pair) => (pair.before === null && pair.after !== null ? [pair.after] : []));
  const label = said("closed and special days", "geschlossene und besondere Tage");
  const at = partOf(spot, "days", label);
  const moved = pairs.flatMap(({ id, before, after }): Change[] => {
    if (before === null || after === null || (before.name === after.name && before.hours === after.hours))
      return [];
    const words = (day: Day) => compose((locale) => dayWords(day, locale));
    return [changeAt({ ...at, id: `${at.id}/${id}` }, words(before), words(after))];
  });
  return [
    ...(fresh.length > 0 ? [changeAt({ ...at, id: `${at.id}/new` }, null, listWords(fresh))] : []),
    ...(gone.length > 0 ? [changeAt({ ...at, id: `${at.id}/gone` }, listWords(gone), null)] : []),
    ...moved,
  ];
}

/** Hours, zones, closed days and names of the calendars that targets count in. */
export function calendarChanges(before: Policy, after: Policy): Change[] {
  const rows = ({ calendars }: Policy) => Object.values(calendars).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return paired(rows(before), rows(after)).flatMap(({ id, before: old, after: now }) => {
    const name = (now ?? old)?.name ?? id;
    const subject = { kind: "calendar", id };
    const spot: Spot = { id: `hours/${id}`, topic: "hours", plan: null, subject, label: asWritten(name) };
    if (old === null || now === null) {
      const whole = (calendar: PolicyCalendar | null) => (calendar === null ? null : hoursWords(calendar));
      return [changeAt(spot, whole(old), whole(now))];
    }
    const [from, to] = [hoursWords(old), hoursWords(now)];
    const otherwise = hoursKind(old, now);
    const hours =
      from.en === to.en ? [] : [changeAt({ ...spot, id: `${spot.id}/hours` }, from, to, { otherwise })];
    // Regions have calendars of their own, which are told by themselves.
    const isRegional = [old, now].every(({ regions }) => (regions ?? []).length > 0);
    // The version is a hash of the schedules, which are told above.
    const { schedules: _a, version: _b, ...oldRest } = old;
    const { schedules: _c, version: _d, ...rest } = now;
    return [
      ...hours,
      ...(isRegional ? [] : dayChanges(spot, old, now)),
      ...valueChanges(spot, oldRest, rest),
    ];
  });
}
