import { expect, test } from "vitest";
import { matchesIn, says } from "./matches.ts";

test("words are found whatever their case, with every sign as itself", () => {
  expect(matchesIn("Timeout, a TIMEOUT (timeout)", "timeout", 10)).toEqual([
    [0, 7],
    [11, 18],
    [20, 27],
  ]);
  expect(matchesIn("a.c abc a.c", "a.c", 10)).toHaveLength(2);
  expect(matchesIn("(x) [y]", "[y]", 10)).toEqual([[4, 7]]);
});

test("nothing is looked for, and nothing found", () => {
  expect(matchesIn("text", "  ", 10)).toEqual([]);
  expect(says("text", "absent")).toBe(false);
});

test("counting stops where it was told to", () => {
  expect(matchesIn("a".repeat(100), "a", 7)).toHaveLength(7);
});
