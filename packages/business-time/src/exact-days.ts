import type { DayTime } from "./day-time.ts";
import { type Exact, minus, reduced, rounded } from "./fraction.ts";
import { firstAbove, read } from "./index-table.ts";
import type { DaySpan } from "./open-days.ts";
import { countedBetween } from "./pauses.ts";
import { cutSpans } from "./spans.ts";
import type { Instant, Span } from "./types.ts";

const NOTHING: Exact = { num: 0n, den: 1n };

/** Days counted from `from` to `to`, negative when that is earlier, as a fraction of any size. */
export function daysBetween(time: DayTime, from: Instant, to: Instant, pauses: readonly Span[]): Exact {
  if (time.parts > 0) return reduced(BigInt(countedBetween(time, from, to, pauses)), BigInt(time.parts));
  const pieces = piecesOf(time, Math.min(from, to), Math.max(from, to), pauses);
  const { num, den } = pieces.reduce((left, piece) => minus(left, shareOf(piece)), NOTHING);
  return { num: to < from ? num : -num, den };
}

/** The instant at which an amount is used up, piece by piece; NaN when the spans do not hold it. */
export function walked(time: DayTime, from: Instant, amount: Exact, pauses: readonly Span[]): Instant {
  const isForward = amount.num > 0n;
  const pieces = isForward
    ? piecesOf(time, from, Infinity, pauses)
    : piecesOf(time, -Infinity, from, pauses).toReversed();
  let left: Exact = isForward ? amount : minus(NOTHING, amount);
  for (const piece of pieces) {
    const used = rounded(left, piece.length);
    if (used <= piece.end - piece.start) return isForward ? piece.start + used : piece.end - used;
    left = minus(left, shareOf(piece));
  }
  return Number.NaN;
}

/** Open time of one date without a break or pause; `length` is that of the whole date. */
export type Piece = DaySpan & { readonly length: number };

/** The open time from `from` to `to`, date by date. */
export function piecesOf(time: DayTime, from: Instant, to: Instant, pauses: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  for (let i = firstAbove(time.byEnd, from); read(time.starts, i) < to; i++) {
    const start = Math.max(read(time.starts, i), from);
    const end = Math.min(read(time.byEnd.keys, i), to);
    const day = time.dates[i] ?? 0;
    pieces.push({ start, end, day, length: time.lengths.get(day) ?? 1 });
  }
  return cutSpans(pieces, pauses);
}

function shareOf({ start, end, length }: Piece): Exact {
  return reduced(BigInt(end - start), BigInt(length));
}
