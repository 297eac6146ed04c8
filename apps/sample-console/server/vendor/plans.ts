import type { DemoPlan } from "./types.ts";

/** What Acme DB sells; pricing and tier as the support policy maps them. */
export const plans: readonly DemoPlan[] = [
  { id: "free", name: "Free", pricing: "free", tier: null },
  { id: "launch", name: "Launch", pricing: "launch", tier: null },
  { id: "scale", name: "Scale", pricing: "scale", tier: null },
  { id: "business", name: "Business", pricing: "business", tier: null },
  { id: "enterprise-standard", name: "Enterprise Standard", pricing: "enterprise", tier: "standard" },
  { id: "enterprise-gold", name: "Enterprise Gold", pricing: "enterprise", tier: "gold" },
];

/** The plan a subscription amounts to; Free where there is none. */
export function planOf(subscription: {
  readonly pricing: string | null;
  readonly tier: string | null;
}): DemoPlan {
  const free = plans[0];
  if (!free) throw new Error("the demo vendor sells nothing");
  const sold = plans.filter((plan) => plan.pricing === subscription.pricing);
  return sold.find((plan) => plan.tier === subscription.tier) ?? sold[0] ?? free;
}
