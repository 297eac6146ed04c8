import { describe, expect, test } from "vitest";
import { always } from "./always.ts";
import { compileCalendar } from "./calendar.ts";
import { NORMAL_BUSINESS_HOURS, wall, weekdays } from "./cast.fixture.ts";
import { CalendarError } from "./errors.ts";
import { findingsOf } from "./findings.ts";
import type { Amount, Schedule } from "./types.ts";

const NINE_TO_FIVE = [["09:00", "17:00"]] as const;
const week: Schedule = { id: "week", zone: "UTC", hours: weekdays() };

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof CalendarError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "accepted";
}

describe("a schedule that cannot be meant is refused when it is compiled", () => {
  const cases: ReadonlyArray<readonly [string, Schedule, string]> = [
    ["an unknown zone", { ...week, zone: "Mars/Olympus" }, 'unknown-zone: "Mars/Olympus" is not a time zone'],
    ["an offset further than any place", { ...week, zone: "UTC+19:00" }, "unknown-zone"],
    ["a time that does not exist", { ...week, hours: { mon: [["09:00", "25:00"]] } }, 'bad-hours: "25:00"'],
    ["a time without minutes", { ...week, hours: { mon: [["9", "17"]] } }, 'bad-hours: "9"'],
    ["a time past 24:00", { ...week, hours: { mon: [["09:00", "24:01"]] } }, 'bad-hours: "24:01"'],
    ["a date that does not exist", { ...week, closed: [{ date: "2026-02-30" }] }, 'bad-date: "2026-02-30"'],
    ["a date in another spelling", { ...week, closed: [{ date: "1/5/2026" }] }, 'bad-date: "1/5/2026"'],
    [
      "special hours across midnight (E2)",
      { ...week, special: [{ date: "2026-05-01", hours: [["22:00", "02:00"]] }] },
      "bad-hours: On 2026-05-01, 22:00–02:00 ends before it starts.",
    ],
    [
      "a break that ends before it starts",
      { ...week, breaks: [{ date: "2026-05-01", hours: [["12:00", "11:00"]] }] },
      "bad-hours: On 2026-05-01",
    ],
    [
      "special hours stated twice",
      { ...week, special: [1, 2].map(() => ({ date: "2026-05-01", hours: NINE_TO_FIVE })) },
      "bad-date: Special hours of 2026-05-01 are stated twice.",
    ],
    ["no hours at all (A10)", { ...week, hours: {} }, 'no-open-time: Schedule "week" is never open'],
    [
      "special dates that a break closes",
      {
        zone: "UTC",
        hours: {},
        special: [{ date: "2026-05-01", hours: NINE_TO_FIVE }],
        breaks: [{ date: "2026-05-01", hours: [["00:00", "24:00"]] }],
      },
      'no-open-time: Schedule "UTC" is never open',
    ],
  ];

  test.each(cases)("%s", (_, schedule, message) => {
    expect(refusal(() => compileCalendar(schedule))).toContain(message);
    expect(refusal(() => compileCalendar([week, schedule]))).toContain(message);
    expect(findingsOf(schedule)).toContainEqual(
      expect.objectContaining({ severity: "error", code: message.split(":")[0] }),
    );
  });

  test("a weekday that is none", () => {
    const hours = JSON.parse('{"monday":[["09:00","17:00"]]}');
    expect(refusal(() => compileCalendar({ zone: "UTC", hours }))).toContain(
      'bad-hours: "monday" is not a weekday',
    );
  });

  test("a calendar of no schedule", () => {
    expect(refusal(() => compileCalendar([]))).toContain("no-open-time");
  });
});

describe("a question that cannot be meant is refused when it is asked", () => {
  const desk = compileCalendar(NORMAL_BUSINESS_HOURS);
  const now = wall("2026-03-02 10:00");

  test.each([Number.NaN, Infinity, 0.5, 1e17, -1e17])("the instant %s", (at) => {
    for (const calendar of [desk, always]) {
      expect(refusal(() => calendar.isOpen(at))).toContain("bad-instant");
      expect(refusal(() => calendar.add(at, { ms: 1 }))).toContain("bad-instant");
      expect(refusal(() => calendar.between(now, at))).toContain("bad-instant");
      expect(refusal(() => calendar.betweenDays(at, now))).toContain("bad-instant");
      expect(refusal(() => calendar.nextChange(at))).toContain("bad-instant");
    }
  });

  const amounts: readonly Amount[] = [
    { ms: Number.NaN },
    { ms: 0.5 },
    { ms: Infinity },
    { ms: 2 ** 60 },
    { days: Number.NaN },
    { days: -Infinity },
    { days: { num: 1, den: 0 } },
    { days: { num: 1, den: -2 } },
    { days: { num: 0.5, den: 1 } },
  ];

  test.each(amounts)("the amount %o", (amount) => {
    for (const calendar of [desk, always]) {
      expect(refusal(() => calendar.add(now, amount))).toContain("bad-amount");
      expect(refusal(() => calendar.explain(now, amount))).toContain("bad-amount");
    }
  });

  test("a stretch to lay out that has no bounds", () => {
    expect(refusal(() => compileCalendar(week, { from: Number.NaN }))).toContain("bad-instant");
    expect(refusal(() => compileCalendar(week, { from: 0, to: Infinity }))).toContain("bad-instant");
    expect(compileCalendar(week, { from: now, to: 0 }).isOpen(now)).toBe(true);
  });

  test("a pause that ends before it starts, or that is no time", () => {
    for (const calendar of [desk, always]) {
      expect(refusal(() => calendar.add(now, { ms: 1 }, [{ start: 2, end: 1 }]))).toContain("bad-pause");
      expect(refusal(() => calendar.between(now, now, [{ start: 0, end: Infinity }]))).toContain(
        "bad-instant",
      );
    }
  });
});

describe("what is odd about a schedule is said without refusing it", () => {
  test("nothing about an ordinary one", () => expect(findingsOf(NORMAL_BUSINESS_HOURS)).toEqual([]));

  test("a fixed offset (E3)", () => {
    expect(findingsOf({ ...week, zone: "UTC-08:00" })).toEqual([
      {
        severity: "warning",
        code: "fixed-offset",
        message: '"UTC-08:00" is an offset, not a place: it will not follow daylight saving.',
      },
    ]);
  });

  test("hours that overlap, also when the other runs over midnight", () => {
    const hours = { mon: [["22:00", "06:00"]], tue: [["05:00", "12:00"]] } as const;
    expect(findingsOf({ ...week, hours })).toEqual([
      { severity: "warning", code: "overlapping-hours", message: "On tue hours overlap; they count once." },
    ]);
  });

  test("a date that is closed and special, and a break that breaks nothing", () => {
    const closed = [{ date: "2026-05-01" }];
    const special = [{ date: "2026-05-01", hours: NINE_TO_FIVE }];
    const breaks = [{ date: "2026-05-01", hours: [["07:00", "09:00"] as const] }];
    expect(findingsOf({ ...week, closed, special, breaks }).map(({ code }) => code)).toEqual([
      "closed-and-special",
      "idle-break",
    ]);
  });
});
