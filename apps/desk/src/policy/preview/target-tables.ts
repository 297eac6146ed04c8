import type { Policy, Target } from "@troth/policy";

/** One row or column of a table: a severity or a plan with its tier; null names any. */
export type Axis = { readonly key: string; readonly id: string | null; readonly tier: string | null };

export type TargetCell = {
  readonly target: Target | null;
  /** What the other version has in this place; null where it has nothing or there is none to compare with. */
  readonly before: Target | null;
  readonly isChanged: boolean;
};

/** All targets of one metric under the same conditions, by severity and plan. */
export type TargetTable = {
  readonly key: string;
  readonly like: Target;
  readonly rows: readonly Axis[];
  readonly columns: readonly Axis[];
  readonly cell: (row: Axis, column: Axis) => TargetCell;
};

/** What makes a figure another figure, whatever the place it stands in. */
const FIGURE = [
  ...(["amount", "rangeLow", "unit", "calendar", "op", "firmness", "daysEnd"] as const),
  ...(["clockStart", "clockStop", "starts", "stops", "runsWhile", "until"] as const),
] as const;

/** Everything else that parts one cell from another and is not an axis of the table. */
function conditionOf({ metric, intake, category, when, appliesTo }: Target): string {
  return JSON.stringify([metric, intake, category, when, appliesTo]);
}

const rowKey = ({ severity }: Target) => severity ?? "*";
const columnKey = ({ plan, tier }: Target) => `${plan ?? "*"} ${tier ?? "*"}`;
const placeOf = (target: Target) => `${rowKey(target)} ${columnKey(target)}`;

/** As much of a policy as its tables are cut from. */
type Promised = Pick<Policy, "targets" | "severities" | "plans">;

/** The promised table of a policy, cut by metric and condition, each cell beside what `before` has there. */
export function targetTables(policy: Promised, before: Promised | null): readonly TargetTable[] {
  const groups = Map.groupBy(policy.targets, conditionOf);
  const old = Map.groupBy(before?.targets ?? [], conditionOf);
  const keys = [...new Set([...groups.keys(), ...old.keys()])];
  return keys.flatMap((key) => {
    const now = groups.get(key) ?? [];
    const past = old.get(key) ?? [];
    const [like] = [...now, ...past];
    return like === undefined ? [] : [tableOf({ key, like, now, past, policy, before })];
  });
}

function tableOf(at: {
  readonly key: string;
  readonly like: Target;
  readonly now: readonly Target[];
  readonly past: readonly Target[];
  readonly policy: Promised;
  readonly before: Promised | null;
}): TargetTable {
  const { key, like, policy, before } = at;
  const all = [...at.now, ...at.past];
  const now = new Map(at.now.map((target) => [placeOf(target), target]));
  const past = new Map(at.past.map((target) => [placeOf(target), target]));
  const cell = (row: Axis, column: Axis): TargetCell => {
    const place = `${row.key} ${column.key}`;
    const target = now.get(place) ?? null;
    const was = past.get(place) ?? null;
    return { target, before: was, isChanged: before !== null && !isSameFigure(target, was) };
  };
  return { key, like, rows: rowsOf(all, policy, before), columns: columnsOf(all, policy, before), cell };
}

function isSameFigure(one: Target | null, other: Target | null): boolean {
  if (one === null || other === null) return one === other;
  return FIGURE.every((key) => JSON.stringify(one[key] ?? null) === JSON.stringify(other[key] ?? null));
}

function rowsOf(targets: readonly Target[], policy: Promised, before: Promised | null): readonly Axis[] {
  const order = [...policy.severities, ...(before?.severities ?? [])].map(({ id }) => id);
  const rows = new Map(
    targets.map((target) => [rowKey(target), { key: rowKey(target), id: target.severity, tier: null }]),
  );
  return [...rows.values()].toSorted((a, b) => rankIn(order, a.id) - rankIn(order, b.id));
}

function columnsOf(targets: readonly Target[], policy: Promised, before: Promised | null): readonly Axis[] {
  const order = [...policy.plans, ...(before?.plans ?? [])].flatMap(({ id, tiers }) => [
    `${id} *`,
    ...tiers.map((tier) => `${id} ${tier.id}`),
  ]);
  const columns = new Map(
    targets.map((target) => [
      columnKey(target),
      { key: columnKey(target), id: target.plan, tier: target.tier },
    ]),
  );
  return [...columns.values()].toSorted((a, b) => rankIn(order, a.key) - rankIn(order, b.key));
}

/** «Any» stands first, and what the order does not know last. */
function rankIn(order: readonly string[], id: string | null): number {
  if (id === null || id.startsWith("* ")) return -1;
  const at = order.indexOf(id);
  return at === -1 ? order.length : at;
}
