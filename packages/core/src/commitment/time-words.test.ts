import type { RunnablePolicy, Target } from "@troth/policy";
import { describe, expect, test } from "vitest";
import type { ClockChange } from "./clock-event.ts";
import { commitmentsOf } from "./commitments-of.ts";
import { receiptOf } from "./receipt-of.ts";
import { remindersOf } from "./reminders-of.ts";
import { agentReply, assessedAs, days, et, hours, opened, rulesOf, seed, told } from "./seed-for-tests.ts";

/** The seed policy whose targets say more of time than its cells can. */
function withTargets(...more: readonly Partial<Target>[]): RunnablePolicy {
  const runnable = seed({
    cells: [
      { plan: "enterprise", amount: days(2) },
      { plan: "enterprise", amount: hours(4), calendar: "always" },
    ],
  });
  const targets = runnable.policy.targets.map((target, index) => ({ ...target, ...more[index] }));
  return { ...runnable, policy: { ...runnable.policy, targets } };
}

function firstOf(runnable: RunnablePolicy, wall: string, now = wall) {
  const found = commitmentsOf(told([wall, opened("2")]), rulesOf(runnable), et(now));
  return found.find(({ metric }) => metric === "first-response");
}

describe("K29: targets by when the ticket was opened", () => {
  const runnable = withTargets(
    { when: "opened in hours", openedIn: { calendar: "nbh", isOpen: true } },
    { when: "opened outside hours", openedIn: { calendar: "nbh", isOpen: false } },
  );

  test("the clock runs under the one whose hours it came in", () => {
    expect(firstOf(runnable, "03-02 10:00")).toMatchObject({
      dueAt: et("03-04 10:00"),
      snapshot: { target: { when: "opened in hours" } },
    });
    expect(firstOf(runnable, "03-02 20:00")).toMatchObject({
      dueAt: et("03-03 00:00"),
      snapshot: { target: { when: "opened outside hours" } },
    });
  });

  test("a later change of severity does not change when it was opened, and no snapshot carries more than before", () => {
    const story = told(["03-02 20:00", opened("4")], ["03-03 10:00", assessedAs("1")]);
    const [first] = commitmentsOf(story, rulesOf(runnable), et("03-03 10:00"));
    expect(first?.snapshot.target?.when).toBe("opened outside hours");
    expect(Object.keys(first?.snapshot ?? {})).not.toContain("openedAt");
  });
});

describe("K24: business days that end at closing", () => {
  const runnable = withTargets({ daysEnd: "at-closing" }, { plan: "nobody" });
  const rules = rulesOf(runnable);

  test("due, receipt and reminders follow the same count", () => {
    const first = firstOf(runnable, "03-02 10:00");
    expect(first?.dueAt).toBe(et("03-04 17:00"));
    const receipt = first && receiptOf(first, rules);
    expect(receipt?.due).toBe(et("03-04 17:00"));
    expect(receipt?.isDueAtClosing).toBe(true);
    const counted = receipt?.rows.reduce(
      (sum, { dayFraction }) => sum + (dayFraction?.num ?? 0) / (dayFraction?.den ?? 1),
      0,
    );
    expect(counted).toBeCloseTo(2.875);
    const reminders = first ? remindersOf(first, rules) : [];
    expect(reminders.map(({ kind }) => kind)).toEqual(["half", "four-fifths", "last-hour"]);
    expect(reminders[0]?.at).toBe(et("03-03 13:30"));
  });

  test("an answer before closing of the last day is in time, one after it is late", () => {
    const answered = (wall: string) => {
      const story = told(["03-02 10:00", opened("2")], [wall, agentReply]);
      return commitmentsOf(story, rules, et(wall))[0]?.state;
    };
    expect([answered("03-04 16:59"), answered("03-04 17:01")]).toEqual(["met", "breached"]);
  });
});

describe("K30: metrics that a policy promises", () => {
  const clocksOf = (...more: readonly Partial<Target>[]) => {
    const story = told(["03-02 10:00", opened("2")]);
    const found = commitmentsOf(story, rulesOf(withTargets(...more)), et("03-02 10:00"));
    return found.map(({ metric, dueAt }) => ({ metric, dueAt }));
  };

  test("an acknowledgement and a workaround are owed from the request on, where there is a target", () => {
    expect(clocksOf({ metric: "acknowledge_and_assign" }, { metric: "workaround-or-resolution" })).toEqual([
      { metric: "first-response", dueAt: null },
      { metric: "acknowledge-and-assign", dueAt: et("03-04 10:00") },
      { metric: "workaround-or-resolution", dueAt: et("03-02 14:00") },
    ]);
    expect(clocksOf().map(({ metric }) => metric)).toEqual(["first-response"]);
  });

  test("what starts with something that no event tells has no clock", () => {
    const late = clocksOf(
      { metric: "resolution", starts: "logged-with-engineering" },
      { metric: "workaround" },
    );
    expect(late.map(({ metric }) => metric)).toEqual(["first-response", "workaround"]);
  });
});

describe("K26: clocks that start later than the request", () => {
  const runnable = withTargets({ starts: "priority-set" }, { plan: "nobody" });
  const clocksAt = (now: string, ...story: readonly (readonly [wall: string, change: ClockChange])[]) =>
    commitmentsOf(told(...story), rulesOf(runnable), et(now));

  test("with the priority that we set, be it the one that was chosen; and once only", () => {
    expect(clocksAt("03-02 10:00", ["03-02 10:00", opened("2")])).toEqual([]);
    const set = clocksAt("03-03 12:00", ["03-02 10:00", opened("2")], ["03-03 11:00", assessedAs("2")]);
    expect(set).toMatchObject([{ startedAt: et("03-03 11:00"), dueAt: et("03-05 11:00"), state: "running" }]);
    const twice = clocksAt(
      "03-03 14:00",
      ["03-02 10:00", opened("2")],
      ["03-03 11:00", assessedAs("2")],
      ["03-03 12:00", agentReply],
      ["03-03 13:00", assessedAs("1")],
    );
    expect(twice.filter(({ metric }) => metric === "first-response")).toMatchObject([{ state: "met" }]);
  });

  test("what was answered before has none", () => {
    const story = [
      ["03-02 10:00", opened("2")],
      ["03-02 11:00", agentReply],
      ["03-03 11:00", assessedAs("1")],
    ] as const;
    expect(clocksAt("03-03 12:00", ...story)).toEqual([]);
  });

  test("enough information is taken to be there from the beginning: nobody waits longer for our doubt", () => {
    const sure = withTargets({ starts: "enough-information" }, { plan: "nobody" });
    expect(firstOf(sure, "03-02 10:00")?.dueAt).toBe(et("03-04 10:00"));
  });
});
