/** Finds the first of sorted numbers above a given one in a step or two, whatever their count. */
export type IndexTable = {
  /** Ascending; ends with Infinity. */
  readonly keys: Float64Array;
  readonly base: number;
  readonly scale: number;
  /** `slots[b]` is the first key above the lower edge of bucket b. */
  readonly slots: Int32Array;
};

/** `keys` ascending and ended by Infinity; `base` at or below the first. */
export function indexTable(keys: Float64Array, base: number): IndexTable {
  const count = keys.length - 1;
  const range = count > 0 ? read(keys, count - 1) - base : 0;
  // A power of two, so that scaling is exact and a key never falls into the wrong bucket.
  const width = 2 ** Math.max(0, Math.ceil(Math.log2(range / (2 * count + 1))));
  const slots = new Int32Array(Math.floor(range / width) + 2);
  for (let b = 0, i = 0; b < slots.length; b++) {
    while (i < count && read(keys, i) <= base + b * width) i++;
    slots[b] = i;
  }
  return { keys, base, scale: 1 / width, slots };
}

/** Index of the first key greater than `x`; the index of the closing Infinity when there is none. */
export function firstAbove({ keys, base, scale, slots }: IndexTable, x: number): number {
  const slot = (x - base) * scale;
  if (slot < 0) return 0;
  if (slot >= slots.length - 1) return keys.length - 1;
  const bucket = Math.trunc(slot);
  let low = slots[bucket] ?? 0;
  let high = slots[bucket + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (read(keys, middle) > x) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** An element of a column. Never ask outside: V8 would box every number read afterwards. */
export function read(column: Float64Array, i: number): number {
  return column[i] ?? Number.NaN;
}
