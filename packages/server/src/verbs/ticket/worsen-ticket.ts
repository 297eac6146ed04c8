import { decideWorsening, saysSomething, type WorseningRequest } from "@troth/core";
import { type Ctx, memberOf } from "../context.ts";
import { Fail, invalidField } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { actOn } from "./act-on.ts";
import { effectOf } from "./assess-ticket.ts";
import type { TicketChanged } from "./assign-ticket.ts";
import { assertMayWrite } from "./may-write.ts";

/**
 * “It got worse”: a lead is asked, with the reason, and again whenever it gets worse than that. While nobody has assessed
 * the ticket the customer's word counts at once (clock.md C4, C6); an assessed severity is ours to change, and the lead
 * sees what is wished for.
 */
export function worsenTicket(
  ctx: Ctx,
  input: WorseningRequest & { number: number; reason: string },
): Promise<TicketChanged> {
  const on = { permission: "ticket.reply", act: "worsen", number: input.number } as const;
  return actOn(ctx, on, async (scene, loaded) => {
    const member = memberOf(scene);
    await assertMayWrite(ctx, scene, loaded.stored);
    const { policy } = (await ctx.shelf.version(scene.tx, loaded.stored.policyVersion)).runnable;
    const decision = decideWorsening(policy, { ticket: loaded.stored, log: loaded.log }, input);
    if (!decision.ok) {
      const { path, refused } = decision;
      throw path === null ? new Fail("conflict", refused.message, refused) : invalidField(path, refused);
    }
    const { from, dueFrom, dueTo } = await effectOf(ctx, scene, loaded, input.to);
    const { isRaised, flags } = decision;
    const key = keyOf(ctx.vault, member);
    const { businessImpact: impact } = input;
    return [
      {
        actor: { kind: "customer", id: member.id },
        event: {
          kind: "ticket.worsened",
          from,
          to: input.to,
          isRaised,
          text: ctx.vault.seal(key, input.reason),
          dueFrom,
          dueTo: isRaised ? dueTo : dueFrom,
          flags,
          ...(impact !== null && saysSomething(impact)
            ? { businessImpact: ctx.vault.seal(key, impact), isBusinessImpactUnknown: false }
            : input.isBusinessImpactUnknown && { isBusinessImpactUnknown: true }),
        },
      },
    ];
  });
}
