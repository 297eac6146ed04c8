import { expect, test } from "vitest";
import { remembered } from "./offsets.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test("a stay of less than four days on another offset is found, wherever it begins", () => {
  for (let shift = 0; shift < 8 * DAY; shift += 5 * HOUR) {
    const begin = Date.UTC(2026, 3, 1) + shift;
    const end = begin + 3.6 * DAY;
    const offsetAt = remembered((at) => (at >= begin && at < end ? HOUR : 0));
    expect([begin - 1, begin, end - 1, end].map(offsetAt)).toEqual([0, HOUR, HOUR, 0]);
  }
});

test("two changes within days of one another are both found", () => {
  const first = Date.UTC(2026, 3, 1);
  const offsetAt = remembered((at) => (at < first ? 0 : at < first + DAY ? HOUR : 3 * HOUR));
  expect([first - 1, first, first + DAY - 1, first + DAY].map(offsetAt)).toEqual([0, HOUR, HOUR, 3 * HOUR]);
});

test("in whatever order the years are asked about, no change is lost or invented", () => {
  const change = Date.UTC(2026, 3, 1);
  const read = (at: number) => (at < change ? 0 : HOUR);
  const days = Array.from({ length: 800 }, (_, i) => change + ((i * 331) % 800) * DAY - 400 * DAY);
  for (const order of [days, days.toReversed(), days.toSorted((a, b) => a - b)]) {
    const offsetAt = remembered(read);
    expect(order.map(offsetAt)).toEqual(order.map(read));
    expect([change - 1, change].map(offsetAt)).toEqual([0, HOUR]);
  }
});

test("what is known is not asked again, and years between two questions are not asked at all", () => {
  let reads = 0;
  const offsetAt = remembered(() => {
    reads++;
    return 0;
  });
  for (const at of [0, DAY, 200_000 * DAY, 0, 200_000 * DAY]) offsetAt(at);
  expect(reads).toBe(4);
});
