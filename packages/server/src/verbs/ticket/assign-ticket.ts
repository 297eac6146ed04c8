import { stateRefusal, type TicketState } from "@troth/core";
import { agentOf, type Ctx, write } from "../context.ts";
import { Fail, invalidField } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { loadUnchanged } from "./load-unchanged.ts";
import { saveTicket } from "./save-ticket.ts";

export type TicketChanged = {
  readonly number: number;
  readonly version: number;
  readonly state: TicketState;
};

/** Gives a ticket to an agent, or back to the queue. */
export function assignTicket(
  ctx: Ctx,
  input: {
    number: number;
    assignee: string | null;
    note?: string | null;
    sawVersion?: number | undefined;
  },
): Promise<TicketChanged> {
  return write(ctx, "desk.assign", async (scene) => {
    const loaded = await loadUnchanged(ctx, scene, { ...input, sight: "assignee" });
    const refused = stateRefusal("assign", loaded.stored);
    if (refused) throw new Fail("conflict", refused.message, refused);
    const agents = await scene.tx.people.agents();
    if (input.assignee !== null && !agents.some(({ id }) => id === input.assignee)) {
      throw invalidField("assignee", {
        reason: "agent-unknown",
        message: "That person is not an agent of this desk. Choose one from the list.",
      });
    }
    if (loaded.stored.assignee === input.assignee && input.note == null) return changed(loaded.stored);
    const { ticket } = await saveTicket(ctx, scene, loaded, [
      {
        actor: { kind: "agent", id: agentOf(scene).id },
        event: {
          kind: "ticket.assigned",
          to: input.assignee,
          ...(input.note == null
            ? {}
            : { note: ctx.vault.seal(keyOf(ctx.vault, agentOf(scene)), input.note) }),
        },
      },
    ]);
    return changed(ticket);
  });
}

export function changed({ number, version, state }: TicketChanged): TicketChanged {
  return { number, version, state };
}
