import type { ClockWords, SharedWords } from "../catalogue/words.ts";
import { openTimeWords } from "../speech/duration.ts";
import type { ReceiptRow } from "../wire.ts";

/** What the rows folded in the middle count, as the target says it: “+ 61 business days”. */
export function foldedWords(rows: readonly ReceiptRow[], words: ClockWords, shared: SharedWords): string {
  const ms = rows.reduce((sum, row) => sum + row.businessMs, 0);
  if (ms === 0) return words.foldedNothing(rows.length);
  if (rows.every(({ dayFraction }) => dayFraction === null))
    return words.foldedTime(openTimeWords(ms, shared));
  const days = rows.reduce(
    (sum, { dayFraction }) => sum + (dayFraction === null ? 0 : dayFraction.num / dayFraction.den),
    0,
  );
  return words.foldedDays(Math.round(days * 10_000) / 10_000);
}
