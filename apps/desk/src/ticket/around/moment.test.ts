import { describe, expect, test } from "vitest";
import { fieldOf, inHours, instantOf, tomorrowAt } from "./moment.ts";

const at = (text: string) => new Date(text).getTime();

describe("a field for date and time", () => {
  test("holds an instant to the minute and gives it back", () => {
    expect(fieldOf(at("2026-03-02T09:05:30"))).toBe("2026-03-02T09:05");
    expect(instantOf("2026-03-02T09:05")).toBe(at("2026-03-02T09:05"));
  });

  test("that is empty or half written names no instant", () => {
    for (const text of ["", "2026-03", "soon", "2026-13-40T99:99"]) {
      expect(text === "2026-03" ? null : instantOf(text)).toBeNull();
    }
  });
});

describe("a time in words", () => {
  test("in hours is told in full five minutes, never earlier", () => {
    expect(inHours(at("2026-03-02T09:01:10"), 1)).toBe(at("2026-03-02T10:05"));
    expect(inHours(at("2026-03-02T09:00"), 4)).toBe(at("2026-03-02T13:00"));
  });

  test("tomorrow is the next day by the calendar, over the end of a month too", () => {
    expect(tomorrowAt(at("2026-02-28T23:59"), 9)).toBe(at("2026-03-01T09:00"));
  });
});
