import { type ConductEvent, caseAfter, endsSupport, GENESIS } from "@troth/core";
import type { StoredCase } from "../../ports/conduct.ts";
import type { Ctx, Scene } from "../context.ts";
import { Fail } from "../fail.ts";
import { linkOfLogged } from "../record/link.ts";

/** What became of a case with one more event. */
export type CaseChanged = { readonly id: string; readonly number: number; readonly version: number };

/** Adds one event to a case's chain and brings its row to it; null for one that is being reported. */
export async function appendToCase(
  ctx: Ctx,
  scene: Scene,
  stored: StoredCase | null,
  event: ConductEvent,
): Promise<CaseChanged> {
  const actor = authorOf(scene);
  const id = stored?.id ?? ctx.ids.uuid();
  const previous = stored?.head ?? GENESIS;
  const at = Math.max(scene.now, stored?.changedAt ?? scene.now);
  const logged = { seq: (stored?.version ?? 0) + 1, at, actor, event };
  const after = caseAfter(stored, logged);
  const hash = linkOfLogged(ctx, previous, { stream: id, ...logged });
  const { person, organisation } = after.concerned;
  const isEnd = endsSupport(after);
  const ends = {
    person: isEnd && after.scope === "person" ? person : null,
    organisation: isEnd && after.scope === "organisation" ? organisation : null,
  };
  const expected = stored?.version ?? null;
  if (!(await scene.tx.conduct.write({ id, expected, logged, previous, hash, after, ends })))
    throw new Fail("conflict", "Somebody else worked on this case first. Read it again, then repeat.", {
      reason: "case-changed",
    });
  return { id, number: after.number, version: after.version };
}

function authorOf({ member, agent }: Scene): { kind: string; id: string } {
  if (agent) return { kind: "agent", id: agent.id };
  if (member) return { kind: "customer", id: member.id };
  throw new Fail("forbidden", "Only people report and decide.");
}
