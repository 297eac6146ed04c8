import { canonicalJson } from "@troth/core";
import { type Ctx, write } from "../context.ts";

/** Seals the chains that grew since the last seal into the workspace's own chain, so that writes never queue for it. */
export function sealHeads(ctx: Ctx): Promise<number> {
  return write(ctx, "clock.watch", async (scene) => {
    const { seq, previous, heads, throughTxid } = await scene.tx.seals.growth();
    if (heads.length === 0) return 0;
    const hash = ctx.vault.sha256(canonicalJson([previous, ctx.workspace.id, seq, scene.now, heads]));
    await scene.tx.seals.add({ seq, at: scene.now, heads, throughTxid, previous, hash });
    return heads.length;
  });
}
