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
 * Part of the transaction that writes the changes, whoever makes them; `done` of them were what a recompute counts.
 */
export async function tellMoves(
  ctx: Ctx,
  scene: Scene,
  changes: readonly TicketChange[],
  done = 0,
): Promise<void> {
  const moved = changes.flatMap((change) =>
    change.events.flatMap(({ logged: { event }, effectKey }) =>
      event.kind === "promise.moved" ? [{ change, event, effectKey }] : [],
    ),
  );
  const [first] = changes;
  if (!first || moved.length + done === 0) return;
  const later = moved.filter(({ event }) => isLater(event));
  const counts = { done, earlier: moved.length - later.length, later: later.length };
  await scene.tx.recomputes.advance(first.computedUnder, counts);
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
