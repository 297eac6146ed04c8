import { planText } from "../text.ts";
import type { Plan, Policy, PricingPlan } from "../types.ts";
import {
  asWritten,
  type Change,
  type ChangeKind,
  changeAt,
  compose,
  type Said,
  type Spot,
  said,
} from "./change.ts";
import { addOnSaid, priceSaid } from "./plan-words.ts";
import { paired, partOf, valueChanges } from "./values.ts";
import { keyWords } from "./words.ts";

/** The plan a change is about, by the name it has now. */
export function aboutPlan(before: Policy, after: Policy, id: string): NonNullable<Change["plan"]> {
  const plan = after.plans.find((one) => one.id === id) ?? before.plans.find((one) => one.id === id);
  return { id, name: plan?.name ?? id };
}

/** How a step between two plans feels, where both versions rank them alike. */
function stepKind(before: Policy, after: Policy, from: string, to: string): ChangeKind {
  const signs = [before, after].flatMap((policy) => {
    const [old, now] = [from, to].map((id) => policy.plans.find((plan) => plan.id === id)?.rank);
    return old === undefined || now === undefined ? [] : [Math.sign(now - old)];
  });
  const [sign = 0] = signs;
  if (sign === 0 || signs.some((one) => one !== sign)) return "changed";
  return sign > 0 ? "better" : "worse";
}

function pricingChanges(before: Policy, after: Policy): Change[] {
  const nameIn = (policy: Policy, row: PricingPlan) =>
    policy.plans.find((plan) => plan.id === row.plan)?.name ?? "";
  return paired(before.pricing, after.pricing).flatMap(({ id, before: old, after: now }) => {
    const row = now ?? old;
    if (row === null) return [];
    const spot: Spot = {
      id: `pricing/${id}`,
      topic: "plans",
      plan: row.plan === "" ? null : aboutPlan(before, after, row.plan),
      subject: { kind: "pricing", id },
      label: said(`Support with the pricing plan ${row.name}`, `Support zum Tarif ${row.name}`),
    };
    if (old === null || now === null) {
      const support = asWritten(nameIn(now === null ? before : after, row) || "–");
      return [changeAt(spot, old === null ? null : support, now === null ? null : support)];
    }
    const { plan: oldPlan, ...oldRest } = old;
    const { plan: newPlan, ...newRest } = now;
    const label = said(`Pricing plan ${now.name}`, `Tarif ${now.name}`);
    const rest = valueChanges({ ...spot, label }, oldRest, newRest);
    if (oldPlan === newPlan) return rest;
    const from = asWritten(nameIn(before, old) || "–");
    const to = asWritten(nameIn(after, now) || "–");
    const moved = { otherwise: stepKind(before, after, oldPlan, newPlan) };
    return [changeAt({ ...spot, id: `${spot.id}/plan` }, from, to, moved), ...rest];
  });
}

/** A name of the vendor's systems alone changes nothing, unless it now stands for a pricing plan with other support. */
function movedNames(before: Policy, after: Policy): Change[] {
  const rowsOf = ({ pricing }: Policy) =>
    new Map(pricing.flatMap((row) => [row.id, ...row.aliases].map((name) => [name, row] as const)));
  const [old, now] = [rowsOf(before), rowsOf(after)];
  return [...now].flatMap(([name, to]) => {
    const from = old.get(name);
    if (from === undefined || from.id === to.id || from.plan === to.plan) return [];
    const spot: Spot = {
      id: `pricing/names/${name}`,
      topic: "plans",
      plan: aboutPlan(before, after, to.plan),
      subject: { kind: "pricing", id: to.id },
      label: said(`Support with the pricing plan ${name}`, `Support zum Tarif ${name}`),
    };
    const planName = (policy: Policy, { plan }: PricingPlan) =>
      asWritten(policy.plans.find(({ id }) => id === plan)?.name ?? "–");
    const moved = { otherwise: stepKind(before, after, from.plan, to.plan) };
    return [changeAt(spot, planName(before, from), planName(after, to), moved)];
  });
}

function tierChanges(spot: Spot, before: Plan, after: Plan): Change[] {
  const tiers = paired(before.tiers, after.tiers).flatMap(({ id, before: old, after: now }) => {
    const at: Spot = { ...spot, id: `${spot.id}/tiers/${id}`, subject: { kind: "tier", id } };
    const name = (tier: typeof old, of: Plan) => (tier === null ? null : asWritten(planText(of, tier)));
    if (old === null || now === null) {
      return [changeAt({ ...at, label: said("Tier", "Stufe") }, name(old, before), name(now, after))];
    }
    const label = said(`Tier ${planText(after, now)}`, `Stufe ${planText(after, now)}`);
    return valueChanges({ ...at, label }, old, now);
  });
  const nameOf = (plan: Plan) =>
    plan.tiers.find((tier) => tier.id === plan.defaultTier)?.name ?? plan.defaultTier;
  if (before.defaultTier === after.defaultTier) return tiers;
  const label = said("tier where none is named", "Stufe ohne Angabe");
  return [...tiers, ...valueChanges(partOf(spot, "default-tier", label), nameOf(before), nameOf(after))];
}

/** Plans that come and go, new names, tiers, and which pricing plan carries which support plan. */
export function planChanges(before: Policy, after: Policy): Change[] {
  const plans = paired(before.plans, after.plans).flatMap(({ id, before: old, after: now }) => {
    const about = aboutPlan(before, after, id);
    const subject = { kind: "plan", id };
    const label = said("Support plan", "Supportplan");
    const spot: Spot = { id: `plans/${id}`, topic: "plans", plan: about, subject, label };
    if (old === null || now === null) {
      const name = (plan: Plan | null) => (plan === null ? null : asWritten(plan.name));
      return [changeAt(spot, name(old), name(now))];
    }
    const named = { ...spot, label: asWritten(about.name) };
    // Channels, what narrows them, pricing and what a plan includes are told as what they give, elsewhere.
    const {
      name: a,
      access: _a,
      pricing: _b,
      includes: _c,
      tiers: _d,
      defaultTier: _e,
      id: _f,
      price: oldPrice,
      addOn: oldAddOn,
      limits: _f1,
      ...oldRest
    } = old;
    const {
      name: b,
      access: _g,
      pricing: _h,
      includes: _i,
      tiers: _j,
      defaultTier: _k,
      id: _l,
      price,
      addOn,
      limits: _l1,
      ...rest
    } = now;
    const renamed =
      a === b
        ? []
        : [
            changeAt({ ...spot, id: `${spot.id}/name` }, asWritten(a), asWritten(b), {
              sentence: compose((locale) =>
                locale === "de"
                  ? `Der Supportplan ${a} heißt jetzt ${b}`
                  : `The support plan ${a} is now called ${b}`,
              ),
            }),
          ];
    const saidOf = <T>(value: T | undefined, words: (value: T) => Said) =>
      value === undefined ? null : words(value);
    const sold = [
      wordsChange(
        partOf(named, "price", keyWords("price")),
        saidOf(oldPrice, priceSaid),
        saidOf(price, priceSaid),
      ),
      wordsChange(
        partOf(named, "addOn", keyWords("addOn")),
        saidOf(oldAddOn, (one) => addOnSaid(before, one)),
        saidOf(addOn, (one) => addOnSaid(after, one)),
      ),
    ].flat();
    return [...renamed, ...tierChanges(named, old, now), ...sold, ...valueChanges(named, oldRest, rest)];
  });
  return [
    ...plans,
    ...orderChanges(before, after),
    ...pricingChanges(before, after),
    ...movedNames(before, after),
  ];
}

/** Two texts set against each other; nothing where they say the same. */
const wordsChange = (spot: Spot, before: Said | null, after: Said | null): Change[] =>
  before?.en === after?.en ? [] : [changeAt(spot, before, after)];

function orderChanges(before: Policy, after: Policy): Change[] {
  const shared = (policy: Policy, other: Policy) =>
    policy.plans.filter((plan) => other.plans.some((one) => one.id === plan.id));
  const [old, now] = [shared(before, after), shared(after, before)];
  if (old.every((plan, index) => plan.id === now[index]?.id)) return [];
  const names = (plans: readonly Plan[]) => asWritten(plans.map((plan) => plan.name).join(" < "));
  const label = said("Order of the support plans", "Rangfolge der Supportpläne");
  const subject = { kind: "plan", id: "order" };
  return [
    changeAt({ id: "plans/order", topic: "plans", plan: null, subject, label }, names(old), names(now)),
  ];
}
