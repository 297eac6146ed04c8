import type { Plan, Policy, Severity, Tier } from "./types.ts";

/** `Enterprise Gold`, `enterprise_gold` and `enterprise-gold` are one name. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]+/g, "-");

const isOne = (wanted: string, names: readonly string[]): boolean =>
  names.some((name) => plain(name) === plain(wanted));

/** Whether `name` is the thing's id or one of its other names, letter by letter. */
export const answersTo = (
  one: { readonly id: string; readonly aliases?: readonly string[] },
  name: string,
): boolean => one.id === name || (one.aliases ?? []).includes(name);

/**
 * The support plan, and its tier, that a word names: an id, another name, the name customers read, or plan and tier
 * in one (`enterprise_gold`). Null when nothing has that name. For people's input; accounts go by `coverOf`.
 */
export function planNamed(
  policy: Policy,
  name: string,
): { readonly plan: Plan; readonly tier: Tier | null } | null {
  const { plans } = policy;
  const exact = plans.find((plan) => answersTo(plan, name));
  if (exact !== undefined) return { plan: exact, tier: null };
  const pairs = plans.flatMap((plan) => plan.tiers.map((tier) => ({ plan, tier })));
  const alias = pairs.find(({ tier }) => (tier.aliases ?? []).includes(name));
  if (alias !== undefined) return alias;
  const like = plans.find((plan) => isOne(name, [plan.id, plan.name, ...(plan.aliases ?? [])]));
  if (like !== undefined) return { plan: like, tier: null };
  return (
    pairs.find(({ plan, tier }) =>
      isOne(name, [`${plan.id}-${tier.id}`, `${plan.name} ${tier.name}`, ...(tier.aliases ?? [])]),
    ) ?? null
  );
}

/** The tier of a plan by its id, another name, or the name customers read. Null when the plan has none such. */
export function tierNamed(plan: Plan, name: string): Tier | null {
  return (
    plan.tiers.find((tier) => answersTo(tier, name)) ??
    plan.tiers.find((tier) => isOne(name, [tier.id, tier.name, ...(tier.aliases ?? [])])) ??
    null
  );
}

/** The severity that a word names: its id, another name such as `s1`, or the name people read. Null for none. */
export function severityNamed(policy: Policy, name: string): Severity | null {
  const { severities } = policy;
  return (
    severities.find((one) => answersTo(one, name)) ??
    severities.find((one) => isOne(name, [one.id, one.name, ...(one.aliases ?? [])])) ??
    null
  );
}
