import type { OutboxItem } from "../../ports/store.ts";
import type { Ctx, Scene } from "../context.ts";
import type { LoadedTicket } from "./load-ticket.ts";

/** Queues the mail of a public answer for who opened the ticket and for everybody who was added to it. */
export async function tellAnswer(
  ctx: Ctx,
  scene: Scene,
  { id: ticket, stored }: Pick<LoadedTicket, "id" | "stored">,
  message: string,
): Promise<void> {
  const people = [stored.requester, ...stored.proceedings.followers];
  const items = people.map((person): OutboxItem => {
    const id = ctx.ids.uuid();
    const body = { ticket, message, person };
    return { id, kind: "answer", effectKey: `answer:${message}:${person}`, body, at: scene.now };
  });
  await scene.tx.outbox.addMany(items);
}
