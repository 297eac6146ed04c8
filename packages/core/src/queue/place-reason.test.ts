import { expect, test } from "vitest";
import { seed } from "../commitment/seed-for-tests.ts";
import { ownPlaceReasonOf, placeReasonOf } from "./place-reason.ts";
import type { QueueFacts, QueueNeighbour } from "./queue-facts.ts";

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

const neighbour = (other: Partial<QueueFacts> = {}): QueueNeighbour => ({ ...ticket(other), number: 1012 });

test("P064 the first row says its severity and its plan", () => {
  expect(placeReasonOf(ticket({ severity: "1", tier: "gold" }), null, policy)).toEqual({
    code: "first",
    values: { severity: "1", plan: "enterprise", tier: "gold" },
  });
});

test("P035 a row after a better plan of the same severity says which ticket, and on which plan", () => {
  expect(placeReasonOf(ticket({ plan: "priority", tier: null }), neighbour(), policy)).toEqual({
    code: "plan",
    values: { plan: "priority", afterPlan: "enterprise", afterTier: "standard", afterNumber: "1012" },
  });
});

test("a row with the same severity and plan says which due comes first, then which is older", () => {
  expect(placeReasonOf(ticket({ dueAt: NOON + 1 }), neighbour(), policy)).toEqual({
    code: "due",
    values: {
      dueAt: "2026-03-02T17:00:00.001Z",
      afterDueAt: "2026-03-02T17:00:00Z",
      afterNumber: "1012",
    },
  });
  expect(placeReasonOf(ticket({ dueAt: null }), neighbour(), policy)).toEqual({
    code: "due",
    values: { afterDueAt: "2026-03-02T17:00:00Z", afterNumber: "1012" },
  });
  expect(placeReasonOf(ticket({ openedAt: NOON + 1 }), neighbour(), policy).code).toBe("age");
  expect(placeReasonOf(ticket(), neighbour(), policy)).toEqual({
    code: "number",
    values: { afterNumber: "1012" },
  });
});

test("two tiers of one plan do not weigh: the due between them does", () => {
  const gold = neighbour({ tier: "gold" });
  expect(placeReasonOf(ticket({ dueAt: NOON + 1 }), gold, policy).code).toBe("due");
});

test("an answered ticket and an ended one say just that", () => {
  expect(placeReasonOf(ticket({ state: "waiting-on-customer" }), neighbour(), policy)).toEqual({
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
