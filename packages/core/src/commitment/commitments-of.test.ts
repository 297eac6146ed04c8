import { describe, expect, test } from "vitest";
import type { ClockEvent } from "./clock-event.ts";
import { commitmentsOf } from "./commitments-of.ts";
import {
  agentAsks,
  agentReply,
  assessedAs,
  customerWrites,
  days,
  et,
  goal,
  hours,
  lapses,
  movesTo,
  NORMAL_HOURS,
  opened,
  rulesOf,
  SEED_CELLS,
  seed,
  told,
} from "./seed-for-tests.ts";

const rules = rulesOf(seed());

const firstAt = (story: readonly ClockEvent[], wall: string, by = rules) =>
  commitmentsOf(story, by, et(wall)).findLast(({ metric }) => metric === "first-response");

describe("C4 and C6: severity", () => {
  test("C4 an unknown severity counts as the default until it is assessed, then as a raise", () => {
    const story = told(["03-02 10:00", opened(null)], ["03-02 10:20", assessedAs("2")]);
    expect(firstAt(story, "03-02 10:10")?.dueAt).toBe(et("03-05 10:00"));
    expect(firstAt(story, "03-02 10:20")?.dueAt).toBe(et("03-04 10:20"));
  });

  test("P080 raised: the earlier of the old due and raise + new target", () => {
    const story = told(["03-02 10:00", opened("4")], ["03-03 11:00", assessedAs("1")]);
    expect(firstAt(story, "03-03 11:00")).toMatchObject({
      state: "running",
      startedAt: et("03-02 10:00"),
      dueAt: et("03-03 13:00"),
      snapshot: { why: "severity-raised", severity: "1", countedFrom: et("03-03 11:00") },
      others: [{ severity: "4", dueAt: et("03-05 10:00") }],
      history: [{ why: "severity-raised", seq: 2, dueFrom: et("03-05 10:00"), dueTo: et("03-03 13:00") }],
    });
  });

  test("P080 raised so late that the old due comes first: it stays, and the history says so", () => {
    const story = told(["03-02 10:00", opened("4")], ["03-05 09:30", assessedAs("2")]);
    expect(firstAt(story, "03-05 09:30")).toMatchObject({
      dueAt: et("03-05 10:00"),
      snapshot: { why: "started", severity: "4" },
      history: [{ why: "severity-raised", dueFrom: et("03-05 10:00"), dueTo: et("03-05 10:00") }],
    });
  });

  test("P080 lowered: the original start + new target", () => {
    const story = told(["03-02 10:00", opened("1")], ["03-02 10:30", assessedAs("3")]);
    expect(firstAt(story, "03-02 10:30")).toMatchObject({
      dueAt: et("03-05 10:00"),
      snapshot: { why: "severity-lowered", severity: "3", countedFrom: et("03-02 10:00") },
      others: [],
    });
  });

  test("P080 raised back to a severity it had before: due as then, and late if that has passed", () => {
    const story = told(
      ["03-02 10:00", opened("1")],
      ["03-02 10:30", assessedAs("3")],
      ["03-02 14:00", assessedAs("1")],
      ["03-02 14:10", agentReply],
    );
    expect(firstAt(story, "03-02 13:59")?.state).toBe("running");
    expect(firstAt(story, "03-02 14:00")).toMatchObject({ state: "breached", dueAt: et("03-02 12:00") });
    expect(firstAt(story, "03-02 14:10")).toMatchObject({
      state: "breached",
      stoppedAt: et("03-02 14:10"),
      history: [{ why: "severity-lowered" }, { why: "severity-restored", dueTo: et("03-02 12:00") }],
    });
  });

  test("P080 a raise taken back and given again keeps the first raise's due", () => {
    const story = told(
      ["03-02 10:00", opened("3")],
      ["03-03 11:00", assessedAs("1")],
      ["03-03 11:30", assessedAs("3")],
      ["03-03 12:30", assessedAs("1")],
    );
    expect(firstAt(story, "03-03 12:30")?.dueAt).toBe(et("03-03 13:00"));
  });

  test("P080 a passed due is final, whatever is assessed afterwards; the attempt is on record", () => {
    const story = told(["03-02 10:00", opened("1")], ["03-02 12:00", assessedAs("3")]);
    expect(firstAt(story, "03-02 13:00")).toMatchObject({
      state: "breached",
      dueAt: et("03-02 12:00"),
      history: [{ why: "severity-lowered", dueFrom: et("03-02 12:00"), dueTo: et("03-02 12:00") }],
    });
  });

  test("P080 lowering does not break a promise that was being kept", () => {
    const story = told(
      ["03-02 10:00", opened("4")],
      ["03-04 15:00", assessedAs("1")],
      ["03-04 16:00", assessedAs("2")],
    );
    expect(firstAt(story, "03-04 16:00")).toMatchObject({ state: "running", dueAt: et("03-04 17:00") });
  });

  test("assessing what already counts moves nothing and leaves no trace", () => {
    const story = told(["03-02 10:00", opened(null)], ["03-02 10:20", assessedAs("3")]);
    expect(firstAt(story, "03-02 10:20")).toMatchObject({ dueAt: et("03-05 10:00"), history: [] });
  });
});

describe("C5: waiting on the customer", () => {
  const withGoals = rulesOf(
    seed({ cells: [...SEED_CELLS, goal("resolution", hours(4)), goal("update-every", hours(8))] }),
  );
  const resolutionAt = (story: readonly ClockEvent[], wall: string) =>
    commitmentsOf(story, withGoals, et(wall)).find(({ metric }) => metric === "resolution");

  test("C5 pauses a goal from the public message that asks until the customer's next message", () => {
    const story = told(
      ["03-03 10:00", opened("2")],
      ["03-03 11:00", agentAsks],
      ["03-04 15:00", customerWrites],
    );
    expect(resolutionAt(story, "03-03 16:00")).toMatchObject({ state: "paused", dueAt: et("03-03 14:00") });
    expect(resolutionAt(story, "03-04 15:00")).toMatchObject({
      state: "running",
      dueAt: et("03-05 10:00"),
      history: [{ why: "resumed", dueFrom: et("03-03 14:00"), dueTo: et("03-05 10:00") }],
    });
  });

  test("C5 never pauses the first response: to ask is to respond", () => {
    const story = told(["03-03 10:00", opened("2")], ["03-03 11:00", agentAsks]);
    expect(firstAt(story, "03-05 12:00", withGoals)).toMatchObject({
      state: "met",
      stoppedAt: et("03-03 11:00"),
    });
  });

  test("C5 a click on «waiting» pauses nothing while the customer has the last word", () => {
    const click = { kind: "state", to: "waiting-on-customer", by: "agent" } as const;
    const unasked = told(["03-03 10:00", opened("2")], ["03-03 11:00", click]);
    expect(resolutionAt(unasked, "03-03 12:00")?.state).toBe("running");
    const asked = told(["03-03 10:00", opened("2")], ["03-03 10:30", agentReply], ["03-03 11:00", click]);
    expect(resolutionAt(asked, "03-03 12:00")?.state).toBe("paused");
  });

  test("C5 resolved while waiting is in time", () => {
    const story = told(
      ["03-03 10:00", opened("2")],
      ["03-03 11:00", agentAsks],
      ["03-05 12:00", { kind: "state", to: "resolved", by: "automation" }],
    );
    expect(resolutionAt(story, "03-06 12:00")).toMatchObject({ state: "met", stoppedAt: et("03-05 12:00") });
  });

  test("E8 each metric has its own start and stop: an update is owed after every public answer", () => {
    const story = told(
      ["03-03 10:00", opened("2")],
      ["03-03 11:00", agentReply],
      ["03-04 09:00", agentReply],
      ["03-04 16:00", { kind: "state", to: "resolved", by: "agent" }],
    );
    const updates = commitmentsOf(story, withGoals, et("03-05 12:00")).filter(
      ({ metric }) => metric === "update-every",
    );
    expect(updates).toMatchObject([
      { state: "met", startedAt: et("03-03 11:00"), dueAt: et("03-04 11:00"), stoppedAt: et("03-04 09:00") },
      { state: "cancelled", startedAt: et("03-04 09:00") },
    ]);
  });
});

describe("C7: plan and subscription", () => {
  test("an upgrade gives the earlier of the old due and upgrade + new target, as a commitment", () => {
    const story = told(
      ["03-02 10:00", opened("1", { plan: "standard" })],
      ["03-03 11:00", movesTo("enterprise", "standard")],
    );
    expect(firstAt(story, "03-03 11:00")).toMatchObject({
      dueAt: et("03-03 13:00"),
      firmness: "commitment",
      snapshot: { plan: "enterprise", tier: "standard" },
      history: [{ why: "plan-changed", dueFrom: et("03-05 10:00"), dueTo: et("03-03 13:00") }],
    });
  });

  test("an upgrade that gives a later due keeps the old due, yet makes it a commitment", () => {
    const story = told(
      ["03-02 10:00", opened("3", { plan: "standard" })],
      ["03-03 11:00", movesTo("enterprise", "standard")],
    );
    expect(firstAt(story, "03-03 11:00")).toMatchObject({
      dueAt: et("03-05 10:00"),
      firmness: "commitment",
      op: "less-than",
      history: [],
    });
  });

  test("a downgrade to another paid plan keeps the promise, also for a severity raised later", () => {
    const story = told(
      ["03-02 10:00", opened("2")],
      ["03-03 10:00", movesTo("standard")],
      ["03-03 11:00", assessedAs("1")],
    );
    expect(firstAt(story, "03-03 10:30")).toMatchObject({ dueAt: et("03-04 10:00"), firmness: "commitment" });
    expect(firstAt(story, "03-03 11:00")).toMatchObject({ dueAt: et("03-03 13:00"), firmness: "commitment" });
  });

  test.each([
    ["a lapse", lapses],
    ["a move to the plan that nobody pays for", movesTo("community")],
  ])("%s withdraws a running clock, and a breach before it stays", (_name, change) => {
    const running = told(["03-02 10:00", opened("2")], ["03-03 11:00", change]);
    expect(firstAt(running, "03-06 12:00")).toMatchObject({
      state: "withdrawn",
      dueAt: null,
      history: [{ why: "lapsed", dueFrom: et("03-04 10:00"), dueTo: null }],
    });
    const late = told(["03-02 10:00", opened("1")], ["03-03 11:00", change]);
    expect(firstAt(late, "03-06 12:00")).toMatchObject({ state: "breached", dueAt: et("03-02 12:00") });
  });

  test("P042 reinstated within seven days, the gap was a pause", () => {
    const story = told(
      ["03-02 10:00", opened("2")],
      ["03-03 11:00", lapses],
      ["03-05 11:00", movesTo("enterprise", "standard")],
    );
    expect(firstAt(story, "03-05 11:00")).toMatchObject({
      state: "running",
      dueAt: et("03-06 10:00"),
      history: [{ why: "lapsed" }, { why: "reinstated", dueFrom: null, dueTo: et("03-06 10:00") }],
    });
  });

  test("E4 exactly seven days later is in time, a millisecond more is not; then a new message starts anew", () => {
    const story = (back: string) =>
      told(
        ["03-02 10:00", opened("2")],
        ["03-03 11:00", lapses],
        [back, movesTo("enterprise", "standard")],
        ["03-12 11:00", customerWrites],
      );
    // Seven days of 24 hours from Tue 11:00 EST end on Tue 12:00 EDT: clocks went forward on 8 March.
    expect(firstAt(story("03-10 12:00"), "03-10 12:00")?.state).toBe("running");
    expect(firstAt(story("03-10 12:00:00.001"), "03-10 13:00")?.state).toBe("withdrawn");
    expect(commitmentsOf(story("03-10 12:00:00.001"), rules, et("03-12 11:00"))).toMatchObject([
      { state: "withdrawn", dueAt: null },
      { metric: "first-response", state: "running", startedAt: et("03-12 11:00"), dueAt: et("03-16 11:00") },
    ]);
  });

  test("an answer during the gap counts once the subscription is back", () => {
    const story = told(
      ["03-02 10:00", opened("2")],
      ["03-03 11:00", lapses],
      ["03-04 15:00", agentReply],
      ["03-05 11:00", movesTo("enterprise", "standard")],
    );
    expect(firstAt(story, "03-04 16:00")?.state).toBe("withdrawn");
    expect(firstAt(story, "03-05 11:00")).toMatchObject({ state: "met", stoppedAt: et("03-04 15:00") });
  });

  test("a customer who writes during the gap is owed an answer from the end of it", () => {
    const goals = rulesOf(seed({ cells: [...SEED_CELLS, goal("next-response", hours(4))] }));
    const story = told(
      ["03-02 10:00", opened("2")],
      ["03-02 11:00", agentReply],
      ["03-03 11:00", lapses],
      ["03-04 10:00", customerWrites],
      ["03-05 11:00", movesTo("enterprise", "standard")],
    );
    const nextAt = (wall: string) => commitmentsOf(story, goals, et(wall))[1];
    expect(nextAt("03-04 18:00")).toMatchObject({ state: "withdrawn", dueAt: null });
    expect(nextAt("03-05 11:00")).toMatchObject({ state: "running", dueAt: et("03-05 15:00") });
  });

  test("what happens during the gap is counted from the end of it", () => {
    const story = told(
      ["03-02 10:00", opened("3")],
      ["03-03 11:00", lapses],
      ["03-04 10:00", assessedAs("1")],
      ["03-05 11:00", movesTo("enterprise", "standard")],
    );
    expect(firstAt(story, "03-04 12:00")?.dueAt).toBeNull();
    expect(firstAt(story, "03-05 11:00")).toMatchObject({ state: "running", dueAt: et("03-05 13:00") });
  });
});

describe("C8 and C9: policy versions and calendars", () => {
  const slower = seed({ version: "2", cells: [{ plan: "enterprise", amount: hours(4) }] });
  const faster = seed({ version: "2", cells: [{ plan: "enterprise", amount: hours(1) }] });
  const published = { kind: "policy", policyVersion: "2" } as const;

  test("C8 a worse version leaves a running clock alone", () => {
    const story = told(["03-02 10:00", opened("1")], ["03-02 10:30", published]);
    expect(firstAt(story, "03-02 10:30", rulesOf(seed(), slower))).toMatchObject({
      dueAt: et("03-02 12:00"),
      snapshot: { policyVersion: "1", calendars: [{ from: null, policyVersion: "1" }] },
      history: [],
    });
  });

  test("C8 a better version counts from its publication", () => {
    const story = told(["03-02 10:00", opened("1")], ["03-02 10:30", published]);
    expect(firstAt(story, "03-02 10:30", rulesOf(seed(), faster))).toMatchObject({
      dueAt: et("03-02 11:30"),
      snapshot: { policyVersion: "2", why: "policy-changed" },
      history: [{ why: "policy-changed", dueFrom: et("03-02 12:00"), dueTo: et("03-02 11:30") }],
    });
  });

  test("C8 a version that is worse only for another severity is never worse for it later", () => {
    const mixed = seed({
      version: "2",
      cells: [
        { plan: "enterprise", severity: "1", amount: hours(4) },
        { plan: "enterprise", severity: "3", amount: days(1) },
      ],
    });
    const story = told(
      ["03-02 10:00", opened("3")],
      ["03-02 11:00", published],
      ["03-02 12:00", assessedAs("1")],
    );
    expect(firstAt(story, "03-02 11:00", rulesOf(seed(), mixed))?.dueAt).toBe(et("03-03 11:00"));
    expect(firstAt(story, "03-02 12:00", rulesOf(seed(), mixed))?.dueAt).toBe(et("03-02 14:00"));
  });

  test("E5 a clock that starts after the publication runs on the new version", () => {
    const second = seed({ version: "2", cells: [...SEED_CELLS, goal("next-response", hours(3))] });
    const story = told(
      ["03-02 10:00", opened("1")],
      ["03-02 11:00", agentReply],
      ["03-02 11:30", published],
      ["03-02 12:00", customerWrites],
    );
    expect(commitmentsOf(story, rulesOf(seed(), second), et("03-02 12:00"))).toMatchObject([
      { metric: "first-response", snapshot: { policyVersion: "1" } },
      { metric: "next-response", dueAt: et("03-02 15:00"), snapshot: { policyVersion: "2" } },
    ]);
  });

  const shorter = seed({
    version: "2",
    schedule: {
      ...NORMAL_HOURS,
      version: "2",
      hours: Object.fromEntries(
        ["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["10:00", "16:00"]]]),
      ),
    },
  });

  test("C9 time used up to an edit stays, the rest counts on the new hours from when they apply", () => {
    const edit = {
      kind: "schedule",
      calendar: "nbh",
      policyVersion: "2",
      effectiveAt: et("03-04 00:00"),
    } as const;
    const story = told(["03-03 16:00", opened("1")], ["03-03 16:30", edit]);
    const both = rulesOf(seed(), shorter);
    expect(firstAt(story, "03-03 16:00", both)?.dueAt).toBe(et("03-04 10:00"));
    expect(firstAt(story, "03-03 16:30", both)).toMatchObject({
      dueAt: et("03-04 11:00"),
      snapshot: {
        calendars: [
          { from: null, policyVersion: "1" },
          { from: et("03-04 00:00"), policyVersion: "2" },
        ],
      },
      history: [{ why: "schedule-changed", dueFrom: et("03-04 10:00"), dueTo: et("03-04 11:00") }],
    });
  });

  test("C9 an edit never rewrites the past, nor does that of another calendar touch this one", () => {
    const edit = (calendar: string, from: string) =>
      ({ kind: "schedule", calendar, policyVersion: "2", effectiveAt: et(from) }) as const;
    const both = rulesOf(seed(), shorter);
    const backdated = told(["03-03 09:00", opened("1")], ["03-03 10:30", edit("nbh", "03-02 00:00")]);
    expect(firstAt(backdated, "03-03 10:30", both)?.dueAt).toBe(et("03-03 11:00"));
    const elsewhere = told(["03-03 16:00", opened("1")], ["03-03 16:30", edit("always", "03-04 00:00")]);
    expect(firstAt(elsewhere, "03-03 16:30", both)?.dueAt).toBe(et("03-04 10:00"));
  });

  test("C9 edits apply in the order of their days, whichever was announced first", () => {
    const edit = (policyVersion: string, from: string) =>
      ({ kind: "schedule", calendar: "nbh", policyVersion, effectiveAt: et(from) }) as const;
    const story = told(
      ["03-03 10:00", opened("2")],
      ["03-03 10:30", edit("1", "03-05 00:00")],
      ["03-03 10:40", edit("2", "03-04 00:00")],
    );
    // 7 of 8 hours on Tue, Wed 10–16 is a day of its own, the last eighth is Thu 09–10.
    expect(firstAt(story, "03-03 11:00", rulesOf(seed(), shorter))?.dueAt).toBe(et("03-05 10:00"));
  });

  test("C9 business days count in parts of the day they pass on", () => {
    const edit = {
      kind: "schedule",
      calendar: "nbh",
      policyVersion: "2",
      effectiveAt: et("03-03 13:00"),
    } as const;
    const story = told(["03-03 09:00", opened("2")], ["03-03 09:30", edit]);
    // Tue 09–13 of 8 h is half a day, 13–16 of 6 h another half, then Wed 10–16.
    expect(firstAt(story, "03-03 09:30", rulesOf(seed(), shorter))?.dueAt).toBe(et("03-04 16:00"));
  });

  test("C9 a published version brings its changed hours with it, though they make the due later", () => {
    const story = told(["03-03 16:00", opened("1")], ["03-03 16:30", published]);
    // 16:00–16:30 on the old hours, nothing more that day, 90 minutes from Wed 10:00.
    expect(firstAt(story, "03-03 16:30", rulesOf(seed(), shorter))).toMatchObject({
      dueAt: et("03-04 11:30"),
      history: [{ why: "schedule-changed", dueFrom: et("03-04 10:00"), dueTo: et("03-04 11:30") }],
    });
  });
});

describe("C10 and C11: reopening and further messages", () => {
  test("C10 a message on a resolved ticket starts a next response; the first stays met for ever", () => {
    const story = told(
      ["03-02 10:00", opened("1")],
      ["03-02 11:00", agentReply],
      ["03-02 11:10", { kind: "state", to: "resolved", by: "agent" }],
      ["03-03 10:00", customerWrites],
    );
    expect(commitmentsOf(story, rules, et("03-20 10:00"))).toMatchObject([
      { metric: "first-response", state: "met", dueAt: et("03-02 12:00") },
      {
        metric: "next-response",
        state: "running",
        startedAt: et("03-03 10:00"),
        dueAt: null,
        firmness: "none",
      },
    ]);
  });

  test("C10 resolved by us without an answer, the clock had never stopped", () => {
    const story = told(
      ["03-02 10:00", opened("1")],
      ["03-02 10:30", { kind: "state", to: "closed", by: "agent" }],
    );
    expect(firstAt(story, "03-02 11:59")?.state).toBe("running");
    expect(firstAt(story, "03-02 12:00")?.state).toBe("breached");
  });

  test("C10 closed by the customer is cancelled, and their return starts a new first response", () => {
    const story = told(
      ["03-02 10:00", opened("1")],
      ["03-02 10:30", { kind: "state", to: "closed", by: "customer" }],
      ["03-03 10:00", customerWrites],
    );
    expect(commitmentsOf(story, rules, et("03-03 10:00"))).toMatchObject([
      { metric: "first-response", state: "cancelled", startedAt: et("03-02 10:00") },
      { metric: "first-response", state: "running", startedAt: et("03-03 10:00"), dueAt: et("03-03 12:00") },
    ]);
  });

  test("C10 closed by the customer after we were late, the breach stays", () => {
    const story = told(
      ["03-02 10:00", opened("1")],
      ["03-02 13:00", { kind: "state", to: "closed", by: "customer" }],
      ["03-03 10:00", customerWrites],
      ["03-03 11:00", agentReply],
    );
    expect(commitmentsOf(story, rules, et("03-04 10:00"))).toMatchObject([
      { state: "breached", dueAt: et("03-02 12:00"), stoppedAt: null },
      { state: "met", stoppedAt: et("03-03 11:00") },
    ]);
  });

  test("C11 further messages move nothing, and a next response starts at the oldest unanswered one", () => {
    const withGoal = rulesOf(seed({ cells: [...SEED_CELLS, goal("next-response", hours(4))] }));
    const story = told(
      ["03-02 10:00", opened("1")],
      ["03-02 11:30", customerWrites],
      ["03-02 11:40", agentReply],
      ["03-02 13:00", customerWrites],
      ["03-02 14:00", customerWrites],
      ["03-02 16:00", agentReply],
      ["03-03 09:00", customerWrites],
    );
    expect(commitmentsOf(story, withGoal, et("03-03 09:00"))).toMatchObject([
      { metric: "first-response", state: "met", dueAt: et("03-02 12:00") },
      { metric: "next-response", state: "met", startedAt: et("03-02 13:00"), dueAt: et("03-02 17:00") },
      { metric: "next-response", state: "running", startedAt: et("03-03 09:00"), dueAt: et("03-03 13:00") },
    ]);
  });
});

describe("C12: merge, split, spam", () => {
  const source = told(["03-02 10:00", opened("1")]);

  test("C12 the survivor is due at the earliest unmet due of both, and one reply answers both", () => {
    const merge = { kind: "merged-from", ticket: "7", events: source } as const;
    const story = told(["03-02 09:30", opened("3")], ["03-02 11:00", merge], ["03-02 11:30", agentReply]);
    expect(firstAt(story, "03-02 11:00")).toMatchObject({
      dueAt: et("03-02 12:00"),
      startedAt: et("03-02 09:30"),
      history: [{ why: "merged", dueFrom: et("03-05 09:30"), dueTo: et("03-02 12:00") }],
    });
    expect(firstAt(story, "03-02 11:30")?.state).toBe("met");
  });

  test("C12 a survivor that has answered its own takes over what the source is owed", () => {
    const merge = { kind: "merged-from", ticket: "7", events: source } as const;
    const story = told(["03-02 09:30", opened("3")], ["03-02 09:40", agentReply], ["03-02 11:00", merge]);
    expect(commitmentsOf(story, rules, et("03-02 11:00"))).toMatchObject([
      { state: "met", startedAt: et("03-02 09:30") },
      { state: "running", startedAt: et("03-02 10:00"), dueAt: et("03-02 12:00") },
    ]);
  });

  test("C12 the source says where its clock goes on, and never falls due itself", () => {
    const merged = told(["03-02 10:00", opened("1")], ["03-02 11:00", { kind: "merged-into", ticket: "9" }]);
    expect(firstAt(merged, "03-09 10:00")).toMatchObject({ state: "running", continuesIn: "9" });
  });

  test("C12 a source that was late stays late and hands nothing over", () => {
    const late = told(["03-02 10:00", opened("1")], ["03-02 12:30", { kind: "merged-into", ticket: "9" }]);
    expect(firstAt(late, "03-02 13:00")).toMatchObject({ state: "breached", continuesIn: null });
    const merge = { kind: "merged-from", ticket: "7", events: late } as const;
    const survivor = told(["03-02 10:00", opened("3")], ["03-02 12:30", merge]);
    expect(firstAt(survivor, "03-02 13:00")).toMatchObject({ state: "running", dueAt: et("03-05 10:00") });
  });

  test("C12 a split-off ticket counts from the arrival of its message", () => {
    const split = told(["03-02 11:00", opened("1", { startedAt: et("03-02 10:15") })]);
    expect(firstAt(split, "03-02 11:00")).toMatchObject({
      startedAt: et("03-02 10:15"),
      dueAt: et("03-02 12:15"),
    });
  });

  test("C12 the ticket it left owes no answer for that message, but still for the next", () => {
    const story = told(
      ["03-02 10:00", opened("1")],
      ["03-02 11:00", agentReply],
      ["03-02 12:00", customerWrites],
      ["03-02 13:00", customerWrites],
      ["03-02 14:00", { kind: "split-off", messageAt: et("03-02 12:00") }],
    );
    expect(commitmentsOf(story, rules, et("03-02 14:00")).slice(1)).toMatchObject([
      { metric: "next-response", state: "cancelled", startedAt: et("03-02 12:00") },
      { metric: "next-response", state: "running", startedAt: et("03-02 13:00") },
    ]);
  });

  test("C12 spam is cancelled", () => {
    const story = told(["03-02 10:00", opened("1")], ["03-02 10:30", { kind: "discarded" }]);
    expect(firstAt(story, "03-03 10:00")?.state).toBe("cancelled");
  });
});

describe("C3, C13, A1: states, ties, late arrivals", () => {
  const opening = { at: et("03-02 10:00"), seq: 1, ...opened("1") };

  test("C13 a breach happens at due and a later answer is a breach with a stop time", () => {
    const story = told(["03-02 10:00", opened("1")], ["03-02 15:00", agentReply]);
    expect(firstAt(story, "03-02 11:59:59.999")?.state).toBe("running");
    expect(firstAt(story, "03-02 12:00")).toMatchObject({ state: "breached", stoppedAt: null });
    expect(firstAt(story, "03-02 15:00")).toMatchObject({ state: "breached", stoppedAt: et("03-02 15:00") });
  });

  test("C13 an event that arrives late is judged by its own instant", () => {
    const late = { at: et("03-02 11:59"), seq: 9, ...agentReply };
    const breach = { at: et("03-02 12:30"), seq: 2, ...customerWrites };
    expect(commitmentsOf([opening, breach], rules, et("03-02 12:30"))[0]?.state).toBe("breached");
    expect(commitmentsOf([opening, breach, late], rules, et("03-02 12:30"))[0]).toMatchObject({
      state: "met",
      stoppedAt: et("03-02 11:59"),
    });
  });

  test("A1 at one instant the sequence decides", () => {
    const at = et("03-02 11:00");
    const reply = { at, ...agentReply };
    const message = { at, ...customerWrites };
    const answered = commitmentsOf([opening, { ...message, seq: 2 }, { ...reply, seq: 3 }], rules, at);
    expect(answered).toMatchObject([{ metric: "first-response", state: "met" }]);
    const owed = commitmentsOf([opening, { ...message, seq: 3 }, { ...reply, seq: 2 }], rules, at);
    expect(owed).toMatchObject([{ state: "met" }, { metric: "next-response", state: "running" }]);
  });

  test("E1 a target written «within» is met at due and late a millisecond later", () => {
    const opening3 = { at: et("03-02 10:00"), seq: 1, ...opened("3", { plan: "standard" }) };
    const answered = (wall: string) =>
      commitmentsOf([opening3, { at: et(wall), seq: 2, ...agentReply }], rules, et(wall))[0]?.state;
    expect(answered("03-05 10:00")).toBe("met");
    expect(answered("03-05 10:00:00.001")).toBe("breached");
    expect(commitmentsOf([opening3], rules, et("03-05 10:00"))[0]?.state).toBe("running");
  });

  test("C3 a reply that bounced counts as never sent", () => {
    const story = told(
      ["03-02 10:00", opened("1")],
      ["03-02 11:00", agentReply],
      ["03-02 12:30", { kind: "message-void", message: 2 }],
    );
    expect(firstAt(story, "03-02 11:30")?.state).toBe("met");
    expect(firstAt(story, "03-02 12:30")).toMatchObject({ state: "breached", stoppedAt: null });
  });

  test("C3 a policy may read an automatic or an AI answer as one", () => {
    const { readings } = seed().policy;
    const lenient = rulesOf(seed({ policy: { readings: { ...readings, aiReplyStopsClock: true } } }));
    const story = told(
      ["03-02 10:00", opened("1")],
      ["03-02 10:05", { kind: "message", by: "ai", isPublic: true }],
    );
    expect(firstAt(story, "03-02 10:05", lenient)?.state).toBe("met");
    expect(firstAt(story, "03-02 10:05")?.state).toBe("running");
  });

  test("a case without a target runs without a due and is met by the answer", () => {
    const bare = rulesOf(seed({ cells: [] }));
    const story = told(["03-02 10:00", opened("1")], ["03-09 10:00", agentReply]);
    expect(firstAt(story, "03-08 10:00", bare)).toMatchObject({
      state: "running",
      dueAt: null,
      firmness: "none",
    });
    expect(firstAt(story, "03-09 10:00", bare)?.state).toBe("met");
  });

  test("a ticket that was never opened has no commitments", () => {
    expect(commitmentsOf([], rules, 0)).toEqual([]);
    expect(commitmentsOf([opening], rules, opening.at - 1)).toEqual([]);
  });
});
