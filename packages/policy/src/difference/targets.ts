import { roughMs } from "../check/promise-order.ts";
import { sameMetric } from "../grammar/targets.ts";
import type { Firmness, Policy, Target } from "../types.ts";
import { type Change, type ChangeKind, changeAt, compose } from "./change.ts";
import { aboutPlan } from "./plans.ts";
import { AXES, type Cell, cellsOf, isStated, merged, OTHER, unique } from "./target-cells.ts";
import { type Context, cellWords, labelOf, metricWords } from "./target-words.ts";

const STRENGTH: readonly Firmness[] = ["best-effort", "aspiration", "expectation", "target", "commitment"];

/** Whether waiting, firmness and the tie all move one way. */
function kindOf(before: Policy, old: Target, after: Policy, now: Target): ChangeKind {
  const waits = [roughMs(old, before), roughMs(now, after)] as const;
  const [long, short] = [waits[0] ?? Number.POSITIVE_INFINITY, waits[1] ?? Number.POSITIVE_INFINITY];
  const wait = long === short ? 0 : Math.sign(long - short);
  const firm = Math.sign(STRENGTH.indexOf(now.firmness) - STRENGTH.indexOf(old.firmness));
  const tie = wait !== 0 || old.op === now.op ? 0 : now.op === "less-than" ? 1 : -1;
  const signs = [wait, firm, tie].filter((sign) => sign !== 0);
  if (signs.length === 0 || new Set(signs).size > 1) return "changed";
  return signs[0] === 1 ? "better" : "worse";
}

function changeOf(context: Context, plan: Change["plan"], cell: Cell): Change {
  const { before, after, metric } = context;
  const [old, now] = [isStated(cell.before) ? cell.before : null, isStated(cell.after) ? cell.after : null];
  const label = labelOf(context, plan, cell);
  const what = metricWords(metric);
  const partOf = (axis: (typeof AXES)[number]): string =>
    (cell.labels[axis] ?? ["any"])
      .map((value) => (value?.startsWith(OTHER) === true ? "other" : (value ?? "any")))
      .join("+");
  const parts = AXES.flatMap((axis) => {
    const part = partOf(axis);
    return part === "any" && (axis === "channel" || axis === "cohort") ? [] : [part];
  });
  const words = {
    old: old === null ? null : cellWords(before, old, now),
    now: now === null ? null : cellWords(after, now, old),
  };
  const spot = {
    id: ["targets", metric, plan?.id ?? "any", ...parts].join("/"),
    topic: "targets" as const,
    plan,
    subject: { kind: "target", id: metric },
    label,
  };
  const sentence = compose((locale) => {
    const nothing = locale === "de" ? "keine Zeit genannt" : "no time stated";
    const [from, to] = [words.old?.[locale] ?? nothing, words.now?.[locale] ?? nothing];
    return `${label[locale]}: ${from} → ${to} (${what[locale]})`;
  });
  const otherwise = old === null || now === null ? "changed" : kindOf(before, old, after, now);
  return changeAt(spot, words.old, words.now, { otherwise, sentence });
}

/**
 * What the targets promise each case, before and after: compared by what governs the case, so that a figure
 * written in another way is no change. Cases that move alike are told as one.
 */
export function targetChanges(before: Policy, after: Policy): Change[] {
  const metrics: string[] = [];
  for (const { metric } of [...after.targets, ...before.targets]) {
    if (!metrics.some((one) => sameMetric(one, metric))) metrics.push(metric);
  }
  const plans = unique([...after.plans, ...before.plans].map((plan) => plan.id));
  return metrics.flatMap((metric) => {
    const context = { before, after, metric };
    const byPlan = plans.map((plan) => ({
      plan,
      cells: merged(cellsOf(before, after, metric, plan)).filter((cell) => !cell.isAlike),
    }));
    const keys = byPlan.map(({ cells }) => JSON.stringify(cells.map((cell) => [cell.labels, cell.pair])));
    const [first] = byPlan;
    const isForAll = plans.length > 1 && new Set(keys).size === 1;
    if (first !== undefined && isForAll) return first.cells.map((cell) => changeOf(context, null, cell));
    return byPlan.flatMap(({ plan, cells }) =>
      cells.map((cell) => changeOf(context, aboutPlan(before, after, plan), cell)),
    );
  });
}
