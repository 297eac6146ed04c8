import { sameMetric } from "../grammar/targets.ts";
import { specificityOf } from "../target.ts";
import { durationOf } from "../text.ts";
import type { Policy, Target } from "../types.ts";

/** Axes beside the plan, in the order in which equal cells are put together. */
export const AXES = ["category", "intake", "when", "severity", "tier", "channel", "cohort"] as const;
type Axis = (typeof AXES)[number];

/** Begins what stands for every value that no target names; those that one names follow. */
export const OTHER = "\u0000";
const otherThan = (named: readonly string[]): string => `${OTHER}${named.join(OTHER)}`;
/** After merging: all values of the axis. */
const ANY = null;

export type Labels = Readonly<Record<Axis, readonly (string | null)[] | typeof ANY>>;
export type Cell = {
  readonly labels: Labels;
  readonly before: Target | null;
  readonly after: Target | null;
  /** Equal for cells that move alike. */
  readonly pair: string;
  /** Nothing changes for the case. */
  readonly isAlike: boolean;
};

export const isStated = (target: Target | null): target is Target =>
  target !== null &&
  target.firmness !== "none" &&
  !(target.firmness === "unstated" && durationOf(target) === null);

/** Fields that say which case a cell is for, that only place it, or that follow from the unit and the readings. */
const PLACING = new Set<string>([
  "plan",
  ...AXES,
  "clause",
  "lowered",
  "metric",
  "daysEnd",
  "openedIn",
  "starts",
]);

export const factsOf = (target: Target): [string, unknown][] =>
  Object.entries(target).filter(([key, value]) => !PLACING.has(key) && value !== null && value !== undefined);

const keyOf = (target: Target | null): string => (isStated(target) ? JSON.stringify(factsOf(target)) : "");

type Case = Readonly<Record<Axis, string | null>> & { readonly plan: string };

function governing(rows: readonly Target[], one: Case): Target | null {
  let best: Target | null = null;
  for (const row of rows) {
    const fits =
      (row.plan === null || row.plan === one.plan) &&
      row.when === one.when &&
      (row.tier === null || row.tier === one.tier) &&
      (row.severity === null || row.severity === one.severity) &&
      (row.intake === null || row.intake === one.intake) &&
      (row.category === null || row.category === one.category) &&
      (row.channel === undefined || row.channel === one.channel) &&
      (row.cohort === undefined || row.cohort === one.cohort);
    if (fits && (best === null || specificityOf(row) > specificityOf(best))) best = row;
  }
  return best;
}

export const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** The values an axis takes in either version; for doors and categories only those that a target names, and the rest. */
function valuesOf(
  axis: Axis,
  rows: readonly Target[],
  plan: string,
  policies: readonly Policy[],
): (string | null)[] {
  if (axis === "severity") {
    const scales = policies.map((policy) => policy.severities.map((severity) => severity.id));
    const several = scales.filter((scale) => scale.length > 1);
    const ids = unique((several.length > 0 ? several : scales).flat());
    return rows.some((row) => row.severity !== null) ? ids : [null];
  }
  if (axis === "tier") {
    const plans = policies.flatMap((policy) => policy.plans.filter((one) => one.id === plan));
    const tiers = unique(plans.flatMap((one) => one.tiers.map((tier) => tier.id)));
    return tiers.length === 0 || rows.every((row) => row.tier === null) ? [null] : tiers;
  }
  const named = unique(rows.flatMap((row) => row[axis] ?? []));
  return axis === "when" ? [null, ...named] : named.length === 0 ? [null] : [...named, otherThan(named)];
}

const ANY_CASE: Readonly<Record<Axis, null>> = {
  category: null,
  intake: null,
  when: null,
  severity: null,
  tier: null,
  channel: null,
  cohort: null,
};

/** Every case of a plan for a metric, with the cell that governs it in either version. */
export function cellsOf(before: Policy, after: Policy, metric: string, plan: string): Cell[] {
  const rowsIn = (policy: Policy) =>
    policy.targets.filter(
      (row) => sameMetric(row.metric, metric) && (row.plan === null || row.plan === plan),
    );
  const [old, now] = [rowsIn(before), rowsIn(after)];
  const has = (policy: Policy) => policy.plans.some((one) => one.id === plan);
  const rows = [...old, ...now];
  let cases: Case[] = [{ ...ANY_CASE, plan }];
  for (const axis of AXES) {
    const values = valuesOf(axis, rows, plan, [after, before]);
    cases = cases.flatMap((one) => values.map((value) => ({ ...one, [axis]: value })));
  }
  const keys = new Map(rows.map((row) => [row, keyOf(row)]));
  return cases.map((one): Cell => {
    const was = has(before) ? governing(old, inScaleOf(before, one)) : null;
    const is = has(after) ? governing(now, inScaleOf(after, one)) : null;
    const { category, intake, when, severity, tier, channel, cohort } = one;
    const [from, to] = [was, is].map((row) => (row === null ? "" : keys.get(row)));
    return {
      labels: {
        category: [category],
        intake: [intake],
        when: [when],
        severity: [severity],
        tier: [tier],
        channel: [channel],
        cohort: [cohort],
      },
      before: was,
      after: is,
      pair: JSON.stringify([from, to]),
      isAlike: from === to,
    };
  });
}

/** Where every request is alike, there is one level, and it is every request's. */
function inScaleOf({ severities }: Policy, one: Case): Case {
  const [only] = severities;
  return severities.length === 1 && only !== undefined ? { ...one, severity: only.id } : one;
}

/** Puts together cells that differ in one axis only; a severity or tier is told by itself unless all agree. */
export function merged(cells: readonly Cell[]): Cell[] {
  let rest = [...cells];
  for (const axis of AXES) {
    const domain = new Set(cells.flatMap((cell) => cell.labels[axis] ?? []));
    const groups = Map.groupBy(rest, (cell) => JSON.stringify({ ...cell.labels, [axis]: 0 }));
    rest = [...groups.values()].flatMap((group) => mergedOn(axis, domain.size, group));
  }
  return rest;
}

function mergedOn(axis: Axis, domain: number, group: readonly Cell[]): Cell[] {
  return [...Map.groupBy(group, (cell) => cell.pair).values()].flatMap((same): Cell[] => {
    const [one] = same;
    if (one === undefined) return [];
    const values = same.flatMap((cell) => cell.labels[axis] ?? []);
    if (values.length === domain) return [{ ...one, labels: { ...one.labels, [axis]: ANY } }];
    const isToldAlone = axis === "severity" || axis === "tier";
    return isToldAlone ? same : [{ ...one, labels: { ...one.labels, [axis]: values } }];
  });
}
