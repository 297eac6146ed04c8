import { expect, test } from "vitest";
import { NOTHING_KNOWN, type Offsets, offsetsReaching } from "./offsets.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function offsetAt({ starts, values }: Offsets, at: number): number | undefined {
  return values[starts.findLastIndex((start) => start <= at)];
}

test("a stay of less than four days on another offset is found, wherever it begins", () => {
  for (let shift = 0; shift < 8 * DAY; shift += 5 * HOUR) {
    const begin = Date.UTC(2026, 3, 1) + shift;
    const end = begin + 3.6 * DAY;
    const table = offsetsReaching(
      NOTHING_KNOWN,
      (at) => (at >= begin && at < end ? HOUR : 0),
      begin - 30 * DAY,
    );
    expect([begin - 1, begin, end - 1, end].map((at) => offsetAt(table, at))).toEqual([0, HOUR, HOUR, 0]);
  }
});

test("two changes within days of one another are both found", () => {
  const first = Date.UTC(2026, 3, 1);
  const read = (at: number) => (at < first ? 0 : at < first + DAY ? HOUR : 3 * HOUR);
  const table = offsetsReaching(NOTHING_KNOWN, read, first - DAY);
  const ask = [first - 1, first, first + DAY - 1, first + DAY];
  expect(ask.map((at) => offsetAt(table, at))).toEqual([0, HOUR, HOUR, 3 * HOUR]);
});

test("a table grows in both directions without losing or inventing a change", () => {
  const change = Date.UTC(2026, 3, 1);
  const read = (at: number) => (at < change ? 0 : HOUR);
  let table = offsetsReaching(NOTHING_KNOWN, read, change + 900 * DAY);
  for (const at of [change + 100 * DAY, change - 500 * DAY, change + 3000 * DAY])
    table = offsetsReaching(table, read, at);
  expect(table.starts.slice(1)).toEqual([change]);
  expect(table.values).toEqual([0, HOUR]);
  expect(table.lo).toBeLessThanOrEqual(change - 500 * DAY);
  expect(table.hi).toBeGreaterThan(change + 3000 * DAY);
});

test("a question a lifetime away begins a new table instead of sampling all the years between", () => {
  let reads = 0;
  const read = () => {
    reads++;
    return 0;
  };
  const table = offsetsReaching(offsetsReaching(NOTHING_KNOWN, read, 0), read, 200_000 * DAY);
  expect(table.lo).toBeGreaterThan(190_000 * DAY);
  expect(reads).toBeLessThan(500);
});
