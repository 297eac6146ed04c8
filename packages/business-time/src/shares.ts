import type { DayTime } from "./day-time.ts";
import { daysBetween } from "./exact-days.ts";
import { type Exact, exactOf, fractionOf, minus, reduced } from "./fraction.ts";
import type { Draft } from "./rows.ts";
import type { Amount, Instant, Row, Span } from "./types.ts";

/** A question and the answer of `add`. `pauses` are in order. */
export type Answered = {
  readonly from: Instant;
  readonly due: Instant;
  readonly amount: Amount;
  readonly pauses: readonly Span[];
};

/** Gives each row its share; the row at the due end gets what is left, so that the sum is exact. */
export function withShares(drafts: readonly Draft[], time: DayTime, asked: Answered): Row[] {
  const { amount, from, due, pauses } = asked;
  const isForward = due > from;
  const isOpen = ({ length }: Draft) => length > 0;
  const final = isForward ? drafts.findLast(isOpen) : drafts.find(isOpen);

  function share(draft: Draft, businessMs: number, days: Exact): Exact {
    if (draft !== final) return reduced(BigInt(businessMs), BigInt(draft.length || 1));
    return minus(days, daysBetween(time, from, isForward ? draft.start : draft.end, pauses));
  }

  const days = "days" in amount ? exactOf(amount.days) : null;
  return drafts.map((draft) => {
    const { start, end, schedule, reason, name, length } = draft;
    const open = length > 0 ? end - start : 0;
    const businessMs = isForward ? open : 0 - open;
    return {
      from: start,
      to: end,
      scheduleId: schedule?.id ?? null,
      version: schedule?.version ?? null,
      reason,
      name,
      businessMs,
      dayFraction: days && fractionOf(share(draft, businessMs, days)),
    };
  });
}
