import * as fc from "fast-check";
import { expect, test } from "vitest";
import { always } from "./always.ts";
import { compileCalendar } from "./calendar.ts";
import { CalendarError } from "./errors.ts";
import { planOf } from "./plan.ts";
import { quickDue } from "./quick-due.ts";
import { instant, positiveMs, schedule } from "./schedule.fixture.ts";
import { seek } from "./seek.ts";
import { layOutOf, NOWHERE } from "./timeline.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test("the quick way finds what the careful way finds, from every edge and to every edge", () => {
  const different: unknown[] = [];
  let compared = 0;
  fc.assert(
    fc.property(schedule, instant, positiveMs, (drawn, at, amount) => {
      const line = layOutOf([planOf(drawn)])(NOWHERE, at, at);
      const { starts, byEnd } = line.open;
      const edges = [...starts, ...byEnd.keys].filter((edge) => Math.abs(edge - at) < 9 * DAY);
      const instants = [at, ...edges.flatMap((edge) => [edge - 1, edge, edge + 1])];
      for (const from of instants) {
        const amounts = [0, amount, -amount, ...instants.map((to) => to - from)];
        for (const ms of amounts) {
          const careful = seek(line, from, { ms }, []);
          if (!(careful >= line.lo && careful <= line.hi)) continue;
          compared++;
          if (quickDue(line, from, ms) !== careful) different.push({ from, ms });
        }
      }
    }),
    { seed: 2026, numRuns: 40 },
  );
  expect(different).toEqual([]);
  expect(compared).toBeGreaterThan(10_000);
});

test("the quick way leaves alone what lies outside", () => {
  const week = { zone: "UTC", hours: { mon: [["09:00", "17:00"]] } } as const;
  const from = Date.UTC(2026, 0, 5, 12);
  const line = layOutOf([planOf(week)])(NOWHERE, from, from);
  expect(quickDue(line, from, HOUR)).toBe(from + HOUR);
  expect(quickDue(NOWHERE, from, HOUR)).toBeNaN();
  expect(quickDue(line, from, 800 * HOUR)).toBeNaN();
  expect(quickDue(line, from, -800 * HOUR)).toBeNaN();
  expect(quickDue(line, line.hi, HOUR)).toBeNaN();
  expect(quickDue(line, line.lo - 1, HOUR)).toBeNaN();
});

test("special dates alone: nothing is left after the last and before the first", () => {
  const fair = compileCalendar({
    zone: "UTC",
    hours: {},
    special: [{ date: "2026-05-01", hours: [["09:00", "17:00"]] }],
  });
  const [opens, closes] = [Date.UTC(2026, 4, 1, 9), Date.UTC(2026, 4, 1, 17)];
  expect(fair.add(0, { ms: 8 * HOUR })).toBe(closes);
  expect(fair.add(closes + DAY, { ms: -8 * HOUR })).toBe(opens);
  for (const [from, ms] of [
    [0, -1],
    [0, 8 * HOUR + 1],
    [closes, 0],
    [closes, 1],
    [opens, -1],
    [closes + DAY, -8 * HOUR - 1],
  ] as const) {
    expect(fair.add(from, { ms }), `${from} ${ms}`).toBeNull();
  }
});

test("what was laid out before makes no difference to what is refused", () => {
  const fair = compileCalendar({
    zone: "UTC",
    hours: {},
    special: [{ date: "2026-05-01", hours: [["00:00", "24:00"]] }],
  });
  for (const calendar of [always, fair]) {
    calendar.isOpen(0);
    const code = (from: number, ms: number) => {
      try {
        return calendar.add(from, { ms });
      } catch (error) {
        return error instanceof CalendarError ? error.code : error;
      }
    };
    for (const at of [-1e14, 3e14, 0.5, Number.NaN, -Infinity]) expect(code(at, HOUR)).toBe("bad-instant");
    for (const ms of [0.5, Number.NaN, Infinity, 2 ** 60]) expect(code(0, ms)).toBe("bad-amount");
    for (const ms of [31 * 366 * DAY + 1, -31 * 366 * DAY - 1]) expect(code(0, ms)).toBe("horizon");
  }
});
