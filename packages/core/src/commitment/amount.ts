import type { Amount, Fraction } from "@troth/business-time";

function divisorOf(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : divisorOf(b, a % b);
}

function fraction(num: number, den: number): Fraction {
  const divisor = divisorOf(num, den) || 1;
  return { num: num / divisor, den: den / divisor };
}

/** A count of days as an exact fraction; 0.1 is one tenth, as written. */
export function daysOf(days: Fraction | number): Fraction {
  if (typeof days !== "number") return fraction(days.num, days.den);
  let den = 1;
  while (!Number.isInteger(days * den) && den < 1e9) den *= 10;
  return fraction(Math.round(days * den), den);
}

/** `part` of an amount; milliseconds are rounded up, so that a share is never reached too early. */
export function shareOf(amount: Amount, part: Fraction): Amount {
  if ("ms" in amount) return { ms: Math.ceil((amount.ms * part.num) / part.den) };
  const days = daysOf(amount.days);
  return { days: fraction(days.num * part.num, days.den * part.den) };
}

/** What is left of an amount after `used`; both are in the same measure. Null when nothing is left. */
export function leftOf(
  amount: Amount,
  used: { readonly ms: number } | { readonly days: Fraction },
): Amount | null {
  if ("ms" in amount) {
    const ms = amount.ms - ("ms" in used ? used.ms : 0);
    return ms > 0 ? { ms } : null;
  }
  const whole = daysOf(amount.days);
  const spent = "days" in used ? used.days : { num: 0, den: 1 };
  const left = fraction(whole.num * spent.den - spent.num * whole.den, whole.den * spent.den);
  return left.num > 0 ? { days: left } : null;
}
