import { decideOpening, replyEffectOf } from "@troth/core";
import { type Entitlement, entitlementOf } from "@troth/policy";
import type { StoredTicket } from "../../ports/store.ts";
import { type Ctx, memberOf, type Scene } from "../context.ts";
import { askerOf, askerOfBegun } from "../directory/asker-of.ts";
import { Fail } from "../fail.ts";

type Begun = Pick<StoredTicket, "intake" | "category">;

/** Why the customer may not go on with what was begun; null when they may. */
export async function whyNotWrite(
  ctx: Ctx,
  scene: Scene,
  { intake: channel, category }: Begun,
): Promise<Entitlement | null> {
  const { policy } = (await ctx.shelf.current(scene.tx)).runnable;
  const asker = askerOfBegun(scene, memberOf(scene), policy);
  const entitled = entitlementOf(policy, { ...asker, channel, category, at: scene.now });
  return entitled.decision === "deny" ? entitled : null;
}

/** Refuses what is no part of a ticket yet, a file say, where support has ended for the customer. */
export async function assertSupportGoesOn(ctx: Ctx, scene: Scene): Promise<void> {
  const { actor, member, now: at } = scene;
  if (member === null || actor.kind !== "customer") return;
  const { policy } = (await ctx.shelf.current(scene.tx)).runnable;
  const asker = askerOfBegun(scene, member, policy);
  const entitled = entitlementOf(policy, { ...asker, channel: actor.intake, category: null, at });
  if (entitled.reason === "support-ended") throw new Fail("refused", entitled.message, entitled);
}

/** Whether the customer may go on with what was begun: the one entitlement decision, for every way of writing to us. */
export async function assertMayWrite(ctx: Ctx, scene: Scene, ticket: Begun): Promise<void> {
  const denied = await whyNotWrite(ctx, scene, ticket);
  if (denied) throw new Fail("refused", denied.message, denied);
}

/** Why a message of the customer is not taken; what opens a follow-up asks as every new ticket does (P019). */
export async function whyNotReply(ctx: Ctx, scene: Scene, ticket: StoredTicket): Promise<Entitlement | null> {
  const { policy } = (await ctx.shelf.current(scene.tx)).runnable;
  const denied = await whyNotWrite(ctx, scene, ticket);
  if (denied || replyEffectOf(ticket, policy, scene.now) !== "follows-up") return denied;
  const intake = scene.actor.kind === "customer" ? scene.actor.intake : "api";
  const opening = decideOpening(
    policy,
    await askerOf(scene, memberOf(scene), policy),
    {
      intake,
      category: ticket.category,
      severity: null,
      businessImpact: null,
      isBusinessImpactUnknown: false,
    },
    scene.now,
  );
  return !opening.ok && "refusal" in opening ? opening.refusal : null;
}
