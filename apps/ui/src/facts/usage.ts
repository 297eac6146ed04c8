import type { PromiseOfReply, ReceiptRow } from "../wire.ts";
import { type CountedLeft, countedLeftAt, openLeftOf, standOf } from "./promise-stand.ts";

const HOUR = 3_600_000;

/** How far the time of a running promise is used up: the last mark it has passed. */
export type Usage = "half" | "four-fifths" | "last-hour" | "late";

/**
 * The last mark a promise has passed at an instant; null before the first, and for one that does not run. From the
 * receipt's rows or the time the desk counted; without either, what the desk last said.
 */
export function usageOf(
  promise: PromiseOfReply | null,
  now: number,
  rows: readonly ReceiptRow[] = [],
  counted: CountedLeft | null = null,
): Usage | null {
  const stand = standOf(promise, now, rows, counted);
  if (stand.kind === "late") return "late";
  if (promise === null || (stand.kind !== "due" && stand.kind !== "standing")) return null;
  const left = counted === null ? null : countedLeftAt(counted, now);
  if (counted !== null && left !== null) return markAt(left, counted.ofMs);
  if (rows.length === 0) return promise.warned;
  return markAt(
    openLeftOf(rows, now).ms,
    rows.reduce((sum, row) => sum + row.businessMs, 0),
  );
}

/** Of the marks that are passed, the one nearest to the due. A last hour that is the whole time is no mark. */
function markAt(leftMs: number, totalMs: number): Usage | null {
  const marks = [
    { mark: "half", at: totalMs / 2 },
    { mark: "four-fifths", at: totalMs / 5 },
    ...(totalMs > HOUR ? [{ mark: "last-hour", at: HOUR } as const] : []),
  ] as const;
  const passed = marks.filter(({ at }) => leftMs <= at).toSorted((a, b) => a.at - b.at);
  return passed[0]?.mark ?? null;
}
