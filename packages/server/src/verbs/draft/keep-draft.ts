import type { DraftPlace, StoredPerson } from "../../ports/store.ts";
import { type Ctx, read, type Scene, write } from "../context.ts";
import { Fail } from "../fail.ts";
import { keyOf, openUnmasked } from "../person/keys.ts";

export type Draft = { readonly key: string; readonly content: string; readonly savedAt: number | null };

/** A text somebody began and has not sent; empty when there is none. */
export function readDraft(ctx: Ctx, input: { key: string }): Promise<Draft> {
  return read(ctx, "draft.keep", async (scene) => {
    const person = personOf(scene);
    const draft = await scene.tx.drafts.find(placeOf(scene, person, input.key));
    const content = draft && openUnmasked(ctx.vault, person, draft.content);
    return { key: input.key, content: content ?? "", savedAt: draft?.savedAt ?? null };
  });
}

/**
 * Keeps the text, sealed with its writer's key; an empty one forgets it. Putting the same again changes nothing, so
 * no first answer is kept for a retry: it would hold the text in the clear.
 */
export function putDraft(ctx: Ctx, input: { key: string; content: string }): Promise<Draft> {
  return write({ ...ctx, replay: null }, "draft.keep", async (scene) => {
    const person = personOf(scene);
    if (input.content === "") {
      await scene.tx.drafts.forget(placeOf(scene, person, input.key));
      return { key: input.key, content: "", savedAt: null };
    }
    const sealed = ctx.vault.seal(keyOf(ctx.vault, person), input.content);
    await scene.tx.drafts.put(placeOf(scene, person, input.key), sealed, scene.now);
    return { ...input, savedAt: scene.now };
  });
}

function placeOf({ member }: Scene, { id }: StoredPerson, key: string): DraftPlace {
  return { person: id, organisation: member?.organisation.id ?? null, key };
}

/** What a sent text leaves behind: no draft. */
export function forgetDraft(scene: Scene, key: string): Promise<void> {
  return scene.tx.drafts.forget(placeOf(scene, personOf(scene), key));
}

function personOf(scene: Scene) {
  const person = scene.member ?? scene.agent;
  if (!person) throw new Fail("forbidden", "Only a person keeps drafts.");
  return person;
}
