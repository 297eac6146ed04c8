import { expect, test } from "vitest";
import { localTime } from "./local-time.ts";

test.each([
  ["2026-07-07T19:30:00Z", "America/New_York", "Tue, 7 Jul 2026, 15:30"],
  ["2026-01-05T23:30:00Z", "Asia/Kolkata", "Tue, 6 Jan 2026, 05:00"],
  ["2026-03-29T01:00:00Z", "Europe/Berlin", "Sun, 29 Mar 2026, 03:00"],
  ["2026-07-07T19:30:07Z", "UTC", "Tue, 7 Jul 2026, 19:30:07"],
  ["2026-07-07T19:30:00.250Z", "UTC-08:00", "Tue, 7 Jul 2026, 11:30:00.250"],
])("%s in %s is %s", (instant, zone, words) => {
  expect(localTime(instant, zone)).toBe(words);
});
