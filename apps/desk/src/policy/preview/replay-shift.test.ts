import { expect, test } from "vitest";
import { policy as words } from "../../../../ui/src/catalogue/en/policy.ts";
import { shiftText, shownShifts } from "./replay-shift.ts";

const HOUR = 3_600_000;
const of = (fromMs: number | null, toMs: number | null) =>
  shiftText({ fromMs, toMs, count: 1 }, words, (ms) => `${Math.abs(ms) / HOUR} h`);

test("a bar says how far and which way dues would have moved, the nearer end first", () => {
  expect(of(0, 0)).toBe("the same");
  expect(of(-4 * HOUR, -HOUR)).toBe("1 h to 4 h earlier");
  expect(of(HOUR, 4 * HOUR)).toBe("1 h to 4 h later");
  expect(of(-HOUR, 0)).toBe("up to 1 h earlier");
  expect(of(0, HOUR)).toBe("up to 1 h later");
});

test("a bar without end says more than", () => {
  expect(of(null, -24 * HOUR)).toBe("more than 24 h earlier");
  expect(of(24 * HOUR, null)).toBe("more than 24 h later");
});

test("empty bars at the ends are left out, those in between stay", () => {
  const bars = [0, 0, 2, 0, 1, 0].map((count, at) => ({ fromMs: at, toMs: at + 1, count }));
  expect(shownShifts(bars).map(({ count }) => count)).toEqual([2, 0, 1]);
  expect(shownShifts(bars.map((bar) => ({ ...bar, count: 0 })))).toEqual([]);
});
