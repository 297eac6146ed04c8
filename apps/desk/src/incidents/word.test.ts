import { expect, test } from "vitest";
import { bodyOf, instantIn, isPast, namesIn } from "./word.ts";

const WORD = { state: "identified", text: " A bad route. ", nextBy: "" } as const;

test("an empty field promises no update, and a time is the reader's own", () => {
  expect(bodyOf(WORD)).toEqual({ state: "identified", text: "A bad route.", nextUpdateBy: null });
  expect(instantIn("2026-07-06T16:45")).toBe(new Date(2026, 6, 6, 16, 45).toISOString());
  expect(instantIn("not a time")).toBeNull();
});

test("the end promises nothing more, whatever the field still holds", () => {
  const end = { ...WORD, state: "resolved", nextBy: "2026-07-06T16:45" } as const;
  expect(bodyOf(end).nextUpdateBy).toBeNull();
  expect(isPast(end, Number.MAX_SAFE_INTEGER)).toBe(false);
});

test("a promise for a time that has passed is seen before it is sent", () => {
  const at = new Date(2026, 6, 6, 16, 45).getTime();
  const word = { ...WORD, nextBy: "2026-07-06T16:45" };
  expect([isPast(word, at - 1), isPast(word, at), isPast(WORD, at)]).toEqual([false, true, false]);
});

test("names stand between commas", () => {
  expect(namesIn(" eu-1, us-1 ,, ")).toEqual(["eu-1", "us-1"]);
  expect(namesIn("")).toEqual([]);
});
