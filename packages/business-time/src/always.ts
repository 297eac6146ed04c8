import { questionsOf } from "./calendar.ts";
import { DAY, FIRST_INSTANT, LAST_INSTANT, YEAR } from "./civil.ts";
import { openTimeOf } from "./open-time.ts";
import { draftOf } from "./rows.ts";
import type { Timeline } from "./timeline.ts";
import type { Calendar } from "./types.ts";

const EVERYTHING = everything();

/** Every instant is open, holidays included (clock.md A6): amounts are elapsed time and a day is 24 hours. */
export const always: Calendar = {
  isAlways: true,
  schedules: [],
  ...questionsOf(
    () => EVERYTHING,
    (_, within) => [draftOf(null, within, "open", null, DAY)],
  ),
};

/** One span that outlasts the years of all instants by more than any amount, on both sides. */
function everything(): Timeline {
  const span = { start: FIRST_INSTANT - 32 * YEAR, end: LAST_INSTANT + 32 * YEAR };
  const open = openTimeOf([span], () => 1);
  const days = { ...open, parts: DAY, dates: Int32Array.of(0), lengths: new Map<number, number>() };
  return { lo: span.start, hi: span.end, open, days };
}
