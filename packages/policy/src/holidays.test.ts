import { describe, expect, test } from "vitest";
import { policy } from "./bundled-policy.fixture.ts";

const DAY = 24 * 3_600_000;

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The n-th weekday of a month (0 is Sunday); the last one for n = -1. */
function nth(year: number, month: number, weekday: number, n: number): number {
  const first = Date.UTC(year, month - 1, 1);
  const days = [...Array(31).keys()]
    .map((day) => first + day * DAY)
    .filter((at) => new Date(at).getUTCMonth() === month - 1);
  return days.filter((at) => new Date(at).getUTCDay() === weekday).at(n === -1 ? -1 : n - 1) ?? 0;
}

/** Saturdays are kept on the Friday before, Sundays on the Monday after (5 U.S.C. 6103, E.O. 11582). */
function observed(year: number, month: number, day: number): number {
  const at = Date.UTC(year, month - 1, day);
  const weekday = new Date(at).getUTCDay();
  return weekday === 6 ? at - DAY : weekday === 0 ? at + DAY : at;
}

const holidaysOf = (year: number): number[] => [
  observed(year, 1, 1),
  nth(year, 1, 1, 3),
  nth(year, 2, 1, 3),
  nth(year, 5, 1, -1),
  observed(year, 6, 19),
  observed(year, 7, 4),
  nth(year, 9, 1, 1),
  nth(year, 10, 1, 2),
  observed(year, 11, 11),
  nth(year, 11, 4, 4),
  observed(year, 12, 25),
];

describe("US federal holidays, 2024 to 2028", () => {
  const closed = policy.calendars["normal-business-hours"]?.schedules[0]?.closed ?? [];
  const wanted = [2024, 2025, 2026, 2027, 2028, 2029]
    .flatMap(holidaysOf)
    .map(dateOf)
    .filter((date) => date <= "2028-12-31")
    .toSorted();

  test("the list holds each of them as observed, once, and nothing else", () => {
    expect(closed.map((day) => day.date).toSorted()).toEqual(wanted);
    expect(wanted).toHaveLength(55);
  });

  test("each has a name, says so when it is observed on another day, and never falls on a weekend", () => {
    for (const { date, name } of closed) {
      expect([0, 6]).not.toContain(new Date(`${date}T00:00:00Z`).getUTCDay());
      expect(name).not.toBe("");
    }
    const moved = closed.filter((day) => day.name?.endsWith("(observed)")).map((day) => day.date);
    expect(moved).toEqual([
      "2026-07-03",
      "2027-06-18",
      "2027-07-05",
      "2027-12-24",
      "2027-12-31",
      "2028-11-10",
    ]);
  });
});
