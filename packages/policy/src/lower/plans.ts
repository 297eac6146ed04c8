import { doorsOfKind } from "../doors.ts";
import type { PlansForm } from "../grammar/plans.ts";
import { nameFromId, type Source, statedReadings } from "../source/source.ts";
import type { Access, Channel, ChannelLimits, Plan, Price, PricingPlan } from "../types.ts";
import type { ClauseLookup } from "./clauses.ts";
import { plain, stated } from "./plain.ts";

type PlanForm = PlansForm[number]["value"];

/** The pricing plans a support plan carries: those it lists, else, with no price list, the one of its own name. */
function pricingIdsOf(plan: PlansForm[number], source: Source): readonly string[] {
  if (plan.value.pricing !== undefined) return plan.value.pricing.map((one) => one.value);
  return source.form.pricing === undefined ? [plan.id.value] : [];
}

export const isAddOn = (plan: PlanForm): boolean => plan.addOn?.value === true;

export function lowerPricing(source: Source): PricingPlan[] {
  const sold = new Map((source.form.pricing ?? []).map(({ id, value }) => [id.value, value]));
  const based = source.form.plans.filter((plan) => !isAddOn(plan.value));
  return based.flatMap((plan) =>
    pricingIdsOf(plan, source).map((id) => ({
      id,
      name: sold.get(id)?.name?.value ?? nameFromId(id),
      plan: plan.id.value,
      isPaid: sold.get(id)?.paid?.value ?? true,
      aliases: (sold.get(id)?.also ?? []).map((one) => one.value),
      ...(sold.get(id)?.legacy?.value === true ? { isLegacy: true } : {}),
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

/** What a plan has of each channel; a place where the vendor promises nothing is open to all that do not say otherwise. */
export function accessOf(source: Source, id: string): Readonly<Record<string, Access>> {
  const { form } = source;
  const empty: Access = statedReadings(form).get("empty-cell") === "unstated" ? "unstated" : "not-included";
  const cells = new Map<string, Access>(
    form.channels.map((channel) => [
      channel.id.value,
      channel.value.official?.value === false ? "included" : empty,
    ]),
  );
  for (const plan of ancestryOf(form.plans, id).toReversed()) {
    for (const channel of plan.value.channels ?? []) {
      cells.set(channel.id.value, channel.value.access?.value ?? "included");
    }
  }
  return Object.fromEntries(cells);
}

type LimitsForm = Omit<NonNullable<PlanForm["channels"]>[number]["value"], "access" | "at">;

function limitsOf(form: LimitsForm): ChannelLimits | undefined {
  const { only, products, severities, languages, hours, quota, note } = form;
  const limits = {
    ...stated(
      "categories",
      only?.map((one) => one.value),
    ),
    ...stated(
      "products",
      products?.map((one) => one.value),
    ),
    ...stated(
      "severities",
      severities?.map((one) => one.value),
    ),
    ...stated(
      "languages",
      languages?.map((one) => one.value),
    ),
    ...stated("hours", hours?.value),
    ...stated("quota", quota?.value),
    ...stated("note", note?.value),
  };
  return Object.keys(limits).length === 0 ? undefined : limits;
}

/** What narrows a plan's channels; a channel stated again is narrowed anew. */
function planLimitsOf(source: Source, id: string): Readonly<Record<string, ChannelLimits>> | undefined {
  const cells = new Map<string, ChannelLimits | undefined>();
  for (const plan of ancestryOf(source.form.plans, id).toReversed()) {
    for (const channel of plan.value.channels ?? []) cells.set(channel.id.value, limitsOf(channel.value));
  }
  const narrowed = [...cells].flatMap(([channel, limits]) =>
    limits === undefined ? [] : [[channel, limits]],
  );
  return narrowed.length === 0 ? undefined : Object.fromEntries(narrowed);
}

function priceOf(form: PlanForm["price"]): Price | undefined {
  if (form === undefined) return undefined;
  const { flat = null, percent = null, of = null, currency = null, per = null, note = null } = plain(form);
  return { flat, percent, of, currency, per, note };
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
      ...stated(
        "aliases",
        tier.value.also?.map((one) => one.value),
      ),
    })),
    defaultTier: value.defaultTier?.value ?? null,
    access: accessOf(source, id.value),
    summary: value.summary?.value ?? "",
    includes: value.includes?.value ?? null,
    clause: clauses.at(value.clause?.value, "plans"),
    ...stated(
      "aliases",
      value.also?.map((one) => one.value),
    ),
    ...stated("addOn", addOnOf(value)),
    ...stated("price", priceOf(value.price)),
    ...stated("limits", planLimitsOf(source, id.value)),
    ...(value.legacy?.value === true ? { isLegacy: true } : {}),
  }));
}

function addOnOf(plan: PlanForm): Plan["addOn"] {
  if (!isAddOn(plan)) return undefined;
  return { to: plan.to?.map((one) => one.value) ?? null, per: plan.per?.value ?? null };
}

export function lowerChannels(source: Source): Channel[] {
  return source.form.channels.map(({ id, value }) => ({
    id: id.value,
    name: value.name.value,
    kind: value.kind.value,
    isOfficial: value.official?.value ?? true,
    link: value.link?.value ?? null,
    note: value.note?.value ?? null,
    doors: value.doors?.map((door) => door.value) ?? doorsOfKind(value.kind.value),
    roles: value.roles?.map((role) => role.value) ?? null,
    ...stated("limits", limitsOf({ ...value, note: undefined })),
    ...stated(
      "fallbackFor",
      value.fallbackFor?.map((one) => one.value),
    ),
    ...(value.startedBy?.value === "staff" ? { startedBy: "staff" as const } : {}),
    ...stated("proof", value.proof?.value),
    ...stated(
      "asks",
      value.asks?.map((field) => field.value),
    ),
    ...stated("startsClock", value.startsClock?.value),
  }));
}
