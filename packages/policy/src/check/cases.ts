import { INTAKES } from "../grammar/words.ts";
import type { Intake, Policy } from "../types.ts";

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
  return addOns.flatMap(({ id, addOn }) =>
    cases
      .filter((one) => addOn?.to == null || addOn.to.includes(one.plan))
      .map((one) => ({ ...one, addOns: [id] })),
  );
}

/** Every case in which somebody may open a ticket: plan and tier, severity, door, category. */
export function casesOf(policy: Policy): Case[] {
  const tickets = policy.channels.filter((channel) => channel.kind === "ticket");
  const doorsOf = (plan: Policy["plans"][number]): readonly Intake[] => {
    const open = tickets.filter((channel) => plan.access[channel.id] !== "not-included");
    const excepted = policy.exceptions
      .filter((one) => one.plan === plan.id)
      .flatMap((one) => one.door ?? INTAKES);
    return [...new Set([...open.flatMap((channel) => channel.doors), ...excepted])];
  };
  const named = new Set(policy.targets.map((target) => target.category));
  const categories = policy.categories
    .filter((category) => category.route === "support" && named.has(category.id))
    .map((category) => category.id);
  const size = policy.plans.length * policy.severities.length * 5 * (categories.length + 1);
  if (size > MOST_CASES) return [];
  return policy.plans.flatMap((plan) =>
    (plan.tiers.length > 0 ? plan.tiers.map((tier) => tier.id) : [null]).flatMap((tier) =>
      policy.severities.flatMap(({ id: severity }) =>
        doorsOf(plan).flatMap((intake) =>
          [null, ...categories].map((category) => ({ plan: plan.id, tier, severity, intake, category })),
        ),
      ),
    ),
  );
}
