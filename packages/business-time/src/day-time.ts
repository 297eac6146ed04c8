import { ceil, compare, type Exact, floor, minus, plus, reduced, ZERO } from "./fraction.ts";
import { firstAbove, type IndexTable, indexTable, read } from "./index-table.ts";
import type { DaySpan } from "./open-days.ts";
import type { Instant } from "./types.ts";

/**
 * Open time of one schedule measured in days: each date with open time is one, whatever its length, and
 * passes in proportion to its open time (clock.md B1).
 */
export type DayTime = {
  readonly count: number;
  readonly starts: Float64Array;
  readonly byEnd: IndexTable;
  /** Local date of each span, as days since 1970-01-01. */
  readonly dates: Int32Array;
  /** Open milliseconds of each span's whole date. */
  readonly lengths: Float64Array;
  /** Days before each span: `wholes + parts / units`; `units` is `lengths` unless dates interleave. */
  readonly wholes: Int32Array;
  readonly parts: Float64Array;
  readonly units: Float64Array;
  /** First span of each open date; null when the spans of two dates interleave. */
  readonly firsts: Int32Array | null;
};

export function dayTimeOf(spans: readonly DaySpan[]): DayTime {
  const count = spans.length;
  const starts = new Float64Array(count + 1).fill(Infinity);
  const ends = new Float64Array(count + 1).fill(Infinity);
  const dates = new Int32Array(count);
  spans.forEach(({ start, end, day }, i) => {
    starts[i] = start;
    ends[i] = end;
    dates[i] = day;
  });
  const byEnd = indexTable(ends, read(starts, 0));
  const lengths = lengthsOf(spans);
  const isSorted = spans.every(({ day }, i) => i === 0 || day >= (spans[i - 1]?.day ?? day));
  const before = isSorted ? sortedDays(spans, lengths) : interleavedDays(spans, lengths);
  return { count, starts, byEnd, dates, lengths, ...before };
}

type Before = Pick<DayTime, "wholes" | "parts" | "units" | "firsts">;

function lengthsOf(spans: readonly DaySpan[]): Float64Array {
  const ofDay = new Map<number, number>();
  for (const { start, end, day } of spans) ofDay.set(day, (ofDay.get(day) ?? 0) + end - start);
  return Float64Array.from(spans, ({ day }) => ofDay.get(day) ?? 0);
}

function sortedDays(spans: readonly DaySpan[], lengths: Float64Array): Before {
  const wholes = new Int32Array(spans.length);
  const parts = new Float64Array(spans.length);
  const firsts: number[] = [];
  spans.forEach(({ day }, i) => {
    const before = spans[i - 1];
    if (before?.day === day) parts[i] = read(parts, i - 1) + before.end - before.start;
    else firsts.push(i);
    wholes[i] = firsts.length - 1;
  });
  return { wholes, parts, units: lengths, firsts: Int32Array.from(firsts) };
}

function interleavedDays(spans: readonly DaySpan[], lengths: Float64Array): Before {
  const wholes = new Int32Array(spans.length);
  const parts = new Float64Array(spans.length);
  const units = new Float64Array(spans.length);
  let total: Exact = ZERO;
  spans.forEach(({ start, end }, i) => {
    const whole = floor(total);
    wholes[i] = Number(whole);
    parts[i] = Number(total.num - whole * total.den);
    units[i] = Number(total.den);
    total = plus(total, reduced(BigInt(end - start), BigInt(read(lengths, i))));
  });
  return { wholes, parts, units, firsts: null };
}

const MOST_EXACT = Number.MAX_SAFE_INTEGER;

/**
 * The instant `days` whole days (not 0) after, or before, `from`. NaN when the spans do not reach so far,
 * null when only exact arithmetic may answer.
 */
export function addWholeDays(time: DayTime, from: Instant, days: number): Instant | null {
  const { firsts, parts, wholes, lengths } = time;
  const i = firstAbove(time.byEnd, from);
  if (i >= time.count && days > 0) return Number.NaN;
  if (!firsts || i >= time.count) return null;
  const length = read(lengths, i);
  const part = read(parts, i) + Math.max(0, from - read(time.starts, i));
  // A day that is used up ends at its closing, not at the next opening (clock.md B3).
  const isFull = days > 0 && part === 0;
  const target = (wholes[i] ?? 0) + days - (isFull ? 1 : 0);
  const first = target < 0 ? undefined : firsts[target];
  if (first === undefined) return Number.NaN;
  const targetLength = read(lengths, first);
  if (length * targetLength > MOST_EXACT) return null;
  if (isFull) return instantOf(time, first, targetLength, true);
  const scaled = part * targetLength;
  const rest = scaled % length;
  const used = (scaled - rest) / length;
  return days > 0
    ? instantOf(time, first, rest > 0 ? used + 1 : used, true)
    : instantOf(time, first, used, false);
}

/** Where `used` open milliseconds of a date are over: at the earliest (before a break) or the latest instant. */
function instantOf(time: DayTime, first: number, used: number, isEarliest: boolean): Instant {
  let i = first;
  const ends = time.byEnd.keys;
  const last = isEarliest ? used : used + 1;
  while (read(time.parts, i) + read(ends, i) - read(time.starts, i) < last) i++;
  return read(time.starts, i) + used - read(time.parts, i);
}

/** True when a local date has open time. */
export function isOpenDate({ dates, firsts, count }: DayTime, day: number): boolean {
  if (!firsts) return dates.includes(day);
  const i = firstPassing(count, (span) => (dates[span] ?? day) >= day);
  return dates[i] === day;
}

/** Exact days from the first span to an instant. */
export function daysBefore(time: DayTime, at: Instant): Exact {
  const i = firstAbove(time.byEnd, at);
  if (i >= time.count) return i === 0 ? ZERO : endOf(time, i - 1);
  const before = startOf(time, i);
  const used = at - read(time.starts, i);
  return used > 0 ? plus(before, reduced(BigInt(used), BigInt(read(time.lengths, i)))) : before;
}

function startOf(time: DayTime, i: number): Exact {
  const unit = BigInt(read(time.units, i));
  return reduced(BigInt(time.wholes[i] ?? 0) * unit + BigInt(read(time.parts, i)), unit);
}

function endOf(time: DayTime, i: number): Exact {
  const open = read(time.byEnd.keys, i) - read(time.starts, i);
  return plus(startOf(time, i), reduced(BigInt(open), BigInt(read(time.lengths, i))));
}

/** The earliest instant with that many days before it, up to the next millisecond; NaN when there are fewer. */
export function earliestAtDays(time: DayTime, days: Exact): Instant {
  const i = firstPassing(time.count, (span) => compare(endOf(time, span), days) >= 0);
  if (i >= time.count) return Number.NaN;
  return read(time.starts, i) + Number(ceil(within(time, i, days)));
}

/** The latest instant with that many days before it, down to the millisecond; NaN when the spans begin later. */
export function latestAtDays(time: DayTime, days: Exact): Instant {
  if (days.num < 0n) return Number.NaN;
  const i = firstPassing(time.count, (span) => compare(endOf(time, span), days) > 0);
  if (i >= time.count) return Number.NaN;
  return read(time.starts, i) + Number(floor(within(time, i, days)));
}

function within(time: DayTime, i: number, days: Exact): Exact {
  const part = minus(days, startOf(time, i));
  return { num: part.num * BigInt(read(time.lengths, i)), den: part.den };
}

/** The first of `count` spans that passes a test which, once passed, all later ones pass. */
function firstPassing(count: number, isPassed: (span: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPassed(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
