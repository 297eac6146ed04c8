import {
  nearest,
  type Plan,
  type Policy,
  type PricingPlan,
  type Severity,
  severityNamed,
  type Tier,
  tierNamed,
} from "@troth/policy";
import { WrongUse } from "./command.ts";

/** `Enterprise Gold`, `enterprise_gold` and `enterprise-gold` are one name. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]+/g, "-");

const isOne = (wanted: string, ...names: readonly string[]): boolean =>
  names.some((name) => plain(name) === plain(wanted));

/** The pricing plan that a word names: `launch`, `Launch`, `launch_v3`. */
export function pricingPlan(policy: Policy, name: string): PricingPlan | null {
  const rows = policy.pricing;
  return (
    rows.find((row) => row.id === name || row.aliases.includes(name)) ??
    rows.find((row) => isOne(name, row.id, row.name)) ??
    null
  );
}

/** The tier of a plan by id or name; wrong use when the plan has none such. */
export function tierOf(plan: Plan, name: string | null): Tier | null {
  if (name === null) return null;
  const tier = tierNamed(plan, name);
  if (tier === null)
    throw new WrongUse(
      unknown(
        "tier",
        name,
        plan.tiers.map((one) => one.id),
        plan.name,
      ),
    );
  return tier;
}

/** The severity by id, name or rank: `1`, `Critical`, `s1`, `Severity 1`. */
export function severityOf(policy: Policy, name: string): Severity {
  const digits = /^(?:s|p|sev|severity)[\s-]?(\d)$/i.exec(name)?.[1];
  const found = severityNamed(policy, name) ?? policy.severities.find((one) => one.id === digits) ?? null;
  if (found !== null) return found;
  throw new WrongUse(
    unknown(
      "severity",
      name,
      policy.severities.map((one) => one.id),
    ),
  );
}

/** What every policy may measure; it may define more. */
export const METRICS = [
  "first-response",
  "next-response",
  "acknowledge",
  "acknowledge-and-assign",
  "update-every",
  "status-update-every",
  "mitigation",
  "work-until-mitigated",
  "workaround",
  "workaround-or-resolution",
  "resolution",
  "fix",
  "root-cause",
  "manager-review",
];

/** What is measured, by the name the policy uses: `first-response`, `first_response`. */
export function metricOf(policy: Policy, name: string): string {
  const known = [...new Set([...policy.targets.map((target) => target.metric), ...METRICS])];
  const found = known.find((one) => isOne(name, one));
  if (found === undefined) throw new WrongUse(unknown("metric", name, known));
  return found;
}

/** “There is no plan “gold”. Did you mean …” */
export function unknown(kind: string, name: string, known: readonly string[], of = "this policy"): string {
  const near = nearest(name, known);
  const hint =
    near === null ? `Known: ${[...new Set(known)].join(", ") || "none"}.` : `Did you mean ${near}?`;
  return `There is no ${kind} “${name}” in ${of}. ${hint}`;
}
