import type { SubscriptionState, TicketEvent } from "@troth/core";
import { type PlanAnswer, type Policy, planOf } from "@troth/policy";
import { type Ctx, type Scene, write } from "../context.ts";
import { Fail } from "../fail.ts";
import { loadTicketById } from "../ticket/load-ticket.ts";
import { saveTicket } from "../ticket/save-ticket.ts";
import { appendToOrganisation, heldOrganisation, type OrganisationRow } from "./organisation-events.ts";
import type { Written } from "./put-organisation.ts";

export type PutSubscriptionInput = {
  readonly organisation: string;
  readonly pricing: string | null;
  readonly tier: string | null;
  readonly state: SubscriptionState;
  /** Null: now. */
  readonly at: number | null;
};

/** The vendor tells what an organisation subscribes to. New tickets follow at once; open ones by clock.md C7 (P040, P042). */
export function putSubscription(ctx: Ctx, input: PutSubscriptionInput): Promise<Written> {
  return write(ctx, "directory.write", async (scene) => {
    const organisation = await heldOrganisation(scene, input.organisation);
    await assertKnown(ctx, scene, input);
    const at = input.at ?? scene.now;
    if (at > scene.now)
      throw new Fail("invalid", "A subscription is told when it takes effect, not before. Send it then.");
    const seq = await addSubscription(ctx, scene, organisation, { ...input, at });
    return { id: input.organisation, seq };
  });
}

/** Adds an entry to the timeline and lets the open tickets know. Returns the seq of the event. */
export async function addSubscription(
  ctx: Ctx,
  scene: Scene,
  organisation: OrganisationRow,
  entry: { pricing: string | null; tier: string | null; state: SubscriptionState; at: number },
): Promise<number> {
  const { pricing, tier, state, at } = entry;
  const body = { pricing, tier, state, at };
  const seq = await appendToOrganisation(ctx, scene, organisation, { kind: "subscription.changed", body });
  await scene.tx.directory.addSubscription(organisation.id, { seq, ...body });
  const inForce = await scene.tx.directory.subscriptionAt(organisation.id, scene.now);
  if (inForce) await tellOpenTickets(ctx, scene, organisation, inForce);
  return seq;
}

async function tellOpenTickets(
  ctx: Ctx,
  scene: Scene,
  organisation: OrganisationRow,
  { pricing, tier, state }: { pricing: string | null; tier: string | null; state: SubscriptionState },
): Promise<void> {
  for (const id of await scene.tx.tickets.openOf(organisation.id)) {
    const loaded = await loadTicketById(scene, id);
    if (!loaded) continue;
    const { policy } = (await ctx.shelf.version(scene.tx, loaded.stored.policyVersion)).runnable;
    const plan = pricing === null ? null : planOf(policy, pricing, tier);
    const subscription = state === "active" && plan?.ok ? "active" : "lapsed";
    const { standing, subscription: before } = loaded.stored;
    const next = plan?.ok
      ? { pricing, plan: plan.plan.id, tier: plan.tier?.id ?? null }
      : { ...standing, pricing };
    const isSame =
      before === subscription &&
      standing.pricing === next.pricing &&
      standing.plan === next.plan &&
      standing.tier === next.tier;
    if (isSame) continue;
    const event: TicketEvent = { kind: "plan.changed", standing: next, subscription };
    await saveTicket(ctx, scene, loaded, [{ actor: { kind: "system", id: null }, event }]);
  }
}

/** A plan that the policy does not map fails loudly, with the names it knows (P026, P030). */
async function assertKnown(ctx: Ctx, scene: Scene, { pricing, tier }: PutSubscriptionInput): Promise<void> {
  if (pricing === null) return;
  const { policy } = (await ctx.shelf.current(scene.tx)).runnable;
  const plan = planOf(policy, pricing, tier);
  if (!plan.ok) throw unknownPlan(policy, plan, pricing);
}

/** The refusal of a plan or tier that the policy does not map, with the names it does. */
export function unknownPlan(
  policy: Policy,
  { reason, message }: PlanAnswer & { ok: false },
  pricing: string,
): Fail {
  const support = policy.pricing.find(({ id }) => id === pricing)?.plan;
  const tiers = policy.plans.find(({ id }) => id === support)?.tiers ?? [];
  const [what, known] = reason === "unknown-plan" ? ["plans", policy.pricing] : ["tiers", tiers];
  const names = known.map(({ id }) => id).join(", ");
  return new Fail("invalid", `${message} It knows these ${what}: ${names}.`, { reason });
}
