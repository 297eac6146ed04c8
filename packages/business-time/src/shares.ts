import { type Exact, exactOf, fractionOf, minus, plus, reduced } from "./fraction.ts";
import { countedBetween, type Measure } from "./pauses.ts";
import type { Draft } from "./rows.ts";
import type { Amount, Fraction, Instant, Row, Span } from "./types.ts";

/** A question and the answer of `add`. `pauses` are in order. */
export type Answered = {
  readonly from: Instant;
  readonly due: Instant;
  readonly amount: Amount;
  readonly pauses: readonly Span[];
};

/** Gives each row its share; the row at the due end gets what is left, so that the sum is exact. */
export function withShares(drafts: readonly Draft[], days: Measure<Exact>, asked: Answered): Row[] {
  const { amount } = asked;
  const sign = asked.due < asked.from ? -1 : 1;
  const isOpen = ({ length }: Draft) => length > 0;
  const final = sign > 0 ? drafts.findLast(isOpen) : drafts.find(isOpen);
  return drafts.map((draft) => {
    const { from, to, scheduleId, version, reason, name, length } = draft;
    const businessMs = length === 0 ? 0 : sign * (to - from);
    let dayFraction: Fraction | null = null;
    if ("days" in amount) {
      dayFraction = draft === final ? rest(days, amount.days, asked, draft) : share(businessMs, length);
    }
    return { from, to, scheduleId, version, reason, name, businessMs, dayFraction };
  });
}

function share(ms: number, length: number): Fraction {
  if (ms === 0) return { num: 0, den: 1 };
  if (Math.abs(ms) === length) return { num: Math.sign(ms), den: 1 };
  return fractionOf(reduced(BigInt(ms), BigInt(length)));
}

type Ends = { readonly from: Instant; readonly to: Instant };

/** The part of the amount that all other rows leave over. */
function rest(days: Measure<Exact>, amount: Fraction | number, asked: Answered, row: Ends): Fraction {
  const { from, due, pauses } = asked;
  const whole = exactOf(amount);
  return due < from
    ? fractionOf(plus(whole, countedBetween(days, row.to, from, pauses)))
    : fractionOf(minus(whole, countedBetween(days, from, row.from, pauses)));
}
