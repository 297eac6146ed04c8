import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { compileCalendar } from "./calendar.ts";
import { compare, sumOf } from "./fraction.fixture.ts";
import { amount, instant, instants, pauses, positiveMs, schedule } from "./schedule.fixture.ts";

vi.setConfig({ testTimeout: 60_000 });

const DAY = 86_400_000;
const SEED = Number(process.env["PROPERTY_SEED"] ?? 2026);
const RUNS = Number(process.env["PROPERTY_RUNS"] ?? 100);
const settings = { seed: SEED, numRuns: RUNS };

test("what passes from a to b and from b to c is what passes from a to c", () => {
  fc.assert(
    fc.property(schedule, instants(3), pauses, (drawn, [a = 0, b = 0, c = 0], breaks) => {
      const calendar = compileCalendar(drawn);
      const [first, second] = [calendar.between(a, b, breaks), calendar.between(b, c, breaks)];
      expect(first + second).toBe(calendar.between(a, c, breaks));
      const days = [calendar.betweenDays(a, b), calendar.betweenDays(b, c)];
      expect(sumOf(days)).toEqual(calendar.betweenDays(a, c));
    }),
    settings,
  );
});

test("what passes until due is the amount, and due is the earliest such instant", () => {
  fc.assert(
    fc.property(schedule, instant, positiveMs, pauses, (drawn, from, ms, breaks) => {
      const calendar = compileCalendar(drawn);
      const due = calendar.add(from, { ms }, breaks) ?? Number.NaN;
      expect(calendar.between(from, due, breaks)).toBe(ms);
      expect(calendar.between(from, due - 1, breaks)).toBe(ms - 1);
    }),
    settings,
  );
});

test("what passes from the start of a backwards amount is the amount, and the start is the latest", () => {
  fc.assert(
    fc.property(schedule, instant, positiveMs, pauses, (drawn, to, ms, breaks) => {
      const calendar = compileCalendar(drawn);
      const start = calendar.add(to, { ms: -ms }, breaks) ?? Number.NaN;
      expect(calendar.between(start, to, breaks)).toBe(ms);
      expect(calendar.between(start + 1, to, breaks)).toBe(ms - 1);
    }),
    settings,
  );
});

test("in days, due is the first whole millisecond at which the amount has passed", () => {
  const days = fc.record({ num: fc.integer({ min: 1, max: 40 }), den: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(schedule, instant, days, (drawn, from, wanted) => {
      const calendar = compileCalendar(drawn);
      const due = calendar.add(from, { days: wanted }) ?? Number.NaN;
      expect(compare(calendar.betweenDays(from, due), wanted)).toBeGreaterThanOrEqual(0);
      expect(compare(calendar.betweenDays(from, due - 1), wanted)).toBeLessThan(0);
      const { num, den } = wanted;
      const start = calendar.add(from, { days: { num: -num, den } }) ?? Number.NaN;
      expect(compare(calendar.betweenDays(start, from), wanted)).toBeGreaterThanOrEqual(0);
      expect(compare(calendar.betweenDays(start + 1, from), wanted)).toBeLessThan(0);
    }),
    settings,
  );
});

test("each local date with open time is one business day, whatever its length", () => {
  const first = Date.UTC(2026, 2, 1);
  fc.assert(
    fc.property(schedule, fc.integer({ min: 1, max: 25 }), (drawn, count) => {
      const calendar = compileCalendar({ ...drawn, zone: "UTC" });
      const dates = Array.from({ length: count }, (_, i) => first + i * DAY);
      const open = dates.filter((at) => calendar.between(at, at + DAY) > 0).length;
      expect(calendar.betweenDays(first, first + count * DAY)).toEqual({ num: open, den: 1 });
    }),
    settings,
  );
});

test("a later start or a greater amount is never due earlier", () => {
  fc.assert(
    fc.property(schedule, instants(2), amount, pauses, (drawn, [a = 0, b = 0], asked, breaks) => {
      const calendar = compileCalendar(drawn);
      const due = calendar.add(a, asked, breaks) ?? Number.NaN;
      expect(due).toBeLessThanOrEqual(calendar.add(b, asked, breaks) ?? Number.NaN);
      if ("ms" in asked) {
        expect(due).toBeLessThanOrEqual(calendar.add(a, { ms: asked.ms + 1 }, breaks) ?? Number.NaN);
      }
    }),
    settings,
  );
});

test("counting on from an instant in between comes to the same end", () => {
  fc.assert(
    fc.property(schedule, instant, positiveMs, positiveMs, pauses, (drawn, from, m, n, breaks) => {
      const calendar = compileCalendar(drawn);
      const between = calendar.add(from, { ms: m }, breaks) ?? Number.NaN;
      expect(calendar.add(between, { ms: n }, breaks)).toBe(calendar.add(from, { ms: m + n }, breaks));
    }),
    settings,
  );
});

test("an amount of nothing leads to an open instant, the next one when closed", () => {
  fc.assert(
    fc.property(schedule, instant, (drawn, from) => {
      const calendar = compileCalendar(drawn);
      const due = calendar.add(from, { ms: 0 }) ?? Number.NaN;
      expect(calendar.isOpen(due)).toBe(true);
      expect(calendar.between(from, due)).toBe(0);
      expect(calendar.nextChange(from)).toEqual(
        calendar.isOpen(from) ? expect.objectContaining({ isOpen: false }) : { at: due, isOpen: true },
      );
    }),
    settings,
  );
});

test("a change is where open begins or ends, and nothing changes before it", () => {
  fc.assert(
    fc.property(schedule, instant, (drawn, at) => {
      const calendar = compileCalendar(drawn);
      const change = calendar.nextChange(at);
      if (!change) return;
      expect(calendar.isOpen(change.at)).toBe(change.isOpen);
      expect(calendar.isOpen(change.at - 1)).toBe(!change.isOpen);
      expect(calendar.between(at, change.at)).toBe(change.isOpen ? 0 : change.at - at);
    }),
    settings,
  );
});

test("a receipt's rows follow one another, sum exactly to the amount and end where add ends", () => {
  fc.assert(
    fc.property(schedule, instant, amount, pauses, (drawn, from, asked, breaks) => {
      const calendar = compileCalendar(drawn);
      const receipt = calendar.explain(from, asked, breaks);
      expect(receipt?.due).toBe(calendar.add(from, asked, breaks));
      const rows = receipt?.rows ?? [];
      rows.forEach((row, i) => {
        expect(row.from).toBeGreaterThanOrEqual(rows[i - 1]?.to ?? row.from);
        expect(row.to).toBeGreaterThanOrEqual(row.from);
        expect(Math.abs(row.businessMs)).toBe(
          ["open", "special"].includes(row.reason) && row.businessMs !== 0 ? row.to - row.from : 0,
        );
      });
      if ("ms" in asked) expect(rows.reduce((sum, row) => sum + row.businessMs, 0)).toBe(asked.ms);
      else {
        const shares = rows.map(({ dayFraction }) => dayFraction ?? { num: 0, den: 1 });
        expect(compare(sumOf(shares), asked.days)).toBe(0);
      }
    }),
    settings,
  );
});

test("the order of pauses, and whether they overlap, makes no difference", () => {
  fc.assert(
    fc.property(schedule, instant, amount, pauses, (drawn, from, asked, breaks) => {
      const calendar = compileCalendar(drawn);
      const cut = breaks.flatMap(({ start, end }) => {
        const middle = Math.floor((start + end) / 2);
        return [
          { start: middle, end },
          { start, end: middle },
          { start, end: middle },
        ];
      });
      expect(calendar.add(from, asked, cut)).toBe(calendar.add(from, asked, breaks));
    }),
    settings,
  );
});

test("a union is open when one of its schedules is, and counts no time twice", () => {
  fc.assert(
    fc.property(schedule, schedule, instants(2), (one, other, [a = 0, b = 0]) => {
      const [union, first, second] = [
        compileCalendar([one, other]),
        compileCalendar(one),
        compileCalendar(other),
      ];
      let open = 0;
      for (let at = a, next = a; at < b; at = next) {
        next = Math.min(b, first.nextChange(at)?.at ?? b, second.nextChange(at)?.at ?? b);
        const isOpen = first.isOpen(at) || second.isOpen(at);
        expect(union.isOpen(at)).toBe(isOpen);
        if (isOpen) open += next - at;
      }
      expect(union.between(a, b)).toBe(open);
      const ms = Math.max(open, 1);
      const rows = union.explain(a, { ms })?.rows ?? [];
      expect(rows.reduce((sum, row) => sum + row.businessMs, 0)).toBe(ms);
      expect(union.add(a, { days: 2.5 })).toBe(first.add(a, { days: 2.5 }));
    }),
    settings,
  );
});

test("a whole number of days and the same number as a fraction are due at the same instant", () => {
  const zones = fc.constantFrom("Europe/Berlin", "Pacific/Kwajalein", "America/Nuuk");
  // Kwajalein repeated nearly a whole date in 1969: lengths whose product exceeds 53 bits.
  const around = fc.constantFrom(Date.UTC(1969, 8, 28), Date.UTC(2024, 2, 28));
  fc.assert(
    fc.property(
      schedule,
      zones,
      around,
      fc.nat(6 * DAY),
      fc.integer({ min: -9, max: 9 }),
      (drawn, zone, week, offset, days) => {
        const hours = { ...drawn.hours, mon: [["00:00", "24:00"]], tue: [["00:00", "24:00"]] } as const;
        const calendar = compileCalendar({ ...drawn, zone, hours });
        const from = week + offset;
        expect(calendar.add(from, { days })).toBe(calendar.add(from, { days: { num: days, den: 1 } }));
      },
    ),
    { ...settings, numRuns: 3 * RUNS },
  );
});
