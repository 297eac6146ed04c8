import type { OutboxBody } from "../../ports/store.ts";
import type { StoredWish } from "../../ports/wishes.ts";
import type { Ctx, Scene } from "../context.ts";
import { loadSurvivor } from "../ticket/load-ticket.ts";
import { saveTicket } from "../ticket/save-ticket.ts";

/** The outbox's kind of what is still to be told of a wish to one ticket. */
export const WISH_TOLD = "wish-told";
/** More tickets than ever asked for one wish. */
const MOST_TICKETS = 100_000;

/**
 * Queues the word of each wish's last step for every ticket that asks for it, to be told in a transaction of its own;
 * none for the tickets of `except`, which hear the same with another word.
 */
export async function queueTelling(
  ctx: Ctx,
  scene: Scene,
  wishes: readonly StoredWish[],
  except: ReadonlySet<string> = new Set(),
): Promise<void> {
  for (const { id: wish, version: seq } of wishes) {
    const asking = await scene.tx.wishes.asking(wish, MOST_TICKETS);
    const items = asking
      .filter(({ id }) => !except.has(id))
      .map(({ id: ticket }) => ({
        id: ctx.ids.uuid(),
        kind: WISH_TOLD,
        effectKey: `${WISH_TOLD}:${wish}:${seq}:${ticket}`,
        body: { wish, seq, ticket },
        at: scene.now,
      }));
    if (items.length > 0) await scene.tx.outbox.addMany(items);
  }
}

/**
 * Tells one ticket what became of the wish it asks for: on its timeline and, with the event, by mail. Twice is once; a
 * step that another one followed meanwhile is left to that one, so that nobody reads them the wrong way round.
 */
export async function tellWish(ctx: Ctx, scene: Scene, body: OutboxBody): Promise<void> {
  const wish = await scene.tx.wishes.find(String(body["wish"]), "look");
  const loaded = await loadSurvivor(scene, String(body["ticket"]));
  if (!wish || !loaded || wish.version !== body["seq"]) return;
  if (!(await scene.tx.wishes.isAskedBy(wish.id, loaded.id))) return;
  const { version: seq, state, title, releaseName: release, reason } = wish;
  const isTold = loaded.log.some(
    ({ event }) => event.kind === "wish.told" && event.wish === wish.id && event.seq === seq,
  );
  if (isTold) return;
  const event = { kind: "wish.told", wish: wish.id, seq, state, title, release, reason } as const;
  await saveTicket(ctx, scene, loaded, [{ actor: { kind: "system", id: null }, event }]);
}
