import type { Refused } from "@troth/core";
import type { StoredCase } from "../../ports/conduct.ts";
import { type Ctx, type Scene, write } from "../context.ts";
import { Fail, missing } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { appendToCase, type CaseChanged } from "./case-events.ts";
import { tellOf } from "./tell.ts";

/** Whoever a decision concerns asks for it to be looked at again, once. It stays open when support is ended. */
export function askReview(ctx: Ctx, input: { number: number; text: string }): Promise<CaseChanged> {
  return write(ctx, "conduct.report", async (scene) => {
    const writer = scene.agent ?? scene.member;
    const stored = await scene.tx.conduct.find(input.number, "lock");
    if (!writer || !stored || !concerns(scene, stored)) throw missing(`Case ${input.number}`);
    const refused = reviewRefusal(stored);
    if (refused) throw new Fail("conflict", refused.message, refused);
    const text = ctx.vault.seal(keyOf(ctx.vault, writer), input.text);
    const changed = await appendToCase(ctx, scene, stored, { kind: "conduct.review-asked", text });
    const agents = await scene.tx.people.agents();
    const judges = agents.filter(({ id, role }) => role !== "agent" && id !== stored.concerned.person);
    const tell = tellOf(ctx, scene, changed);
    await scene.tx.outbox.addMany(judges.map(({ id }) => tell("conduct-reported", id)));
    return changed;
  });
}

/** Why no review can be asked for now; null when it can. */
export function reviewRefusal({ state, review }: Pick<StoredCase, "state" | "review">): Refused | null {
  if (state === "reinstated") {
    const message = "Support was reinstated. There is nothing left to review.";
    return { reason: "review-reinstated", message };
  }
  if (review !== null) {
    const message = "A review was asked for already. You hear of its outcome here and by mail.";
    return { reason: "review-asked", message };
  }
  if (state === "decided") return null;
  const message = "Nothing is decided yet. A review can be asked for afterwards.";
  return { reason: "review-nothing-decided", message };
}

/** Whether a decision that was told is about this reader: their own words, or their organisation's support. */
export function concerns({ agent, member }: Scene, known: StoredCase): boolean {
  const { concerned, decision, scope } = known;
  if (decision === null || decision === "no-action") return false;
  if (concerned.person === (agent ?? member)?.id) return true;
  const answersFor = member?.role === "owner" || member?.role === "admin";
  return scope === "organisation" && answersFor && concerned.organisation === member?.organisation.id;
}
