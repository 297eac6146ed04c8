import { always, compileCalendar } from "@troth/business-time";
import { describe, expect, test } from "vitest";
import { policy } from "../../../../policy/src/bundled-policy.fixture.ts";
import { openLeftOf, waitingSinceOf } from "./waiting.ts";

const HOUR = 3_600_000;
const nineToFive = ["09:00", "17:00"] as const;
const hours = compileCalendar([
  {
    id: "desk",
    version: "1",
    zone: "America/New_York",
    hours: { mon: [nineToFive], tue: [nineToFive], wed: [nineToFive], thu: [nineToFive], fri: [nineToFive] },
    closed: [],
    special: [],
  },
]);
const inForce = {
  runnable: {
    policy,
    calendars: new Map([
      ["desk", hours],
      ["always", always],
    ]),
  },
};
const versions = new Map([["1", inForce]]);
const first = { from: null, policyVersion: "1", calendarVersion: "1" };
const FRIDAY_NOON = Date.parse("2026-03-06T17:00:00Z");
const MONDAY_TEN = Date.parse("2026-03-09T14:00:00Z");
const running = {
  state: "running",
  startedAt: FRIDAY_NOON - 2 * HOUR,
  dueAt: MONDAY_TEN,
  pauses: [],
  snapshot: { calendarId: "desk", calendars: [first] },
} as const;

describe("open time left", () => {
  test("leaves out the hours in which the desk is closed", () => {
    expect(openLeftOf(running, versions, FRIDAY_NOON)).toEqual({
      ms: 6 * HOUR,
      ofMs: 8 * HOUR,
      isRunning: true,
      changes: ["2026-03-06T22:00:00.000Z", "2026-03-09T13:00:00.000Z"],
      knownUntil: "2026-03-09T14:00:00.000Z",
    });
  });

  test("stands while the desk is closed, until it opens", () => {
    expect(openLeftOf(running, versions, FRIDAY_NOON + 20 * HOUR)).toEqual({
      ms: HOUR,
      ofMs: 8 * HOUR,
      isRunning: false,
      changes: ["2026-03-09T13:00:00.000Z"],
      knownUntil: "2026-03-09T14:00:00.000Z",
    });
  });

  test("is wall time where the policy counts round the clock", () => {
    const clock = { ...running, snapshot: { calendarId: "always", calendars: [first] } };
    expect(openLeftOf(clock, versions, FRIDAY_NOON)).toEqual({
      ms: MONDAY_TEN - FRIDAY_NOON,
      ofMs: MONDAY_TEN - FRIDAY_NOON + 2 * HOUR,
      isRunning: true,
      changes: [],
      knownUntil: "2026-03-09T14:00:00.000Z",
    });
  });

  test("tells the next four changes and that it knows no more, where the due is far", () => {
    const inTwoWeeks = { ...running, dueAt: MONDAY_TEN + 7 * 24 * HOUR };
    expect(openLeftOf(inTwoWeeks, versions, FRIDAY_NOON)).toMatchObject({
      changes: [
        "2026-03-06T22:00:00.000Z",
        "2026-03-09T13:00:00.000Z",
        "2026-03-09T21:00:00.000Z",
        "2026-03-10T13:00:00.000Z",
      ],
      knownUntil: "2026-03-10T13:00:00.000Z",
    });
  });

  test("C9 counts hours that were edited on the way as they were at the time", () => {
    const eight = compileCalendar(
      hours.schedules.map((schedule) => ({
        ...schedule,
        version: "2",
        hours: { mon: [["08:00", "18:00"]] },
      })),
    );
    const longer = { runnable: { policy, calendars: new Map([["desk", eight]]) } };
    const edited = { from: FRIDAY_NOON, policyVersion: "2", calendarVersion: "2" };
    const clock = { ...running, snapshot: { calendarId: "desk", calendars: [first, edited] } };
    const both = new Map([...versions, ["2", longer] as const]);
    expect(openLeftOf(clock, both, FRIDAY_NOON)).toMatchObject({
      ms: 2 * HOUR,
      ofMs: 4 * HOUR,
      isRunning: false,
      changes: ["2026-03-09T12:00:00.000Z"],
    });
  });

  test("is not told of a clock that is paused, past its due or without one", () => {
    expect(openLeftOf({ ...running, state: "paused" }, versions, FRIDAY_NOON)).toBeNull();
    expect(openLeftOf(running, versions, MONDAY_TEN)).toBeNull();
    expect(openLeftOf({ ...running, dueAt: null }, versions, FRIDAY_NOON)).toBeNull();
    expect(openLeftOf(null, versions, FRIDAY_NOON)).toBeNull();
  });
});

describe("how long a customer waits", () => {
  const ticket = {
    state: "waiting-on-us",
    lastStaffSeq: 0,
    openedAt: FRIDAY_NOON,
    commitment: null,
  } as const;
  const next = { state: "running", startedAt: MONDAY_TEN, stoppedAt: null } as const;

  test("is counted from the opening until somebody answers", () => {
    expect(waitingSinceOf(ticket)).toBe("2026-03-06T17:00:00.000Z");
  });

  test("is counted from the clock that runs once somebody has answered", () => {
    expect(waitingSinceOf({ ...ticket, lastStaffSeq: 2, commitment: next })).toBe("2026-03-09T14:00:00.000Z");
  });

  test("is not told when it is their turn, or when no clock tells since when", () => {
    expect(waitingSinceOf({ ...ticket, state: "waiting-on-customer" })).toBeNull();
    const stopped = { ...next, state: "met", stoppedAt: MONDAY_TEN + HOUR } as const;
    expect(waitingSinceOf({ ...ticket, lastStaffSeq: 2, commitment: stopped })).toBeNull();
  });
});
