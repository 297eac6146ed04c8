import { expect, test } from "vitest";
import { daysOf, leftOf, shareOf } from "./amount.ts";

test("a share of milliseconds is rounded up, of days it is exact", () => {
  expect(shareOf({ ms: 3 }, { num: 1, den: 2 })).toEqual({ ms: 2 });
  expect(shareOf({ days: 2 }, { num: 4, den: 5 })).toEqual({ days: { num: 8, den: 5 } });
});

test("days written with a decimal point become the fraction that is meant", () => {
  expect(daysOf(0.1)).toEqual({ num: 1, den: 10 });
  expect(daysOf(1.5)).toEqual({ num: 3, den: 2 });
  expect(daysOf({ num: 4, den: 8 })).toEqual({ num: 1, den: 2 });
});

test("what is left is exact, and nothing is left once all is used", () => {
  expect(leftOf({ ms: 5 }, { ms: 3 })).toEqual({ ms: 2 });
  expect(leftOf({ ms: 5 }, { ms: 5 })).toBeNull();
  expect(leftOf({ days: 1 }, { days: { num: 1, den: 3 } })).toEqual({ days: { num: 2, den: 3 } });
  expect(leftOf({ days: 1 }, { days: { num: 3, den: 3 } })).toBeNull();
});
