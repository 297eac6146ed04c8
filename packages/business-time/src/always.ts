import { checkInstant, DAY } from "./civil.ts";
import { ceil, compare, type Exact, exactOf, fractionOf, minus, plus, reduced } from "./fraction.ts";
import { countedBetween, type Measure, pausesInOrder, targetAfter, targetBefore } from "./pauses.ts";
import { draftOf, withPauses } from "./rows.ts";
import { directionOf } from "./seek.ts";
import { withShares } from "./shares.ts";
import type { Amount, Calendar, Instant, Receipt, Span } from "./types.ts";

const NO_PAUSES: readonly Span[] = [];

const ELAPSED: Measure<number> = {
  before: (at) => at,
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  isMore: (a, b) => a > b,
};

const ELAPSED_DAYS: Measure<Exact> = {
  before: (at) => reduced(BigInt(at), BigInt(DAY)),
  plus,
  minus,
  isMore: (a, b) => compare(a, b) > 0,
};

/** Every instant is open, holidays included (clock.md A6): amounts are elapsed time and a day is 24 hours. */
export const always: Calendar = {
  isAlways: true,
  schedules: [],
  isOpen(at) {
    checkInstant(at);
    return true;
  },
  add: (from, amount, pauses = NO_PAUSES) => add(from, amount, pausesInOrder(pauses)),
  between,
  betweenDays(from, to, pauses = NO_PAUSES) {
    return fractionOf(reduced(BigInt(between(from, to, pauses)), BigInt(DAY)));
  },
  explain,
  nextChange(at) {
    checkInstant(at);
    return null;
  },
};

function add(from: Instant, amount: Amount, pauses: readonly Span[]): Instant {
  checkInstant(from);
  directionOf(amount);
  const ms = "ms" in amount ? amount.ms : elapsedOf(exactOf(amount.days));
  if (ms < 0) return targetBefore(ELAPSED, from, -ms, pauses);
  if (ms > 0) return targetAfter(ELAPSED, from, ms, pauses);
  return pauses.find(({ start, end }) => from >= start && from < end)?.end ?? from;
}

/** Days of 24 hours in milliseconds, away from zero to the next whole one. */
function elapsedOf({ num, den }: Exact): number {
  const size = Number(ceil({ num: (num < 0n ? -num : num) * BigInt(DAY), den }));
  return num < 0n ? -size : size;
}

function between(from: Instant, to: Instant, pauses: readonly Span[] = NO_PAUSES): number {
  checkInstant(from);
  checkInstant(to);
  if (to < from) return 0 - between(to, from, pauses);
  return countedBetween(ELAPSED, from, to, pausesInOrder(pauses));
}

function explain(from: Instant, amount: Amount, pauses: readonly Span[] = NO_PAUSES): Receipt {
  const ordered = pausesInOrder(pauses);
  const due = add(from, amount, ordered);
  const within = { start: Math.min(from, due), end: Math.max(from, due) };
  const row = draftOf(null, within, "open", null, DAY);
  const drafts = from === due ? [] : withPauses([row], ordered, within);
  return { from, due, rows: withShares(drafts, ELAPSED_DAYS, { from, due, amount, pauses: ordered }) };
}
