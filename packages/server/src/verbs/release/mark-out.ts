import { markOutRefusal, wordsIn } from "@troth/core";
import type { OutboxBody } from "../../ports/store.ts";
import type { StoredWish } from "../../ports/wishes.ts";
import { type Ctx, type Scene, write } from "../context.ts";
import { Fail, missing } from "../fail.ts";
import { loadSurvivor } from "../ticket/load-ticket.ts";
import { saveTicket } from "../ticket/save-ticket.ts";
import { queueTelling } from "../wish/tell-wish.ts";
import { appendToWish } from "../wish/wish-events.ts";
import type { ReleaseChanged } from "./plan-release.ts";
import { appendToRelease } from "./release-events.ts";

export type MarkOutInput = {
  readonly release: string;
  readonly note: string;
  /** Version whose effect was shown. */
  readonly sawVersion: number;
};

/**
 * Marks a release out, for good, and with it the wishes that were planned for it. Each ticket that waits is told in a
 * transaction of its own afterwards, so that a thousand of them hold nothing up and each is told once.
 */
export function markReleaseOut(ctx: Ctx, input: MarkOutInput): Promise<ReleaseChanged> {
  return write(ctx, "release.write", async (scene) => {
    const stored = await scene.tx.releases.find(input.release, "lock");
    if (!stored) throw missing("This release");
    const refused = markOutRefusal(stored, input.sawVersion);
    if (refused !== null) throw new Fail("conflict", refused.message, refused);
    const event = { kind: "release.marked-out", note: wordsIn(input.note) } as const;
    const { id, name, version } = await appendToRelease(ctx, scene, stored, event);
    const waiting = await scene.tx.releases.waiting(id, MOST_TICKETS);
    const items = waiting.map(({ id: ticket }) => ({
      id: ctx.ids.uuid(),
      kind: RELEASE_OUT,
      effectKey: `${RELEASE_OUT}:${id}:${ticket}`,
      body: { release: id, ticket },
      at: scene.now,
    }));
    if (items.length > 0) await scene.tx.outbox.addMany(items);
    const wishes: StoredWish[] = [];
    for (const wish of await scene.tx.wishes.plannedFor(id, "lock")) {
      wishes.push(await appendToWish(ctx, scene, wish, { kind: "wish.out", release: id, name }));
    }
    // Who waits for the release itself hears of it once.
    await queueTelling(ctx, scene, wishes, new Set(waiting.map((ticket) => ticket.id)));
    return { id, version };
  });
}

/** The outbox's kind of what is still to be told of a release to one ticket. */
export const RELEASE_OUT = "release-out";
/** More tickets than ever waited for one release. */
const MOST_TICKETS = 100_000;

/**
 * Tells one ticket that its release is out: on its timeline and, with the event, by mail. Twice is once. One that was
 * merged is told on the ticket it went into.
 */
export async function tellOut(ctx: Ctx, scene: Scene, body: OutboxBody): Promise<void> {
  const release = await scene.tx.releases.find(String(body["release"]), "look");
  const loaded = await loadSurvivor(scene, String(body["ticket"]));
  if (!release || release.outAt === null || !loaded) return;
  if (!(await scene.tx.releases.isAwaitedBy(release.id, loaded.id))) return;
  const { id, name, outAt } = release;
  const event = { kind: "release.out", release: id, name, outAt } as const;
  await saveTicket(ctx, scene, loaded, [{ actor: { kind: "system", id: null }, event }]);
}
