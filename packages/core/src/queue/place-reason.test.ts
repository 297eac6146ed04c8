import { expect, test } from "vitest";
import { seed } from "../commitment/seed-for-tests.ts";
import { ownPlaceReasonOf, placeReasonOf } from "./place-reason.ts";
import type { QueueFacts } from "./queue-facts.ts";

const { policy } = seed();
const NOON = Date.parse("2026-03-02T17:00:00Z");

const ticket = (other: Partial<QueueFacts> = {}): QueueFacts => ({
  state: "open",
  severity: "2",
  plan: "enterprise",
  tier: "standard",
  dueAt: NOON,
  openedAt: NOON,
  ...other,
});

test("P064 the first row says its severity and its plan", () => {
  expect(placeReasonOf(ticket({ severity: "1", tier: "gold" }), null, policy)).toEqual({
    code: "first",
    values: { severity: "1", plan: "enterprise", tier: "gold" },
  });
});

test("P035 a row after a better plan of the same severity says which", () => {
  expect(placeReasonOf(ticket({ plan: "priority", tier: null }), ticket(), policy)).toEqual({
    code: "plan",
    values: { plan: "priority", afterPlan: "enterprise", afterTier: "standard" },
  });
});

test("a row with the same severity and plan says which due comes first, then which is older", () => {
  expect(placeReasonOf(ticket({ dueAt: NOON + 1 }), ticket(), policy)).toEqual({
    code: "due",
    values: { dueAt: "2026-03-02T17:00:00.001Z", afterDueAt: "2026-03-02T17:00:00Z" },
  });
  expect(placeReasonOf(ticket({ dueAt: null }), ticket(), policy)).toEqual({
    code: "due",
    values: { afterDueAt: "2026-03-02T17:00:00Z" },
  });
  expect(placeReasonOf(ticket({ openedAt: NOON + 1 }), ticket(), policy).code).toBe("age");
  expect(placeReasonOf(ticket(), ticket(), policy)).toEqual({ code: "number", values: {} });
});

test("two tiers of one plan do not weigh: the due between them does", () => {
  const gold = ticket({ tier: "gold" });
  expect(placeReasonOf(ticket({ dueAt: NOON + 1 }), gold, policy).code).toBe("due");
});

test("an answered ticket and an ended one say just that", () => {
  expect(placeReasonOf(ticket({ state: "waiting-on-customer" }), ticket(), policy)).toEqual({
    code: "answered",
    values: {},
  });
  expect(ownPlaceReasonOf(ticket({ state: "resolved" }), policy)).toEqual({
    code: "ended",
    values: { state: "resolved" },
  });
});

test("P064 without neighbours the reason names severity and plan", () => {
  expect(ownPlaceReasonOf(ticket(), policy)).toEqual({
    code: "severity",
    values: { severity: "2", plan: "enterprise", tier: "standard" },
  });
  const byPlan = { ...policy, queue: ["plan", "severity"] as const };
  expect(ownPlaceReasonOf(ticket({ tier: null }), byPlan)).toMatchObject({ code: "plan" });
});
