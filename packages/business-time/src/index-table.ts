/** Finds the first of sorted numbers above a given one in a step or two, whatever their count. */
export type IndexTable = {
  /** Ascending; ends with Infinity. */
  readonly keys: Float64Array;
  readonly base: number;
  readonly scale: number;
  /** `slots[b]` is the first key above the lower edge of bucket b. */
  readonly slots: Int32Array;
};

const MOST_STEPS = 8;

/** `keys` ascending and ended by Infinity; `base` at or below the first. */
export function indexTable(keys: Float64Array, base: number): IndexTable {
  const count = keys.length - 1;
  const range = count > 0 ? read(keys, count - 1) - base : 0;
  // A power of two, so that scaling is exact and a key never falls into the wrong bucket.
  const width = 2 ** Math.max(0, Math.ceil(Math.log2(Math.max(range, 1) / (2 * count + 1))));
  const buckets = Math.floor(range / width) + 1;
  const slots = new Int32Array(buckets + 1);
  for (let b = 0, i = 0; b <= buckets; b++) {
    while (read(keys, i) <= base + b * width) i++;
    slots[b] = i;
  }
  return { keys, base, scale: 1 / width, slots };
}

/** Index of the first key greater than `x`; the index of the closing Infinity when there is none. */
export function firstAbove(table: IndexTable, x: number): number {
  const { keys, slots } = table;
  const slot = (x - table.base) * table.scale;
  if (slot < 0) return 0;
  if (slot >= slots.length - 1) return keys.length - 1;
  const bucket = Math.trunc(slot);
  let low = slots[bucket] ?? 0;
  let high = slots[bucket + 1] ?? 0;
  while (high - low > MOST_STEPS) {
    const middle = (low + high) >> 1;
    if (read(keys, middle) > x) high = middle;
    else low = middle + 1;
  }
  while (read(keys, low) <= x) low++;
  return low;
}

/** An element of a column; NaN outside, which no comparison accepts. */
export function read(column: Float64Array, i: number): number {
  return column[i] ?? Number.NaN;
}
