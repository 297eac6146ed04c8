import { type Act, type Permission, stateRefusal } from "@troth/core";
import { type Ctx, type Scene, write } from "../context.ts";
import { Fail, invalidField } from "../fail.ts";
import { changed, type TicketChanged } from "./assign-ticket.ts";
import { type LoadedTicket, loadTicket } from "./load-ticket.ts";
import { loadUnchanged } from "./load-unchanged.ts";
import { type NewEvent, saveTicket } from "./save-ticket.ts";

/** What is done to which ticket, under which permission. */
export type ActOn = {
  readonly permission: Permission;
  readonly act: Act;
  readonly number: number;
  /** For an act that rests on what was seen: the revision, or undefined where the request names none. */
  readonly seen?: { readonly sawVersion: number | undefined };
};

/**
 * The frame of an act that only adds events to a ticket: authorised, loaded within reach, refused where its state does
 * not allow it, saved. `decide` gives the events; none leaves the ticket as it is.
 */
export function actOn(
  ctx: Ctx,
  { permission, act, number, seen }: ActOn,
  decide: (scene: Scene, loaded: LoadedTicket) => Promise<readonly NewEvent[]> | readonly NewEvent[],
): Promise<TicketChanged> {
  return write(ctx, permission, async (scene) => {
    const loaded = seen
      ? await loadUnchanged(ctx, scene, { number, ...seen })
      : await loadTicket(scene, number);
    assertOpen(act, loaded);
    const events = await decide(scene, loaded);
    if (events.length === 0) return changed(loaded.stored);
    return changed((await saveTicket(ctx, scene, loaded, events)).ticket);
  });
}

/** Refuses an act that the ticket's state does not allow, in the words that stand beside its button. */
export function assertOpen(act: Act, { stored }: LoadedTicket): void {
  const refused = stateRefusal(act, stored);
  if (refused) throw new Fail("conflict", refused.message, refused);
}

/** A time to come that somebody chose, in the field `path`. */
export function instantIn(path: string, text: string, now: number): number {
  const at = Date.parse(text);
  if (Number.isFinite(at) && at > now) return at;
  throw invalidField(path, {
    reason: "time-past",
    message: "That time lies in the past. Choose a later one.",
  });
}
