import { type Exact, exactOf, fractionOf, minus } from "./fraction.ts";
import type { Fraction } from "./types.ts";

const NOTHING: Exact = { num: 0n, den: 1n };

/** The exact sum of fractions, in lowest terms. */
export function sumOf(fractions: readonly Fraction[]): Fraction {
  const { num, den } = fractions.reduce((left, next) => minus(left, exactOf(next)), NOTHING);
  return fractionOf({ num: -num, den });
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Fraction | number, b: Fraction | number): number {
  const { num } = minus(exactOf(a), exactOf(b));
  return num < 0n ? -1 : Number(num > 0n);
}
