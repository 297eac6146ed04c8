import { invalidReleaseName, releaseNameOf, wordsIn } from "@troth/core";
import type { StoredRelease } from "../../ports/releases.ts";
import { type Ctx, type Scene, write } from "../context.ts";
import { Fail, invalidFields } from "../fail.ts";
import { appendToRelease } from "./release-events.ts";

export type ReleaseChanged = { readonly id: string; readonly version: number };

/** Names a release that is to come, with what customers read beside its name. */
export function planRelease(ctx: Ctx, input: { name: string; note: string }): Promise<ReleaseChanged> {
  return write(ctx, "release.write", async (scene) => {
    assertName(input.name, "name");
    const name = releaseNameOf(input.name);
    if (await scene.tx.releases.named(name, "look")) {
      throw new Fail("conflict", `There is a release «${name}» already. Open it, or choose another name.`, {
        reason: "release-there",
        facts: { name },
      });
    }
    const event = { kind: "release.planned", name, note: wordsIn(input.note) } as const;
    const { id, version } = await appendToRelease(ctx, scene, null, event);
    return { id, version };
  });
}

/**
 * The release that an outcome or a plan names in the field `path`: the one there is, or a new one. Held as it is until
 * all is written, so that none is marked out between.
 */
export async function releaseNamed(
  ctx: Ctx,
  scene: Scene,
  text: string | null,
  path: NamePath,
): Promise<StoredRelease> {
  assertName(text ?? "", path);
  const name = releaseNameOf(text ?? "");
  return (
    (await scene.tx.releases.named(name, "keep")) ??
    (await appendToRelease(ctx, scene, null, { kind: "release.planned", name, note: "" }))
  );
}

type NamePath = Parameters<typeof invalidReleaseName>[1];

function assertName(name: string, path: NamePath): void {
  const fields = invalidReleaseName(name, path);
  if (fields.length > 0) {
    throw invalidFields(fields);
  }
}
