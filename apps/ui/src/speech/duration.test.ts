import { describe, expect, test } from "vitest";
import { shared as de } from "../catalogue/de/shared.ts";
import { shared as en } from "../catalogue/en/shared.ts";
import { durationWords, openTimeWords, targetWords } from "./duration.ts";

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

describe("a duration in words", () => {
  test.each([
    [30_000, "less than a minute"],
    [8 * MINUTE + 59_999, "8 min"],
    [HOUR, "1 h"],
    [13 * HOUR + 20 * MINUTE, "13 h 20 min"],
    [DAY, "1 day"],
    [29 * HOUR + 20 * MINUTE, "29 h 20 min"],
    [2 * DAY + 5 * HOUR + 59 * MINUTE, "2 days 5 h"],
    [-12 * MINUTE, "12 min"],
  ])("%i ms", (ms, words) => {
    expect(durationWords(ms, en)).toBe(words);
  });

  test("speaks German too", () => {
    expect(durationWords(2 * DAY + HOUR, de)).toBe("2 Tage 1 Std.");
  });
});

test("open time stays in hours, because a business day is not a day", () => {
  expect(openTimeWords(24 * HOUR, en)).toBe("24 h");
  expect(openTimeWords(61 * HOUR + 5 * MINUTE, en)).toBe("61 h 5 min");
  expect(openTimeWords(50 * MINUTE, en)).toBe("50 min");
});

describe("a target in words", () => {
  test("stays in the policy's own unit", () => {
    expect(targetWords({ amount: 2, unit: "business_day" }, "en")).toBe("2 business days");
    expect(targetWords({ amount: 2, unit: "business_day" }, "de")).toBe("2 Geschäftstage");
  });

  test("is empty where there is none, and an unknown unit is shown as it came", () => {
    expect(targetWords(null, "en")).toBe("");
    expect(targetWords({ amount: 3, unit: "fortnight" }, "en")).toBe("3 fortnight");
  });
});
