import type { Meaning } from "./meaning.ts";

/** A meaning as bytes, to be kept: the length of what follows, terms with their rarity as JSON, then the directions. */
export function packMeaning({ dimensions, terms, directions }: Meaning): Uint8Array {
  const named = [...terms]
    .toSorted(([, a], [, b]) => a.row - b.row)
    .map(([term, { rarity }]) => [term, rarity]);
  const head = new TextEncoder().encode(JSON.stringify({ dimensions, terms: named }));
  const bytes = new Uint8Array(4 + head.length + directions.length * 4);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, head.length, true);
  bytes.set(head, 4);
  directions.forEach((value, at) => view.setFloat32(4 + head.length + at * 4, value, true));
  return bytes;
}

/** The meaning again. Throws when the bytes are cut short. */
export function unpackMeaning(bytes: Uint8Array): Meaning {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  const head: { dimensions: number; terms: [string, number][] } = JSON.parse(
    new TextDecoder().decode(bytes.subarray(4, 4 + length)),
  );
  const directions = new Float32Array(head.terms.length * head.dimensions);
  for (let at = 0; at < directions.length; at += 1)
    directions[at] = view.getFloat32(4 + length + at * 4, true);
  const terms = new Map(head.terms.map(([term, rarity], row) => [term, { row, rarity }] as const));
  return { dimensions: head.dimensions, terms, directions };
}
