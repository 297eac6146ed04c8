import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Blobs, Bytes } from "../../ports/blobs.ts";
import { checkBlobs } from "./check.ts";
import { entriesOf, forgetLeftOvers, isAbsent, isOlder } from "./left-overs.ts";
import { assertOurs, isOurs } from "./place.ts";

/** Where bytes lie until they are whole. */
const ARRIVING = "arriving";
const MODE = { folder: 0o700, file: 0o600 } as const;

/** Files in a folder of this machine, or of a disk that all nodes share. Nothing else serves or lists it. */
export function localBlobs(root: string): Blobs {
  const folderOf = (workspace: string, id: string) => join(root, workspace, id.slice(-2));
  const pathOf = (workspace: string, id: string) => {
    assertOurs(workspace, id);
    return join(folderOf(workspace, id), id);
  };
  const blobs: Blobs = {
    async put(workspace, id, bytes) {
      const path = pathOf(workspace, id);
      const arriving = join(root, ARRIVING, randomUUID());
      await mkdir(dirname(arriving), { recursive: true, mode: MODE.folder });
      await mkdir(dirname(path), { recursive: true, mode: MODE.folder });
      try {
        await written(arriving, bytes);
        await rename(arriving, path);
      } catch (error) {
        await rm(arriving, { force: true });
        throw error;
      }
      // The names on the way have to last as well as the bytes.
      for (const folder of [dirname(path), dirname(dirname(path)), root]) await synced(folder);
    },
    async get(workspace, id) {
      const path = pathOf(workspace, id);
      try {
        await access(path);
        return bytesOf(path);
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
    },
    async forget(workspace, ids) {
      for (const id of ids) await rm(pathOf(workspace, id), { force: true });
    },
    async *olderThan(workspace, at) {
      assertOurs(workspace);
      await forgetLeftOvers(join(root, ARRIVING), at);
      for (const folder of await entriesOf(join(root, workspace))) {
        const old: string[] = [];
        for (const { name } of await entriesOf(join(root, workspace, folder.name))) {
          if (isOurs(name) && (await isOlder(pathOf(workspace, name), at))) old.push(name);
        }
        if (old.length > 0) yield old;
      }
    },
    check: () => checkBlobs(blobs, `the folder ${root}`),
  };
  return blobs;
}

/** Opened when somebody reads, so that nothing stays open for one who does not. */
async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  for await (const part of createReadStream(path)) yield part;
}

async function written(path: string, bytes: Bytes): Promise<void> {
  const file = await open(path, "wx", MODE.file);
  try {
    for await (const part of bytes) await file.write(part);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function synced(folder: string): Promise<void> {
  const opened = await open(folder);
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
