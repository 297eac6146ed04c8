import { afterMark, GENESIS, planned, type ReleaseEvent } from "@troth/core";
import type { StoredRelease } from "../../ports/releases.ts";
import { agentOf, type Ctx, type Scene } from "../context.ts";
import { Fail } from "../fail.ts";
import { linkOfLogged } from "../record/link.ts";

/** Adds one event to a release's chain and brings its row to it; null for one that is being planned. */
export async function appendToRelease(
  ctx: Ctx,
  scene: Scene,
  stored: StoredRelease | null,
  event: ReleaseEvent,
): Promise<StoredRelease> {
  const id = stored?.id ?? ctx.ids.uuid();
  const previous = stored?.head ?? GENESIS;
  const actor = { kind: "agent", id: agentOf(scene).id };
  const logged = {
    seq: (stored?.version ?? 0) + 1,
    // Like a ticket's, a release's events never go back in time.
    at: Math.max(scene.now, stored?.plannedAt ?? scene.now),
    event,
  };
  const hash = linkOfLogged(ctx, previous, { stream: id, actor, ...logged });
  const after = stored === null ? planned(logged) : afterMark(stored, logged);
  const expected = stored?.version ?? null;
  if (!(await scene.tx.releases.write({ id, expected, logged, actor, previous, hash, after })))
    throw new Fail("conflict", "Somebody else changed this release first. Read it again, then mark it out.", {
      reason: "release-changed",
    });
  return { ...after, id, head: hash };
}
