import { reachOf, servedTypeOf } from "@troth/core";
import type { Bytes } from "../../ports/blobs.ts";
import { type Ctx, read } from "../context.ts";
import { missing } from "../fail.ts";
import { openText } from "../person/keys.ts";
import { type FileLink, isOwnLink } from "./file-links.ts";

/** A file on its way out. */
export type FileRead = {
  readonly name: string;
  /** What it is handed out as. */
  readonly type: string;
  readonly bytes: number;
  readonly content: Bytes;
};

/**
 * A file of a message, for whom the link was made and who may still see the message. A link of another, an old one, a
 * ticket out of reach, a note, an erased person: all are as if there were no such file (T20).
 */
export async function readFile(
  ctx: Ctx,
  permission: "ticket.read" | "desk.read",
  { file, ...link }: FileLink & { readonly file: string },
): Promise<FileRead> {
  const absent = missing(`The file ${file}`);
  const found = await read(ctx, permission, async (scene) => {
    if (!isOwnLink(ctx, scene, { file, ...link })) return null;
    const which = { id: file, number: link.ticket };
    return scene.tx.attachments.find(which, reachOf(scene.actor), permission === "desk.read");
  });
  if (!found) throw absent;
  const key = ctx.vault.unwrap(found.person, found.wrapped);
  const sealed = key && (await ctx.blobs.get(ctx.workspace.id, file));
  if (!key || !sealed) throw absent;
  return {
    name: openText(ctx.vault, { ...found, id: found.person }, found.name) ?? "file",
    type: servedTypeOf(found),
    bytes: found.bytes,
    content: ctx.vault.openFile(key, file, sealed),
  };
}
