import { severityRankOf } from "@troth/core";
import { type Ctx, memberOf } from "../context.ts";
import { Fail, invalidField } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { actOn } from "./act-on.ts";
import { effectOf } from "./assess-ticket.ts";
import type { TicketChanged } from "./assign-ticket.ts";
import { assertMayWrite } from "./may-write.ts";

/**
 * “It got worse”: a lead is asked, with the reason. While nobody has assessed the ticket the customer's word counts at
 * once (clock.md C4, C6); an assessed severity is ours to change, and the lead sees what is wished for.
 */
export function worsenTicket(
  ctx: Ctx,
  input: { number: number; to: string; reason: string },
): Promise<TicketChanged> {
  const on = { permission: "ticket.reply", act: "worsen", number: input.number } as const;
  return actOn(ctx, on, async (scene, loaded) => {
    const member = memberOf(scene);
    await assertMayWrite(ctx, scene, loaded.stored);
    const { policy } = (await ctx.shelf.version(scene.tx, loaded.stored.policyVersion)).runnable;
    const known = policy.severities.map(({ id }) => id);
    if (!known.includes(input.to)) {
      const message = `There is no severity «${input.to}». Choose one of ${known.join(", ")}.`;
      throw invalidField("to", { reason: "severity-unknown", message });
    }
    if (loaded.stored.proceedings.leadAskedSeq !== null) {
      throw new Fail("conflict", "A lead was asked already. Write what changed as a message; they see it.", {
        reason: "lead-asked",
      });
    }
    const effect = await effectOf(ctx, scene, loaded, input.to);
    if (severityRankOf(policy, input.to) > severityRankOf(policy, effect.from)) {
      const message = "That is a lower severity than now. Choose the same or a higher one.";
      throw invalidField("to", { reason: "severity-lower", message });
    }
    const isRaised = loaded.stored.severityAssessed === null && effect.from !== input.to;
    const { from, dueFrom, dueTo } = effect;
    return [
      {
        actor: { kind: "customer", id: member.id },
        event: {
          kind: "ticket.worsened",
          from,
          to: input.to,
          isRaised,
          text: ctx.vault.seal(keyOf(ctx.vault, member), input.reason),
          dueFrom,
          dueTo: isRaised ? dueTo : dueFrom,
        },
      },
    ];
  });
}
