import { describe, expect, test } from "vitest";
import { bundled, bundledWith, compiled, policy } from "./bundled-policy.fixture.ts";
import { compilePolicy } from "./compile.ts";
import { dueOf } from "./due.ts";
import { targetOf } from "./target.ts";
import { durationText } from "./text.ts";
import type { Intake, Target } from "./types.ts";

const SEVERITIES = ["1", "2", "3", "4"] as const;
const DOORS = ["console", "portal", "email", "api", "agent"] as const;

function targetFor(plan: string, tier: string | null, severity: string, intake: Intake = "console"): Target {
  const target = targetOf(policy, { plan, tier, severity, intake, category: null, metric: "first-response" });
  if (target === null) throw new Error(`no target for ${plan} ${tier} ${severity} ${intake}`);
  return target;
}

const at = (iso: string): number => Date.parse(iso);

function dueFor(tier: string, severity: string, from: string): string {
  const { due } = dueOf(bundled, targetFor("enterprise", tier, severity), at(from));
  return due === null ? "never" : new Date(due).toISOString();
}

describe("the committed table", () => {
  const cells: readonly (readonly [string, string, string, string, string, object])[] = [
    ["P069", "1", "standard", "2 business hours", "normal-business-hours", { ms: 7_200_000 }],
    ["P070", "1", "gold", "1 hour", "always", { ms: 3_600_000 }],
    ["P071", "2", "standard", "2 business days", "normal-business-hours", { days: 2 }],
    ["P072", "2", "gold", "1 day", "always", { ms: 86_400_000 }],
    ["P073", "3", "standard", "3 business days", "normal-business-hours", { days: 3 }],
    ["P074", "3", "gold", "3 business days", "normal-business-hours", { days: 3 }],
    ["P075", "4", "standard", "3 business days", "normal-business-hours", { days: 3 }],
    ["P076", "4", "gold", "3 business days", "normal-business-hours", { days: 3 }],
  ];

  test.each(cells)(
    "%s severity %s on Enterprise %s: under %s",
    (_promise, severity, tier, words, calendar, amount) => {
      const target = targetFor("enterprise", tier, severity);
      expect(durationText(target)).toBe(words);
      expect(target).toMatchObject({
        op: "less-than",
        firmness: "commitment",
        calendar,
        lowered: { calendar, amount },
        clause: { id: "enterprise-response-times", title: "Enterprise response times" },
      });
    },
  );

  test("P022 P065 only Enterprise has commitments", () => {
    const committed = policy.targets.filter((target) => target.firmness === "commitment");
    expect(new Set(committed.map((target) => target.plan))).toEqual(new Set(["enterprise"]));
    expect(committed).toHaveLength(8);
  });

  test("P066 two tiers give one ticket two due times", () => {
    const from = "2026-07-02T19:30:00Z";
    expect(dueFor("standard", "1", from)).not.toBe(dueFor("gold", "1", from));
  });

  test("P068 through any other door Enterprise has the expectation", () => {
    for (const intake of DOORS.filter((door) => door !== "console")) {
      for (const severity of SEVERITIES) {
        expect(targetFor("enterprise", "gold", severity, intake)).toMatchObject({
          firmness: "expectation",
          op: "within",
          amount: 3,
          unit: "business_day",
        });
      }
    }
  });

  test.each([
    ["P069 mid-window", "standard", "1", "2026-06-09T18:07:00Z", "2026-06-09T20:07:00.000Z"],
    ["P069 a minute before close", "standard", "1", "2026-06-09T20:59:00Z", "2026-06-10T14:59:00.000Z"],
    ["P069 the eve of a holiday", "standard", "1", "2026-07-02T20:00:00Z", "2026-07-06T14:00:00.000Z"],
    ["P069 the spring clock change", "standard", "1", "2026-03-06T21:30:00Z", "2026-03-09T14:30:00.000Z"],
    ["P069 the autumn clock change", "standard", "1", "2026-10-30T20:30:00Z", "2026-11-02T15:30:00.000Z"],
    ["P070 a weekend", "gold", "1", "2026-03-08T04:30:00Z", "2026-03-08T05:30:00.000Z"],
    ["P071 across Independence Day", "standard", "2", "2026-07-02T19:30:00Z", "2026-07-07T19:30:00.000Z"],
    ["P072 a holiday", "gold", "2", "2026-07-03T12:00:00Z", "2026-07-04T12:00:00.000Z"],
    ["P073 Monday ten o'clock", "standard", "3", "2026-03-02T15:00:00Z", "2026-03-05T15:00:00.000Z"],
  ])("%s", (_case, tier, severity, from, due) => {
    expect(dueFor(tier, severity, from)).toBe(due);
  });
});

test("a pause moves the due time by the open hours it takes, and the receipt shows it", () => {
  const target = targetFor("enterprise", "standard", "1");
  const pause = { start: at("2026-06-09T19:00:00Z"), end: at("2026-06-10T14:00:00Z") };
  const { due, rows } = dueOf(bundled, target, at("2026-06-09T18:00:00Z"), [pause]);
  expect(due).toBe(at("2026-06-10T15:00:00Z"));
  expect(rows.map((row) => row.reason)).toContain("paused");
});

describe("the expectation", () => {
  test.each(["standard", "priority"])(
    "P008 P034 P063 %s: 3 business days, never called a commitment",
    (plan) => {
      for (const intake of DOORS) {
        for (const severity of SEVERITIES) {
          const target = targetFor(plan, null, severity, intake);
          expect(durationText(target)).toBe("3 business days");
          expect(target).toMatchObject({ firmness: "expectation", op: "within" });
        }
      }
    },
  );

  test("P008 Thursday before a Monday holiday", () => {
    const target = targetFor("standard", null, "3");
    const { due } = dueOf(bundled, target, at("2026-05-21T14:00:00Z"));
    expect(due).toBe(at("2026-05-27T14:00:00Z"));
  });

  test("Free has no target at all", () => {
    const question = {
      plan: "community",
      tier: null,
      severity: "1",
      category: null,
      metric: "first-response",
    };
    expect(DOORS.map((intake) => targetOf(policy, { ...question, intake }))).toEqual(DOORS.map(() => null));
  });
});

describe("finding the target of a case", () => {
  test("metrics are found under either spelling", () => {
    const question = {
      plan: "standard",
      tier: null,
      severity: "3",
      intake: "console",
      category: null,
    } as const;
    expect(targetOf(policy, { ...question, metric: "first_response" })).toBe(
      targetFor("standard", null, "3"),
    );
    expect(targetOf(policy, { ...question, metric: "resolution" })).toBeNull();
  });

  test("a target with a condition applies only when the condition holds", () => {
    const conditional = compiled(
      bundledWith("policy.yaml", [
        "    plans: [standard, priority, enterprise]\n",
        "    plans: [standard]\n    when: opened at night\n",
      ]),
    ).policy;
    const question = {
      plan: "standard",
      tier: null,
      severity: "3",
      intake: "console",
      category: null,
      metric: "first-response",
    } as const;
    expect(targetOf(conditional, question)).toBeNull();
    expect(targetOf(conditional, { ...question, when: "opened at night" })?.amount).toBe(3);
  });
});

describe("Normal Business Hours", () => {
  test("P077 the policy defines them: Monday to Friday, nine to five in New York, federal holidays out", () => {
    const calendar = policy.calendars["normal-business-hours"];
    const [schedule] = calendar?.schedules ?? [];
    expect(schedule?.zone).toBe("America/New_York");
    expect(schedule?.hours).toEqual(
      Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "17:00"]]])),
    );
    expect(calendar?.holidaysThrough).toBe("2028-12-31");
    expect(schedule?.closed).toContainEqual({ date: "2026-07-03", name: "Independence Day (observed)" });
  });

  test("P077 without the definition the policy does not compile, and the finding names the calendar", () => {
    const block = `  normal-business-hours:
    name: Normal Business Hours
    zone: America/New_York
    open: { mon-fri: "09:00-17:00" }
    holidays: us-federal
`;
    const { runnable, findings } = compilePolicy(bundledWith("policy.yaml", [block, ""]));
    expect(runnable).toBeNull();
    const undefinedCalendars = findings.filter((finding) => finding.code === "calendar-undefined");
    expect(undefinedCalendars).toHaveLength(8);
    for (const finding of undefinedCalendars) expect(finding.message).toContain("normal-business-hours");
  });
});
