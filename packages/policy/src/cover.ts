import { after } from "./decide/versions.ts";
import { answersTo } from "./named.ts";
import { tierOn } from "./plan.ts";
import type { Account, Cohort, CoverAnswer, Instant, Plan, PlanAnswer, Policy } from "./types.ts";

type Unknown = PlanAnswer & { readonly ok: false };

/** The cohorts an account belongs to, by what is known of it at an instant, in the order of writing. */
export function cohortsOf(policy: Policy, account: Account, at?: Instant): readonly Cohort[] {
  return (policy.cohorts ?? []).filter(
    (cohort) => isDated(cohort, account, at) && isCounted(cohort, account.counts ?? {}),
  );
}

function isDated(
  { before, since, forFirst, of }: Cohort,
  account: Account,
  at: Instant | undefined,
): boolean {
  if (before === null && since === null && forFirst === undefined) return true;
  const came = of === null ? account.customerSince : account.boughtAt?.[of];
  if (came === undefined) return false;
  const isNew = forFirst === undefined || (at !== undefined && at < after(came, forFirst));
  return isNew && (before === null || came < before) && (since === null || came >= since);
}

const isCounted = ({ atLeast = {} }: Cohort, counts: Readonly<Record<string, number>>): boolean =>
  Object.entries(atLeast).every(
    ([what, least]) => Object.hasOwn(counts, what) && (counts[what] ?? 0) >= least,
  );

/**
 * All that an account has: its support plan and tier, and the add-ons beside it. The contract decides where the policy
 * lets it, then the first cohort that keeps a plan, then the pricing plan, then the plan of those who have none.
 * Null when the account has no plan at all. A fact that is not given never widens the cover.
 */
export function coverOf(policy: Policy, account: Account, at?: Instant): CoverAnswer | null {
  const cohorts = cohortsOf(policy, account, at);
  const based = basePlanOf(policy, account, cohorts);
  if (based === null || "ok" in based) return based;
  const tier = settable(policy, account, "tier")?.tier ?? account.tier;
  const found = tierOn(based, tier);
  if (!found.ok) return found;
  return {
    ok: true,
    plan: found.plan,
    tier: found.tier,
    cohorts,
    ...addOnsOf(policy, account, based, cohorts),
  };
}

function settable(policy: Policy, account: Account, what: "plan" | "tier" | "add-ons"): Account["contract"] {
  return policy.contracts?.maySet.includes(what) === true ? account.contract : undefined;
}

function basePlanOf(policy: Policy, account: Account, cohorts: readonly Cohort[]): Plan | Unknown | null {
  const byContract = settable(policy, account, "plan")?.plan;
  if (byContract !== undefined) {
    const named = policy.plans.find((plan) => plan.addOn === undefined && answersTo(plan, byContract));
    return named ?? unknown(`The policy knows no support plan “${byContract}”, which the contract names.`);
  }
  const row = policy.pricing.find((one) => account.pricing !== null && answersTo(one, account.pricing));
  if (account.pricing !== null && row === undefined) {
    return unknown(`The policy knows no pricing plan “${account.pricing}”.`);
  }
  const mapped = row === undefined ? policy.defaultPlan : row.plan;
  if (mapped === undefined) return null;
  const kept = keptFor(cohorts, row?.id, mapped);
  return (
    policy.plans.find((plan) => plan.id === (kept ?? mapped)) ?? unknown(`There is no plan “${mapped}”.`)
  );
}

const unknown = (message: string): Unknown => ({ ok: false, reason: "unknown-plan", message });

/** What the first cohort that speaks of one of the names keeps in its place. */
function keptFor(cohorts: readonly Cohort[], ...names: readonly (string | undefined)[]): string | undefined {
  for (const { keeps } of cohorts) {
    const name = names.find((one) => one !== undefined && Object.hasOwn(keeps, one));
    if (name !== undefined) return keeps[name];
  }
  return undefined;
}

function addOnsOf(
  policy: Policy,
  account: Account,
  base: Plan,
  cohorts: readonly Cohort[],
): { readonly addOns: readonly Plan[]; readonly unknownAddOns: readonly string[] } {
  const names = [...(account.addOns ?? []), ...(settable(policy, account, "add-ons")?.addOns ?? [])];
  const held = new Set<Plan>();
  const unknownAddOns: string[] = [];
  for (const name of new Set(names)) {
    const found = policy.plans.find(
      (plan) => plan.addOn !== undefined && (answersTo(plan, name) || plan.pricing.includes(name)),
    );
    const fits = found?.addOn !== undefined && (found.addOn.to?.includes(base.id) ?? true);
    const kept = found === undefined ? undefined : keptFor(cohorts, found.id);
    const plan = kept === undefined ? found : policy.plans.find((one) => one.id === kept);
    if (plan !== undefined && fits) held.add(plan);
    else unknownAddOns.push(name);
  }
  const within = new Set([...held].flatMap((plan) => lineOf(policy, plan).slice(1)));
  const addOns = policy.plans.filter((plan) => held.has(plan) && !within.has(plan));
  return { addOns, unknownAddOns };
}

/** A plan and all it includes, nearest first. */
export function lineOf(policy: Policy, plan: Plan): readonly Plan[] {
  const line: Plan[] = [];
  let next: Plan | undefined = plan;
  while (next !== undefined && !line.includes(next)) {
    line.push(next);
    const { includes }: Plan = next;
    next = policy.plans.find((one) => one.id === includes);
  }
  return line;
}

/** Whether one of the plans, or a plan it includes, is among the ids. */
export const isAmong = (policy: Policy, plans: readonly Plan[], ids: readonly string[]): boolean =>
  plans.some((plan) => lineOf(policy, plan).some((one) => ids.includes(one.id)));

/** The severities that plans may choose, worst first. */
export const severitiesOf = (policy: Policy, plans: readonly Plan[]): readonly string[] =>
  policy.severities
    .filter((one) => one.plans === undefined || isAmong(policy, plans, one.plans))
    .map((one) => one.id);
