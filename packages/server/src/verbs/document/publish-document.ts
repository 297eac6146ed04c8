import { invalidVersion, type NextVersion, wordsIn } from "@troth/core";
import type { OutboxBody } from "../../ports/store.ts";
import { agentOf, type Ctx, type Scene, write } from "../context.ts";
import { invalidFields } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { loadTicketById } from "../ticket/load-ticket.ts";
import { saveTicket } from "../ticket/save-ticket.ts";
import { appendToDocument, type DocumentChanged, heldDocument, sealedSections } from "./document-events.ts";
import { DOCUMENT_PUBLISHED } from "./queue-causes.ts";

export type PublishInput = NextVersion & {
  readonly document: string;
  /** Version whose effect was shown. */
  readonly sawVersion: number;
};

/**
 * Publishes what stands on the screen as the next version. Each ticket that reads it is told in a transaction of its
 * own afterwards, so that a thousand of them hold nothing up and each is told once a version.
 */
export function publishDocument(ctx: Ctx, input: PublishInput): Promise<DocumentChanged> {
  return write(ctx, "document.write", async (scene) => {
    const stored = await heldDocument(scene, input);
    const fields = invalidVersion(stored, input);
    if (fields.length > 0) {
      throw invalidFields(fields);
    }
    const nth = stored.published + 1;
    const line = wordsIn(input.change);
    const key = keyOf(ctx.vault, agentOf(scene));
    const changed = await appendToDocument(ctx, scene, stored, {
      kind: "document.published",
      nth,
      text: sealedSections(ctx, scene, input.sections),
      change: line === "" ? null : ctx.vault.seal(key, line),
      isOnStatusPage: input.isOnStatusPage,
    });
    const readers = await scene.tx.documents.readBy(stored.id, MOST_TICKETS);
    const items = readers.map(({ id: ticket }) => ({
      id: ctx.ids.uuid(),
      kind: DOCUMENT_PUBLISHED,
      effectKey: `${DOCUMENT_PUBLISHED}:${stored.id}:${nth}:${ticket}`,
      body: { document: stored.id, nth, ticket },
      at: scene.now,
    }));
    if (items.length > 0) await scene.tx.outbox.addMany(items);
    return changed;
  });
}

/** More tickets than ever were part of one incident. */
const MOST_TICKETS = 100_000;
/** Merges that a ticket's news follows; no ticket was ever merged on as often. */
const MOST_MERGES = 20;

/** Tells one ticket that a version was published: on its timeline and, with the event, by mail. Twice is once. */
export async function tellPublished(ctx: Ctx, scene: Scene, body: OutboxBody): Promise<void> {
  const document = await scene.tx.documents.find(String(body["document"]), "look");
  const nth = Number(body["nth"]);
  const loaded = await survivorOf(scene, String(body["ticket"]));
  if (!document || document.published < nth || !loaded) return;
  const ids = [loaded.id, ...loaded.stored.proceedings.absorbed.map(({ ticket }) => ticket)];
  const isRead = (await scene.tx.documents.ofTickets(ids)).some(({ id }) => id === document.id);
  const isTold = loaded.log.some(
    ({ event }) => event.kind === "cause.published" && event.document === document.id && event.nth === nth,
  );
  if (!isRead || isTold) return;
  const incident = document.about.kind === "incident" ? document.about.incident : null;
  const event = { kind: "cause.published", document: document.id, nth, incident } as const;
  await saveTicket(ctx, scene, loaded, [{ actor: { kind: "system", id: null }, event }]);
}

/** The ticket, or the one it goes on in after merges. */
async function survivorOf(scene: Scene, ticket: string) {
  let loaded = await loadTicketById(scene, ticket);
  for (let merges = 0; loaded?.stored.state === "merged" && merges < MOST_MERGES; merges += 1) {
    const { mergedInto } = loaded.stored.proceedings;
    const into =
      mergedInto === null ? null : await scene.tx.tickets.find(mergedInto, { tickets: "all" }, "look");
    loaded = into && (await loadTicketById(scene, into.id));
  }
  return loaded;
}
