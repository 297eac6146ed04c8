/** The libraries of the comparison, each used as its documentation says. */
import dayjs from "dayjs";
import dayjsBusinessTime from "dayjs-business-time";
import { DateTime } from "luxon";
import moment from "moment-business-time";
import OpeningHours from "opening_hours";
import { compileCalendar } from "../src/index.ts";
import { pausesOf, scheduleOf, type WireRequest } from "../src/wire.fixture.ts";
import { type Candidate, splitWeek } from "./clock.ts";

type Wire = WireRequest["schedule"];

const MINUTE = 60_000;

const ours: Candidate = (wire) => {
  const calendar = compileCalendar(scheduleOf(wire));
  const pauses = wire.pauses && pausesOf(wire);
  return {
    isOpen: (at) => calendar.isOpen(at),
    between: (from, to) => calendar.between(from, to, pauses),
    addMs: (from, ms) => calendar.add(from, { ms }, pauses) ?? Number.NaN,
    addDays: (from, days) => calendar.add(from, { days }, pauses),
    betweenDays(from, to) {
      const { num, den } = calendar.betweenDays(from, to, pauses);
      return num / den;
    },
  };
};

/** What neither library of weekly hours and holidays can say. */
function hasOnlyHolidays(wire: Wire): boolean {
  return !wire.pauses && !wire.dates && !wire.breaks;
}

dayjs.extend(dayjsBusinessTime);

const dayjsClock: Candidate = (wire) => {
  if (!hasOnlyHolidays(wire)) return null;
  const [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = splitWeek(wire).map((windows) =>
    windows.length === 0 ? null : windows.map(([start, end]) => ({ start: `${start}:00`, end: `${end}:00` })),
  );
  dayjs.setBusinessTime({
    sunday: sunday ?? null,
    monday: monday ?? null,
    tuesday: tuesday ?? null,
    wednesday: wednesday ?? null,
    thursday: thursday ?? null,
    friday: friday ?? null,
    saturday: saturday ?? null,
  });
  dayjs.setHolidays([...(wire.holidays ?? [])]);
  return {
    isOpen: (at) => dayjs(at).isBusinessTime(),
    between: (from, to) => dayjs(to).businessMinutesDiff(dayjs(from)) * MINUTE,
    addMs: (from, ms) =>
      (ms < 0
        ? dayjs(from).subtractBusinessMinutes(-ms / MINUTE)
        : dayjs(from).addBusinessMinutes(ms / MINUTE)
      ).valueOf(),
    addDays: (from, days) =>
      (days < 0 ? dayjs(from).subtractBusinessDays(-days) : dayjs(from).addBusinessDays(days)).valueOf(),
    betweenDays: (from, to) => dayjs(to).businessDaysDiff(dayjs(from)),
  };
};

const momentClock: Candidate = (wire) => {
  if (!hasOnlyHolidays(wire)) return null;
  const week = splitWeek(wire).map((windows) => (windows.length === 0 ? null : windows.flat()));
  const sundayFirst = [week[6], ...week.slice(0, 6)];
  moment.updateLocale("en", {
    workinghours: Object.fromEntries(sundayFirst.map((hours, day) => [day, hours])),
    holidays: wire.holidays ?? [],
  });
  return {
    isOpen: (at) => moment(at).isWorkingTime(),
    between: (from, to) => moment(to).workingDiff(moment(from), "milliseconds"),
    // Whole minutes first: it walks unit by unit where a window is too short for the amount.
    addMs: (from, ms) =>
      (ms < 0
        ? moment(from).subtractWorkingTime(-ms / 1000, "seconds")
        : moment(from).addWorkingTime(ms / 1000, "seconds")
      ).valueOf(),
    addDays: (from, days) =>
      (days < 0
        ? moment(from).subtractWorkingTime(-days, "days")
        : moment(from).addWorkingTime(days, "days")
      ).valueOf(),
    betweenDays: (from, to) => moment(to).workingDiff(moment(from), "days", true),
  };
};

const SHORT_DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

function written(date: string, hours: string): string {
  const month = new Date(`${date}T00:00Z`).toLocaleString("en-US", { month: "short", timeZone: "UTC" });
  return `${date.slice(0, 4)} ${month} ${date.slice(8)} ${hours}`;
}

function listOf(windows: ReadonlyArray<readonly [string, string]>): string {
  return windows.length === 0 ? "off" : windows.map(([from, to]) => `${from}-${to}`).join(",");
}

/** Days in a row with the same hours are one rule, as its users write them: `Mo-Fr 09:00-17:00`. */
function rulesOf(week: readonly string[]): string[] {
  const rules: string[] = [];
  for (let day = 0, next = 0; day < week.length; day = next) {
    while (next < week.length && week[next] === week[day]) next++;
    const days = [...new Set([SHORT_DAYS[day], SHORT_DAYS[next - 1]])].join("-");
    if (week[day] !== "off") rules.push(`${days} ${week[day] ?? ""}`);
  }
  return rules;
}

/** It has no sums of open time; the loop over its changes is ours, with the iterator that it advises for that. */
const openingHoursClock: Candidate = (wire) => {
  if (wire.pauses) return null;
  const rules = rulesOf(splitWeek(wire).map(listOf));
  for (const date of wire.holidays ?? []) if (!wire.dates?.[date]) rules.push(written(date, "off"));
  for (const [date, windows] of Object.entries(wire.dates ?? {})) rules.push(written(date, listOf(windows)));
  for (const [date, windows] of Object.entries(wire.breaks ?? {})) {
    rules.push(written(date, `${listOf(windows)} off`));
  }
  const hours = new OpeningHours(rules.join("; "), null);
  function addMs(from: number, ms: number): number {
    if (ms < 0) return Number.NaN;
    const changes = hours.getIterator(new Date(from));
    let [at, left] = [from, ms];
    for (;;) {
      const isOpen = changes.getState();
      const next = changes.advance() ? changes.getDate().getTime() : Infinity;
      if (isOpen) {
        if (next - at >= left) return at + left;
        left -= next - at;
      }
      if (next === Infinity) return Number.NaN;
      at = next;
    }
  }

  function between(from: number, to: number): number {
    return to < from ? -between(to, from) : hours.getOpenDuration(new Date(from), new Date(to))[0];
  }

  const isOpen = (at: number) => hours.getState(new Date(at));
  return { isOpen, between, addMs, addDays: () => null, betweenDays: () => null };
};

/** What one writes by hand: day after day, in the zone, with the date's windows. */
const luxonClock: Candidate = (wire) => {
  if (wire.pauses) return null;
  const week = splitWeek(wire);

  function instantOf(date: DateTime, time: string): number {
    const [hour, minute] = time.split(":").map(Number);
    return date
      .startOf("day")
      .set({ hour: hour ?? 0, minute: minute ?? 0 })
      .toMillis();
  }

  function spansOn(date: DateTime): Array<readonly [number, number]> {
    const name = date.toISODate() ?? "";
    const windows =
      wire.dates?.[name] ?? (wire.holidays?.includes(name) ? [] : (week[date.weekday - 1] ?? []));
    let spans = windows.map(([from, to]) => [instantOf(date, from), instantOf(date, to)] as const);
    for (const [from, to] of wire.breaks?.[name] ?? []) {
      const [start, end] = [instantOf(date, from), instantOf(date, to)];
      spans = spans.flatMap(([a, b]) => [[a, Math.min(b, start)] as const, [Math.max(a, end), b] as const]);
    }
    return spans.filter(([start, end]) => end > start).toSorted((a, b) => a[0] - b[0]);
  }

  const dateOf = (at: number) => DateTime.fromMillis(at, { zone: wire.tz });

  function addMs(from: number, ms: number): number {
    const step = ms < 0 ? -1 : 1;
    let left = Math.abs(ms);
    for (let date = dateOf(from), days = 0; days < 4000; date = date.plus({ days: step }), days++) {
      const spans = spansOn(date);
      for (const [start, end] of step > 0 ? spans : spans.toReversed()) {
        const [near, far] = step > 0 ? [Math.max(start, from), end] : [Math.min(end, from), start];
        const room = (far - near) * step;
        if (room >= left && (room > 0 || left > 0)) return near + left * step;
        left -= Math.max(0, room);
      }
    }
    return Number.NaN;
  }

  function between(from: number, to: number): number {
    if (to < from) return -between(to, from);
    let sum = 0;
    for (let date = dateOf(from).startOf("day"); date.toMillis() < to; date = date.plus({ days: 1 })) {
      for (const [start, end] of spansOn(date)) sum += Math.max(0, Math.min(end, to) - Math.max(start, from));
    }
    return sum;
  }

  return {
    isOpen: (at) => spansOn(dateOf(at)).some(([start, end]) => at >= start && at < end),
    between,
    addMs,
    addDays: () => null,
    betweenDays: () => null,
  };
};

export const CANDIDATES: Readonly<Record<string, Candidate>> = {
  "@troth/business-time": ours,
  "dayjs-business-time": dayjsClock,
  "moment-business-time": momentClock,
  opening_hours: openingHoursClock,
  "Luxon loop": luxonClock,
};
