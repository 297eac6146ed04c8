import { afterUpdate, declared, GENESIS, type IncidentEvent } from "@troth/core";
import type { StoredIncident } from "../../ports/incidents.ts";
import type { Actorship } from "../../ports/store.ts";
import type { Ctx, Scene } from "../context.ts";
import { Fail } from "../fail.ts";
import { linkOfLogged } from "../record/link.ts";

/** Adds one event to an incident's chain and brings its row to it; null for one that is being declared. */
export async function appendToIncident(
  ctx: Ctx,
  scene: Scene,
  stored: StoredIncident | null,
  event: IncidentEvent,
): Promise<StoredIncident> {
  const id = stored?.id ?? ctx.ids.uuid();
  const previous = stored?.head ?? GENESIS;
  const actor = sayerOf(scene);
  const logged = {
    seq: (stored?.version ?? 0) + 1,
    // Like a ticket's, an incident's events never go back in time.
    at: Math.max(scene.now, stored?.changedAt ?? scene.now),
    event,
  };
  const hash = linkOfLogged(ctx, previous, { stream: id, actor, ...logged });
  const after = stored === null ? declared(logged) : afterUpdate(stored, logged);
  const expected = stored?.version ?? null;
  if (!(await scene.tx.incidents.write({ id, expected, logged, actor, previous, hash, after })))
    throw new Fail("conflict", "Somebody else updated this incident first. Read it again, then post yours.", {
      reason: "incident-changed",
    });
  return { ...after, id, head: hash };
}

/** Who speaks for the vendor: an agent, or one of its systems. */
function sayerOf({ actor }: Scene): Actorship {
  if (actor.kind === "agent") return { kind: "agent", id: actor.person };
  if (actor.kind === "key") return { kind: "key", id: actor.key };
  return { kind: "system", id: null };
}
