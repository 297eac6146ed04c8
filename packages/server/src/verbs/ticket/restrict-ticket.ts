import { agentOf, type Ctx, memberOf } from "../context.ts";
import { Fail } from "../fail.ts";
import { actOn } from "./act-on.ts";
import type { TicketChanged } from "./assign-ticket.ts";

type Input = { readonly number: number; readonly isRestricted: boolean };

/** A ticket is shown to few, or to the whole organisation again: by who opened it, an owner or an admin (P088). */
export function restrictTicket(ctx: Ctx, input: Input): Promise<TicketChanged> {
  const on = { permission: "ticket.restrict", act: "people", number: input.number } as const;
  return actOn(ctx, on, (scene, { stored }) => {
    const { id, role } = memberOf(scene);
    if (stored.requester !== id && role !== "owner" && role !== "admin") {
      throw new Fail("refused", "Only who opened the ticket, an owner or an admin can change who sees it.", {
        reason: "not-yours-to-restrict",
      });
    }
    return restricted({ kind: "customer", id }, stored.proceedings.isRestricted, input);
  });
}

/** The same by an agent, who sees it all the same. */
export function restrictAsAgent(ctx: Ctx, input: Input): Promise<TicketChanged> {
  const on = { permission: "desk.assess", act: "people", number: input.number } as const;
  return actOn(ctx, on, (scene, { stored }) =>
    restricted({ kind: "agent", id: agentOf(scene).id }, stored.proceedings.isRestricted, input),
  );
}

function restricted(actor: { kind: string; id: string }, isNow: boolean, { isRestricted }: Input) {
  if (isNow === isRestricted) return [];
  return [{ actor, event: { kind: "ticket.restricted", isRestricted, why: "asked" } as const }];
}
