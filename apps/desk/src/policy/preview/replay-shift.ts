import type { PolicyWords } from "@troth/ui";

/** Dues that would have moved by at least `fromMs` and less than `toMs`; null is without end, below zero earlier. */
export type Shift = { readonly fromMs: number | null; readonly toMs: number | null; readonly count: number };

type ShiftWords = Pick<
  PolicyWords,
  | "shiftSame"
  | "shiftBetween"
  | "shiftUpTo"
  | "shiftEarlier"
  | "shiftLater"
  | "shiftMoreEarlier"
  | "shiftMoreLater"
>;

/** Which way dues of this bar would have moved. */
export function directionOf({ fromMs, toMs }: Shift): "same" | "earlier" | "later" {
  if (fromMs === 0 && toMs === 0) return "same";
  return toMs !== null && toMs <= 0 ? "earlier" : "later";
}

/** The bars from the first that counts anything to the last: what lies between keeps its place. */
export function shownShifts(shifts: readonly Shift[]): readonly Shift[] {
  const last = shifts.findLastIndex(({ count }) => count > 0);
  return shifts.slice(
    Math.max(
      shifts.findIndex(({ count }) => count > 0),
      0,
    ),
    last + 1,
  );
}

/** “1 h to 4 h earlier”, “more than 2 days later”, “the same”. */
export function shiftText(shift: Shift, words: ShiftWords, say: (ms: number) => string): string {
  const direction = directionOf(shift);
  if (direction === "same") return words.shiftSame;
  const isEarlier = direction === "earlier";
  const [near, far] = isEarlier ? [shift.toMs, shift.fromMs] : [shift.fromMs, shift.toMs];
  if (far === null) return (isEarlier ? words.shiftMoreEarlier : words.shiftMoreLater)(say(near ?? 0));
  const span =
    near === null || near === 0 ? words.shiftUpTo(say(far)) : words.shiftBetween(say(near), say(far));
  return (isEarlier ? words.shiftEarlier : words.shiftLater)(span);
}
