import { expect, test } from "vitest";
import { isStale, nextRefreshAt } from "./schedule.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test.for([
  ["whole", DAY],
  ["news", DAY],
  ["part", HOUR / 2],
  ["suspicious", HOUR / 2],
  ["broken-off", HOUR / 2],
] as const)("after a refresh that ended as %s, a daily source is read again in %i ms", ([outcome, ms]) => {
  expect(nextRefreshAt({ everyMs: DAY }, outcome, 1_000)).toBe(1_000 + ms);
});

test("a source that is read every five minutes is not read more often after a failure", () => {
  expect(nextRefreshAt({ everyMs: 5 * 60_000 }, "part", 0)).toBe(5 * 60_000);
});

test.for([
  ["seen a day ago", { createdAt: 0, currentAt: 9 * DAY, isPaused: false }, false],
  ["seen a moment more than a day ago", { createdAt: 0, currentAt: 9 * DAY - 1, isPaused: false }, true],
  [
    "never seen, made a moment more than a day ago",
    { createdAt: 9 * DAY - 1, currentAt: null, isPaused: false },
    true,
  ],
  ["never seen, made just now", { createdAt: 10 * DAY, currentAt: null, isPaused: false }, false],
  ["paused", { createdAt: 0, currentAt: 0, isPaused: true }, false],
] as const)("P015 %s", ([, source, stale]) => {
  expect(isStale(source, 10 * DAY)).toBe(stale);
});
