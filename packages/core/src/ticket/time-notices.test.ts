import { assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import type { LoggedTicketEvent } from "./events.ts";
import { NO_PROCEEDINGS, type Wait, waitFrom } from "./proceedings.ts";
import { attentionAt, timeNoticesOf, waitScheduleOf } from "./time-notices.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOTHING = {};
const CLOSING = {
  lifeCycle: {
    isOneIssuePerTicket: false,
    mayStaffOpen: false,
    silence: { closesMs: 14 * DAY, noticeMs: 4 * DAY, attempts: 2 },
    closedWhen: [],
    solvedWhen: [],
    notes: [],
    clause: { id: "closing", title: "Closing", policyVersion: "1" },
  },
};

const waiting = (wait: Wait) =>
  ({ state: "waiting-on-customer", proceedings: { ...NO_PROCEEDINGS, wait } }) as const;

describe("waiting for the customer", () => {
  test("P127 without a rule of the policy the customer is reminded twice and nothing ever closes", () => {
    expect(waitScheduleOf(NOTHING, waitFrom(0))).toEqual({ reminders: [3 * DAY, 7 * DAY], closesAt: null });
    const reminded = { ...waitFrom(0), reminders: 2, remindedAt: 7 * DAY };
    expect(timeNoticesOf(waiting(reminded), [], NOTHING, 400 * DAY)).toEqual([]);
    expect(attentionAt(waiting(reminded), NOTHING, 8 * DAY)).toBeNull();
  });

  test("P127 silence closes only as the policy says, and only after the notice that it names", () => {
    expect(waitScheduleOf(CLOSING, waitFrom(0))).toEqual({
      reminders: [5 * DAY, 10 * DAY],
      closesAt: 14 * DAY,
    });
    expect(timeNoticesOf(waiting(waitFrom(0)), [], CLOSING, 5 * DAY)).toEqual([
      { kind: "information.reminded", since: 0, nth: 1, closesAt: 14 * DAY },
    ]);
    const noticed = { ...waitFrom(0), reminders: 2, remindedAt: 10 * DAY };
    expect(timeNoticesOf(waiting(noticed), [], CLOSING, 14 * DAY - 1)).toEqual([]);
    expect(timeNoticesOf(waiting(noticed), [], CLOSING, 14 * DAY)).toEqual([
      { kind: "ticket.closed", why: "silence", since: 0 },
    ]);
  });

  test("P127 a notice that came late moves the closing, so that the customer always has its time", () => {
    expect(timeNoticesOf(waiting(waitFrom(0)), [], CLOSING, 20 * DAY)).toEqual([
      { kind: "information.reminded", since: 0, nth: 2, closesAt: 24 * DAY },
    ]);
    const late = { ...waitFrom(0), reminders: 2, remindedAt: 20 * DAY };
    expect(timeNoticesOf(waiting(late), [], CLOSING, 24 * DAY - 1)).toEqual([]);
    expect(attentionAt(waiting(late), CLOSING, 21 * DAY)).toBe(24 * DAY);
  });

  test("what waits for us is neither reminded of nor closed", () => {
    const ours = { ...waiting(waitFrom(0)), state: "waiting-on-us" } as const;
    expect(timeNoticesOf(ours, [], CLOSING, 400 * DAY)).toEqual([]);
  });

  test("looked at only at its own wake-ups, a wait tells all that it has to tell", () => {
    assert(
      property(integer({ min: 1, max: 60 }), integer({ min: 1, max: 5 }), (days, attempts) => {
        const policy = {
          lifeCycle: {
            ...CLOSING.lifeCycle,
            silence: { closesMs: days * DAY, noticeMs: null, attempts },
          },
        };
        let wait = waitFrom(0);
        const told: string[] = [];
        for (let now: number | null = 0, turns = 0; now !== null && turns < 20; turns += 1) {
          for (const event of timeNoticesOf(waiting(wait), [], policy, now)) {
            told.push(event.kind);
            if (event.kind === "information.reminded")
              wait = { ...wait, reminders: event.nth, remindedAt: now };
          }
          if (told.at(-1) === "ticket.closed") break;
          now = attentionAt(waiting(wait), policy, now);
        }
        expect(told).toEqual([
          ...Array.from({ length: attempts }, () => "information.reminded"),
          "ticket.closed",
        ]);
      }),
    );
  });
});

describe("an agent's own word", () => {
  const word = { seq: 4, at: 0, by: 8 * HOUR, agent: "mira", isReminded: false };
  const ticket = { state: "waiting-on-us", proceedings: { ...NO_PROCEEDINGS, word } } as const;
  const answer = (at: number, author: "agent" | "customer" = "agent", isNote = false): LoggedTicketEvent => ({
    seq: 5,
    at,
    actor: { kind: author, id: "mira" },
    event: { kind: "message.written", message: "m", author, isNote, waitsForCustomer: false, text: "" },
  });

  test.each([
    ["nothing long before", [], 6 * HOUR, []],
    [
      "reminded of an hour before",
      [],
      7 * HOUR,
      [{ kind: "word.reminded", given: 4, by: word.by, agent: "mira" }],
    ],
    [
      "kept by a public answer",
      [answer(HOUR)],
      HOUR,
      [{ kind: "word.kept", given: 4, by: word.by, agent: "mira" }],
    ],
    [
      "kept at the very instant",
      [answer(word.by)],
      word.by,
      [{ kind: "word.kept", given: 4, by: word.by, agent: "mira" }],
    ],
    ["missed after it", [], word.by + 1, [{ kind: "word.missed", given: 4, by: word.by, agent: "mira" }]],
    [
      "missed, whoever answers later",
      [answer(word.by + 1)],
      word.by + 1,
      [{ kind: "word.missed", given: 4, by: word.by, agent: "mira" }],
    ],
    ["not kept by a note", [answer(HOUR, "agent", true)], HOUR, []],
    ["not kept by the customer", [answer(HOUR, "customer")], HOUR, []],
  ])("is %s", (_, log, now, expected) => {
    expect(timeNoticesOf(ticket, log, NOTHING, now)).toEqual(expected);
  });

  test("wakes the desk for the reminder and right after it is due", () => {
    expect(attentionAt(ticket, NOTHING, 0)).toBe(7 * HOUR);
    const reminded = { ...ticket, proceedings: { ...NO_PROCEEDINGS, word: { ...word, isReminded: true } } };
    expect(attentionAt(reminded, NOTHING, 7 * HOUR)).toBe(8 * HOUR + 1);
  });
});

test("a ticket that was hidden comes back at its time", () => {
  const hidden = { state: "waiting-on-us", proceedings: { ...NO_PROCEEDINGS, hiddenUntil: DAY } } as const;
  expect(timeNoticesOf(hidden, [], NOTHING, DAY - 1)).toEqual([]);
  expect(timeNoticesOf(hidden, [], NOTHING, DAY)).toEqual([{ kind: "ticket.shown", until: DAY }]);
  expect(attentionAt(hidden, NOTHING, 0)).toBe(DAY);
});
