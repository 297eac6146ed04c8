import { type Ctx, read, write } from "../context.ts";
import { missing } from "../fail.ts";
import { type AttachPermission, uploaderOf } from "./upload-file.ts";

const DAY_MS = 86_400_000;

/** Takes back an upload that no message has taken. */
export async function forgetFile(
  ctx: Ctx,
  permission: AttachPermission,
  { file }: { readonly file: string },
): Promise<null> {
  await write(ctx, permission, async (scene) => {
    if (!(await scene.tx.attachments.drop(uploaderOf(scene).id, file))) throw missing(`The file ${file}`);
    return null;
  });
  await ctx.blobs.forget(ctx.workspace.id, [file]);
  return null;
}

/** Forgets uploads that no message took within a day. The number of them. */
export async function forgetUnusedFiles(ctx: Ctx): Promise<number> {
  const ids = await write(ctx, "clock.watch", ({ tx, now }) => tx.attachments.dropUnused(now - DAY_MS));
  await ctx.blobs.forget(ctx.workspace.id, ids);
  return ids.length;
}

/**
 * Forgets bytes that nobody can read any more: of uploads that broke off, of rows that are gone, of people who were
 * erased. Only what is older than a day, for an upload keeps its bytes before its row. The number of them.
 */
export async function sweepFiles(ctx: Ctx): Promise<number> {
  const now = await read(ctx, "clock.watch", async (scene) => scene.now);
  let count = 0;
  for await (const ids of ctx.blobs.olderThan(ctx.workspace.id, now - DAY_MS)) {
    const known = new Set(await read(ctx, "clock.watch", ({ tx }) => tx.attachments.known(ids)));
    const unknown = ids.filter((id) => !known.has(id));
    await ctx.blobs.forget(ctx.workspace.id, unknown);
    count += unknown.length;
  }
  return count;
}
