import type { Instant } from "@troth/policy";
import type { OutboxItem, TicketChange } from "../../ports/store.ts";
import type { Ctx, Scene } from "../context.ts";

/** A due before and after. */
export type Move = { readonly dueFrom: Instant | null; readonly dueTo: Instant | null };

/** Whether the answer comes later than was due before, or nobody knows when. */
export function isLater({ dueFrom, dueTo }: Move): boolean {
  return dueFrom !== null && (dueTo === null || dueTo > dueFrom);
}

/**
 * Counts the dues that a publication moved, and writes to everybody whose answer comes later for it (clock.md C9).
 * Part of the transaction that writes the changes, whoever makes them.
 */
export async function tellMoves(ctx: Ctx, scene: Scene, changes: readonly TicketChange[]): Promise<void> {
  const moved = changes.flatMap((change) =>
    change.events.flatMap(({ logged: { event }, effectKey }) =>
      event.kind === "promise.moved" ? [{ change, event, effectKey }] : [],
    ),
  );
  const [first] = moved;
  if (!first) return;
  const later = moved.filter(({ event }) => isLater(event));
  const counts = { done: 0, earlier: moved.length - later.length, later: later.length };
  await scene.tx.recomputes.advance(first.change.computedUnder, counts);
  const mails = later.map(({ change, event, effectKey }): OutboxItem => {
    const { id: ticket, after } = change;
    const { dueFrom, dueTo } = event;
    return {
      id: ctx.ids.uuid(),
      kind: "promise-moved",
      effectKey: `${effectKey}:${ticket}`,
      body: { ticket, person: after.requester, dueFrom, dueTo },
      at: scene.now,
    };
  });
  if (mails.length > 0) await scene.tx.outbox.addMany(mails);
}
