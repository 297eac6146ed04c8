import { randomUUID } from "node:crypto";
import { type Blobs, FilesRefusal } from "../../ports/blobs.ts";

/** Where the trial bytes lie: a workspace that is nobody's. */
const NOBODY = "00000000-0000-4000-8000-000000000000";

/** Keeps a few bytes, reads them again and forgets them. */
export async function checkBlobs(blobs: Blobs, where: string): Promise<void> {
  const id = randomUUID();
  const word = Buffer.from(id);
  try {
    await blobs.put(NOBODY, id, once(word));
    const found: Buffer[] = [];
    for await (const part of (await blobs.get(NOBODY, id)) ?? []) found.push(part);
    await blobs.forget(NOBODY, [id]);
    if (!Buffer.concat(found).equals(word)) throw new Error("what was written could not be read again");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new FilesRefusal(
      `Files cannot be kept in ${where}: ${why}. Mend it, or name another place in TROTH_FILES.`,
      {
        cause: error,
      },
    );
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
