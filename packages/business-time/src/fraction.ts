import { CalendarError } from "./errors.ts";
import type { Fraction } from "./types.ts";

/** A fraction of any size, for sums that must not round. `den` is positive. */
export type Exact = { readonly num: bigint; readonly den: bigint };

export const ZERO: Exact = { num: 0n, den: 1n };

/**
 * Reads a number as the decimal it is written as: 0.1 is one tenth. Refuses NaN, infinities, fractions
 * whose parts are not safe integers and denominators below 1.
 */
export function exactOf(value: Fraction | number): Exact {
  if (typeof value === "number") return decimal(value);
  const { num, den } = value;
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || den < 1) {
    throw new CalendarError(
      "bad-amount",
      `${String(num)}/${String(den)} is not a fraction of whole numbers.`,
    );
  }
  return reduced(BigInt(num), BigInt(den));
}

function decimal(value: number): Exact {
  const match = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!match) throw new CalendarError("bad-amount", `${String(value)} is not an amount.`);
  const [, whole = "", part = "", exponent = "0"] = match;
  const digits = BigInt(whole + part);
  const power = Number(exponent) - part.length;
  return power >= 0
    ? { num: digits * 10n ** BigInt(power), den: 1n }
    : reduced(digits, 10n ** BigInt(-power));
}

export function reduced(num: bigint, den: bigint): Exact {
  let a = num < 0n ? -num : num;
  let b = den;
  while (b > 0n) [a, b] = [b, a % b];
  return a > 1n ? { num: num / a, den: den / a } : { num, den };
}

export function plus(a: Exact, b: Exact): Exact {
  return reduced(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function minus(a: Exact, b: Exact): Exact {
  return reduced(a.num * b.den - b.num * a.den, a.den * b.den);
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Exact, b: Exact): number {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : Number(left > right);
}

/** The greatest whole number that is not above. */
export function floor({ num, den }: Exact): bigint {
  const quotient = num / den;
  return num % den < 0n ? quotient - 1n : quotient;
}

/** The least whole number that is not below. */
export function ceil({ num, den }: Exact): bigint {
  return -floor({ num: -num, den });
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

/** The exact sum of fractions, in lowest terms. */
export function sumOfFractions(fractions: readonly Fraction[]): Fraction {
  return fractionOf(fractions.reduce((sum, next) => plus(sum, exactOf(next)), ZERO));
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`; exact. */
export function compareFractions(a: Fraction | number, b: Fraction | number): number {
  return compare(exactOf(a), exactOf(b));
}
