import { describe, expect, test } from "vitest";
import { promiseOf, receiptRows } from "../testing/promise.ts";
import { countedLeftAt, nextStandstill, openLeftOf, standOf } from "./promise-stand.ts";

const at = (text: string) => Date.parse(text);
const HOUR = 3_600_000;

describe("how a promise stands", () => {
  test("runs towards its due instant", () => {
    expect(standOf(promiseOf(), at("2026-07-06T14:10:00Z"), receiptRows)).toMatchObject({
      kind: "due",
      isNear: false,
    });
  });

  test("is near in the last open hour", () => {
    const stand = standOf(promiseOf(), at("2026-07-07T18:31:00Z"), receiptRows);
    expect(stand).toMatchObject({ kind: "due", isNear: true });
  });

  test("stands while the desk is closed, and says until when", () => {
    expect(standOf(promiseOf(), at("2026-07-04T12:00:00Z"), receiptRows)).toMatchObject({
      kind: "standing",
      until: at("2026-07-06T13:00:00Z"),
    });
  });

  test("is late at the due instant itself, before the breach event arrives", () => {
    expect(standOf(promiseOf(), at("2026-07-07T19:30:00Z"))).toEqual({
      kind: "late",
      dueAt: at("2026-07-07T19:30:00Z"),
      lateMs: 0,
    });
  });

  test("once answered it is kept or late for ever, whatever the time now", () => {
    const kept = promiseOf({ state: "met", stoppedAt: "2026-07-06T15:20:00.000Z" });
    expect(standOf(kept, at("2027-01-01T00:00:00Z"))).toMatchObject({
      kind: "kept",
      earlyMs: 28 * HOUR + 10 * 60_000,
    });
    const late = promiseOf({ state: "breached", stoppedAt: "2026-07-07T19:42:00.000Z" });
    expect(standOf(late, at("2026-07-07T20:00:00Z"))).toMatchObject({
      kind: "answered-late",
      lateMs: 12 * 60_000,
    });
  });

  test("withdrawn, cancelled and absent promises are neither kept nor late", () => {
    const now = at("2026-08-01T00:00:00Z");
    expect(standOf(promiseOf({ state: "withdrawn" }), now).kind).toBe("withdrawn");
    expect(standOf(promiseOf({ state: "cancelled" }), now).kind).toBe("cancelled");
    expect(standOf(promiseOf({ dueAt: null }), now).kind).toBe("none");
    expect(standOf(null, now).kind).toBe("none");
  });

  test("without rows a business clock is near by the wall clock's last hour only", () => {
    expect(standOf(promiseOf(), at("2026-07-07T17:00:00Z"))).toMatchObject({ isNear: false });
    expect(standOf(promiseOf(), at("2026-07-07T18:40:00Z"))).toMatchObject({ isNear: true });
  });
});

describe("open time left", () => {
  test("counts only open hours from now on", () => {
    expect(openLeftOf(receiptRows, at("2026-07-06T14:10:00Z"))).toEqual({
      ms: 13 * HOUR + 20 * 60_000,
      isExact: true,
    });
  });

  test("is told as about where a row folds several days", () => {
    const first = receiptRows[0];
    if (first === undefined) throw new Error("no rows");
    const folded = { ...first, to: "2026-07-09T21:00:00.000Z", businessMs: 16 * HOUR };
    expect(openLeftOf([folded], at("2026-07-04T00:00:00Z")).isExact).toBe(false);
  });
});

test("the next standstill is the gap after the row that counts now", () => {
  expect(nextStandstill(receiptRows, at("2026-07-06T14:10:00Z"))).toEqual({
    from: at("2026-07-06T21:00:00Z"),
    until: at("2026-07-07T13:00:00Z"),
  });
  expect(nextStandstill(receiptRows, at("2026-07-07T14:00:00Z"))).toBeNull();
});

describe("open time that the desk counted", () => {
  const counted = {
    ms: 8 * HOUR,
    ofMs: 16 * HOUR,
    isRunning: true,
    changes: ["2026-07-06T21:00:00Z", "2026-07-07T13:00:00Z"],
    knownUntil: "2026-07-07T19:30:00Z",
    asOf: "2026-07-06T19:30:00Z",
  };

  test("runs down until the desk closes and then stands", () => {
    expect(countedLeftAt(counted, Date.parse("2026-07-06T20:30:00Z"))).toBe(7 * HOUR);
    expect(countedLeftAt(counted, Date.parse("2026-07-07T04:00:00Z"))).toBe(6.5 * HOUR);
  });

  test("runs on after the desk has opened again, and is not told beyond what is known", () => {
    expect(countedLeftAt(counted, Date.parse("2026-07-07T14:00:00Z"))).toBe(5.5 * HOUR);
    expect(countedLeftAt(counted, Date.parse("2026-07-07T19:31:00Z"))).toBeNull();
  });

  test("stands until the desk opens and then runs down, never below nothing", () => {
    const closed = { ...counted, ms: HOUR, isRunning: false, changes: ["2026-07-07T13:00:00Z"] };
    expect(countedLeftAt(closed, Date.parse("2026-07-07T12:00:00Z"))).toBe(HOUR);
    expect(countedLeftAt(closed, Date.parse("2026-07-07T13:20:00Z"))).toBe((HOUR * 2) / 3);
    expect(countedLeftAt(closed, Date.parse("2026-07-07T15:00:00Z"))).toBe(0);
  });

  test("makes a due near in its last fifth, as the receipt's rows do", () => {
    const stand = (ms: number) => standOf(promiseOf(), Date.parse(counted.asOf), [], { ...counted, ms });
    expect(stand(4 * HOUR)).toMatchObject({ kind: "due", isNear: false });
    expect(stand(3 * HOUR)).toMatchObject({ kind: "due", isNear: true });
  });
});
