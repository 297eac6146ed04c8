import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import type { Blobs, Bytes } from "../../ports/blobs.ts";
import type { FilesPlace } from "../../ports/files-place.ts";
import { checkBlobs } from "./check.ts";
import { forgetLeftOvers } from "./left-overs.ts";
import { assertOurs, isOurs } from "./place.ts";

/** The bucket, and the folder where bytes wait until they are whole and their length is known. */
export type S3Place = Extract<FilesPlace, { kind: "s3" }> & { readonly spool: string };

/** S3 takes this many names to delete at once. */
const MOST_AT_ONCE = 1_000;

/** Files in a bucket. An object appears whole or not at all. */
export function s3Blobs(place: S3Place): Blobs & { readonly stop: () => void } {
  const { bucket, prefix, spool } = place;
  const client = clientFor(place);
  const keyOf = (workspace: string, id: string) => {
    assertOurs(workspace, id);
    return `${prefix}${workspace}/${id}`;
  };
  const blobs: Blobs = {
    async put(workspace, id, bytes) {
      const key = keyOf(workspace, id);
      const waiting = join(spool, randomUUID());
      await mkdir(spool, { recursive: true, mode: 0o700 });
      try {
        await pipeline(bytes, createWriteStream(waiting, { flags: "wx", mode: 0o600 }));
        const { size } = await stat(waiting);
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: key,
            Body: createReadStream(waiting),
            ContentLength: size,
            ContentType: "application/octet-stream",
          }),
        );
      } finally {
        await rm(waiting, { force: true });
      }
    },
    async get(workspace, id) {
      try {
        const { Body } = await client.send(
          new GetObjectCommand({ Bucket: bucket, Key: keyOf(workspace, id) }),
        );
        return Body instanceof Readable ? buffers(Body) : null;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    async forget(workspace, ids) {
      for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
        const some = ids.slice(from, from + MOST_AT_ONCE);
        const Objects = some.map((id) => ({ Key: keyOf(workspace, id) }));
        const { Errors = [] } = await client.send(
          new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
        );
        const [wrong] = Errors;
        if (wrong) throw new Error(`${Errors.length} files were not deleted: ${wrong.Message ?? wrong.Code}`);
      }
    },
    async *olderThan(workspace, at) {
      assertOurs(workspace);
      await forgetLeftOvers(spool, at);
      const Prefix = `${prefix}${workspace}/`;
      let after: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({
            Bucket: bucket,
            Prefix,
            ...(after === undefined ? {} : { ContinuationToken: after }),
          }),
        );
        const old = (page.Contents ?? []).flatMap(({ Key = "", LastModified }) => {
          const id = Key.slice(Prefix.length);
          return isOurs(id) && LastModified !== undefined && LastModified.getTime() < at ? [id] : [];
        });
        if (old.length > 0) yield old;
        after = page.NextContinuationToken;
      } while (after !== undefined);
    },
    check: () => checkBlobs(blobs, `the bucket ${bucket}`),
  };
  return { ...blobs, stop: () => client.destroy() };
}

/** What goes wrong is thrown, and told once by whoever catches it. */
const quiet = (): void => {};
const SILENT = { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet };

function clientFor({ region, endpoint, credentials }: S3Place): S3Client {
  return new S3Client({
    region,
    logger: SILENT,
    // Many services that speak S3 know neither the newer checksums nor buckets as host names.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    ...(credentials === null ? {} : { credentials }),
  });
}

async function* buffers(stream: Readable): Bytes & AsyncGenerator<Buffer> {
  for await (const part of stream) yield Buffer.isBuffer(part) ? part : Buffer.from(part);
}
