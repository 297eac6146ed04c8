import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinSummaries, NO_REPLAY, replaySummaryOf, SHIFT_BINS, shiftBinOf } from "./replay-summary.ts";
import type { ClockOutcome, ReplayedTicket } from "./replay-ticket.ts";
import { UNTOLD } from "./under-draft.ts";

const HOUR = 3_600_000;
const REFUSAL = {
  decision: "deny",
  reason: "plan-lacks-channel",
  message: "",
  clause: { id: "c", title: "C", policyVersion: "draft" },
  next: [],
  plan: "basic",
  tier: null,
} as const;

const clock = (
  before: readonly [dueAt: number | null, outcome: ClockOutcome],
  after: readonly [dueAt: number | null, outcome: ClockOutcome],
) => ({
  metric: "first-response",
  before: { dueAt: before[0], outcome: before[1] },
  after: { dueAt: after[0], outcome: after[1] },
});

const ticket = (other: Partial<ReplayedTicket> = {}): ReplayedTicket => ({
  number: 1,
  organisation: "org",
  openedAt: 0,
  policyVersion: "one",
  before: { plan: "pro", tier: null, severity: "low" },
  after: { plan: "pro", tier: null, severity: "low" },
  untold: null,
  entitlement: null,
  clocks: [clock([HOUR, "kept"], [HOUR, "kept"])],
  ...other,
});

test("the figures of a few tickets", () => {
  const summary = replaySummaryOf([
    ticket(),
    ticket({ clocks: [clock([3 * HOUR, "kept"], [HOUR, "missed"])] }),
    ticket({
      clocks: [clock([null, "none"], [HOUR, "open"])],
      after: { plan: "top", tier: "gold", severity: "low" },
    }),
    ticket({ entitlement: REFUSAL, after: null, clocks: [clock([HOUR, "late"], [null, "none"])] }),
    ticket({ entitlement: { ...REFUSAL, decision: "redirect" }, after: null, clocks: [] }),
    ticket({ untold: "plan-unknown", after: null, clocks: [clock([HOUR, "missed"], [null, "none"])] }),
  ]);
  expect(summary).toMatchObject({
    tickets: 6,
    changed: 4,
    untold: { "plan-unknown": 1 },
    entitlement: { open: 3, redirected: 1, refused: 1 },
    before: { promises: 3, kept: 2, missed: 0, late: 1, open: 0 },
    after: { promises: 3, kept: 1, missed: 1, late: 0, open: 1 },
    dues: { earlier: 1, later: 0, same: 1, gained: 1, lost: 1 },
  });
  expect(summary.groups).toEqual([
    {
      plan: "pro",
      severity: "low",
      before: { tickets: 5, promises: 3, kept: 2, missed: 0, late: 1, open: 0 },
      after: { tickets: 2, promises: 2, kept: 1, missed: 1, late: 0, open: 0 },
    },
    {
      plan: "top",
      severity: "low",
      before: { tickets: 0, promises: 0, kept: 0, missed: 0, late: 0, open: 0 },
      after: { tickets: 1, promises: 1, kept: 0, missed: 0, late: 0, open: 1 },
    },
  ]);
});

describe("the histogram of shifts", () => {
  test("has bins in order, without a gap, alike on both sides of zero", () => {
    expect(SHIFT_BINS[0]).toEqual({ fromMs: null, toMs: -168 * HOUR });
    expect(SHIFT_BINS.at(-1)).toEqual({ fromMs: 168 * HOUR, toMs: null });
    for (const [at, { toMs }] of SHIFT_BINS.entries()) {
      const next = SHIFT_BINS[at + 1];
      if (next !== undefined) expect(next.fromMs).toBe(toMs);
    }
    expect(SHIFT_BINS.map(({ fromMs }) => fromMs)).toEqual(
      SHIFT_BINS.map(({ toMs }) => (toMs === null ? null : 0 - toMs)).toReversed(),
    );
  });

  test.for([
    [0, 0, 0],
    [1, 0, HOUR],
    [HOUR, 0, HOUR],
    [HOUR + 1, HOUR, 4 * HOUR],
    [-HOUR, -HOUR, 0],
    [-HOUR - 1, -4 * HOUR, -HOUR],
  ])("%d ms is between %d and %d", ([shift = 0, fromMs, toMs]) => {
    expect(SHIFT_BINS[shiftBinOf(shift)]).toEqual({ fromMs, toMs });
  });

  test("puts every shift into the bin that it is in", () => {
    fc.assert(
      fc.property(fc.integer({ min: -400 * HOUR, max: 400 * HOUR }), (shift) => {
        const { fromMs, toMs } = SHIFT_BINS[shiftBinOf(shift)] ?? {};
        expect(fromMs ?? Number.NEGATIVE_INFINITY).toBeLessThanOrEqual(shift);
        expect(toMs ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(shift);
      }),
    );
  });
});

test("the summary of two heaps is that of both together, in any order", () => {
  const dues = fc.option(fc.integer({ min: 0, max: 300 * HOUR }));
  const outcome = fc.constantFrom<ClockOutcome>("kept", "missed", "late", "open");
  const stand = fc.tuple(dues, outcome).map(([due, of]) => [due, due === null ? "none" : of] as const);
  const footing = fc.record({
    plan: fc.constantFrom("pro", "top"),
    tier: fc.constant(null),
    severity: fc.constantFrom("high", "low"),
  });
  const tickets = fc.array(
    fc
      .record({
        before: footing,
        after: fc.option(footing),
        untold: fc.option(fc.constantFrom(...UNTOLD)),
        clocks: fc.array(
          fc.tuple(stand, stand).map(([was, would]) => clock(was, would)),
          { maxLength: 2 },
        ),
      })
      .map(ticket),
  );
  fc.assert(
    fc.property(tickets, tickets, (a, b) => {
      const joined = joinSummaries(replaySummaryOf(a), replaySummaryOf(b));
      expect(joined).toEqual(replaySummaryOf([...b, ...a]));
      expect(joinSummaries(NO_REPLAY, joined)).toEqual(joined);
    }),
  );
});
