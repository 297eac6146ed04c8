import type { SharedWords } from "../catalogue/words.ts";
import { openTimeWords } from "../speech/duration.ts";
import type { TimeTalk } from "../speech/time.ts";
import type { Receipt, ReceiptRow } from "../wire.ts";

/** One line of the receipt in words; `share` is what it counts of the whole, 0 to 1. */
export type ReceiptLine = {
  readonly key: string;
  readonly when: string;
  readonly counts: string;
  readonly why: string;
  /** The calendar's own name within `why`, such as that of a holiday; empty without one. */
  readonly name: string;
  readonly sum: string;
  readonly isCounting: boolean;
  readonly share: number;
  readonly shortDay: string;
};

/** The receipt's rows in words, in the calendar's zone; counted amounts and running sums as the target says them. */
export function linesOf(
  receipt: Pick<Receipt, "rows">,
  talk: TimeTalk,
  words: SharedWords,
  tag: string,
): readonly ReceiptLine[] {
  const total = receipt.rows.reduce((sum, row) => sum + row.businessMs, 0);
  let sumMs = 0;
  let sumDays = 0;
  return receipt.rows.map((row) => {
    const days = row.dayFraction === null ? null : row.dayFraction.num / row.dayFraction.den;
    sumMs += row.businessMs;
    sumDays += days ?? 0;
    const inDays = receipt.rows.some((one) => one.dayFraction !== null);
    return {
      key: `${row.from}/${row.to}`,
      when: spanWords(Date.parse(row.from), Date.parse(row.to), talk),
      counts: countsWords(row, words, tag),
      why: reasonWords(row, talk, words),
      name: row.name ?? "",
      sum: inDays ? decimal(sumDays, tag, 4) : openTimeWords(sumMs, words),
      isCounting: row.businessMs > 0,
      share: total === 0 ? 0 : row.businessMs / total,
      shortDay: talk.dayNumber(Date.parse(row.from)),
    };
  });
}

function countsWords(row: ReceiptRow, words: SharedWords, tag: string): string {
  if (row.businessMs === 0) return words.nothing;
  const length = openTimeWords(row.businessMs, words);
  if (row.dayFraction === null) return length;
  return `${length} = ${decimal(row.dayFraction.num / row.dayFraction.den, tag, 0)}`;
}

function decimal(value: number, tag: string, least: number): string {
  return new Intl.NumberFormat(tag, { minimumFractionDigits: least, maximumFractionDigits: 4 }).format(value);
}

function reasonWords(row: ReceiptRow, talk: TimeTalk, words: SharedWords): string {
  if (row.reason === "holiday")
    return row.name === null ? words.rowReason.holiday : words.closedNamed(row.name);
  if (row.reason === "closed") {
    const isWholeDays = isMidnight(Date.parse(row.from), talk) && isMidnight(Date.parse(row.to), talk);
    return isWholeDays ? words.rowReason.closed : words.beforeOpening;
  }
  const reason = words.rowReason[row.reason];
  return row.name === null ? reason : words.namedHours(reason, row.name);
}

/** “Thu 2 Jul, 15:30–17:00”, “Fri 3 Jul”, “Sat 4 Jul – Sun 5 Jul”: as short as the span allows. */
export function spanWords(from: number, to: number, talk: TimeTalk): string {
  const [fromDay, lastDay] = [talk.day(from), talk.day(to - 1)];
  if (isMidnight(from, talk) && isMidnight(to, talk)) {
    return fromDay === lastDay ? fromDay : `${fromDay} – ${lastDay}`;
  }
  if (fromDay === talk.day(to)) return `${fromDay}, ${talk.clock(from)}–${talk.clock(to)}`;
  return `${talk.short(from)} – ${talk.short(to)}`;
}

function isMidnight(at: number, talk: TimeTalk): boolean {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: talk.zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return parts.format(at) === "00:00" && at % 60_000 === 0;
}

/** The first and last lines to show and how many lie folded between; at most twelve are shown. */
export function foldOf<T>(lines: readonly T[]): {
  head: readonly T[];
  folded: readonly T[];
  tail: readonly T[];
} {
  if (lines.length <= 12) return { head: lines, folded: [], tail: [] };
  return { head: lines.slice(0, 6), folded: lines.slice(6, -5), tail: lines.slice(-5) };
}
