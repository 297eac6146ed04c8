import { type ClockChange, type ClockEvent, type Commitment, commitmentsOf } from "@troth/core";
import { compilePolicy, type PolicyFiles, type RunnablePolicy } from "@troth/policy";
import * as fc from "fast-check";
import { presentReceipt } from "../../../server/src/http/present/promise.ts";
import { bundledWith } from "./surroundings.fixture.ts";

const HOUR = 3_600_000;
/** A Friday in New York, 12:00. */
const START = Date.parse("2026-02-27T17:00:00Z");
const END = START + 200 * HOUR;

/** The clocks that pause, on the desk's hours, on those of two desks together, and around the clock. */
const GOALS = `targets:
  - metric: next-response
    plans: [standard, priority, enterprise]
    within: 6 business hours @ normal-business-hours
    firmness: target
    clause: standard-support
  - metric: update-every
    plans: [standard, priority, enterprise]
    within: 30 hours @ always
    firmness: target
    clause: standard-support
  - metric: resolution
    plans: [standard, priority, enterprise]
    within: 9 business hours @ both-desks
    firmness: aspiration
    clause: standard-support
`;

const UNION = `calendars:
  both-desks:
    desks:
      - { zone: Europe/London, open: { mon-fri: "09:00-17:00" }, holidays: none }
      - { zone: America/New_York, open: { mon-fri: "09:00-17:00" }, holidays: us-federal }
`;

/** The version that stories begin under, and the one that may be published while they run. */
const FOLDERS: Readonly<Record<"first" | "second", PolicyFiles>> = {
  first: bundledWith(["targets:\n", GOALS], ["calendars:\n", UNION]),
  second: bundledWith(
    ["version: 2024-09-02", "version: second"],
    ["targets:\n", GOALS.replace("6 business hours", "5 business hours")],
    ["calendars:\n", UNION],
    ['"09:00-17:00"', '"10:00-16:00"'],
    ["within: 3 business days", "within: 2 business days"],
  ),
};

function compiled(files: PolicyFiles): RunnablePolicy {
  const { runnable, findings } = compilePolicy(files);
  if (runnable === null) throw new Error(findings.map(({ message }) => message).join("\n"));
  return runnable;
}

const versions = new Map(
  Object.values(FOLDERS)
    .map(compiled)
    .map((runnable) => [runnable.policy.version, runnable]),
);
const FIRST = [...versions.keys()][0] ?? "";
export const SECOND = [...versions.keys()][1] ?? "";

export function rules(version: string): RunnablePolicy {
  const found = versions.get(version);
  if (found === undefined) throw new Error(`No story knows version ${version}.`);
  return found;
}

const severity = fc.constantFrom("1", "2", "3", "4");
const moves = (
  plan: string,
  tier: string | null,
  subscription: "active" | "lapsed" = "active",
): ClockChange => ({
  kind: "plan",
  plan,
  tier,
  subscription,
});
const change: fc.Arbitrary<ClockChange> = fc.oneof(
  severity.map((to): ClockChange => ({ kind: "severity", to })),
  fc.constantFrom<ClockChange>(
    { kind: "message", by: "agent", isPublic: true, setsWaiting: true },
    { kind: "message", by: "customer", isPublic: true },
  ),
  fc.constantFrom<ClockChange>(
    { kind: "message", by: "agent", isPublic: true },
    { kind: "state", to: "waiting-on-customer", by: "agent" },
    { kind: "confirmed-in-console" },
    moves("enterprise", "standard", "lapsed"),
    moves("enterprise", "standard"),
    moves("enterprise", "gold"),
    moves("standard", null),
    { kind: "policy", policyVersion: SECOND },
    {
      kind: "schedule",
      calendar: "normal-business-hours",
      policyVersion: SECOND,
      effectiveAt: START + 75 * HOUR,
    },
  ),
);

/** What may happen to a ticket within eight days. */
const story: fc.Arbitrary<readonly ClockEvent[]> = fc
  .record({
    severity,
    plan: fc.constantFrom("standard", "priority", "enterprise"),
    intake: fc.constantFrom("console" as const, "email" as const),
    rest: fc.array(fc.tuple(fc.integer({ min: 0, max: 4_000 }), change), { maxLength: 9 }),
  })
  .map(({ severity: first, plan, intake, rest }) => {
    const tier = plan === "enterprise" ? "standard" : null;
    const opened = { kind: "opened", severity: first, plan, tier, intake, category: null } as const;
    return [
      { at: START, seq: 1, ...opened, policyVersion: FIRST },
      ...rest
        .toSorted(([a], [b]) => a - b)
        .map(([step, what], index) => ({ at: START + (step * HOUR) / 20, seq: index + 2, ...what })),
    ];
  });

/** The receipt of a clock as the API writes it. */
export function receiptText(commitment: Commitment): string {
  const stored = {
    ...commitment,
    isDueAtClosing: false,
    warned: null,
  };
  const shelves = new Map([...versions].map(([version, runnable]) => [version, { runnable }]));
  const shown = { row: { number: 12 }, shelved: { runnable: rules(FIRST) }, shelves };
  return JSON.stringify(presentReceipt(stored, shown), null, 2);
}

const clocksOf = (events: readonly ClockEvent[], now: number = END): readonly Commitment[] =>
  commitmentsOf(events, rules, now);

/** The clocks of a story as they stand at some time within it. */
export const clocks: fc.Arbitrary<readonly Commitment[]> = fc
  .tuple(story, fc.integer({ min: 0, max: 200 }))
  .map(([events, hour]) => clocksOf(events, START + hour * HOUR));
