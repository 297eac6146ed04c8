import { answersTo } from "./named.ts";
import type { Plan, PlanAnswer, Policy } from "./types.ts";

/**
 * The support plan a pricing plan maps to, and its tier: the one given, else the plan's default.
 * An unknown name or a tier that nothing settles is an answer of its own, never a silent guess (P026, P030).
 * What else an account has (add-ons, its cohort, its contract) is `coverOf`'s.
 */
export function planOf(policy: Policy, pricing: string, tier: string | null): PlanAnswer {
  const row = policy.pricing.find((one) => answersTo(one, pricing));
  const plan = policy.plans.find((one) => one.id === row?.plan);
  if (plan === undefined) {
    return { ok: false, reason: "unknown-plan", message: `The policy knows no pricing plan “${pricing}”.` };
  }
  return tierOn(plan, tier);
}

/** The plan with its tier: the one given, by any of its names, else the default. */
export function tierOn(plan: Plan, tier: string | null): PlanAnswer {
  if (plan.tiers.length === 0) return { ok: true, plan, tier: null };
  const wanted = tier ?? plan.defaultTier;
  if (wanted === null) {
    return {
      ok: false,
      reason: "tier-missing",
      message: `${plan.name} has tiers, and neither the account nor the policy says which one applies.`,
    };
  }
  const found = plan.tiers.find((one) => answersTo(one, wanted));
  if (found === undefined) {
    return { ok: false, reason: "unknown-tier", message: `${plan.name} has no tier “${wanted}”.` };
  }
  return { ok: true, plan, tier: found };
}
