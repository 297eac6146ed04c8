import { type Amount, always, compileCalendar, type Schedule } from "@troth/business-time";
import type { Clause, Plan, Policy, PricingPlan, RunnablePolicy, Severity, Target } from "@troth/policy";

/** A target of a scenario: how much, on which of its two calendars. */
export type ScenarioTarget = { readonly amount: Amount; readonly isElapsed: boolean };

/** Plan id to severity id (`*`: every one) to target; a plan without any is one without a subscription. */
export type ScenarioTargets = ReadonlyMap<string, ReadonlyMap<string, ScenarioTarget>>;

export const SCENARIO_CALENDAR = "hours";
const ALWAYS = "always";

/** A policy with nothing in it but what a scenario says: its hours, its targets, severity 3 unless chosen. */
export function scenarioPolicy(
  version: string,
  schedule: Schedule,
  targets: ScenarioTargets,
): RunnablePolicy {
  const clause: Clause = { id: "targets", title: "Targets", policyVersion: version };
  const stated = [...targets].flatMap(([plan, bySeverity]) =>
    [...bySeverity].map(([severity, target]) => cell(plan, severity, target, clause)),
  );
  const calendar = (id: string, calendarVersion: string, schedules: readonly Schedule[]) => ({
    id,
    name: id,
    schedules,
    holidaysThrough: null,
    holidaysSource: null,
    version: calendarVersion,
    leftOpen: { zone: null, holidays: null },
  });
  const policy: Policy = {
    ...emptyPolicy(clause),
    version,
    calendars: {
      [SCENARIO_CALENDAR]: calendar(SCENARIO_CALENDAR, JSON.stringify(schedule), [schedule]),
      [ALWAYS]: calendar(ALWAYS, ALWAYS, []),
    },
    plans: [...targets.keys()].map((id, rank) => planNamed(id, rank, clause)),
    pricing: [...targets].map(([id, bySeverity]) => pricingNamed(id, bySeverity.size > 0)),
    severities: [...new Set(stated.flatMap((one) => one.severity ?? []))]
      .toSorted(byNumber)
      .map(severityNamed),
    targets: stated,
  };
  const calendars = new Map([
    [SCENARIO_CALENDAR, compileCalendar(schedule)],
    [ALWAYS, always],
  ]);
  return { policy, calendars };
}

function byNumber(a: string, b: string): number {
  return Number(a) - Number(b) || (a < b ? -1 : 1);
}

function cell(plan: string, severity: string, target: ScenarioTarget, clause: Clause): Target {
  return {
    plan,
    tier: null,
    severity: severity === "*" ? null : severity,
    intake: null,
    category: null,
    metric: "first-response",
    amount: null,
    rangeLow: null,
    unit: null,
    calendar: target.isElapsed ? ALWAYS : SCENARIO_CALENDAR,
    op: "less-than",
    firmness: "commitment",
    when: null,
    appliesTo: null,
    clockStart: null,
    lowered: { calendar: target.isElapsed ? ALWAYS : SCENARIO_CALENDAR, amount: target.amount },
    clause,
  };
}

function planNamed(id: string, rank: number, clause: Clause): Plan {
  return {
    id,
    name: id,
    rank,
    pricing: [id],
    tiers: [],
    defaultTier: null,
    access: {},
    summary: "",
    includes: null,
    clause,
  };
}

function pricingNamed(id: string, isPaid: boolean): PricingPlan {
  return { id, name: id, plan: id, isPaid, aliases: [] };
}

function severityNamed(id: string, index: number): Severity {
  return { id, rank: index + 1, name: id, summary: "", grounds: [], asksBusinessImpact: false };
}

function emptyPolicy(
  clause: Clause,
): Omit<Policy, "version" | "calendars" | "plans" | "pricing" | "severities" | "targets"> {
  return {
    id: "scenario",
    updatedAt: 0,
    hash: "",
    title: "",
    vendor: { name: "", product: "" },
    terms: { name: "", href: "", version: null },
    links: {},
    supportEmail: null,
    channels: [],
    categories: [],
    factors: [],
    defaultSeverity: "3",
    readings: {
      businessDay: "local-date-with-open-hours",
      tie: "late",
      day: "business-day-in-business-calendar",
      severityRaised: "earlier-of-old-and-raise-plus-target",
      severityLowered: "original-start-plus-target",
      planChanged: "better-of-old-and-change-plus-target",
      policyChanged: "better-of-old-and-new",
      automaticReplyStopsClock: false,
      aiReplyStopsClock: false,
      emptyCell: "no",
      outsideHours: "starts-at-next-opening",
      zoneAndHolidays: "of-the-calendar",
    },
    queue: ["severity", "plan", "due", "age"],
    offers: { upgrade: [], renew: [], ticket: [] },
    outcomes: [],
    exclusions: [],
    reopenDays: 14,
    clauses: [clause],
    clauseFor: {
      channels: clause,
      plans: clause,
      eligibility: clause,
      upgrade: clause,
      issue: clause,
      exclusions: clause,
      billing: clause,
      "response-times": clause,
      severity: clause,
      conduct: clause,
      responsibilities: clause,
      changes: clause,
    },
    severityCaps: [],
    exceptions: [],
    issue: null,
    conduct: { text: "", bindsAgents: true, mayEndSupport: true },
    billing: null,
    responsibilities: [],
    changes: { effective: "at-posting" },
    page: "",
  };
}
