import type { Axis, TargetForm } from "../grammar/targets.ts";
import type { Place } from "../source/report.ts";
import type { Tree } from "../source/tree.ts";

/** What a cell is about: the value of each axis, null for any. */
export type Case = Readonly<Record<Axis, string | null>>;

/** One cell of the target table as written, with its place. */
export type Cell = {
  readonly entry: TargetForm;
  readonly about: Case;
  readonly tree: Tree;
  readonly at: Place;
  /** The calendar it counts in here, where a plan took it over into another. */
  readonly calendar?: string;
};
