import { describe, expect, test } from "vitest";
import { commitmentsOf } from "./commitments-of.ts";
import { agentReply, customerWrites, et, opened, rulesOf, seed, told } from "./seed-for-tests.ts";

const rules = rulesOf(seed());

/** Opened then, and the dues of an independent, minute-stepping calculator. */
const STARTS = [
  [
    "in the middle of a window",
    "2026-03-02T15:00:00Z",
    "2026-03-02T17:00:00Z",
    "2026-03-02T16:00:00Z",
    "2026-03-04T15:00:00Z",
    "2026-03-03T15:00:00Z",
    "2026-03-05T15:00:00Z",
  ],
  [
    "a minute before closing",
    "2026-03-02T21:59:00Z",
    "2026-03-03T15:59:00Z",
    "2026-03-02T22:59:00Z",
    "2026-03-04T21:59:00Z",
    "2026-03-03T21:59:00Z",
    "2026-03-05T21:59:00Z",
  ],
  [
    "after closing",
    "2026-03-02T23:00:00Z",
    "2026-03-03T16:00:00Z",
    "2026-03-03T00:00:00Z",
    "2026-03-04T22:00:00Z",
    "2026-03-03T23:00:00Z",
    "2026-03-05T22:00:00Z",
  ],
  [
    "at Friday's closing",
    "2026-03-06T22:00:00Z",
    "2026-03-09T15:00:00Z",
    "2026-03-06T23:00:00Z",
    "2026-03-10T21:00:00Z",
    "2026-03-07T22:00:00Z",
    "2026-03-11T21:00:00Z",
  ],
  [
    "on the weekend on which clocks go forward",
    "2026-03-08T06:30:00Z",
    "2026-03-09T15:00:00Z",
    "2026-03-08T07:30:00Z",
    "2026-03-10T21:00:00Z",
    "2026-03-09T06:30:00Z",
    "2026-03-11T21:00:00Z",
  ],
  [
    "on the eve of a holiday",
    "2026-07-02T19:30:00Z",
    "2026-07-06T13:30:00Z",
    "2026-07-02T20:30:00Z",
    "2026-07-07T19:30:00Z",
    "2026-07-03T19:30:00Z",
    "2026-07-08T19:30:00Z",
  ],
  [
    "on the weekend on which clocks go back",
    "2026-11-01T04:30:00Z",
    "2026-11-02T16:00:00Z",
    "2026-11-01T05:30:00Z",
    "2026-11-03T22:00:00Z",
    "2026-11-02T04:30:00Z",
    "2026-11-04T22:00:00Z",
  ],
  [
    "on the eve of a half day",
    "2026-12-23T19:00:00Z",
    "2026-12-23T21:00:00Z",
    "2026-12-23T20:00:00Z",
    "2026-12-28T19:00:00Z",
    "2026-12-24T19:00:00Z",
    "2026-12-29T19:00:00Z",
  ],
] as const;

const PROMISES = [
  ["P069", "1", "standard", 2],
  ["P070", "1", "gold", 3],
  ["P071", "2", "standard", 4],
  ["P072", "2", "gold", 5],
  ["P073", "3", "standard", 6],
  ["P074", "3", "gold", 6],
  ["P075", "4", "standard", 6],
  ["P076", "4", "gold", 6],
] as const;

describe.each(PROMISES)("%s severity %s on Enterprise, tier %s", (promise, severity, tier, column) => {
  test.each(STARTS)(`${promise} opened %s`, (...row) => {
    const startedAt = Date.parse(row[1]);
    const dueAt = Date.parse(row[column]);
    const opening = { at: startedAt, seq: 1, ...opened(severity, { tier }) };
    const answeredAt = (at: number) => commitmentsOf([opening, { at, seq: 2, ...agentReply }], rules, at)[0];

    expect(commitmentsOf([opening], rules, startedAt)[0]).toMatchObject({
      metric: "first-response",
      firmness: "commitment",
      op: "less-than",
      state: "running",
      startedAt,
      dueAt,
    });
    expect(answeredAt(dueAt - 1_000)?.state).toBe("met");
    expect(answeredAt(dueAt)).toMatchObject({ state: "breached", stoppedAt: dueAt });
  });
});

const categoryNamed = (id: string, route: string, defaultSeverity: string | null) => ({
  id,
  name: id,
  description: "",
  route,
  defaultSeverity,
  warnsAt: [],
  isIssue: true,
  asks: [],
  clause: { id: "plans", title: "", policyVersion: "1" },
});
const withCategories = seed({
  policy: { categories: [categoryNamed("outage", "support", "2"), categoryNamed("custom", "sales", null)] },
});

describe("which promise a ticket gets", () => {
  const promiseAt = (plan: string, tier: string | null, intake: "console" | "email") =>
    commitmentsOf(told(["03-02 10:00", opened("2", { plan, tier, intake })]), rules, et("03-02 10:00"))[0];

  test("P065 only Enterprise has a commitment; other paid plans have an expectation that is met at due", () => {
    expect(promiseAt("enterprise", "standard", "console")?.firmness).toBe("commitment");
    for (const plan of ["standard", "priority"]) {
      expect(promiseAt(plan, null, "console")).toMatchObject({
        firmness: "expectation",
        op: "within",
        dueAt: et("03-05 10:00"),
      });
    }
  });

  test("P066 two tiers of one plan fall due at different times for the same ticket", () => {
    expect(promiseAt("enterprise", "standard", "console")?.dueAt).toBe(et("03-04 10:00"));
    expect(promiseAt("enterprise", "gold", "console")?.dueAt).toBe(et("03-03 10:00"));
  });

  test("P068 a ticket by mail gets the expectation; confirmed in the console, the commitment from then on", () => {
    expect(promiseAt("enterprise", "standard", "email")).toMatchObject({
      firmness: "expectation",
      dueAt: et("03-05 10:00"),
    });
    const confirmed = told(
      ["03-02 10:00", opened("1", { intake: "email" })],
      ["03-03 11:00", { kind: "confirmed-in-console" }],
    );
    expect(commitmentsOf(confirmed, rules, et("03-03 11:00"))[0]).toMatchObject({
      firmness: "commitment",
      op: "less-than",
      dueAt: et("03-03 13:00"),
      startedAt: et("03-02 10:00"),
      snapshot: { intake: "console", why: "confirmed-in-console", countedFrom: et("03-03 11:00") },
      history: [{ why: "confirmed-in-console", dueFrom: et("03-05 10:00"), dueTo: et("03-03 13:00") }],
    });
  });

  test("P078 without a severity the category's default counts, else the policy's", () => {
    const dueOf = (category: string | null) =>
      commitmentsOf(
        told(["03-02 10:00", opened(null, { category })]),
        rulesOf(withCategories),
        et("03-02 10:00"),
      )[0];
    expect(dueOf("outage")).toMatchObject({ dueAt: et("03-04 10:00"), snapshot: { severity: "2" } });
    expect(dueOf(null)).toMatchObject({ dueAt: et("03-05 10:00"), snapshot: { severity: "3" } });
  });
});

test("P009 a request that goes to Sales carries no clock, whatever is written on it", () => {
  const story = told(
    ["03-02 10:00", opened("3", { category: "custom" })],
    ["03-02 11:00", agentReply],
    ["03-02 12:00", customerWrites],
  );
  expect(commitmentsOf(story, rulesOf(withCategories), et("03-02 12:00"))).toEqual([]);
});

test("P067 the clock runs through automatic, AI and internal messages and stops at the first person's answer", () => {
  const story = told(
    ["03-02 10:00", opened("1")],
    ["03-02 10:00", { kind: "message", by: "automation", isPublic: true }],
    ["03-02 10:10", { kind: "message", by: "ai", isPublic: true }],
    ["03-02 10:20", { kind: "message", by: "agent", isPublic: false }],
    ["03-02 10:30", customerWrites],
    ["03-02 11:00", agentReply],
    ["03-02 11:30", agentReply],
  );
  expect(commitmentsOf(story, rules, et("03-02 10:59"))).toMatchObject([{ state: "running" }]);
  expect(commitmentsOf(story, rules, et("03-02 12:30"))).toMatchObject([
    { metric: "first-response", state: "met", stoppedAt: et("03-02 11:00") },
  ]);
});

test("P063 an expectation that is not kept is late, with the firmness of an expectation", () => {
  const story = told(["03-02 10:00", opened("3", { plan: "standard" })], ["03-05 10:01", agentReply]);
  expect(commitmentsOf(story, rules, et("03-05 10:01"))[0]).toMatchObject({
    state: "breached",
    firmness: "expectation",
    stoppedAt: et("03-05 10:01"),
  });
});
