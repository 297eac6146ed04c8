import { type Ctx, write } from "../context.ts";
import { loadTicketById } from "../ticket/load-ticket.ts";
import { saveTicket } from "../ticket/save-ticket.ts";

/**
 * Looks again at a ticket whose clock was to change by time alone, and records what the time now says. Run by any
 * number of nodes at once: the row lock orders them, and the event's effect key lets one breach be told once.
 */
export function recordBreaches(ctx: Ctx, input: { ticket: string }): Promise<void> {
  return write(ctx, "clock.watch", async (scene) => {
    const loaded = await loadTicketById(scene, input.ticket);
    if (loaded) await saveTicket(ctx, scene, loaded, []);
  });
}
