import { describe, expect, test } from "vitest";
import { commitmentsOf } from "../commitment/commitments-of.ts";
import { remindersOf } from "../commitment/reminders-of.ts";
import { et, hours, NORMAL_HOURS, rulesOf, SEED_CELLS, seed } from "../commitment/seed-for-tests.ts";
import { clockEventsOf, type Publication } from "./clock-events.ts";
import type { LoggedTicketEvent, TicketEvent } from "./events.ts";
import { type Notice, noticesOf, wakeOf } from "./notices-of.ts";

const TEN_TO_FOUR = ["10:00", "16:00"] as const;
const SHORTER = {
  ...NORMAL_HOURS,
  version: "2",
  hours: {
    mon: [TEN_TO_FOUR],
    tue: [TEN_TO_FOUR],
    wed: [TEN_TO_FOUR],
    thu: [TEN_TO_FOUR],
    fri: [TEN_TO_FOUR],
  },
};

const opened = (severityChosen: string, policyVersion = "1"): TicketEvent => ({
  kind: "ticket.opened",
  number: 1,
  organisation: "o",
  requester: "r",
  category: "issue",
  route: "support",
  intake: "console",
  severityChosen,
  standing: { pricing: null, plan: "enterprise", tier: "standard" },
  policyVersion,
  place: { project: null, branch: null, endpoint: null, region: null },
  isBusinessImpactUnknown: false,
  flags: [],
  locale: "en",
  zone: null,
  message: "m",
  subject: "",
  text: "",
  businessImpact: null,
  facts: null,
});

const answer: TicketEvent = {
  kind: "message.written",
  message: "a",
  author: "agent",
  isNote: false,
  waitsForCustomer: false,
  text: "",
};

function logOf(...events: ReadonlyArray<readonly [wall: string, event: TicketEvent]>): LoggedTicketEvent[] {
  return events.map(([wall, event], at) => ({
    seq: at + 1,
    at: et(wall),
    actor: { kind: "customer", id: "r" },
    event,
  }));
}

const rules = rulesOf(seed(), seed({ version: "2", schedule: SHORTER }));
const FIRST: Publication = { version: "1", publishedAt: et("01-01 00:00") };

function clocksAt(log: readonly LoggedTicketEvent[], wall: string, publications: readonly Publication[]) {
  return commitmentsOf(clockEventsOf(log, publications), rules, et(wall)).map((clock) => ({
    ...clock,
    reminders: clock.state === "running" ? remindersOf(clock, rules) : [],
  }));
}

function noticesAt(log: readonly LoggedTicketEvent[], wall: string, publications = [FIRST]) {
  return noticesOf(log, clocksAt(log, wall, publications), et(wall));
}

/** The log once these were written down. */
function withNotices(log: readonly LoggedTicketEvent[], wall: string, notices: readonly Notice[]) {
  return [
    ...log,
    ...notices.map((event, at) => ({
      seq: log.length + at + 1,
      at: et(wall),
      actor: { kind: "system", id: null },
      event,
    })),
  ];
}

describe("C14 reminders", () => {
  const log = logOf(["03-02 10:00", opened("1")]);

  test("come at 50 %, at one open hour before due and at 80 %, each once", () => {
    const marks = (wall: string) => noticesAt(log, wall).map((one) => "mark" in one && one.mark);
    expect(marks("03-02 10:59:59.999")).toEqual([]);
    expect(marks("03-02 11:00")).toEqual(["half", "last-hour"]);
    expect(marks("03-02 11:36")).toEqual(["half", "last-hour", "four-fifths"]);
    const told = withNotices(log, "03-02 11:00", noticesAt(log, "03-02 11:00"));
    expect(noticesAt(told, "03-02 11:36")).toMatchObject([{ kind: "clock.warned", mark: "four-fifths" }]);
    expect(
      noticesAt(withNotices(told, "03-02 11:36", noticesAt(told, "03-02 11:36")), "03-02 11:59"),
    ).toEqual([]);
  });

  test("are not told of a clock that was answered, and not beside a breach", () => {
    expect(noticesAt(logOf(["03-02 10:00", opened("1")], ["03-02 10:30", answer]), "03-02 11:59")).toEqual(
      [],
    );
    expect(noticesAt(log, "03-02 12:00").map(({ kind }) => kind)).toEqual(["clock.breached"]);
  });

  test("and the due are what the desk wakes for, in order of time", () => {
    const wakeAt = (wall: string) => clocksAt(log, wall, [FIRST]).map((clock) => wakeOf(clock, et(wall)));
    expect(wakeAt("03-02 10:00")).toEqual([et("03-02 11:00")]);
    expect(wakeAt("03-02 11:00")).toEqual([et("03-02 11:36")]);
    expect(wakeAt("03-02 11:36")).toEqual([et("03-02 12:00")]);
    expect(wakeAt("03-02 12:00")).toEqual([null]);
  });
});

describe("C13 a breach", () => {
  const log = logOf(["03-02 10:00", opened("1")]);
  const late = withNotices(log, "03-02 12:00", noticesAt(log, "03-02 12:00"));

  test("is told once", () => {
    expect(noticesAt(log, "03-02 12:00")).toEqual([
      { kind: "clock.breached", metric: "first-response", firmness: "commitment", dueAt: et("03-02 12:00") },
    ]);
    expect(noticesAt(late, "03-05 12:00")).toEqual([]);
  });

  test("that an earlier answer proves wrong is corrected by a counter-entry, once, and stays in the log", () => {
    const [opening, breach] = late;
    if (!opening || !breach) throw new Error("There are two.");
    // It reached us late, and counts by the instant at which it was sent.
    const known = [opening, breach, { ...opening, seq: 3, at: et("03-02 11:59"), event: answer }];
    const correction = {
      kind: "clock.corrected",
      metric: "first-response",
      dueAt: et("03-02 12:00"),
    } as const;
    expect(noticesAt(known, "03-02 12:05")).toEqual([correction]);
    expect(noticesAt(withNotices(known, "03-02 12:05", [correction]), "03-02 12:06")).toEqual([]);
  });
});

describe("C9 hours that a publication changed", () => {
  const log = logOf(["03-03 16:00", opened("1")]);
  const published = (wall: string) => [FIRST, { version: "2", publishedAt: et(wall) }];

  test("move the due of the rest, and that is told once", () => {
    const told = withNotices(log, "03-03 17:00", noticesAt(log, "03-03 17:00"));
    const moved = noticesAt(told, "03-04 09:00", published("03-04 00:00"));
    expect(moved).toMatchObject([
      {
        kind: "promise.moved",
        metric: "first-response",
        why: "schedule-changed",
        movedAt: et("03-04 00:00"),
        dueFrom: et("03-04 10:00"),
        dueTo: et("03-04 11:00"),
      },
      { kind: "clock.warned", dueAt: et("03-04 11:00"), mark: "half" },
    ]);
    const after = withNotices(told, "03-04 09:00", moved);
    expect(noticesAt(after, "03-04 09:30", published("03-04 00:00"))).toEqual([]);
  });

  test("before a ticket was opened change nothing of it, and one opened under the old version meanwhile follows", () => {
    const under = (version: string) => logOf(["03-03 16:00", opened("1", version)]);
    const before = published("03-03 12:00");
    expect(clocksAt(under("2"), "03-03 16:00", before)[0]?.history).toEqual([]);
    const [racer] = clocksAt(under("1"), "03-03 16:00", before);
    expect(racer?.dueAt).toBe(clocksAt(under("2"), "03-03 16:00", before)[0]?.dueAt);
  });
});

test("C8 a better version counts from its publication, a worse one does not", () => {
  const faster = SEED_CELLS.map((cell) => (cell.severity === "3" ? { ...cell, amount: hours(1) } : cell));
  const slower = SEED_CELLS.map((cell) => (cell.severity === "1" ? { ...cell, amount: hours(4) } : cell));
  const versions = rulesOf(
    seed(),
    seed({ version: "2", cells: faster }),
    seed({ version: "3", cells: slower }),
  );
  const due = (severity: string, version: string) => {
    const log = logOf(["03-02 10:00", opened(severity)]);
    const publications = [FIRST, { version, publishedAt: et("03-02 10:30") }];
    return commitmentsOf(clockEventsOf(log, publications), versions, et("03-02 10:30"))[0]?.dueAt;
  };
  expect(due("3", "2")).toBe(et("03-02 11:30"));
  expect(due("1", "3")).toBe(et("03-02 12:00"));
});
