import { read } from "./index-table.ts";
import { type OpenTime, openTimeOf } from "./open-time.ts";
import type { Span } from "./types.ts";

/** Open time counted in milliseconds. */
export type MsTime = OpenTime & {
  /** What turns a total that is reached within a span into its instant, when added. */
  readonly shifts: Float64Array;
};

/** Columns of sorted spans that do not overlap. */
export function msTimeOf(spans: readonly Span[]): MsTime {
  const open = openTimeOf(spans, () => 1);
  return { ...open, shifts: open.byEnd.keys.map((end, i) => end - read(open.byTotal.keys, i)) };
}
