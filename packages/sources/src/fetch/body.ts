import { pipeline, Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Unfetched } from "./unfetched.ts";

/**
 * Reads a body to its end, unpacked, and lets go as soon as it is longer than it may be: packed or unpacked, so that
 * neither a page of 1 GB nor a small one that unpacks to it is ever held.
 */
export async function readBody(body: Readable, encoding: string | null, mostBytes: number): Promise<Buffer> {
  const decoder = decoderOf(encoding);
  if (decoder === null) return wholeOf(body, mostBytes);
  const packed = Readable.from(bounded(body, mostBytes));
  // What breaks in a pipeline breaks the reading of its end.
  pipeline(packed, decoder, () => {});
  return wholeOf(decoder, mostBytes);
}

const GZIP = Buffer.from([0x1f, 0x8b]);

/** What lies packed in a file, such as `sitemap.xml.gz`; anything else as it is. */
export async function unpackedFile(bytes: Buffer, mostBytes: number): Promise<Buffer> {
  return bytes.subarray(0, 2).equals(GZIP) ? readBody(Readable.from([bytes]), "gzip", mostBytes) : bytes;
}

async function wholeOf(stream: Readable, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of bounded(stream, mostBytes)) chunks.push(chunk);
  } finally {
    stream.destroy();
  }
  return Buffer.concat(chunks);
}

async function* bounded(stream: Readable, mostBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Unfetched("too-long");
    yield chunk;
  }
}

function decoderOf(encoding: string | null): ReturnType<typeof createGunzip> | null {
  switch (encoding?.trim().toLowerCase() ?? "") {
    case "":
    case "identity":
      return null;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      throw new Unfetched("unreadable");
  }
}
