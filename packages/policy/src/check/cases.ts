import { isAmong, severitiesOf } from "../cover.ts";
import { opensTickets } from "../doors.ts";
import { INTAKES } from "../grammar/words.ts";
import type { Intake, Plan, Policy } from "../types.ts";

export type Case = {
  readonly plan: string;
  readonly tier: string | null;
  readonly severity: string;
  readonly intake: Intake;
  readonly category: string | null;
  /** The one add-on that the account has beside its plan. */
  readonly addOns?: readonly string[];
};

/** Beyond this many cases the comparing checks stay silent rather than slow. */
const MOST_CASES = 2000;

/** Every case in which somebody with an add-on may open a ticket; only those add-ons that have targets of their own. */
export function addOnCases(policy: Policy, cases: readonly Case[]): Case[] {
  const targeted = new Set(policy.targets.map((target) => target.plan));
  const addOns = policy.plans.filter((plan) => plan.addOn !== undefined && targeted.has(plan.id));
  if (cases.length * addOns.length > MOST_CASES) return [];
  return addOns.flatMap((addOn) => {
    const bases = policy.plans.filter(
      (plan) => plan.addOn === undefined && (addOn.addOn?.to == null || addOn.addOn.to.includes(plan.id)),
    );
    return bases.flatMap((plan) =>
      casesWith(policy, [plan, addOn]).map((one) => ({ ...one, addOns: [addOn.id] })),
    );
  });
}

/** Every case in which somebody may open a ticket: plan and tier, severity, door, category. */
export function casesOf(policy: Policy): Case[] {
  const size = policy.plans.length * policy.severities.length * 5 * (categoriesNamed(policy).length + 1);
  return size > MOST_CASES ? [] : policy.plans.flatMap((plan) => casesWith(policy, [plan]));
}

/** The kinds of request that some target names. */
function categoriesNamed(policy: Policy): readonly Policy["categories"][number][] {
  const named = new Set(policy.targets.map((target) => target.category));
  return policy.categories.filter((category) => category.route === "support" && named.has(category.id));
}

/** The cases of a plan, with what an add-on opens beside it. */
function casesWith(policy: Policy, [plan, ...addOns]: readonly [Plan, ...Plan[]]): Case[] {
  const holders = [plan, ...addOns];
  const doors = [...new Set(holders.flatMap((one) => doorsOf(policy, one)))];
  const categories = categoriesNamed(policy)
    .filter((category) => category.plans === undefined || isAmong(policy, holders, category.plans))
    .map((category) => category.id);
  return (plan.tiers.length > 0 ? plan.tiers.map((tier) => tier.id) : [null]).flatMap((tier) =>
    severitiesOf(policy, holders).flatMap((severity) =>
      doors.flatMap((intake) =>
        [null, ...categories].map((category) => ({ plan: plan.id, tier, severity, intake, category })),
      ),
    ),
  );
}

function doorsOf(policy: Policy, plan: Plan): readonly Intake[] {
  const open = policy.channels.filter(
    (channel) => opensTickets(channel) && plan.access[channel.id] !== "not-included",
  );
  const excepted = policy.exceptions
    .filter((one) => one.plan === plan.id)
    .flatMap((one) => one.door ?? INTAKES);
  return [...open.flatMap((channel) => channel.doors), ...excepted];
}
