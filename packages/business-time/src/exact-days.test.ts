import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type DayTime, dayTimeOf } from "./day-time.ts";
import { daysBetween } from "./exact-days.ts";
import { msTimeOf } from "./ms-time.ts";
import { datesAround, openSpans } from "./open-days.ts";
import { planOf } from "./plan.ts";
import { amount, instants, pauses, schedule } from "./schedule.fixture.ts";
import { seek } from "./seek.ts";
import type { Schedule } from "./types.ts";

const MINUTE = 60_000;
const YEAR = 366 * 1440 * MINUTE;

function dayTime(drawn: Schedule, around: number): DayTime {
  const plan = planOf(drawn);
  return dayTimeOf(openSpans(plan, datesAround(plan, { start: around - YEAR / 6, end: around + YEAR / 6 })));
}

test("dates whose lengths have few common parts are counted in fractions of any size", () => {
  const primes = [479, 467, 463, 461, 457, 449].map((minutes, day) => {
    const start = day * 1440 * MINUTE;
    return { start, end: start + minutes * MINUTE, day };
  });
  expect(dayTimeOf(primes.slice(0, 2)).parts).toBe(479 * 467 * MINUTE);
  const time = dayTimeOf(primes);
  expect(time.parts).toBe(0);
  expect(daysBetween(time, 0, 3 * 1440 * MINUTE + 230 * MINUTE, [])).toEqual({ num: 1613n, den: 461n });
});

test("fractions of any size and whole parts of a day give the same answers", () => {
  let compared = 0;
  fc.assert(
    fc.property(schedule, instants(2), amount, pauses, (drawn, [a = 0, b = 0], asked, breaks) => {
      const days = dayTime(drawn, a);
      if (days.parts === 0) return;
      compared++;
      const inFractions = { ...days, parts: 0 };
      const sorted = breaks.toSorted((one, other) => one.start - other.start).slice(0, 1);
      expect(daysBetween(inFractions, a, b, sorted)).toEqual(daysBetween(days, a, b, sorted));
      expect(daysBetween(inFractions, b, a, sorted)).toEqual(daysBetween(days, b, a, sorted));
      if (!("days" in asked)) return;
      const line = { lo: -Infinity, hi: Infinity, open: msTimeOf([]) };
      expect(seek({ ...line, days: inFractions }, a, asked, sorted)).toBe(
        seek({ ...line, days }, a, asked, sorted),
      );
    }),
    { seed: 2026, numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(50);
});
