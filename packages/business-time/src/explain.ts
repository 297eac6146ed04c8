import { closedRows, edgeRow } from "./closed-rows.ts";
import { openRows } from "./open-rows.ts";
import type { Plan } from "./plan.ts";
import { folded, inTime, withPauses } from "./rows.ts";
import { dayMeasure } from "./seek.ts";
import { type Answered, withShares } from "./shares.ts";
import type { Timeline } from "./timeline.ts";
import type { Receipt } from "./types.ts";

/** The rows of a receipt: what counted between `from` and `due`, and why the rest did not (clock.md D3). */
export function explained(plans: readonly [Plan, ...Plan[]], line: Timeline, asked: Answered): Receipt {
  const { from, due, pauses } = asked;
  if (from === due) return { from, due, rows: [] };
  const [first] = plans;
  const isBackwards = due < from;
  const within = isBackwards ? { start: due, end: from } : { start: from, end: due };
  const open = openRows("days" in asked.amount ? [first] : plans, line.days, within);
  const rows = [...open, ...closedRows(first, open, line.days, within)].toSorted(inTime);
  if (isBackwards) rows.push(...edgeRow(first, from, rows.at(-1)?.to ?? due, true));
  else rows.unshift(...edgeRow(first, from, rows[0]?.from ?? due, false));
  const drafts = withPauses(folded(rows), pauses, within);
  return { from, due, rows: withShares(drafts, dayMeasure(line.days), asked) };
}
