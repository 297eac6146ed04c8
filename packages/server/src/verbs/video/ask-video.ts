import { entitlementOf } from "@troth/policy";
import { type Ctx, memberOf } from "../context.ts";
import { askerOfBegun } from "../directory/asker-of.ts";
import { Fail } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { actOn } from "../ticket/act-on.ts";
import type { TicketChanged } from "../ticket/assign-ticket.ts";

/** A customer asks for a video chat on a ticket: who may is the policy's answer, whether is a person's (P021, P036, P037). */
export function askVideo(ctx: Ctx, input: { number: number; reason: string }): Promise<TicketChanged> {
  const on = { permission: "ticket.reply", act: "video", number: input.number } as const;
  return actOn(ctx, on, async (scene, { stored }) => {
    const member = memberOf(scene);
    const { policy } = (await ctx.shelf.current(scene.tx)).runnable;
    const channel = policy.channels.find(({ kind }) => kind === "video");
    if (!channel)
      throw new Fail("refused", "This support policy offers no video chat. Write a message here.", {
        reason: "no-video",
      });
    const entitled = entitlementOf(policy, {
      ...askerOfBegun(scene, member, policy),
      channel: channel.id,
      category: stored.category,
      at: scene.now,
    });
    if (entitled.decision !== "allow") throw new Fail("refused", entitled.message, entitled);
    if (stored.proceedings.video) {
      throw new Fail("conflict", "A video chat was asked for on this ticket already.", {
        reason: "video-asked",
      });
    }
    return [
      {
        actor: { kind: "customer", id: member.id },
        event: { kind: "video.asked", text: ctx.vault.seal(keyOf(ctx.vault, member), input.reason) },
      },
    ];
  });
}

/** The customer takes the wish back, or cancels what was granted. */
export function withdrawVideo(ctx: Ctx, { number }: { number: number }): Promise<TicketChanged> {
  return actOn(ctx, { permission: "ticket.reply", act: "people", number }, (scene, { stored }) => {
    if (!stored.proceedings.video)
      throw new Fail("conflict", "No video chat stands on this ticket.", { reason: "no-video-here" });
    return [
      { actor: { kind: "customer", id: memberOf(scene).id }, event: { kind: "video.cancelled", text: null } },
    ];
  });
}
