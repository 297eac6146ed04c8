import { createCipheriv, createDecipheriv, hkdfSync, type KeyObject } from "node:crypto";
import type { Bytes } from "../../ports/blobs.ts";

const VERSION = 1;
const CHUNK_BYTES = 65_536;
const TAG_BYTES = 16;

/**
 * Seals a file as it streams: chunks of 64 KiB, each under AES-256-GCM with a key of the file's own. The nonce counts the
 * chunks and marks the last one, so that none can be changed, moved, left out or cut off unseen.
 */
export async function* sealedChunks(key: KeyObject, bound: string, plain: Bytes): AsyncGenerator<Buffer> {
  const own = keyOf(key, bound);
  yield Buffer.of(VERSION);
  for await (const { bytes, nonce } of framed(plain, CHUNK_BYTES)) {
    const cipher = createCipheriv("aes-256-gcm", own, nonce);
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/** The file again, a chunk at a time; throws at the first that was altered, and at the end when that is missing. */
export async function* openedChunks(key: KeyObject, bound: string, sealed: Bytes): AsyncGenerator<Buffer> {
  const own = keyOf(key, bound);
  for await (const { bytes, nonce } of framed(afterVersion(sealed), CHUNK_BYTES + TAG_BYTES)) {
    if (bytes.length < TAG_BYTES) throw new Error("Not a sealed file.");
    const decipher = createDecipheriv("aes-256-gcm", own, nonce);
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    const plain = decipher.update(bytes.subarray(0, bytes.length - TAG_BYTES));
    yield Buffer.concat([plain, decipher.final()]);
  }
}

function keyOf(key: KeyObject, bound: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "troth", `file ${bound}`, 32));
}

async function* afterVersion(sealed: Bytes): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const bytes of sealed) {
    if (isFirst && bytes.length > 0) {
      if (bytes[0] !== VERSION) throw new Error("Not a sealed file.");
      isFirst = false;
      yield bytes.subarray(1);
    } else yield bytes;
  }
}

/** The stream cut into pieces of one size, the last one shorter or empty, each with its nonce. */
async function* framed(
  stream: Bytes,
  size: number,
): AsyncGenerator<{ readonly bytes: Buffer; readonly nonce: Buffer }> {
  let held: Buffer[] = [];
  let length = 0;
  let count = 0;
  for await (const bytes of stream) {
    held.push(bytes);
    length += bytes.length;
    // A piece leaves when more follows: only then is it known not to be the last.
    while (length > size) {
      const all: Buffer = held.length === 1 && held[0] ? held[0] : Buffer.concat(held);
      yield { bytes: all.subarray(0, size), nonce: nonceOf(count, false) };
      count += 1;
      held = [all.subarray(size)];
      length -= size;
    }
  }
  yield { bytes: Buffer.concat(held), nonce: nonceOf(count, true) };
}

function nonceOf(count: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(count, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
