import type { OverlayForm } from "../grammar/plans.ts";
import { sameMetric } from "../grammar/targets.ts";
import type { Source } from "../source/source.ts";
import type { Cell } from "./cell.ts";

/** More than this is no table that anybody could read, and would only slow the compiler. */
const MOST_TAKEN = 2000;

const AXES = ["tier", "severity", "intake", "channel", "category", "cohort", "when"] as const;

/** Whether a cell already speaks for all that another one is about. */
const covers = (own: Cell, other: Cell): boolean =>
  sameMetric(own.entry.metric.value, other.entry.metric.value) &&
  own.entry.appliesTo?.value === other.entry.appliesTo?.value &&
  AXES.every((axis) => own.about[axis] === null || own.about[axis] === other.about[axis]);

function isTaken(cell: Cell, { severities, metrics }: OverlayForm): boolean {
  const { severity } = cell.about;
  const isLevel = severity === null || severities?.some((one) => one.value === severity) !== false;
  return isLevel && metrics?.some((one) => sameMetric(one.value, cell.entry.metric.value)) !== false;
}

/**
 * The cells that plans take over by `targets-of:`, each as a cell of its own. What a plan states itself wins; a cell
 * for any severity is taken over for the named ones. A plan that takes over from itself gets nothing.
 */
export function takenOver(source: Source, stated: readonly Cell[]): Cell[] {
  const { plans } = source.form;
  const taken = new Map<string, readonly Cell[]>();
  let size = 0;
  const cellsFor = (id: string, seen: readonly string[]): readonly Cell[] => {
    const own = stated.filter((cell) => cell.about.plan === id);
    const plan = plans.find((one) => one.id.value === id);
    const overlay = plan?.value.targetsOf;
    if (plan === undefined || overlay === undefined || seen.includes(id) || size > MOST_TAKEN) return own;
    const tiers = new Set((plan.value.tiers ?? []).map((tier) => tier.id.value));
    const more = cellsFor(overlay.plan.value, [...seen, id])
      .filter((cell) => isTaken(cell, overlay) && (cell.about.tier === null || tiers.has(cell.about.tier)))
      .flatMap((cell) => spreadOver(cell, overlay))
      .map((cell) => ({ ...cell, about: { ...cell.about, plan: id }, at: overlay.at }))
      .filter((cell) => !own.some((one) => covers(one, cell)));
    taken.set(id, more);
    size += more.length;
    return [...own, ...more];
  };
  for (const { id } of plans) if (!taken.has(id.value)) cellsFor(id.value, []);
  return [...taken.values()].flat();
}

/** A cell for any severity, where only some are taken over, becomes one for each of them. */
function spreadOver(cell: Cell, { calendar, severities }: OverlayForm): Cell[] {
  const moved = calendar === undefined ? cell : { ...cell, calendar: calendar.value };
  if (severities === undefined || cell.about.severity !== null) return [moved];
  return severities.map(({ value }) => ({ ...moved, about: { ...moved.about, severity: value } }));
}
