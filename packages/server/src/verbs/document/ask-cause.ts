import { causeAskRefusal } from "@troth/core";
import { entitlementOf } from "@troth/policy";
import type { StoredTicket } from "../../ports/store.ts";
import { type Ctx, memberOf, type Scene } from "../context.ts";
import { askerOfBegun } from "../directory/asker-of.ts";
import { Fail } from "../fail.ts";
import { actOn } from "../ticket/act-on.ts";
import type { TicketChanged } from "../ticket/assign-ticket.ts";
import { assertMayWrite } from "../ticket/may-write.ts";
import { documentsOn } from "./read-documents.ts";

/** A customer asks, on a ticket that has ended, for the cause; it stays ended, and the desk has the wish in its list. */
export function askCause(ctx: Ctx, input: { number: number }): Promise<TicketChanged> {
  const on = { permission: "ticket.reply", act: "ask-cause", number: input.number } as const;
  return actOn(ctx, on, async (scene, { stored }) => {
    const member = memberOf(scene);
    await assertMayWrite(ctx, scene, stored);
    const isPublished = (await documentsOn(scene, stored)).some(({ published }) => published > 0);
    const isOffered = await isCauseOffered(ctx, scene, stored);
    const refused = causeAskRefusal(stored, { isOffered, isPublished });
    if (refused) throw new Fail(isOffered ? "conflict" : "refused", refused.message, refused);
    return [
      {
        actor: { kind: "customer", id: member.id },
        event: { kind: "cause.asked", since: scene.now, agent: stored.assignee },
      },
    ];
  });
}

/** Whether the policy in force offers this customer an account of a cause: the one entitlement decision. */
export async function isCauseOffered(
  ctx: Ctx,
  scene: Scene,
  { intake: channel }: Pick<StoredTicket, "intake">,
): Promise<boolean> {
  const { policy } = (await ctx.shelf.current(scene.tx)).runnable;
  const category = policy.categories.find(({ asksForCause }) => asksForCause === true)?.id;
  if (category === undefined) return false;
  const asker = askerOfBegun(scene, memberOf(scene), policy);
  const question = { ...asker, channel, category, at: scene.now };
  return entitlementOf(policy, question).decision === "allow";
}
