import type { Fraction } from "./types.ts";

/** A fraction of any size, for sums that must not round. `den` is positive. */
export type Exact = { readonly num: bigint; readonly den: bigint };

/** Reads a checked amount; a number is the decimal it is written as: 0.1 is one tenth. */
export function exactOf(value: Fraction | number): Exact {
  if (typeof value !== "number") return reduced(BigInt(value.num), BigInt(value.den));
  const [digits = "", exponent = "0"] = String(value).split("e");
  const [whole = "", part = ""] = digits.split(".");
  return reduced(BigInt(whole + part), 10n ** BigInt(part.length - Number(exponent)));
}

/** In lowest terms. */
export function reduced(num: bigint, den: bigint): Exact {
  let [a, b] = [num < 0n ? -num : num, den];
  while (b > 0n) [a, b] = [b, a % b];
  return { num: num / a, den: den / a };
}

export function minus(a: Exact, b: Exact): Exact {
  return reduced(a.num * b.den - b.num * a.den, a.den * b.den);
}

/** A fraction times a whole number, away from zero to the next whole one. */
export function rounded({ num, den }: Exact, times: number): number {
  const product = num * BigInt(times);
  return Number((product + (num < 0n ? 1n - den : den - 1n)) / den);
}

/**
 * As two safe integers, exact whenever they fit. They do for every stretch that cuts into at most three
 * dates of different length; beyond, low bits are dropped from both parts alike.
 */
export function fractionOf({ num, den }: Exact): Fraction {
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  let [n, d] = [num, den];
  while (n > most || -n > most || d > most) [n, d] = [n / 2n, d > 1n ? d / 2n : d];
  return { num: Number(n), den: Number(d) };
}
