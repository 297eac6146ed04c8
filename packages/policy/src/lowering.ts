import type { Policy, SeverityLowering } from "./types.ts";

/** What the desk is told of a ticket that may lower its severity; what is absent is not known. */
export type LoweringFacts = {
  readonly isCoreFunctionRestored?: boolean;
  readonly isCustomerUnavailable?: boolean;
};

export type Lowered = { readonly rule: SeverityLowering; readonly to: string };

/**
 * The first rule of the policy by which a severity goes down, and the level it goes to; null when none applies. A rule
 * never raises a severity, and one that only a person can judge is never applied here.
 */
export function loweringFor(policy: Policy, severity: string, facts: LoweringFacts): Lowered | null {
  const levels = policy.severities.map((one) => one.id);
  const at = levels.indexOf(severity);
  if (at < 0) return null;
  for (const rule of policy.severityLowerings ?? []) {
    if (!holds(rule, facts) || rule.from?.includes(severity) === false) continue;
    const to = rule.to ?? levels[at + 1];
    if (to !== undefined && levels.indexOf(to) > at) return { rule, to };
  }
  return null;
}

function holds({ when }: SeverityLowering, facts: LoweringFacts): boolean {
  if (when === "core-function-restored") return facts.isCoreFunctionRestored === true;
  return when === "customer-unavailable" && facts.isCustomerUnavailable === true;
}
