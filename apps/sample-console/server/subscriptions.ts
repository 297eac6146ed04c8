import { createTroth, unwrap } from "@troth/sdk";
import { planOf } from "./vendor/plans.ts";
import type { DemoOrganisation, DemoPlan } from "./vendor/types.ts";

const PATIENCE_MS = 2_000;

export type Subscriptions = {
  /** The plan an organisation has now, as the desk's directory knows it; the last known one while it is away. */
  readonly current: (organisation: DemoOrganisation) => Promise<DemoPlan>;
  /** Moves an organisation to a plan and tells the desk, as a vendor's billing would. */
  readonly change: (organisation: DemoOrganisation, plan: DemoPlan) => Promise<void>;
};

/** Keeps subscriptions through the desk's directory API with the vendor's key. */
export function subscriptions(options: { readonly deskUrl: string; readonly apiKey: string }): Subscriptions {
  const desk = createTroth({
    baseUrl: options.deskUrl,
    token: () => options.apiKey,
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) }),
  });
  const known = new Map<string, DemoPlan>();

  return {
    async current(organisation) {
      try {
        const path = { organisation: organisation.id };
        const held = await unwrap(
          desk.api.GET("/v1/directory/organisations/{organisation}", { params: { path } }),
        );
        if (held.subscription) known.set(organisation.id, planOf(held.subscription));
      } catch {
        // A vendor's console works on while the desk is away.
      }
      return known.get(organisation.id) ?? planOf(organisation.subscription);
    },
    async change(organisation, plan) {
      const path = { organisation: organisation.id };
      await unwrap(
        desk.api.PUT("/v1/directory/organisations/{organisation}/subscription", {
          params: { path, header: { "Idempotency-Key": crypto.randomUUID() } },
          body: { pricing: plan.pricing, tier: plan.tier, state: "active" },
        }),
      );
      known.set(organisation.id, plan);
    },
  };
}
