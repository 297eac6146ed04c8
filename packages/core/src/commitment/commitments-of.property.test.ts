import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClockChange, ClockEvent } from "./clock-event.ts";
import { commitmentsOf } from "./commitments-of.ts";
import { nextWakeOf } from "./next-wake-of.ts";
import { receiptOf } from "./receipt-of.ts";
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
} from "./seed-for-tests.ts";

const GOALS = [goal("next-response", hours(6)), goal("update-every", days(1)), goal("resolution", days(4))];
const rules = rulesOf(
  seed({ cells: [...SEED_CELLS, ...GOALS] }),
  seed({
    version: "2",
    cells: [...SEED_CELLS.map((cell) => ({ ...cell, amount: hours(3) })), ...GOALS],
    schedule: { ...NORMAL_HOURS, version: "2", hours: { ...NORMAL_HOURS.hours, fri: [["10:00", "14:00"]] } },
  }),
);
const START = et("02-27 12:00");
const HOUR = 3_600_000;

const severity = fc.constantFrom("1", "2", "3", "4");
const change: fc.Arbitrary<ClockChange> = fc.oneof(
  severity.map(assessedAs),
  fc.constantFrom<ClockChange>(
    agentReply,
    agentAsks,
    customerWrites,
    lapses,
    movesTo("enterprise", "standard"),
    movesTo("enterprise", "gold"),
    movesTo("standard"),
    { kind: "policy", policyVersion: "2" },
    { kind: "schedule", calendar: "nbh", policyVersion: "2", effectiveAt: START + 30 * HOUR },
    { kind: "confirmed-in-console" },
    { kind: "state", to: "resolved", by: "agent" },
    { kind: "state", to: "closed", by: "customer" },
    { kind: "state", to: "waiting-on-customer", by: "agent" },
    { kind: "message", by: "ai", isPublic: true },
  ),
);

const story: fc.Arbitrary<readonly ClockEvent[]> = fc
  .record({
    severity: fc.option(severity),
    plan: fc.constantFrom("standard", "enterprise"),
    intake: fc.constantFrom("console" as const, "email" as const),
    rest: fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), change), { maxLength: 9 }),
  })
  .map(({ severity: first, plan, intake, rest }) => [
    { at: START, seq: 1, ...opened(first, { plan, intake }) },
    ...rest
      .toSorted(([a], [b]) => a - b)
      .map(([step, what], index) => ({ at: START + step * 5 * HOUR, seq: index + 2, ...what })),
  ]);

const END = START + 40 * 5 * HOUR;

describe("C14: a function of events, versions and now", () => {
  test("the order in which events come in changes nothing", () => {
    fc.assert(
      fc.property(story, fc.integer(), (events, turn) => {
        const cut = Math.abs(turn) % events.length;
        const turned = [...events.slice(cut), ...events.slice(0, cut)].toReversed();
        expect(commitmentsOf(turned, rules, END)).toEqual(commitmentsOf(events, rules, END));
      }),
    );
  });

  test("what comes after now is not looked at", () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 0, max: 200 }), (events, hour) => {
        const now = START + hour * HOUR;
        const known = events.filter(({ at }) => at <= now);
        expect(commitmentsOf(events, rules, now)).toEqual(commitmentsOf(known, rules, now));
      }),
    );
  });

  test("a receipt computed anew says the same due, row by row", () => {
    fc.assert(
      fc.property(story, (events) => {
        for (const commitment of commitmentsOf(events, rules, END)) {
          const receipt = receiptOf(JSON.parse(JSON.stringify(commitment)), rules);
          expect(receipt?.due ?? null).toBe(commitment.dueAt);
          if (receipt === null) continue;
          expect(receipt.rows.at(-1)?.to).toBe(receipt.due);
          const times = receipt.rows.flatMap(({ from, to }) => [from, to]);
          expect([receipt.from, ...times]).toEqual([receipt.from, ...times].toSorted((a, b) => a - b));
          const { lowered } = receipt.target;
          const ms = receipt.rows.reduce((sum, row) => sum + row.businessMs, 0);
          if (lowered !== null && "ms" in lowered.amount) expect(ms).toBe(lowered.amount.ms);
        }
      }),
    );
  });
});

describe("C13: nothing but time and the one wake-up breaches", () => {
  test("between two events states change only at the wake-up that was announced", () => {
    fc.assert(
      fc.property(story, (events) => {
        const last = events.at(-1)?.at ?? START;
        const before = commitmentsOf(events, rules, last);
        const wake = nextWakeOf(before, last);
        const states = (now: number) => commitmentsOf(events, rules, now).map(({ state }) => state);
        const quiet = states(wake === null ? END + 90 * 24 * HOUR : wake - 1);
        expect(quiet).toEqual(before.map(({ state }) => state));
        if (wake !== null) expect(states(wake)).not.toEqual(quiet);
      }),
    );
  });

  test("a breach is never taken back by what happens later", () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 0, max: 200 }), (events, hour) => {
        const now = START + hour * HOUR;
        const later = commitmentsOf(events, rules, END);
        const breached = commitmentsOf(events, rules, now).filter(({ state }) => state === "breached");
        for (const { metric, startedAt, dueAt } of breached) {
          expect(later).toContainEqual(
            expect.objectContaining({ metric, startedAt, dueAt, state: "breached" }),
          );
        }
      }),
    );
  });
});

describe("C6–C8: never worse", () => {
  /** Nothing answers, ends or withdraws it; seen half a day after it was opened, or when the last thing happened. */
  const unanswered = fc
    .record({
      severity: fc.option(severity),
      plan: fc.constantFrom("standard", "enterprise"),
      intake: fc.constantFrom("console" as const, "email" as const),
      rest: fc.array(
        fc.tuple(
          fc.integer({ min: 0, max: 30 }),
          fc.oneof(
            severity.map(assessedAs),
            fc.constantFrom<ClockChange>(
              movesTo("enterprise", "gold"),
              movesTo("standard"),
              { kind: "policy", policyVersion: "2" },
              { kind: "confirmed-in-console" },
              customerWrites,
            ),
          ),
        ),
        { maxLength: 5 },
      ),
    })
    .map(({ severity: first, plan, intake, rest }): readonly ClockEvent[] => [
      { at: START, seq: 1, ...opened(first, { plan, intake }) },
      ...rest.map(([step, what], index) => ({ at: START + (step * HOUR) / 10, seq: index + 2, ...what })),
    ]);

  const firstAfter = (events: readonly ClockEvent[], ...more: readonly ClockChange[]) => {
    const now = events.reduce((last, { at }) => Math.max(last, at), 0) + 1;
    const all = [...events, ...more.map((what, index) => ({ at: now, seq: 90 + index, ...what }))];
    const first = commitmentsOf(all, rules, now)[0];
    if (first === undefined) throw new Error("The ticket is open.");
    return first;
  };

  test.each<readonly [name: string, change: ClockChange]>([
    ["a raise to the worst", assessedAs("1")],
    ["an upgrade", movesTo("enterprise", "gold")],
    ["a downgrade to a paid plan", movesTo("standard")],
    ["a confirmation in the console", { kind: "confirmed-in-console" }],
  ])("%s never makes a first response due later, and never weakens it", (_name, what) => {
    fc.assert(
      fc.property(unanswered, (events) => {
        const before = firstAfter(events);
        const after = firstAfter(events, what);
        expect(after.dueAt ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(before.dueAt ?? 0);
        if (before.firmness === "commitment") expect(after.firmness).toBe("commitment");
        if (before.state === "breached") expect(after.dueAt).toBe(before.dueAt);
      }),
    );
  });

  test("lowering never breaks a promise", () => {
    fc.assert(
      fc.property(unanswered, (events) => {
        expect(firstAfter(events, assessedAs("4")).state).toBe(firstAfter(events).state);
      }),
    );
  });

  test("raised and at once lowered again, a promise is no worse than before", () => {
    fc.assert(
      fc.property(unanswered, (events) => {
        const lowered = firstAfter(events, assessedAs("4"));
        const again = firstAfter(events, assessedAs("4"), assessedAs("1"), assessedAs("4"));
        expect(again.dueAt ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(lowered.dueAt ?? 0);
      }),
    );
  });
});
