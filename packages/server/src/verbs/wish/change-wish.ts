import { invalidStep, planRefusal, stepRefusal, type WishEvent, type WishState } from "@troth/core";
import type { StoredRelease } from "../../ports/releases.ts";
import { type Ctx, write } from "../context.ts";
import { Fail, invalidFields, missing } from "../fail.ts";
import { releaseNamed } from "../release/plan-release.ts";
import { queueTelling } from "./tell-wish.ts";
import { appendToWish } from "./wish-events.ts";

export type ChangeWishInput = {
  readonly wish: string;
  readonly to: WishState;
  /** Name of the release that it is planned for. */
  readonly release: string;
  readonly reason: string;
  /** Version whose effect was shown. */
  readonly sawVersion: number;
};

export type WishChanged = { readonly id: string; readonly version: number; readonly state: WishState };

/** Makes a wish planned, out or declined, or noted again; each ticket that asks for it is told afterwards, once. */
export function changeWish(ctx: Ctx, input: ChangeWishInput): Promise<WishChanged> {
  return write(ctx, "wish.write", async (scene) => {
    if (!(await scene.tx.wishes.find(input.wish, "look"))) throw missing("This wish");
    const fields = invalidStep(input);
    if (fields.length > 0) throw invalidFields(fields);
    // The release is held before the wish, as where it is marked out, so that nobody waits in a circle.
    const release = input.to === "planned" ? await releaseNamed(ctx, scene, input.release, "release") : null;
    const stored = await scene.tx.wishes.find(input.wish, "lock");
    if (!stored) throw missing("This wish");
    const refused = stepRefusal(stored, input) ?? (release && planRefusal(stored, release));
    if (refused !== null) {
      throw new Fail("conflict", refused.message, { ...refused, revision: stored.version });
    }
    const wish = await appendToWish(ctx, scene, stored, eventFor(input, release));
    await queueTelling(ctx, scene, [wish]);
    return { id: wish.id, version: wish.version, state: wish.state };
  });
}

function eventFor({ to, reason }: ChangeWishInput, release: StoredRelease | null): WishEvent {
  if (release !== null) return { kind: "wish.planned", release: release.id, name: release.name };
  if (to === "declined") return { kind: "wish.declined", reason: reason.trim() };
  if (to === "noted") return { kind: "wish.put-back", reason: reason.trim() };
  return { kind: "wish.out", release: null, name: null };
}
