import { DAY } from "./civil.ts";
import { CompiledCalendar } from "./compiled-calendar.ts";
import { dayTimeOf } from "./day-time.ts";
import { msTimeOf } from "./ms-time.ts";
import { draftOf } from "./rows.ts";
import type { Timeline } from "./timeline.ts";
import type { Calendar } from "./types.ts";

const EVERYTHING = everything();

/** Every instant is open, holidays included (clock.md A6): amounts are elapsed time and a day is 24 hours. */
export const always: Calendar = new CompiledCalendar(
  true,
  [],
  () => EVERYTHING,
  (_, within) => [draftOf(null, within, "open", null, DAY)],
);

/** One span that outlasts the years of all instants by more than any amount, on both sides. */
function everything(): Timeline {
  const span = { start: -1e7 * DAY, end: 1e7 * DAY };
  const open = msTimeOf([span]);
  const days = { ...dayTimeOf([]), ...open, parts: DAY };
  return { lo: span.start, hi: span.end, open, days };
}
