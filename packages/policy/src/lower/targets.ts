import { type Figure, parseFigure } from "../grammar/figure.ts";
import { AXES, type Axis, type TargetForm } from "../grammar/targets.ts";
import { isIntake } from "../grammar/words.ts";
import type { Place } from "../source/report.ts";
import type { Source } from "../source/source.ts";
import type { Tree } from "../source/tree.ts";
import type { Amount, Firmness, Target, Unit } from "../types.ts";
import { ALWAYS } from "./calendars.ts";
import type { ClauseLookup } from "./clauses.ts";

/** What a cell is about: the value of each axis, null for any. */
export type Case = Readonly<Record<Axis, string | null>>;

/** One cell of the target table as written, with its place. */
export type Cell = {
  readonly entry: TargetForm;
  readonly about: Case;
  readonly tree: Tree;
  readonly at: Place;
};

const ANY: Case = { plan: null, tier: null, severity: null, intake: null, category: null, when: null };

/** The figure or table of an entry, and how a tie counts in its words. */
export function figureOf(
  entry: TargetForm,
): { readonly op: "less-than" | "within" | "in"; readonly tree: Tree } | null {
  if (entry.lessThan !== undefined) return { op: "less-than", tree: entry.lessThan };
  if (entry.within !== undefined) return { op: "within", tree: entry.within };
  return entry.in === undefined ? null : { op: "in", tree: entry.in };
}

/** The values an entry names for an axis; empty when it names none. */
export function namedOn(entry: TargetForm, axis: Axis): readonly string[] {
  const stated = { ...entry, plan: [...(entry.plan ?? []), ...(entry.plans ?? [])] }[axis];
  return (stated ?? []).map((one) => one.value);
}

/** What rows and columns of an entry's table stand for: as written, else severity by tier or by plan. */
export function axesOf(entry: TargetForm, source: Source): readonly Axis[] {
  if (entry.by !== undefined) return entry.by.map((one) => one.value);
  const plans = namedOn(entry, "plan");
  const only = plans.length === 1 ? source.form.plans.find((plan) => plan.id.value === plans[0]) : undefined;
  return ["severity", (only?.value.tiers ?? []).length > 0 ? "tier" : "plan"];
}

function spread(tree: Tree, axes: readonly Axis[], about: Case): { about: Case; tree: Tree; at: Place }[] {
  const [axis, ...rest] = axes;
  if (tree.kind !== "map" || axis === undefined) return [{ about, tree, at: tree.at }];
  return tree.entries.flatMap((entry) =>
    spread(entry.value, rest, { ...about, [axis]: entry.key === "*" ? null : entry.key }),
  );
}

/** More cells than this in one entry is no table that anybody could read. */
export const MOST_CELLS = 2000;

/** How many cells an entry spreads into. */
export function sizeOf(entry: TargetForm): number {
  const tree = figureOf(entry)?.tree;
  const rows = tree?.kind === "map" ? tree.entries : [];
  const cells = rows.reduce((sum, row) => sum + (row.value.kind === "map" ? row.value.entries.length : 1), 0);
  return AXES.reduce((size, axis) => size * Math.max(1, namedOn(entry, axis).length), Math.max(1, cells));
}

/** Every case an entry's own keys name, as combinations, but for the axes that its table spreads. */
function casesOf(entry: TargetForm, spreadAxes: readonly Axis[]): Case[] {
  let cases: Case[] = [ANY];
  for (const axis of AXES) {
    const values = namedOn(entry, axis);
    if (values.length > 0 && !spreadAxes.includes(axis))
      cases = cases.flatMap((one) => values.map((value) => ({ ...one, [axis]: value })));
  }
  return cases;
}

/** Every stated cell of the policy, in the order of writing. */
export function cellsOf(source: Source): Cell[] {
  return source.form.targets.flatMap((entry) => {
    const figure = figureOf(entry);
    if (figure === null || sizeOf(entry) > MOST_CELLS) return [];
    const axes = figure.tree.kind === "map" ? axesOf(entry, source) : [];
    return casesOf(entry, axes).flatMap((about) =>
      spread(figure.tree, axes, about)
        .filter((cell) => agrees(entry, cell.about, axes))
        .map((cell) => ({ entry, ...cell })),
    );
  });
}

/** Where a table's axis repeats a key of its entry, only the rows or columns that the entry names count. */
function agrees(entry: TargetForm, about: Case, axes: readonly Axis[]): boolean {
  return axes.every((axis) => {
    const values = namedOn(entry, axis);
    const value = about[axis];
    return values.length === 0 || value === null || values.includes(value);
  });
}

/** Minutes of a unit that is counted in time, days of one that is counted in business days where there are any. */
const MEASURES: Readonly<
  Record<Exclude<Unit, "continuous">, { readonly minutes: number; readonly days?: number }>
> = {
  minute: { minutes: 1 },
  hour: { minutes: 60 },
  business_hour: { minutes: 60 },
  day: { minutes: 1440, days: 1 },
  business_day: { minutes: 1440, days: 1 },
  week: { minutes: 7 * 1440, days: 5 },
  business_week: { minutes: 7 * 1440, days: 5 },
  next_business_day: { minutes: 1440, days: 1 },
  service_hour: { minutes: 60 },
  month: { minutes: 30 * 1440 },
};

function amountOf(amount: number, unit: Exclude<Unit, "continuous">, isAlways: boolean): Amount {
  const { minutes, days } = MEASURES[unit];
  if (isAlways || days === undefined) return { ms: Math.round(amount * minutes * 60_000) };
  const total = amount * days;
  return { days: Number.isInteger(total) ? total : { num: Math.round(total * 1000), den: 1000 } };
}

/** What the clock counts for a figure: the calendar and an amount in it, by the policy's readings. */
function loweredOf(figure: Figure, calendar: string | null, businessCalendar: string): Target["lowered"] {
  const { amount, unit } = figure;
  if (amount === null || unit === null || unit === "continuous") return null;
  const unnamed = unit.startsWith("business_") ? businessCalendar : ALWAYS;
  const counted = unit === "month" ? ALWAYS : (calendar ?? unnamed);
  return { calendar: counted, amount: amountOf(amount, unit, counted === ALWAYS) };
}

type Lowering = {
  readonly tie: "late" | "met";
  readonly emptyCell: Firmness;
  /** Of business time that names no calendar. */
  readonly businessCalendar: string;
  readonly clauses: ClauseLookup;
};

function targetOf(cell: Cell, lowering: Lowering): Target | null {
  const { entry, about } = cell;
  const { tie, emptyCell, businessCalendar, clauses } = lowering;
  const figure = cell.tree.kind === "text" ? parseFigure(cell.tree.text) : null;
  if (figure === null && cell.tree.kind !== "empty") return null;
  const op = figureOf(entry)?.op ?? "in";
  const hasFigure = figure !== null && figure.unit !== null;
  const calendar = hasFigure ? (figure.calendar ?? entry.calendar?.value ?? null) : null;
  return {
    plan: about.plan,
    tier: about.tier,
    severity: about.severity,
    intake: about.intake !== null && isIntake(about.intake) ? about.intake : null,
    category: about.category,
    metric: entry.metric.value,
    amount: figure?.amount ?? null,
    rangeLow: figure?.rangeLow ?? null,
    unit: figure?.unit ?? null,
    calendar,
    op: op === "in" ? (tie === "late" ? "less-than" : "within") : op,
    firmness: figure === null ? emptyCell : (figure.firmness ?? entry.firmness.value),
    when: about.when,
    appliesTo: entry.appliesTo?.value ?? null,
    clockStart: entry.clockStart?.value ?? null,
    lowered: figure === null ? null : loweredOf(figure, calendar, businessCalendar),
    clause: clauses.at(entry.clause?.value, "response-times"),
  };
}

export type PlacedTarget = { readonly target: Target; readonly at: Place };

/** The target table, one row per stated cell, in the order of writing, each with its place. */
export function placedTargets(
  source: Source,
  readings: { readonly tie: "late" | "met"; readonly emptyCell: "no" | "unstated" },
  clauses: ClauseLookup,
): PlacedTarget[] {
  const lowering: Lowering = {
    tie: readings.tie,
    emptyCell: readings.emptyCell === "no" ? "none" : "unstated",
    businessCalendar: source.form.defaultCalendar?.value ?? ALWAYS,
    clauses,
  };
  return cellsOf(source).flatMap((cell) => {
    const target = targetOf(cell, lowering);
    return target === null ? [] : [{ target, at: cell.at }];
  });
}
