import { afterStep, GENESIS, type WishEvent, wishOpened } from "@troth/core";
import type { StoredWish } from "../../ports/wishes.ts";
import { agentOf, type Ctx, type Scene } from "../context.ts";
import { Fail } from "../fail.ts";
import { linkOfLogged } from "../record/link.ts";

/** Adds one event to a wish's chain and brings its row to it; null for one that is being opened. */
export async function appendToWish(
  ctx: Ctx,
  scene: Scene,
  stored: StoredWish | null,
  event: WishEvent,
): Promise<StoredWish> {
  const id = stored?.id ?? ctx.ids.uuid();
  const previous = stored?.head ?? GENESIS;
  const actor = { kind: "agent", id: agentOf(scene).id };
  const logged = {
    seq: (stored?.version ?? 0) + 1,
    // Like a ticket's, a wish's events never go back in time.
    at: Math.max(scene.now, stored?.changedAt ?? scene.now),
    event,
  };
  const hash = linkOfLogged(ctx, previous, { stream: id, actor, ...logged });
  const after = stored === null ? wishOpened(logged) : afterStep(stored, logged);
  const expected = stored?.version ?? null;
  if (!(await scene.tx.wishes.write({ id, expected, logged, actor, previous, hash, after })))
    throw new Fail("conflict", "Somebody else changed this wish first. Read it again, then decide.", {
      reason: "wish-changed",
    });
  const releaseName = event.kind === "wish.planned" || event.kind === "wish.out" ? event.name : null;
  return { ...after, id, head: hash, releaseName };
}
