import { stateRefusal } from "@troth/core";
import { agentOf, type Ctx, write } from "../context.ts";
import { Fail } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { changed, type TicketChanged } from "./assign-ticket.ts";
import { loadTicket } from "./load-ticket.ts";
import { saveTicket } from "./save-ticket.ts";

export type MisuseInput = { readonly number: number; readonly isMisuse: boolean; readonly reason: string };

/** An agent marks that support was used for what it is not for, or takes the mark back (P057). */
export function markMisuse(ctx: Ctx, input: MisuseInput): Promise<TicketChanged> {
  return write(ctx, "desk.misuse", async (scene) => {
    const agent = agentOf(scene);
    const loaded = await loadTicket(scene, input.number);
    const refused = stateRefusal("misuse", loaded.stored);
    if (refused) throw new Fail("conflict", refused.message, refused);
    const { misuseMarks } = scene.tx;
    const isMarked = await misuseMarks.isMarked(loaded.id);
    if (isMarked === input.isMisuse) {
      throw new Fail(
        "conflict",
        isMarked
          ? "This ticket is marked already. Read it again."
          : "This ticket carries no mark. Read it again.",
        { reason: isMarked ? "misuse-marked" : "misuse-not-marked" },
      );
    }
    const reason = ctx.vault.seal(keyOf(ctx.vault, agent), input.reason.trim());
    const { ticket } = await saveTicket(ctx, scene, loaded, [
      {
        actor: { kind: "agent", id: agent.id },
        event: { kind: input.isMisuse ? "misuse.marked" : "misuse.withdrawn", reason },
      },
    ]);
    if (input.isMisuse) {
      const { organisation } = loaded.stored;
      await misuseMarks.mark({ organisation, ticket: loaded.id, at: scene.now, by: agent.id, reason });
    } else await misuseMarks.withdraw(loaded.id);
    return changed(ticket);
  });
}
