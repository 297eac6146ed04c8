import { describe, expect, test } from "vitest";
import type { CalendarDay, Hours } from "../wire.ts";
import { monthsOf, nextListCommand, weekRuns, yearsAround } from "./year.ts";

const day = (on: string, more: Partial<CalendarDay> = {}): CalendarDay => ({
  on,
  kind: "open",
  name: null,
  hours: [["09:00", "17:00"]],
  breaks: [],
  openMs: 28_800_000,
  clockChangeMs: 0,
  ...more,
});

describe("a year by months", () => {
  const [july, november] = monthsOf([
    day("2026-07-01"),
    day("2026-07-03", { kind: "holiday", name: "Independence Day (observed)", openMs: 0, hours: [] }),
    day("2026-07-04", { kind: "closed", openMs: 0, hours: [] }),
    day("2026-11-01", { kind: "closed", openMs: 0, clockChangeMs: -3_600_000 }),
  ]);

  test("counts open days and time, and names what is out of the ordinary", () => {
    expect(july).toMatchObject({ on: "2026-07-01", openDays: 1, openMs: 28_800_000, firstWeekday: 2 });
    expect(july?.notable.map(({ on }) => on)).toEqual(["2026-07-03"]);
    expect(november?.notable.map(({ on }) => on)).toEqual(["2026-11-01"]);
  });
});

test("days of the week with the same hours are told as one run; a closed day parts them", () => {
  const nine: Hours = [["09:00", "17:00"]];
  const week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((name, at) => ({
    day: name,
    hours: at === 2 || at > 4 ? [] : nine,
  }));
  expect(weekRuns(week)).toEqual([
    { from: 0, to: 1, hours: nine },
    { from: 3, to: 4, hours: nine },
  ]);
});

test("one can look as far as the list of holidays goes and a year beyond, and keeps the year one is in", () => {
  const now = Date.parse("2026-11-23T00:00:00Z");
  expect(yearsAround(2026, now, "2028-12-31")).toEqual([2024, 2025, 2026, 2027, 2028, 2029]);
  expect(yearsAround(2031, now, null).at(-1)).toBe(2031);
});

test("the next list begins where this one ends", () => {
  expect(nextListCommand("2028-12-31")).toBe("troth holidays COUNTRY --years 2029-2030");
  expect(nextListCommand("2028-06-30")).toBe("troth holidays COUNTRY --years 2028-2029");
});
