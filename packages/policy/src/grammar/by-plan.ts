import type { Place, Report } from "../source/report.ts";
import type { Tree } from "../source/tree.ts";
import { fields, type Named, named, need, type Shape } from "./shape.ts";

/** One value for every plan, or one to each plan. */
export type ByPlan<T> = {
  readonly at: Place;
  readonly all: T | null;
  readonly byPlan: readonly Named<{ readonly at: Place; readonly said: T }>[];
};

/** `6 per year`, or `{ premier: 6 per year, signature: unlimited }`. */
export function orByPlan<T>(one: Shape<T>): Shape<ByPlan<T>> {
  const each = named(fields({ said: need(one, "what holds on this plan") }, "said"), { refersTo: "plan" });
  return {
    wanted: `${one.wanted}, or one to each plan`,
    describes: { kind: "either", shapes: [one, each] },
    empty: (at) => ({ at, all: null, byPlan: [] }),
    read: (tree: Tree, report: Report) =>
      tree.kind === "map"
        ? { at: tree.at, all: null, byPlan: each.read(tree, report) }
        : { at: tree.at, all: one.read(tree, report), byPlan: [] },
  };
}
