import { array, assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import type { LoggedTicketEvent } from "./events.ts";
import { NO_PROCEEDINGS, type Wait, waitFrom } from "./proceedings.ts";
import { replyEffectOf } from "./reopen.ts";
import { attentionAt, timeNoticesOf, waitScheduleOf } from "./time-notices.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOTHING = { reopenDays: 14 };
const OPEN = { resolvedAt: null, outcome: null };
const CLOSING = {
  reopenDays: 14,
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
  ({ state: "waiting-on-customer", ...OPEN, proceedings: { ...NO_PROCEEDINGS, wait } }) as const;

describe("waiting for the customer", () => {
  test("P127 without a rule of the policy the customer is reminded twice and nothing ever closes", () => {
    expect(waitScheduleOf({}, waitFrom(0))).toEqual({ reminders: [3 * DAY, 7 * DAY], closesAt: null });
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
          ...NOTHING,
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
  const ticket = { state: "waiting-on-us", ...OPEN, proceedings: { ...NO_PROCEEDINGS, word } } as const;
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
    const reminded = {
      ...ticket,
      ...OPEN,
      proceedings: { ...NO_PROCEEDINGS, word: { ...word, isReminded: true } },
    };
    expect(attentionAt(reminded, NOTHING, 7 * HOUR)).toBe(8 * HOUR + 1);
  });
});

test("a ticket that was hidden comes back at its time", () => {
  const hidden = {
    state: "waiting-on-us",
    ...OPEN,
    proceedings: { ...NO_PROCEEDINGS, hiddenUntil: DAY },
  } as const;
  expect(timeNoticesOf(hidden, [], NOTHING, DAY - 1)).toEqual([]);
  expect(timeNoticesOf(hidden, [], NOTHING, DAY)).toEqual([{ kind: "ticket.shown", until: DAY }]);
  expect(attentionAt(hidden, NOTHING, 0)).toBe(DAY);
});

describe("a ticket that ended", () => {
  const POLICY = { reopenDays: 14 };
  const ended = {
    state: "resolved",
    resolvedAt: 0,
    outcome: { id: "answered", detail: null },
    proceedings: NO_PROCEEDINGS,
  } as const;
  const closed = { ...ended, state: "closed" } as const;

  test("closes by itself with the reopen window, to the millisecond, and is woken for it", () => {
    expect(timeNoticesOf(ended, [], POLICY, 14 * DAY - 1)).toEqual([]);
    expect(replyEffectOf(ended, POLICY, 14 * DAY - 1)).toBe("reopens");
    expect(attentionAt(ended, POLICY, DAY)).toBe(14 * DAY);
    expect(timeNoticesOf(ended, [], POLICY, 14 * DAY)).toEqual([
      { kind: "ticket.closed", why: "window", since: 0 },
    ]);
    expect(replyEffectOf(ended, POLICY, 14 * DAY)).toBe("follows-up");
  });

  test("stays closed for good, whatever a later policy says of reopening", () => {
    expect(timeNoticesOf(closed, [], POLICY, 400 * DAY)).toEqual([]);
    expect(attentionAt(closed, POLICY, 14 * DAY)).toBeNull();
    expect(replyEffectOf(closed, { reopenDays: 90 }, 15 * DAY)).toBe("follows-up");
  });

  test("closed after silence, it opens again within the window and not after", () => {
    const silent = { ...closed, outcome: { id: "unanswered", detail: null } };
    expect(replyEffectOf(silent, POLICY, 13 * DAY)).toBe("reopens");
    expect(replyEffectOf(silent, POLICY, 14 * DAY)).toBe("follows-up");
    expect(attentionAt(silent, POLICY, DAY)).toBeNull();
  });

  test("is closed once, whoever looks and however often, and never before its window is over", () => {
    const looks = array(integer({ min: 0, max: 60 * DAY }), { minLength: 1, maxLength: 12 });
    assert(
      property(looks, integer({ min: 0, max: 30 }), (instants, reopenDays) => {
        let state: "resolved" | "closed" = "resolved";
        const told: number[] = [];
        for (const now of instants.toSorted((a, b) => a - b)) {
          const notices = timeNoticesOf({ ...ended, state }, [], { reopenDays }, now);
          told.push(...notices.map(() => now));
          if (notices.length > 0) state = "closed";
          const next = attentionAt({ ...ended, state }, { reopenDays }, now);
          expect(next === null).toBe(state === "closed");
        }
        const first = instants.filter((now) => now >= reopenDays * DAY).toSorted((a, b) => a - b)[0];
        expect(told).toEqual(first === undefined ? [] : [first]);
      }),
    );
  });
});
