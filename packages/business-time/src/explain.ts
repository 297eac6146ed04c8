import { closedRows, edgeRow } from "./closed-rows.ts";
import type { DayTime } from "./day-time.ts";
import { piecesOf } from "./exact-days.ts";
import { datesAround, openSpans } from "./open-days.ts";
import type { Plan } from "./plan.ts";
import { type Draft, draftOf, folded } from "./rows.ts";
import type { Answered } from "./shares.ts";
import { cutSpans, inTime, outside } from "./spans.ts";
import type { Span } from "./types.ts";

/** The rows of a receipt without its pauses: what is open within a span, and why the rest is not (clock.md D3). */
export function rowsWithin(
  [first, ...others]: readonly [Plan, ...Plan[]],
  days: DayTime,
  within: Span,
  { from, due, amount }: Answered,
): Draft[] {
  let rows = piecesOf(days, within.start, within.end, []).map((piece) =>
    openRow(first, piece.day, piece, piece.length),
  );
  const fillIn = (layer: readonly Draft[]) => {
    rows = [...rows, ...cutSpans(layer, outside(rows, within))].toSorted(inTime);
  };
  // Where several schedules are open at once, the first named counts it; days are the first one's (clock.md A9).
  for (const plan of "ms" in amount ? others : []) {
    const spans = openSpans(plan, datesAround(plan, within));
    fillIn(spans.map((span) => openRow(plan, span.day, span, span.end - span.start)));
  }
  fillIn(closedRows(first, days, within));
  if (due < from) rows.push(...edgeRow(first, from, rows.at(-1)?.end ?? due, true));
  else rows.unshift(...edgeRow(first, from, rows[0]?.start ?? due, false));
  return folded(rows);
}

function openRow(plan: Plan, day: number, span: Span, length: number): Draft {
  const special = plan.special.get(day);
  return draftOf(plan.schedule, span, special ? "special" : "open", special?.name, length);
}
