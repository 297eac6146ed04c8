import { ticketOf } from "@troth/core";
import { type Ctx, type Scene, write } from "../context.ts";
import { rulebookFor } from "../ticket/rulebook.ts";
import { changeOf, instantFor, type Loaded } from "../ticket/save-ticket.ts";
import { tellMoves } from "../ticket/tell-moves.ts";
import { tellNews } from "../ticket/tell-news.ts";

/** What was done with a batch: tickets that were written anew, and breaches told of them. */
export type Refreshed = { readonly written: number; readonly breaches: number };

const NOTHING: Refreshed = { written: 0, breaches: 0 };

/** Tickets of which something is to be told, or all, counted as recomputed: their clocks may differ where nothing is told. */
export type Extent = "news" | "all";

/**
 * Looks again at tickets whose clocks changed by time or by a publication alone, and records what is so now. Run by
 * any number of nodes at once: a ticket that somebody holds is left to them, and each notice's key lets it be told
 * once.
 */
export function refreshTickets(ctx: Ctx, input: { tickets: readonly string[] }): Promise<Refreshed> {
  return write(ctx, "clock.watch", (scene) => refreshWithin(ctx, scene, input.tickets, "news"));
}

/** The same inside a transaction that does more. */
export async function refreshWithin(
  ctx: Ctx,
  scene: Scene,
  tickets: readonly string[],
  extent: Extent,
): Promise<Refreshed> {
  const held = await scene.tx.tickets.hold(tickets);
  if (held.length === 0) return NOTHING;
  const logs = await scene.tx.tickets.logs(held.map(({ id }) => id));
  const rulebook = await rulebookFor(ctx, scene, logs.values());
  const changes = held
    .map(({ id, head }) => {
      const log = logs.get(id) ?? [];
      const loaded: Loaded = { id, stored: { ...ticketOf(log), head }, log };
      return changeOf(ctx, rulebook, loaded, [], instantFor(loaded, scene.now));
    })
    // Woken with nothing to tell, for its reopen window is a longer one by now, it is written for its next wake-up.
    .filter(({ events, after }) => extent === "all" || events.length > 0 || after.state === "resolved");
  if (changes.length === 0) return NOTHING;
  await scene.tx.tickets.writeMany(changes);
  await tellNews(ctx, scene, changes);
  await tellMoves(ctx, scene, changes, extent === "all" ? changes.length : 0);
  const told = changes.flatMap(({ events }) => events);
  const breaches = told.filter(({ logged }) => logged.event.kind === "clock.breached").length;
  return { written: changes.length, breaches };
}

/** A ticket that could not be looked at waits, so that it does not hold up the others. */
export function setTicketAside(ctx: Ctx, input: { ticket: string; ms: number }): Promise<void> {
  return write(ctx, "clock.watch", ({ tx, now }) => tx.tickets.putOff(input.ticket, now + input.ms));
}
