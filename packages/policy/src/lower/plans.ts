import type { PlansForm } from "../grammar/plans.ts";
import { INTAKES } from "../grammar/words.ts";
import { nameFromId, type Source, statedReadings } from "../source/source.ts";
import type { Access, Channel, Plan, PricingPlan } from "../types.ts";
import type { ClauseLookup } from "./clauses.ts";

/** The pricing plans a support plan carries: those it lists, else, with no price list, the one of its own name. */
function pricingIdsOf(plan: PlansForm[number], source: Source): readonly string[] {
  if (plan.value.pricing !== undefined) return plan.value.pricing.map((one) => one.value);
  return source.form.pricing === undefined ? [plan.id.value] : [];
}

export function lowerPricing(source: Source): PricingPlan[] {
  const sold = new Map((source.form.pricing ?? []).map(({ id, value }) => [id.value, value]));
  return source.form.plans.flatMap((plan) =>
    pricingIdsOf(plan, source).map((id) => ({
      id,
      name: sold.get(id)?.name?.value ?? nameFromId(id),
      plan: plan.id.value,
      isPaid: sold.get(id)?.paid?.value ?? true,
      aliases: (sold.get(id)?.also ?? []).map((one) => one.value),
    })),
  );
}

/** A plan and those it includes, nearest first; a cycle ends where it closes. */
export function ancestryOf(plans: PlansForm, id: string): PlansForm[number][] {
  const chain: PlansForm[number][] = [];
  let wanted: string | undefined = id;
  while (wanted !== undefined) {
    const next = plans.find((plan) => plan.id.value === wanted);
    if (next === undefined || chain.includes(next)) break;
    chain.push(next);
    wanted = next.value.includes?.value;
  }
  return chain;
}

export function accessOf(source: Source, id: string): Readonly<Record<string, Access>> {
  const empty: Access =
    statedReadings(source.form).get("empty-cell") === "unstated" ? "unstated" : "not-included";
  const cells = new Map<string, Access>(source.form.channels.map((channel) => [channel.id.value, empty]));
  for (const plan of ancestryOf(source.form.plans, id).toReversed()) {
    for (const channel of plan.value.channels ?? []) {
      cells.set(channel.id.value, channel.value.access?.value ?? "included");
    }
  }
  return Object.fromEntries(cells);
}

export function lowerPlans(source: Source, clauses: ClauseLookup): Plan[] {
  return source.form.plans.map(({ id, value }, rank) => ({
    id: id.value,
    name: value.name?.value ?? nameFromId(id.value),
    rank,
    pricing: pricingIdsOf({ id, value }, source),
    tiers: (value.tiers ?? []).map((tier) => ({
      id: tier.id.value,
      name: tier.value.name?.value ?? nameFromId(tier.id.value),
    })),
    defaultTier: value.defaultTier?.value ?? null,
    access: accessOf(source, id.value),
    summary: value.summary?.value ?? "",
    includes: value.includes?.value ?? null,
    clause: clauses.at(value.clause?.value, "plans"),
  }));
}

export function lowerChannels(source: Source): Channel[] {
  return source.form.channels.map(({ id, value }) => ({
    id: id.value,
    name: value.name.value,
    kind: value.kind.value,
    isOfficial: value.official?.value ?? true,
    link: value.link?.value ?? null,
    note: value.note?.value ?? null,
    doors: value.doors?.map((door) => door.value) ?? (value.kind.value === "ticket" ? INTAKES : []),
    roles: value.roles?.map((role) => role.value) ?? null,
  }));
}
