import { expect, test } from "vitest";
import { dateTalk } from "./calendar-date.ts";

test("a date of a calendar reads the same wherever the reader sits", () => {
  const talk = dateTalk("en-GB");
  expect([talk.day("2026-07-03"), talk.month("2026-07-01"), talk.weekday(0)]).toEqual([
    "Fri 3 Jul",
    "July",
    "Mon",
  ]);
  expect(talk.dayOfYear("2028-12-31")).toBe("Sun, 31 Dec 2028");
  expect(dateTalk("de").day("2026-07-03")).toBe("Fr., 3. Juli");
});

test("hours keep the locale's clock, and the end of a day is its own hour", () => {
  expect(dateTalk("en-GB").clock("09:00")).toBe("09:00");
  expect(dateTalk("en-US").clock("17:00")).toBe("5:00 PM");
  expect(dateTalk("en-US").clock("24:00")).toBe("24:00");
});
