/**
 * Finds the first of sorted numbers above a given one in a step or two, whatever their count, if they lie as
 * evenly as the hours of weeks do.
 */
export type IndexTable = {
  /** Ascending; ends with NaN. */
  readonly keys: Float64Array;
  readonly base: number;
  /** The last key. */
  readonly top: number;
  readonly scale: number;
  /** `slots[b]` is the first key above the lower edge of bucket b. */
  readonly slots: Int32Array;
};

/** `keys` ascending and ended by NaN; `base` at or below the first. */
export function indexTable(keys: Float64Array, base: number): IndexTable {
  const count = keys.length - 1;
  const range = count > 0 ? read(keys, count - 1) - base : 0;
  // A power of two, so that scaling is exact and a key never falls into the wrong bucket.
  const width = 2 ** Math.max(0, Math.ceil(Math.log2(range / (2 * count + 1))));
  const slots = new Int32Array(Math.floor(range / width) + 1);
  for (let b = 0, i = 0; b < slots.length; b++) {
    while (read(keys, i) <= base + b * width) i++;
    slots[b] = i;
  }
  return { keys, base, top: base + range, scale: 1 / width, slots };
}

/** Index of the first key greater than `x`; the index of the closing NaN when there is none. */
export function firstAbove({ keys, base, top, scale, slots }: IndexTable, x: number): number {
  if (x < base) return 0;
  if (x >= top) return keys.length - 1;
  let i = slots[((x - base) * scale) | 0] ?? 0;
  while ((keys[i] ?? 0) <= x) i++;
  return i;
}

/** An element of a column. Never ask outside: V8 would box every number read afterwards. */
export function read(column: Float64Array, i: number): number {
  return column[i] ?? Number.NaN;
}
