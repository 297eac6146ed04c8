import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seed } from "../commitment/seed-for-tests.ts";
import { TICKET_STATES } from "../vocabulary.ts";
import { placeReasonOf } from "./place-reason.ts";
import type { QueueFacts } from "./queue-facts.ts";
import { queueKeyOf } from "./queue-key.ts";

const { policy } = seed();
const NOON = Date.parse("2026-03-02T17:00:00Z");
const HOUR = 3_600_000;

const ticket = (other: Partial<QueueFacts> = {}): QueueFacts => ({
  state: "open",
  severity: "3",
  plan: "standard",
  tier: null,
  dueAt: NOON,
  openedAt: NOON - HOUR,
  ...other,
});

/** The row that an agent gets first. */
const firstOf = (...rows: readonly QueueFacts[]) =>
  rows.toSorted((a, b) => (queueKeyOf(a, policy) < queueKeyOf(b, policy) ? -1 : 1))[0];

describe("the seed's order: severity, plan, due, age", () => {
  test("P020 a Priority ticket comes before a Standard one of equal severity that was opened first", () => {
    const standard = ticket({ openedAt: NOON - 5 * HOUR, dueAt: NOON - HOUR });
    const priority = ticket({ plan: "priority" });
    expect(firstOf(standard, priority)).toBe(priority);
  });

  test("P064 a worse severity comes before a better plan", () => {
    const severe = ticket({ severity: "1" });
    const enterprise = ticket({ severity: "2", plan: "enterprise", tier: "gold" });
    expect(firstOf(enterprise, severe)).toBe(severe);
  });

  test("then what is due first, what has no due last, then what was opened first", () => {
    const soon = ticket({ dueAt: NOON, openedAt: NOON });
    const older = ticket({ dueAt: NOON + HOUR, openedAt: NOON - 9 * HOUR });
    const younger = ticket({ dueAt: NOON + HOUR, openedAt: NOON - 8 * HOUR });
    const dueless = ticket({ dueAt: null, openedAt: NOON - 30 * HOUR });
    const rows = [dueless, younger, older, soon];
    expect(rows.toSorted((a, b) => (queueKeyOf(a, policy) < queueKeyOf(b, policy) ? -1 : 1))).toEqual([
      soon,
      older,
      younger,
      dueless,
    ]);
  });

  test("a ticket that waits for us comes before every one that waits for the customer or has ended", () => {
    const ours = ticket({ state: "waiting-on-us", severity: "4" });
    const theirs = ticket({ state: "waiting-on-customer", severity: "1", plan: "enterprise" });
    const ended = ticket({ state: "resolved", severity: "1", plan: "enterprise" });
    expect(firstOf(ended, theirs, ours)).toBe(ours);
    expect(firstOf(ended, theirs)).toBe(theirs);
  });

  test("an unknown severity or plan comes last, not first", () => {
    expect(firstOf(ticket({ severity: "9" }), ticket({ severity: "4" }))?.severity).toBe("4");
    expect(firstOf(ticket({ plan: "gone" }), ticket({ plan: "community" }))?.plan).toBe("community");
  });
});

test("another policy may weigh the plan first; age settles what it leaves equal", () => {
  const planFirst = { ...policy, queue: ["plan", "severity"] as const };
  const severe = queueKeyOf(ticket({ severity: "1" }), planFirst);
  const enterprise = queueKeyOf(ticket({ severity: "4", plan: "enterprise" }), planFirst);
  const younger = queueKeyOf(ticket({ severity: "4", plan: "enterprise", openedAt: NOON }), planFirst);
  expect([severe, younger, enterprise].toSorted()).toEqual([enterprise, younger, severe]);
});

const anyTicket: fc.Arbitrary<QueueFacts> = fc.record({
  state: fc.constantFrom(...TICKET_STATES),
  severity: fc.constantFrom("1", "2", "3", "4"),
  plan: fc.constantFrom("community", "standard", "priority", "enterprise"),
  tier: fc.constant(null),
  dueAt: fc.option(fc.integer({ min: NOON - 90 * HOUR, max: NOON + 90 * HOUR })),
  openedAt: fc.integer({ min: NOON - 900 * HOUR, max: NOON }),
});
const manyTickets = fc.array(anyTicket, { minLength: 200, maxLength: 200 });

/** The order of the policy once more, written as a comparison of facts and not of texts. */
function compare(a: QueueFacts, b: QueueFacts): number {
  const turns = ["open waiting-on-us", "waiting-on-customer", "resolved", "closed merged"];
  const plans = ["enterprise", "priority", "standard", "community"];
  const turn = (one: QueueFacts) => turns.findIndex((states) => states.split(" ").includes(one.state));
  const due = (one: QueueFacts) => one.dueAt ?? Number.MAX_SAFE_INTEGER;
  return (
    turn(a) - turn(b) ||
    Number(a.severity) - Number(b.severity) ||
    plans.indexOf(a.plan) - plans.indexOf(b.plan) ||
    due(a) - due(b) ||
    a.openedAt - b.openedAt
  );
}

const keyed = (tickets: readonly QueueFacts[]) =>
  tickets
    .map((one) => ({ one, key: queueKeyOf(one, policy) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ one }) => one);

test("P064 200 mixed tickets stand in the order of an independent sort", () => {
  fc.assert(
    fc.property(manyTickets, (tickets) => {
      expect(keyed(tickets)).toEqual(tickets.toSorted(compare));
    }),
    { numRuns: 30 },
  );
});

test("all keys of one policy are equally long and plain ASCII", () => {
  fc.assert(
    fc.property(anyTicket, (one) => {
      expect(queueKeyOf(one, policy)).toMatch(/^\d{41}$/);
    }),
  );
});

test("P035 every place among 200 mixed tickets is explained by the first thing that differs", () => {
  fc.assert(
    fc.property(manyTickets, (tickets) => {
      const rows = keyed(tickets.map((one) => ({ ...one, state: "open" as const })));
      const numbered = rows.map((row, at) => ({ ...row, number: 1_000 + at }));
      rows.forEach((row, index) => {
        const before = numbered[index - 1] ?? null;
        const { code, values } = placeReasonOf(row, before, policy);
        if (before === null) return expect(code).toBe("first");
        if (row.severity !== before.severity) {
          return expect({ code, values }).toEqual({
            code: "severity",
            values: {
              severity: row.severity,
              afterSeverity: before.severity,
              afterNumber: String(before.number),
            },
          });
        }
        if (row.plan !== before.plan) {
          return expect({ code, values }).toEqual({
            code: "plan",
            values: { plan: row.plan, afterPlan: before.plan, afterNumber: String(before.number) },
          });
        }
        expect(["due", "age", "number"]).toContain(code);
        return expect(values).toMatchObject({ afterNumber: String(before.number) });
      });
    }),
    { numRuns: 30 },
  );
});
