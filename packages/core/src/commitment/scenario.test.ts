import { readFileSync } from "node:fs";
import { CalendarError } from "@troth/business-time";
import { describe, expect, test } from "vitest";
import { answerTicketScenario, ScenarioError } from "./scenario.ts";

type Vector = {
  readonly id: string;
  readonly rule: string;
  readonly name: string;
  readonly expected: Readonly<Record<string, string | null>>;
};

const VECTORS: readonly Vector[] = readFileSync(
  new URL("../../test-vectors/vectors-tickets.jsonl", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

const HOURS = { tz: "America/New_York", hours: week(["09:00", "17:00"]), holidays: ["2026-07-03"] };
const STANDARD = {
  1: { businessHours: 2 },
  2: { businessDays: 2 },
  3: { businessDays: 3 },
  4: { businessDays: 3 },
};

function week(window: readonly [string, string]) {
  return { mon: [window], tue: [window], wed: [window], thu: [window], fri: [window] };
}

/** Mon 2 Mar 2026, 10:00 in New York, Enterprise Standard, severity 1, due 12:00. */
function scenario(other: object) {
  return {
    id: "x",
    op: "ticket",
    schedule: HOURS,
    plan: "enterprise-standard",
    policy: STANDARD,
    severity: 1,
    createdAt: "2026-03-02T15:00:00Z",
    events: [],
    ...other,
  };
}

const reply = (at: string, by = "agent") => ({ at, type: "reply", by, public: true });

describe("the published ticket scenarios", () => {
  test.each(VECTORS)("$id ($rule): $name", (vector) => {
    const { expected, ...request } = vector;
    expect(answerTicketScenario(request)).toMatchObject(expected);
  });
});

describe("scenarios of our own, by hand from the rules", () => {
  test.each<readonly [rule: string, other: object, expected: object]>([
    [
      "B4: one millisecond before due is met",
      { events: [reply("2026-03-02T16:59:59.999Z")] },
      { firstResponse: "met" },
    ],
    [
      "B3: a target that fills the day is due at closing",
      { createdAt: "2026-03-02T14:00:00Z", policy: { 1: { businessHours: 8 } } },
      { firstResponseDue: "2026-03-02T22:00:00Z" },
    ],
    [
      "C3: a person who sends what an AI drafted answers",
      { events: [reply("2026-03-02T16:00:00Z")] },
      { firstResponse: "met" },
    ],
    ["C4: no severity counts as 3", { severity: null }, { firstResponseDue: "2026-03-05T15:00:00Z" }],
    [
      "C4: assessed at 10:20, as a raise",
      {
        severity: null,
        events: [{ at: "2026-03-02T15:20:00Z", type: "severity", to: 2, by: "agent", reason: "x" }],
      },
      { firstResponseDue: "2026-03-04T15:20:00Z" },
    ],
    [
      "C5: «on hold» pauses no first response",
      {
        events: [
          { at: "2026-03-02T15:10:00Z", type: "pause", on: true },
          { at: "2026-03-02T16:10:00Z", type: "pause", on: false },
        ],
      },
      { firstResponseDue: "2026-03-02T17:00:00Z", firstResponse: "running" },
    ],
    [
      "C5: nor does waiting on the customer by a click",
      {
        events: [
          { at: "2026-03-02T15:10:00Z", type: "status", to: "waiting_on_customer", by: "agent" },
          { at: "2026-03-02T18:00:00Z", type: "assign", by: "agent" },
        ],
      },
      { firstResponse: "breached" },
    ],
    [
      "C6: a passed due is final",
      { events: [{ at: "2026-03-02T17:00:00Z", type: "severity", to: 3, by: "agent", reason: "x" }] },
      { firstResponseDue: "2026-03-02T17:00:00Z", firstResponse: "breached" },
    ],
    [
      "C6: a raise late in the old promise keeps the old due",
      {
        severity: 4,
        events: [{ at: "2026-03-05T14:30:00Z", type: "severity", to: 2, by: "agent", reason: "x" }],
      },
      { firstResponseDue: "2026-03-05T15:00:00Z" },
    ],
    [
      "C7: a downgrade keeps the promise",
      { severity: 2, events: [{ at: "2026-03-03T15:00:00Z", type: "plan", to: "launch" }] },
      { firstResponseDue: "2026-03-04T15:00:00Z", firstResponse: "running" },
    ],
    [
      "C7: an upgrade to Gold counts round the clock",
      { events: [{ at: "2026-03-02T15:30:00Z", type: "plan", to: "enterprise-gold" }] },
      { firstResponseDue: "2026-03-02T16:30:00Z" },
    ],
    [
      "C7: a breach before the lapse stays",
      { events: [{ at: "2026-03-03T15:00:00Z", type: "plan", to: "free" }] },
      { firstResponseDue: "2026-03-02T17:00:00Z", firstResponse: "breached" },
    ],
    [
      "C7: reinstated within seven days, the gap is a pause",
      {
        severity: 2,
        events: [
          { at: "2026-03-03T16:00:00Z", type: "plan", to: "free" },
          { at: "2026-03-05T16:00:00Z", type: "plan", to: "enterprise-standard" },
        ],
      },
      { firstResponseDue: "2026-03-06T15:00:00Z", firstResponse: "running" },
    ],
    [
      "E4: reinstated later, the clock stays withdrawn",
      {
        severity: 2,
        events: [
          { at: "2026-03-03T16:00:00Z", type: "plan", to: "free" },
          { at: "2026-03-10T16:00:00.001Z", type: "plan", to: "enterprise-standard" },
        ],
      },
      { firstResponseDue: null, firstResponse: "withdrawn" },
    ],
    [
      "E4: and a new message starts a new clock",
      {
        severity: 2,
        events: [
          { at: "2026-03-03T16:00:00Z", type: "plan", to: "free" },
          { at: "2026-03-11T14:00:00Z", type: "plan", to: "enterprise-standard" },
          reply("2026-03-12T15:00:00Z", "customer"),
        ],
      },
      { firstResponseDue: "2026-03-16T15:00:00Z", firstResponse: "running" },
    ],
    [
      "C7: without a subscription from the start",
      { plan: "free", policy: undefined },
      { firstResponseDue: null, firstResponse: "withdrawn" },
    ],
    [
      "C8: a better version counts from its publication",
      {
        events: [
          { at: "2026-03-02T15:15:00Z", type: "policy", version: 2, targets: { 1: { businessHours: 1 } } },
        ],
      },
      { firstResponseDue: "2026-03-02T16:15:00Z" },
    ],
    [
      "C9: time used stays, the rest counts on the new hours",
      {
        createdAt: "2026-03-03T21:00:00Z",
        events: [{ at: "2026-03-04T05:00:00Z", type: "schedule", hours: week(["10:00", "16:00"]) }],
      },
      { firstResponseDue: "2026-03-04T16:00:00Z", firstResponse: "running" },
    ],
    [
      "C10: closed by the customer is cancelled",
      { events: [{ at: "2026-03-02T15:30:00Z", type: "status", to: "solved", by: "customer" }] },
      { firstResponse: "cancelled" },
    ],
    [
      "C10: and their return starts a new first response",
      {
        events: [
          { at: "2026-03-02T15:30:00Z", type: "status", to: "solved", by: "customer" },
          reply("2026-03-03T15:00:00Z", "customer"),
        ],
      },
      { firstResponseDue: "2026-03-03T17:00:00Z", firstResponse: "running", nextResponseStartedAt: null },
    ],
    [
      "C11: the next response starts at the oldest unanswered message",
      {
        events: [
          reply("2026-03-02T16:00:00Z"),
          reply("2026-03-02T17:00:00Z", "customer"),
          reply("2026-03-02T18:00:00Z", "customer"),
        ],
      },
      { firstResponse: "met", nextResponseStartedAt: "2026-03-02T17:00:00Z" },
    ],
    [
      "C11: an answer ends it",
      {
        events: [
          reply("2026-03-02T16:00:00Z"),
          reply("2026-03-02T17:00:00Z", "customer"),
          reply("2026-03-02T18:00:00Z"),
        ],
      },
      { nextResponseStartedAt: null },
    ],
    [
      "C12: a merged ticket's clock goes on",
      { events: [{ at: "2026-03-02T15:30:00Z", type: "merge", into: "7" }] },
      { firstResponseDue: "2026-03-02T17:00:00Z", firstResponse: "running" },
    ],
    [
      "C12: what is split off leaves the clock alone",
      { events: [{ at: "2026-03-02T15:30:00Z", type: "split" }] },
      { firstResponseDue: "2026-03-02T17:00:00Z", firstResponse: "running" },
    ],
    [
      "E7: a late answer is a breach with a stop time",
      { events: [reply("2026-03-02T19:00:00Z")] },
      { firstResponse: "breached" },
    ],
  ])("%s", (_rule, other, expected) => {
    expect(answerTicketScenario(scenario(other))).toMatchObject(expected);
  });

  test("a scenario that cannot be read is refused with a sentence that names the part", () => {
    const refused: ReadonlyArray<readonly [unknown, RegExp]> = [
      [null, /«scenario» must be an object/],
      [[], /«scenario» must be an object/],
      [scenario({ createdAt: "2026-03-02T15:00:00" }), /«createdAt».*is not an instant/],
      [scenario({ createdAt: "2026-13-40T15:00:00Z" }), /«createdAt»/],
      [scenario({ plan: 7 }), /«plan» must be a text/],
      [
        scenario({
          plan: "bronze",
          policy: undefined,
          events: [{ at: "2026-03-02T15:00:00Z", type: "plan", to: "tin" }],
        }),
        /must be a plan with known targets/,
      ],
      [scenario({ policy: { 1: { fortnights: 2 } } }), /«policy\.1» must name one figure/],
      [scenario({ policy: { 1: { businessHours: "2" } } }), /«policy\.1»/],
      [scenario({ severity: {} }), /«severity» must be a name, a number or null/],
      [scenario({ schedule: { tz: "America/New_York" } }), /«schedule\.hours» is missing/],
      [scenario({ schedule: { hours: {} } }), /«schedule\.tz» is missing/],
      [scenario({ schedule: { ...HOURS, hours: { someday: [] } } }), /must be one of mon, tue/],
      [scenario({ schedule: { ...HOURS, hours: { mon: [["09:00"]] } } }), /windows such as/],
      [scenario({ events: {} }), /«events» must be a list/],
      [
        scenario({ events: [{ at: "2026-03-02T15:00:00Z", type: "sneeze" }] }),
        /«events\[0\]\.type» must be one of reply/,
      ],
      [
        scenario({ events: [reply("2026-03-02T15:00:00Z", "cat")] }),
        /«events\[0\]\.by» must be one of customer/,
      ],
      [scenario({ events: [{ ...reply("2026-03-02T15:00:00Z"), public: "yes" }] }), /true or false/],
      [
        scenario({ events: [{ at: "2026-03-02T15:00:00Z", type: "status", to: "lost", by: "agent" }] }),
        /«events\[0\]\.to»/,
      ],
      [
        scenario({ events: [{ at: "2026-03-02T15:00:00Z", type: "severity", by: "agent" }] }),
        /must be a severity/,
      ],
    ];
    for (const [request, message] of refused) {
      expect(() => answerTicketScenario(request)).toThrow(ScenarioError);
      expect(() => answerTicketScenario(request)).toThrow(message);
    }
  });

  test("a schedule that is never open is the calendar's refusal", () => {
    const never = scenario({ schedule: { tz: "America/New_York", hours: {} } });
    expect(() => answerTicketScenario(never)).toThrow(CalendarError);
  });
});
