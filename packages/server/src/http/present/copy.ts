/** The contract's arrays are mutable; ours are not. */
export function copy<T>(value: T): Mutable<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a copy may be changed
  return structuredClone(value) as Mutable<T>;
}

type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;
