/** Clauses of clock.md that no other file of this package names. C1–C14, E4, E5, E7 and E8 are core's. */
import { expect, test } from "vitest";
import { always } from "./always.ts";
import { compileCalendar } from "./calendar.ts";
import { everyDay, NEW_YORK, NORMAL_BUSINESS_HOURS, readWall, wall, weekdays } from "./cast.fixture.ts";
import { findingsOf } from "./findings.ts";
import { formatInstant, parseInstant } from "./iso.ts";
import type { Amount, Hours, Schedule } from "./types.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const desk = compileCalendar(NORMAL_BUSINESS_HOURS);

function refused(code: string): unknown {
  return expect.objectContaining({ name: "CalendarError", code });
}

test("A1 an instant is a whole number of milliseconds, in and out", () => {
  const from = parseInstant("2026-03-02T10:00:00.001-05:00");
  expect(desk.add(from, { days: { num: 1, den: 7 } })).toBe(from + Math.ceil((8 * HOUR) / 7));
  expect(() => desk.isOpen(from + 0.5)).toThrow(refused("bad-instant"));
});

test("A2 special hours of no window close a date, breaks are cut out last, a version never changes", () => {
  const schedule: Schedule = {
    ...NORMAL_BUSINESS_HOURS,
    special: [{ date: "2026-03-03", hours: [] }],
    breaks: [{ date: "2026-03-04", hours: [["09:00", "16:00"]] }],
  };
  const calendar = compileCalendar(schedule);
  expect(readWall(calendar.add(wall("2026-03-02 16:00"), { ms: 1.5 * HOUR }))).toBe("2026-03-04 16:30");
  expect(calendar.schedules).toEqual([schedule]);
});

test("A4 windows that meet at midnight are one opening", () => {
  const nights = compileCalendar({
    zone: NEW_YORK,
    hours: { mon: [["20:00", "24:00"]], tue: [["00:00", "04:00"]] },
  });
  expect(nights.nextChange(wall("2026-03-02 21:00"))).toEqual({
    at: wall("2026-03-03 04:00"),
    isOpen: false,
  });
});

test("A5 a weekly window that ends where it starts lasts until that time next day", () => {
  const calendar = compileCalendar({
    zone: NEW_YORK,
    hours: { mon: [["09:00", "09:00"]], wed: [["00:00", "00:00"]] },
  });
  const monday = wall("2026-03-02 00:00");
  expect(calendar.between(monday, monday + 2 * DAY)).toBe(24 * HOUR);
  expect(calendar.isOpen(wall("2026-03-03 08:59"))).toBe(true);
  expect(calendar.between(monday + 2 * DAY, monday + 4 * DAY)).toBe(24 * HOUR);
});

test("A6 a round-the-clock week with a holiday is an ordinary schedule", () => {
  const hours = everyDay([["00:00", "24:00"]]);
  const calendar = compileCalendar({ zone: "UTC", hours, closed: [{ date: "2026-12-25" }] });
  const from = Date.UTC(2026, 11, 24, 23);
  expect(calendar.add(from, { ms: 2 * HOUR })).toBe(Date.UTC(2026, 11, 26, 1));
  expect(always.add(from, { ms: 2 * HOUR })).toBe(Date.UTC(2026, 11, 25, 1));
});

test("A7 a window that falls into the gap of a clock change is dropped, and 24:00 is the next midnight", () => {
  const calendar = compileCalendar({
    zone: NEW_YORK,
    hours: { sat: [["20:00", "24:00"]], sun: [["02:15", "02:45"]] },
  });
  expect(calendar.betweenDays(wall("2026-03-07 00:00"), wall("2026-03-09 00:00"))).toEqual({
    num: 2,
    den: 1,
  });
  expect(calendar.between(wall("2026-03-07 00:00"), wall("2026-03-09 00:00"))).toBe(4.5 * HOUR);
});

test("A10 what is never open is refused, and a far opening is found, never guessed", () => {
  expect(() => compileCalendar({ zone: "UTC", hours: {} })).toThrow(refused("no-open-time"));
  const closed = Array.from({ length: 401 }, (_, i) => ({
    date: new Date(i * DAY + wall("2026-03-02 12:00")).toISOString().slice(0, 10),
  }));
  const later = compileCalendar({ zone: NEW_YORK, hours: everyDay([["09:00", "17:00"]]), closed });
  expect(readWall(later.add(wall("2026-03-02 10:00"), { ms: 0 }))).toBe("2027-04-07 09:00");
});

test("A11 the past of a zone is kept while its rules change: Istanbul stopped changing its clocks in 2016", () => {
  const zone = "Europe/Istanbul";
  const calendar = compileCalendar({ zone, hours: everyDay([["09:00", "17:00"]]) });
  expect(formatInstant(calendar.add(Date.UTC(2015, 11, 1), { ms: 0 }) ?? 0)).toBe("2015-12-01T07:00:00Z");
  expect(formatInstant(calendar.add(Date.UTC(2016, 11, 1), { ms: 0 }) ?? 0)).toBe("2016-12-01T06:00:00Z");
});

test("B4 E1 a millisecond before due less than the amount has passed, at due exactly the amount", () => {
  const [from, ms] = [wall("2026-03-02 10:00"), 2 * HOUR];
  const due = desk.add(from, { ms }) ?? 0;
  expect(readWall(due)).toBe("2026-03-02 12:00");
  expect([desk.between(from, due - 1), desk.between(from, due)]).toEqual([ms - 1, ms]);
  const closing = desk.add(wall("2026-03-02 15:00"), { ms }) ?? 0;
  expect(desk.between(wall("2026-03-02 15:00"), wall("2026-03-02 20:00"))).toBe(ms);
  expect(closing).toBe(wall("2026-03-02 17:00"));
});

test("B5 exactly at closing the amount starts to count at the next opening", () => {
  expect(readWall(desk.add(wall("2026-03-02 17:00"), { days: 1 }))).toBe("2026-03-03 17:00");
  expect(readWall(desk.add(wall("2026-03-06 17:00"), { ms: 1 }))).toBe("2026-03-09 09:00:00.001");
});

test("E2 weekly hours may cross midnight, special hours and breaks may not", () => {
  const over: readonly Hours[] = [["22:00", "06:00"]];
  const week: Schedule = { zone: NEW_YORK, hours: weekdays(over) };
  expect(findingsOf(week)).toEqual([]);
  for (const hours of [over, [["09:00", "09:00"]] as const]) {
    const dated = [{ date: "2026-05-01", hours }];
    expect(() => compileCalendar({ ...week, special: dated })).toThrow(refused("bad-hours"));
    expect(() => compileCalendar({ ...week, breaks: dated })).toThrow(refused("bad-hours"));
  }
});

test("E6 a warning counted back from due can lie before the start: the caller sees it and leaves it out", () => {
  const from = wall("2026-03-02 10:00");
  const due = desk.add(from, { ms: HOUR / 2 }) ?? 0;
  expect(desk.add(due, { ms: -HOUR })).toBeLessThan(from);
});

const HUGE: readonly Amount[] = [
  { ms: Number.MAX_SAFE_INTEGER },
  { ms: -Number.MAX_SAFE_INTEGER },
  { days: 1e300 },
  { days: -20_000 },
  { days: { num: Number.MAX_SAFE_INTEGER, den: 1 } },
];

test.each(HUGE)("an amount that no thirty years hold is refused, not sought: %o", (amount) => {
  for (const calendar of [desk, always]) {
    expect(() => calendar.add(0, amount)).toThrow(refused("horizon"));
    expect(() => calendar.explain(0, amount)).toThrow(refused("horizon"));
  }
});

test.each([
  { num: 2 ** 53, den: 1 },
  { num: Number.NaN, den: 1 },
  { num: 1, den: Number.NaN },
])("a fraction whose parts are no safe integers is refused: %o", (days) =>
  expect(() => desk.add(0, { days })).toThrow(refused("bad-amount")),
);

test.each([1e-9, 0.1, 1 / 3, 2.75, -1e-7, -4.5])(
  "a fraction of a day such as %d counts to the millisecond",
  (days) => {
    const from = wall("2026-03-02 13:00");
    const due = desk.add(from, { days }) ?? Number.NaN;
    expect(Number.isInteger(due)).toBe(true);
    const { num, den } = desk.betweenDays(from, due);
    expect(Math.abs(num / den - days)).toBeLessThan(1 / (8 * HOUR));
    expect(Math.abs(num / den)).toBeGreaterThanOrEqual(Math.abs(days) - 1e-15);
  },
);
