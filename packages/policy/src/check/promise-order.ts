import type { Schedule } from "@troth/business-time";
import type { PlacedTarget } from "../lower/targets.ts";
import type { Place, Report } from "../source/report.ts";
import { targetOf } from "../target.ts";
import { durationText, planText } from "../text.ts";
import type { Policy, Target } from "../types.ts";
import { type Case, casesOf } from "./cases.ts";

const WEEK_MS = 7 * 24 * 3_600_000;

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

function weekOf(schedules: readonly Schedule[]): { readonly openMs: number; readonly days: number } {
  const days = Object.values(schedules[0]?.hours ?? {});
  const minutes = days.flat().map(([from, to]) => {
    const length = minuteOf(to) - minuteOf(from);
    return length > 0 ? length : length + 1440;
  });
  const openMs = minutes.reduce((sum, one) => sum + one, 0) * 60_000 * Math.max(1, schedules.length);
  return { openMs, days: days.filter((hours) => hours.length > 0).length };
}

/** Roughly how long a target takes by the wall clock, for comparing targets in different calendars. */
export function roughMs(target: Target, policy: Policy): number | null {
  if (target.firmness === "none") return Number.POSITIVE_INFINITY;
  if (target.lowered === null) return null;
  const { calendar, amount } = target.lowered;
  const schedules = policy.calendars[calendar]?.schedules ?? [];
  const week = schedules.length === 0 ? { openMs: WEEK_MS, days: 7 } : weekOf(schedules);
  if ("ms" in amount) return week.openMs === 0 ? null : (amount.ms * WEEK_MS) / week.openMs;
  const days = typeof amount.days === "number" ? amount.days : amount.days.num / amount.days.den;
  return week.days === 0 ? null : (days * WEEK_MS) / week.days;
}

type Weigh = {
  readonly policy: Policy;
  /** The cell that governs a case, and how long it roughly takes; each is found once. */
  readonly answerFor: (one: Case) => Target | null;
  readonly roughOf: (target: Target) => number | null;
  readonly placeOf: (target: Target) => Place;
  readonly report: Report;
};
type Kind = "plan" | "severity";

/** A longer wait for the better plan or the worse severity is rarely meant (monotonicity). */
export function checkPromiseOrder(policy: Policy, placed: readonly PlacedTarget[], report: Report): void {
  const places = new Map(placed.map(({ target, at }) => [target, at]));
  const top: Place = { file: "policy.yaml", line: 1, column: 1 };
  const cases = casesOf(policy);
  const lowerOf = ladderOf(policy, cases);
  const roughOf = remembered((target: Target) => roughMs(target, policy));
  for (const [metric, targets] of Map.groupBy(policy.targets, (target) => target.metric)) {
    const measured = { ...policy, targets };
    const answerFor = remembered((one: Case) => targetOf(measured, { ...one, metric }));
    const placeOf = (target: Target) => places.get(target) ?? top;
    const weigh: Weigh = { policy, answerFor, roughOf, placeOf, report };
    for (const one of cases) {
      for (const kind of ["plan", "severity"] as const) {
        const lower = lowerOf(kind, one);
        if (lower !== null) compare(kind, one, lower, weigh);
      }
    }
  }
}

/** The same function, asked once for each value. */
function remembered<Asked, Answer>(find: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const known = new Map<Asked, { readonly answer: Answer }>();
  return (asked) => {
    const before = known.get(asked);
    if (before !== undefined) return before.answer;
    const answer = find(asked);
    known.set(asked, { answer });
    return answer;
  };
}

/** Finds the case one step lower: the next tier or plan below, or the next milder severity. */
function ladderOf(policy: Policy, cases: readonly Case[]): (kind: Kind, from: Case) => Case | null {
  const keyOf = (one: Case) => JSON.stringify([one.plan, one.tier, one.severity, one.intake, one.category]);
  const byKey = new Map(cases.map((one) => [keyOf(one), one]));
  const steps = policy.plans.flatMap((plan) =>
    (plan.tiers.length > 0 ? plan.tiers.map((tier) => tier.id) : [null]).map((tier) => ({
      plan: plan.id,
      tier,
    })),
  );
  const severities = policy.severities.map((severity) => severity.id);
  return (kind, from) => {
    if (kind === "severity") {
      const severity = severities[severities.indexOf(from.severity) + 1];
      return severity === undefined ? null : (byKey.get(keyOf({ ...from, severity })) ?? null);
    }
    const mine = steps.findIndex((step) => step.plan === from.plan && step.tier === from.tier);
    for (const step of steps.slice(0, mine).toReversed()) {
      const lower = byKey.get(keyOf({ ...from, ...step }));
      if (lower !== undefined) return lower;
    }
    return null;
  };
}

function compare(kind: Kind, question: Case, lower: Case, weigh: Weigh): void {
  const { policy, answerFor, roughOf, placeOf, report } = weigh;
  const [better, weaker] = [answerFor(question), answerFor(lower)];
  if (better === null || weaker === null || better === weaker) return;
  const [mine, theirs] = [roughOf(better), roughOf(weaker)];
  if (mine === null || theirs === null || mine <= theirs) return;
  const figure = (target: Target) => durationText(target) || "nothing";
  report.add(
    kind === "plan" ? "plan-weaker" : "severity-weaker",
    placeOf(better),
    `${nameOf(kind, question, policy)} waits longer (${figure(better)}) than ${nameOf(kind, lower, policy)} (${figure(weaker)}, line ${placeOf(weaker).line}).`,
    "Check the two figures and their calendars; nothing else is wrong if you mean it.",
  );
}

function nameOf(kind: Kind, question: Case, policy: Policy): string {
  const plan = policy.plans.find((one) => one.id === question.plan);
  if (kind === "severity" || plan === undefined) return `severity ${question.severity}`;
  return planText(plan, plan.tiers.find((tier) => tier.id === question.tier) ?? null);
}
