import { agentOf, type Ctx } from "../context.ts";
import { Fail } from "../fail.ts";
import { actOn } from "./act-on.ts";
import type { TicketChanged } from "./assign-ticket.ts";

/** A lead has seen to a customer who asked for one. What they say to the customer is a reply like any other. */
export function answerAsLead(ctx: Ctx, { number }: { number: number }): Promise<TicketChanged> {
  return actOn(ctx, { permission: "desk.advise", act: "note", number }, (scene, { stored }) => {
    if (stored.proceedings.leadAskedSeq === null)
      throw new Fail("conflict", "Nobody waits for a lead on this ticket.", { reason: "no-lead-asked" });
    return [{ actor: { kind: "agent", id: agentOf(scene).id }, event: { kind: "lead.answered" } }];
  });
}
