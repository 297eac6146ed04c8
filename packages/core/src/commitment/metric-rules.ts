import type { Policy } from "@troth/policy";

/** When the clock of a metric starts and stops, and whether waiting on the customer pauses it (clock.md C, E8). */
export type MetricRule = {
  readonly metric: string;
  readonly startsAt: "opening" | "unanswered-message" | "public-answer";
  readonly stopsAt: "public-answer" | "resolution";
  readonly isPausedByWaiting: boolean;
  /** False for a clock that runs even where the policy states no figure, so that it can be measured. */
  readonly needsTarget: boolean;
};

/**
 * The metrics that a ticket's own events can measure. A metric of a policy that is not here (a root-cause
 * report, say) has no clock of this kind. First response never pauses: asking the customer is the response (C5).
 */
const METRIC_RULES: readonly MetricRule[] = [
  {
    metric: "first-response",
    startsAt: "opening",
    stopsAt: "public-answer",
    isPausedByWaiting: false,
    needsTarget: false,
  },
  {
    metric: "next-response",
    startsAt: "unanswered-message",
    stopsAt: "public-answer",
    isPausedByWaiting: true,
    needsTarget: false,
  },
  {
    metric: "update-every",
    startsAt: "public-answer",
    stopsAt: "public-answer",
    isPausedByWaiting: true,
    needsTarget: true,
  },
  ...["acknowledge", "acknowledge-and-assign"].map(
    (metric): MetricRule => ({
      metric,
      startsAt: "opening",
      stopsAt: "public-answer",
      isPausedByWaiting: false,
      needsTarget: true,
    }),
  ),
  ...["resolution", "mitigation", "workaround", "workaround-or-resolution"].map(
    (metric): MetricRule => ({
      metric,
      startsAt: "opening",
      stopsAt: "resolution",
      isPausedByWaiting: true,
      needsTarget: true,
    }),
  ),
];

const found = new WeakMap<Policy, readonly MetricRule[]>();

/** The rules of a policy: those that need a target only where some cell measures their metric. */
export function metricRulesOf(policy: Policy): readonly MetricRule[] {
  const known = found.get(policy);
  if (known !== undefined) return known;
  const measured = new Set(policy.targets.map(({ metric }) => metric.replaceAll("_", "-")));
  const rules = METRIC_RULES.filter((rule) => !rule.needsTarget || measured.has(rule.metric));
  found.set(policy, rules);
  return rules;
}

const vary = new WeakMap<Policy, boolean>();

/** Whether some target of a policy starts with something else than the request. */
export function startsVary(policy: Policy): boolean {
  let known = vary.get(policy);
  if (known === undefined) {
    known = policy.targets.some(({ starts }) => starts !== undefined && starts !== "request");
    vary.set(policy, known);
  }
  return known;
}
