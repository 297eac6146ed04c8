import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { localBlobs } from "../../packages/server/src/adapters/files/local.ts";
import { s3Blobs } from "../../packages/server/src/adapters/files/s3.ts";
import type { Blobs } from "../../packages/server/src/ports/blobs.ts";
import { BUCKET, S3_KEY, startS3 } from "../support/s3.ts";

type Opened = { readonly blobs: Blobs; readonly stop: () => Promise<void> };

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "troth-blobs-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ADAPTERS: Readonly<Record<string, () => Promise<Opened>>> = {
  "a local folder": async () => ({ blobs: localBlobs(join(folder, "local")), stop: async () => {} }),
  "a bucket": async () => {
    const s3 = await startS3(join(folder, "s3"));
    const place = { kind: "s3", bucket: BUCKET, prefix: "desk/", region: "us-east-1" } as const;
    const spool = join(folder, "spool");
    const blobs = s3Blobs({ ...place, endpoint: s3.endpoint, credentials: S3_KEY, spool });
    return {
      blobs,
      async stop() {
        blobs.stop();
        await s3.stop();
      },
    };
  },
};

async function* pieces(bytes: Buffer, size = 50_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(blobs: Blobs, workspace: string, id: string): Promise<Buffer | null> {
  const found = await blobs.get(workspace, id);
  if (!found) return null;
  const parts: Buffer[] = [];
  for await (const part of found) parts.push(part);
  return Buffer.concat(parts);
}

async function older(blobs: Blobs, workspace: string, at: number): Promise<string[]> {
  const ids: string[] = [];
  for await (const some of blobs.olderThan(workspace, at)) ids.push(...some);
  return ids.toSorted();
}

const LATER = Date.now() + 3_600_000;

describe.each(Object.entries(ADAPTERS))("files in %s", (_name, open) => {
  let opened: Opened;
  const workspace = randomUUID();
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.stop());

  test.for([0, 1, 65_536, 3_000_000])("of %i bytes are there as they came", async (length) => {
    const bytes = randomBytes(length);
    const id = randomUUID();
    await opened.blobs.put(workspace, id, pieces(bytes));
    expect((await read(opened.blobs, workspace, id))?.equals(bytes)).toBe(true);
  });

  test("are each workspace's own, and what is not there is nothing", async () => {
    const id = randomUUID();
    await opened.blobs.put(workspace, id, pieces(randomBytes(10)));
    expect(await read(opened.blobs, randomUUID(), id)).toBeNull();
    expect(await read(opened.blobs, workspace, randomUUID())).toBeNull();
  });

  test("that break off on the way were never there, and leave nothing", async () => {
    const { blobs } = opened;
    const before = await older(blobs, workspace, LATER);
    const id = randomUUID();
    async function* broken(): AsyncGenerator<Buffer> {
      yield randomBytes(200_000);
      throw new Error("broken off");
    }
    await expect(blobs.put(workspace, id, broken())).rejects.toThrow("broken off");
    expect(await read(blobs, workspace, id)).toBeNull();
    expect(await older(blobs, workspace, LATER)).toEqual(before);
    for (const waiting of [join(folder, "local/arriving"), join(folder, "spool")]) {
      expect(await readdir(waiting).catch(() => [])).toEqual([]);
    }
  });

  test("can be forgotten, twice too, and are listed by age", async () => {
    const { blobs } = opened;
    const own = randomUUID();
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of ids) await blobs.put(own, id, pieces(randomBytes(10)));
    expect(await older(blobs, own, LATER)).toEqual(ids.toSorted());
    expect(await older(blobs, own, Date.now() - 3_600_000)).toEqual([]);
    const [first = "", ...rest] = ids;
    await blobs.forget(own, [first, randomUUID()]);
    await blobs.forget(own, [first]);
    expect(await older(blobs, own, LATER)).toEqual(rest.toSorted());
    expect(await read(blobs, own, first)).toBeNull();
  });

  test.for(["../../etc/passwd", "", ".", "a/b", "A".repeat(36), `${randomUUID()}/..`])(
    "T29 are under ids of ours and under nothing else: «%s»",
    async (name) => {
      const { blobs } = opened;
      await expect(blobs.put(workspace, name, pieces(randomBytes(1)))).rejects.toThrow(TypeError);
      await expect(blobs.put(name, randomUUID(), pieces(randomBytes(1)))).rejects.toThrow(TypeError);
      await expect(blobs.get(workspace, name)).rejects.toThrow(TypeError);
      await expect(blobs.forget(workspace, [name])).rejects.toThrow(TypeError);
    },
  );

  test("are found to work at start", async () => {
    await opened.blobs.check();
  });
});

describe("a place that does not work is said so in one sentence", () => {
  test("a folder that cannot be made", async () => {
    const file = join(folder, "a-file");
    await writeFile(file, "");
    await expect(localBlobs(join(file, "files")).check()).rejects.toThrow(
      /^Files cannot be kept in the folder .+\/a-file\/files: .+ Mend it, or name another place in TROTH_FILES\.$/,
    );
  });

  test("a bucket that is not there, and a service that does not answer", async () => {
    const s3 = await startS3(join(folder, "other"));
    const place = { kind: "s3", prefix: "", region: "us-east-1", credentials: S3_KEY } as const;
    const spool = join(folder, "spool");
    const at = (bucket: string, endpoint: string) => s3Blobs({ ...place, bucket, endpoint, spool });
    await expect(at("nowhere", s3.endpoint).check()).rejects.toThrow("in the bucket nowhere");
    await s3.stop();
    await expect(at(BUCKET, s3.endpoint).check()).rejects.toThrow(`in the bucket ${BUCKET}`);
  });
});
