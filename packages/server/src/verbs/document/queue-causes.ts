import type { TicketChange } from "../../ports/store.ts";
import type { Ctx, Scene } from "../context.ts";

/** The outbox's kind of what is still to be told of a version to one ticket. */
export const DOCUMENT_PUBLISHED = "document-published";

/**
 * A ticket that becomes part of an incident whose root cause is published already is told of the newest version, as
 * those were that were part of it then. Told twice is once.
 */
export async function queueCauses(
  ctx: Ctx,
  scene: Scene,
  { id: ticket, events }: TicketChange,
): Promise<void> {
  for (const { logged } of events) {
    if (logged.event.kind !== "incident.linked") continue;
    const { incident } = logged.event;
    const document = await scene.tx.documents.about({ kind: "incident", incident });
    if (!document || document.published === 0) continue;
    const { id, published: nth } = document;
    await scene.tx.outbox.add({
      id: ctx.ids.uuid(),
      kind: DOCUMENT_PUBLISHED,
      effectKey: `${DOCUMENT_PUBLISHED}:${id}:${nth}:${ticket}:${logged.seq}`,
      body: { document: id, nth, ticket },
      at: scene.now,
    });
  }
}
