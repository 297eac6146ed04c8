import { expect, test } from "vitest";
import { always } from "./always.ts";
import { compileCalendar } from "./calendar.ts";
import { everyDay, NEW_YORK, wall } from "./cast.fixture.ts";

const DAY = 86_400_000;

test("A6 round the clock an amount is elapsed time, and a day is 24 hours across a clock change", () => {
  const from = wall("2026-03-07 16:00");
  expect(always.isOpen(from)).toBe(true);
  expect(always.add(from, { ms: DAY })).toBe(wall("2026-03-08 17:00"));
  expect(always.add(from, { days: 1 })).toBe(wall("2026-03-08 17:00"));
  expect(always.add(from, { days: -0.5 })).toBe(from - DAY / 2);
  expect(always.nextChange(from)).toBeNull();
});

test("a part of a day that falls between two milliseconds is rounded away from the start", () => {
  expect(always.add(0, { days: { num: 1, den: 7 } })).toBe(Math.ceil(DAY / 7));
  expect(always.add(0, { days: { num: -1, den: 7 } })).toBe(-Math.ceil(DAY / 7));
});

test("pauses stop even what never closes", () => {
  const pause = { start: 1000, end: 5000 };
  expect(always.add(0, { ms: 2000 }, [pause])).toBe(6000);
  expect(always.add(6000, { ms: -2000 }, [pause])).toBe(0);
  expect(always.add(2000, { ms: 0 }, [pause])).toBe(5000);
  expect(always.between(6000, 0, [pause])).toBe(-2000);
  expect(always.betweenDays(0, DAY + 4000, [pause])).toEqual({ num: 1, den: 1 });
});

test("only what is open at every instant, in days of 24 hours, is always open", () => {
  const hours = everyDay([["00:00", "24:00"]]);
  expect(compileCalendar({ zone: "Etc/UTC", hours }).isAlways).toBe(true);
  expect(compileCalendar({ zone: "UTC-08:00", hours }).isAlways).toBe(true);
  expect(compileCalendar({ zone: NEW_YORK, hours }).isAlways).toBe(false);
  expect(compileCalendar({ zone: "UTC", hours, closed: [{ date: "2026-12-25" }] }).isAlways).toBe(false);
  expect(compileCalendar({ zone: "UTC", hours: everyDay([["00:00", "23:59"]]) }).isAlways).toBe(false);
});
