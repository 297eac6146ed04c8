import { expect, test } from "vitest";
import { dueWords } from "./due-words.ts";

const AT = Date.parse("2026-07-07T19:29:00.001Z");

test("a due is said in the reader's zone, with its weekday and the zone's name, and never too early", () => {
  expect(dueWords("en", "Europe/Berlin", AT)).toBe("Tue, 7 Jul 2026, 21:30 CEST");
  expect(dueWords("de", "Europe/Berlin", AT)).toBe("Di., 7. Juli 2026, 21:30 MESZ");
});

test("a zone that nobody knows is UTC, and says so", () => {
  expect(dueWords("en", "Mars/Olympus", AT)).toBe("Tue, 7 Jul 2026, 19:30 UTC");
  expect(dueWords("en", null, AT)).toBe("Tue, 7 Jul 2026, 19:30 UTC");
});
