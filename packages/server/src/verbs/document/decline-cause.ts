import { agentOf, type Ctx } from "../context.ts";
import { Fail } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { actOn } from "../ticket/act-on.ts";
import type { TicketChanged } from "../ticket/assign-ticket.ts";

/** An agent declines the wish for an account of the cause, with the reason that the customer reads; nothing else changes. */
export function declineCause(ctx: Ctx, input: { number: number; reason: string }): Promise<TicketChanged> {
  const on = { permission: "document.write", act: "people", number: input.number } as const;
  return actOn(ctx, on, (scene, { stored }) => {
    const agent = agentOf(scene);
    if (stored.proceedings.causeAskedAt === null) {
      const message =
        "Nobody asks for the root cause on this ticket any more. It was published or declined meanwhile.";
      throw new Fail("conflict", message, { reason: "cause-not-asked", revision: stored.version });
    }
    const text = ctx.vault.seal(keyOf(ctx.vault, agent), input.reason);
    return [{ actor: { kind: "agent", id: agent.id }, event: { kind: "cause.declined", text } }];
  });
}
