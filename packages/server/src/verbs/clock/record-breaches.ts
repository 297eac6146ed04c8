import { type Ctx, write } from "../context.ts";
import { loadTicketById } from "../ticket/load-ticket.ts";
import { saveTicket } from "../ticket/save-ticket.ts";

/**
 * Looks again at a ticket whose clock was to change by time alone, and records what the time now says. Run by any
 * number of nodes at once: the row lock orders them, and the event's effect key lets one breach be told once.
 * Returns how many breach events were written.
 */
export function recordBreaches(ctx: Ctx, input: { ticket: string }): Promise<number> {
  return write(ctx, "clock.watch", async (scene) => {
    const loaded = await loadTicketById(scene, input.ticket);
    if (!loaded) return 0;
    const { ticket } = await saveTicket(ctx, scene, loaded, []);
    return ticket.version - loaded.stored.version;
  });
}
