import { randomBytes } from "node:crypto";
import { deflateSync } from "node:zlib";
import { type Door, done, type RawAnswer } from "./ask.ts";

/** A whole PNG of one colour, with noise in a comment so that no two are alike. */
export function png(width = 4, height = 3): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(type, 4, "latin1");
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(Buffer.concat([head.subarray(4), data])));
    return Buffer.concat([head, data, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(width * 3, 0x5a)]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("tEXt", Buffer.from(`Comment\0${randomBytes(8).toString("hex")}`)),
    chunk("IDAT", deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** Uploads by a customer's door. */
export const upload = (door: Door, name: string, bytes: Buffer) =>
  done(door, "uploadAttachment", { query: { name }, bytes });

/** Uploads by an agent's door. */
export const deskUpload = (door: Door, name: string, bytes: Buffer) =>
  done(door, "uploadDeskAttachment", { query: { name }, bytes });

export type Got = Omit<RawAnswer, "text"> & { readonly bytes: Buffer };

/** What a link leads this door to. */
export async function follow(door: Door, href: string | null | undefined): Promise<Got> {
  if (!href) throw new Error("There is no link.");
  const answer = await fetch(door.origin + href, { headers: door.show() });
  return {
    status: answer.status,
    headers: answer.headers,
    bytes: Buffer.from(await answer.arrayBuffer()),
  };
}
