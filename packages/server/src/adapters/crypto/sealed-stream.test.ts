import { createSecretKey, randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { openedChunks, sealedChunks } from "./sealed-stream.ts";

const key = createSecretKey(randomBytes(32));
const CHUNK = 65_536;

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

describe("a file sealed as it streams", () => {
  test.each([0, 1, 100, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7])(
    "of %i bytes opens as it was, however it is cut on the way",
    async (length) => {
      const plain = randomBytes(length);
      for (const [there, back] of [
        [1_000, 777],
        [CHUNK, 200_000],
        [200_000, CHUNK + 16],
      ] as const) {
        const sealed = await all(sealedChunks(key, "p f", pieces(plain, there)));
        // A few bytes may stand in the sealed text by chance.
        expect(length < 16 || !sealed.includes(plain.subarray(0, 16))).toBe(true);
        expect((await all(openedChunks(key, "p f", pieces(sealed, back)))).equals(plain)).toBe(true);
      }
    },
  );

  test("another file's name, another key, a changed, moved, missing or cut chunk: none opens", async () => {
    const sealed = await all(sealedChunks(key, "p f", pieces(randomBytes(3 * CHUNK), 5_000)));
    const open = (bytes: Buffer, bound = "p f", by = key) =>
      all(openedChunks(by, bound, pieces(bytes, 9_999)));
    const frame = CHUNK + 16;
    const at = (index: number) => sealed.subarray(1 + index * frame, 1 + (index + 1) * frame);
    const version = sealed.subarray(0, 1);
    const altered = Buffer.from(sealed);
    altered[70_000] = (altered[70_000] ?? 0) ^ 1;
    await expect(open(sealed, "p g")).rejects.toThrow();
    await expect(open(sealed, "p f", createSecretKey(randomBytes(32)))).rejects.toThrow();
    await expect(open(altered)).rejects.toThrow();
    await expect(open(Buffer.concat([version, at(1), at(0), at(2)]))).rejects.toThrow();
    await expect(open(Buffer.concat([version, at(0), at(2)]))).rejects.toThrow();
    await expect(open(Buffer.concat([version, at(0), at(1)]))).rejects.toThrow();
    await expect(open(sealed.subarray(0, -1))).rejects.toThrow();
    await expect(open(version)).rejects.toThrow();
    await expect(open(Buffer.alloc(0))).rejects.toThrow();
  });
});
