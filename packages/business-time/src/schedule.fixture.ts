import * as fc from "fast-check";
import { dateOfDay } from "./civil.ts";
import type { Amount, Hours, Instant, LocalDate, Schedule, Span } from "./types.ts";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Instants and dates are drawn from these weeks: both clock changes of many zones and Apia's lost date. */
const WEEKS = [Date.UTC(2026, 2, 1), Date.UTC(2026, 9, 20), Date.UTC(2011, 11, 20), Date.UTC(2024, 2, 20)];
const LENGTH = 25 * DAY;

const zone = fc.constantFrom(
  "America/New_York",
  "America/Nuuk",
  "America/Havana",
  "Australia/Lord_Howe",
  "Europe/Dublin",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "UTC-08:00",
);

function clock(minute: number): string {
  return new Date(minute * MINUTE).toISOString().slice(11, 16);
}

const minute = fc.oneof(
  fc.integer({ min: 0, max: 1439 }),
  fc.constantFrom(0, 60, 120, 150, 540, 1020, 1380, 1410),
);
const anyHours = fc.tuple(minute, minute).map(([from, to]): Hours => [clock(from), clock(to)]);
const datedHours = fc.tuple(minute, fc.integer({ min: 1, max: 1440 })).map(([from, length]): Hours => {
  const to = Math.min(from + length, 1440);
  return [clock(from), to === 1440 ? "24:00" : clock(to)];
});
const weekday = fc.array(anyHours, { maxLength: 3 });
const day = fc
  .tuple(fc.constantFrom(...WEEKS), fc.integer({ min: 0, max: 24 }))
  .map(([week, n]) => week / DAY + n);
const dates = fc.uniqueArray(day.map(dateOfDay), { maxLength: 6 });

function dated(minLength: number): fc.Arbitrary<Array<{ date: LocalDate; hours: Hours[] }>> {
  const entry = fc.record({
    date: day.map(dateOfDay),
    hours: fc.array(datedHours, { minLength, maxLength: 2 }),
  });
  return fc.uniqueArray(entry, { maxLength: 4, selector: ({ date }) => date });
}

export const schedule: fc.Arbitrary<Schedule> = fc
  .record({
    zone,
    hours: fc.record({ mon: weekday, tue: weekday, thu: weekday, fri: weekday, sat: weekday, sun: weekday }),
    closed: dates.map((list) => list.map((date) => ({ date }))),
    special: dated(0),
    breaks: dated(1),
  })
  .map((drawn) => ({ ...drawn, hours: { ...drawn.hours, wed: [["09:00", "17:00"] as const] } }));

export const instant: fc.Arbitrary<Instant> = fc
  .tuple(
    fc.constantFrom(...WEEKS),
    fc.integer({ min: 0, max: LENGTH }),
    fc.constantFrom(1, MINUTE, 30 * MINUTE),
  )
  .map(([week, offset, step]) => week + Math.floor(offset / step) * step);

/** Two or more instants of the same weeks, in order. */
export function instants(count: number): fc.Arbitrary<Instant[]> {
  const offsets = fc.array(fc.integer({ min: 0, max: LENGTH }), { minLength: count, maxLength: count });
  return fc
    .tuple(fc.constantFrom(...WEEKS), offsets)
    .map(([week, list]) => list.toSorted((a, b) => a - b).map((offset) => week + offset));
}

export const pauses: fc.Arbitrary<Span[]> = fc.array(
  fc
    .tuple(instant, fc.integer({ min: 0, max: 4 * DAY }))
    .map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 4 },
);

export const positiveMs = fc.integer({ min: 1, max: 120 * 60 * MINUTE });

const positiveDays = fc.record({ num: fc.integer({ min: 1, max: 40 }), den: fc.integer({ min: 1, max: 9 }) });

export const amount: fc.Arbitrary<Amount> = fc.oneof(
  fc.tuple(positiveMs, fc.constantFrom(1, -1)).map(([ms, sign]) => ({ ms: sign * ms })),
  fc
    .tuple(positiveDays, fc.constantFrom(1, -1))
    .map(([{ num, den }, sign]) => ({ days: { num: sign * num, den } })),
  fc.integer({ min: -12, max: 12 }).map((days) => ({ days })),
);
