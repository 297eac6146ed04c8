import { expect, test } from "vitest";
import { exactOf, fractionOf, minus, rounded } from "./fraction.ts";

test("a number is the decimal it is written as", () => {
  expect(fractionOf(exactOf(0.1))).toEqual({ num: 1, den: 10 });
  expect(fractionOf(exactOf(-2.125))).toEqual({ num: -17, den: 8 });
  expect(fractionOf(exactOf(-0.5))).toEqual({ num: -1, den: 2 });
  expect(fractionOf(exactOf(1e-7))).toEqual({ num: 1, den: 10_000_000 });
  expect(fractionOf(exactOf(-1.25e-9))).toEqual({ num: -1, den: 800_000_000 });
  expect(fractionOf(exactOf(-0))).toEqual({ num: 0, den: 1 });
  expect(fractionOf(exactOf({ num: 6, den: 4 }))).toEqual({ num: 3, den: 2 });
});

test("rounding goes away from zero", () => {
  expect([rounded({ num: 7n, den: 2n }, 1), rounded({ num: -7n, den: 2n }, 1)]).toEqual([4, -4]);
  expect([rounded({ num: 7n, den: 2n }, 4), rounded({ num: -7n, den: 2n }, 4)]).toEqual([14, -14]);
  expect(rounded({ num: 0n, den: 1n }, 4)).toBe(0);
});

test("differences are exact, in lowest terms", () => {
  const third = { num: 1n, den: 3n };
  expect(minus(third, { num: 1n, den: 12n })).toEqual({ num: 1n, den: 4n });
  expect(minus(exactOf(0.3333333333333333), third).num).toBeLessThan(0n);
  expect(minus(third, { num: 2n, den: 6n })).toEqual({ num: 0n, den: 1n });
});

test("what two safe integers cannot hold comes as near as they can", () => {
  const near = fractionOf({ num: 10n ** 20n + 1n, den: 3n * 10n ** 20n });
  expect(Number.isSafeInteger(near.num) && Number.isSafeInteger(near.den)).toBe(true);
  expect(near.num / near.den).toBeCloseTo(1 / 3, 15);
});
