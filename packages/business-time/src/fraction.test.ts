import { expect, test } from "vitest";
import { ceil, compareFractions, exactOf, floor, fractionOf, sumOfFractions } from "./fraction.ts";

test("a number is the decimal it is written as", () => {
  expect(fractionOf(exactOf(0.1))).toEqual({ num: 1, den: 10 });
  expect(fractionOf(exactOf(-2.125))).toEqual({ num: -17, den: 8 });
  expect(fractionOf(exactOf(1e-7))).toEqual({ num: 1, den: 10_000_000 });
  expect(exactOf(1e21)).toEqual({ num: 10n ** 21n, den: 1n });
  expect(fractionOf(exactOf({ num: 6, den: -0 + 4 }))).toEqual({ num: 3, den: 2 });
});

test("rounding goes to the side that is asked for, below zero too", () => {
  expect([floor({ num: 7n, den: 2n }), ceil({ num: 7n, den: 2n })]).toEqual([3n, 4n]);
  expect([floor({ num: -7n, den: 2n }), ceil({ num: -7n, den: 2n })]).toEqual([-4n, -3n]);
  expect([floor({ num: -8n, den: 2n }), ceil({ num: 8n, den: 2n })]).toEqual([-4n, 4n]);
});

test("sums and comparisons are exact", () => {
  const tenth = { num: 1, den: 10 };
  expect(sumOfFractions([tenth, tenth, tenth])).toEqual({ num: 3, den: 10 });
  expect(sumOfFractions([])).toEqual({ num: 0, den: 1 });
  expect(compareFractions({ num: 1, den: 3 }, 0.3333333333333333)).toBe(1);
  expect(compareFractions({ num: 2, den: 6 }, { num: 1, den: 3 })).toBe(0);
  expect(compareFractions(-1, { num: 1, den: 3 })).toBe(-1);
});

test("what two safe integers cannot hold comes as near as they can", () => {
  const near = fractionOf({ num: 10n ** 20n + 1n, den: 3n * 10n ** 20n });
  expect(Number.isSafeInteger(near.num) && Number.isSafeInteger(near.den)).toBe(true);
  expect(near.num / near.den).toBeCloseTo(1 / 3, 15);
});
