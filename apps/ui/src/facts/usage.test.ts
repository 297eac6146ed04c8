import { describe, expect, test } from "vitest";
import { promiseOf, receiptRows } from "../testing/promise.ts";
import { usageOf } from "./usage.ts";

const at = (text: string) => usageOf(promiseOf(), Date.parse(text), receiptRows);
const HOUR = 3_600_000;

/** Counted time with so many hours left of so many. */
const left = (hours: number, ofHours: number) =>
  usageOf(promiseOf(), Date.parse("2026-07-06T14:00:00Z"), [], {
    ms: hours * HOUR,
    ofMs: ofHours * HOUR,
    isRunning: true,
    changes: [],
    knownUntil: "2026-07-07T19:30:00.000Z",
    asOf: "2026-07-06T14:00:00.000Z",
  });

describe("C14 how far the time of a promise is used up", () => {
  test("passes half, four fifths and the last open hour of 16 open hours, and stands over a weekend", () => {
    expect(at("2026-07-06T14:00:00Z")).toBeNull();
    expect(at("2026-07-06T19:30:00Z")).toBe("half");
    expect(at("2026-07-07T04:00:00Z")).toBe("half");
    expect(at("2026-07-07T16:18:00Z")).toBe("four-fifths");
    expect(at("2026-07-07T18:30:00Z")).toBe("last-hour");
    expect(at("2026-07-07T19:30:00Z")).toBe("late");
  });

  test("of two open hours the last one comes before the last fifth", () => {
    expect(left(1, 2)).toBe("half");
    expect(left(0.9, 2)).toBe("half");
    expect(left(0.45, 2)).toBe("half");
    expect(left(0.4, 2)).toBe("four-fifths");
    expect(left(0.9, 1.5)).toBe("last-hour");
  });

  test("a promise of one hour has no last hour", () => {
    expect([left(1, 1), left(0.5, 1), left(0.2, 1)]).toEqual([null, "half", "four-fifths"]);
  });

  test("one that was answered or is withdrawn passes nothing more", () => {
    const now = Date.parse("2026-07-07T19:00:00Z");
    expect(
      usageOf(promiseOf({ state: "met", stoppedAt: "2026-07-03T00:00:00Z" }), now, receiptRows),
    ).toBeNull();
    expect(usageOf(promiseOf({ state: "withdrawn" }), now, receiptRows)).toBeNull();
  });

  test("where neither rows nor counted time are at hand, what the desk last said counts", () => {
    expect(usageOf(promiseOf({ warned: "four-fifths" }), Date.parse("2026-07-03T00:00:00Z"))).toBe(
      "four-fifths",
    );
  });
});
