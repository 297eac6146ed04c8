import { join } from "node:path";
import type { Blobs } from "../../ports/blobs.ts";
import type { FilesPlace } from "../../ports/files-place.ts";
import { localBlobs } from "./local.ts";

/** The files' place, found to work; throws a sentence where it does not. S3's client is loaded for S3 alone. */
export async function openBlobs(
  place: FilesPlace,
  dataDir: string,
): Promise<{ readonly blobs: Blobs; readonly stop: () => Promise<void> }> {
  if (place.kind === "folder") {
    const blobs = localBlobs(place.path);
    await blobs.check();
    return { blobs, stop: async () => {} };
  }
  const { s3Blobs } = await import("./s3.ts");
  const blobs = s3Blobs({ ...place, spool: join(dataDir, "arriving") });
  await blobs.check();
  return { blobs, stop: async () => blobs.stop() };
}
