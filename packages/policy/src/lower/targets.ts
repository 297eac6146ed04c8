import { type Figure, parseFigure } from "../grammar/figure.ts";
import { AXES, type Axis, type TargetForm } from "../grammar/targets.ts";
import { isIntake } from "../grammar/words.ts";
import type { Place } from "../source/report.ts";
import { type Source, statedReadings } from "../source/source.ts";
import type { Tree } from "../source/tree.ts";
import type { Amount, Firmness, Readings, Target, Unit } from "../types.ts";
import { axesOf, figureOf, namedOn } from "./axes.ts";
import { ALWAYS } from "./calendars.ts";
import type { Case, Cell } from "./cell.ts";
import type { ClauseLookup } from "./clauses.ts";
import { isInsideHoursOnly, startNamed, stopNamed } from "./clock-words.ts";
import { conditionOf } from "./conditions.ts";
import { takenOver } from "./overlay.ts";

const ANY: Case = {
  plan: null,
  tier: null,
  severity: null,
  intake: null,
  channel: null,
  cohort: null,
  category: null,
  when: null,
};

type Spread = {
  readonly about: Case;
  readonly tree: Tree;
  readonly at: Place;
  readonly left: readonly Axis[];
};

/** The figures of a table; `left` are the axes that it does not go down to. */
function spread(tree: Tree, axes: readonly Axis[], about: Case): Spread[] {
  const [axis, ...rest] = axes;
  if (tree.kind !== "map" || axis === undefined) return [{ about, tree, at: tree.at, left: axes }];
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

/** Every case that an entry's own keys name on some axes, as combinations. */
function casesOf(entry: TargetForm, axes: readonly Axis[], about: Case): Case[] {
  let cases: Case[] = [about];
  for (const axis of axes) {
    const values = namedOn(entry, axis);
    if (values.length > 0) cases = cases.flatMap((one) => values.map((value) => ({ ...one, [axis]: value })));
  }
  return cases;
}

/** Every cell of the policy: those stated, in the order of writing, then those that plans take over. */
export function cellsOf(source: Source): Cell[] {
  const stated = statedCells(source);
  return [...stated, ...takenOver(source, stated)];
}

function statedCells(source: Source): Cell[] {
  return source.form.targets.flatMap((entry) => {
    const figure = figureOf(entry);
    if (figure === null || sizeOf(entry) > MOST_CELLS) return [];
    const axes = figure.tree.kind === "map" ? axesOf(entry, source) : [];
    const named = AXES.filter((axis) => !axes.includes(axis));
    return casesOf(entry, named, ANY).flatMap((about) =>
      spread(figure.tree, axes, about)
        .flatMap(({ left, ...cell }) =>
          casesOf(entry, left, cell.about).map((one) => ({ ...cell, about: one })),
        )
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
  same_business_day: { minutes: 1440, days: 1 },
  service_hour: { minutes: 60 },
  month: { minutes: 30 * 1440 },
};

const HOUR_MS = 3_600_000;

/** Open hours of a business day, where the policy counts it in hours: `8 business hours`. */
const hoursOfDay = (businessDay: Readings["businessDay"]): number | null =>
  businessDay.endsWith(" business hours") ? Number.parseFloat(businessDay) : null;

function amountOf(
  amount: number,
  unit: Exclude<Unit, "continuous">,
  isAlways: boolean,
  businessDay: Readings["businessDay"],
): Amount {
  const { minutes, days } = MEASURES[unit];
  if (isAlways || days === undefined) return { ms: Math.round(amount * minutes * 60_000) };
  const hours = NAMED_DAYS.has(unit) ? null : hoursOfDay(businessDay);
  const total = amount * days;
  if (hours !== null) return { ms: Math.round(total * hours * HOUR_MS) };
  return { days: Number.isInteger(total) ? total : { num: Math.round(total * 1000), den: 1000 } };
}

const NAMED_DAYS: ReadonlySet<Unit> = new Set(["next_business_day", "same_business_day"]);

const isBusiness = (unit: Unit): boolean =>
  unit.startsWith("business_") || unit === "service_hour" || NAMED_DAYS.has(unit);

/** What the clock counts for a figure: the calendar and an amount in it, by the policy's readings. */
function loweredOf(
  { amount, unit }: Figure,
  calendar: string | null,
  { businessCalendar, businessDay }: Lowering,
): Target["lowered"] {
  if (amount === null || unit === null || unit === "continuous") return null;
  const unnamed = isBusiness(unit) ? businessCalendar : ALWAYS;
  const counted = unit === "month" ? ALWAYS : (calendar ?? unnamed);
  return { calendar: counted, amount: amountOf(amount, unit, counted === ALWAYS, businessDay) };
}

type Lowering = {
  readonly tie: "late" | "met";
  readonly emptyCell: Firmness;
  readonly businessDay: Readings["businessDay"];
  /** How the next business day ends, where it is no plain business day. */
  readonly nextDay: "next-day-at-closing" | null;
  /** Of business time that names no calendar. */
  readonly businessCalendar: string;
  readonly clauses: ClauseLookup;
  readonly source: Source;
};

function targetOf(cell: Cell, lowering: Lowering): Target | null {
  const { entry, about } = cell;
  const { tie, emptyCell, clauses } = lowering;
  const figure = cell.tree.kind === "text" ? parseFigure(cell.tree.text) : null;
  if (figure === null && cell.tree.kind !== "empty") return null;
  const op = figureOf(entry)?.op ?? "in";
  const hasFigure = figure !== null && figure.unit !== null;
  const named = cell.calendar ?? (hasFigure ? (figure.calendar ?? entry.calendar?.value) : undefined);
  const calendar = hasFigure ? (named ?? null) : null;
  const counted = figure === null ? null : loweredOf(figure, calendar, lowering);
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
    lowered: counted,
    clause: clauses.at(entry.clause?.value, "response-times"),
    ...(about.channel === null ? {} : { channel: about.channel }),
    ...(about.cohort === null ? {} : { cohort: about.cohort }),
    ...daysEndOf(counted, figure?.unit ?? null, lowering),
    ...clockOf(cell, counted, lowering),
  };
}

/** How days pass, where it is not in proportion to open time. */
function daysEndOf(
  counted: Target["lowered"],
  unit: Unit | null,
  { businessDay, nextDay }: Lowering,
): Pick<Target, "daysEnd"> {
  if (counted === null || "ms" in counted.amount) return {};
  if (unit === "next_business_day") return nextDay === null ? {} : { daysEnd: nextDay };
  if (unit === "same_business_day") return { daysEnd: "same-day-at-closing" };
  if (businessDay === "end-of-following-open-day") return { daysEnd: "at-closing" };
  return businessDay === "same-time-on-following-open-day" ? { daysEnd: "at-same-time" } : {};
}

/** What starts, stops and ends the clock, where the entry says so. */
function clockOf(
  { entry, about }: Cell,
  counted: Target["lowered"],
  { source }: Lowering,
): Pick<Target, "openedIn" | "starts" | "stops" | "clockStop" | "runsWhile" | "until"> {
  const [start, stop] = [entry.clockStart?.value, entry.clockStop?.value];
  const [starts, stops] = [startNamed(start), stopNamed(stop)];
  const opened = conditionOf(about.when, source);
  const ownHours =
    isInsideHoursOnly(start) && counted !== null && counted.calendar !== ALWAYS
      ? { calendar: counted.calendar, isOpen: true }
      : null;
  const openedIn = opened ?? ownHours;
  return {
    ...(openedIn === null ? {} : { openedIn }),
    ...(starts === undefined ? {} : { starts }),
    ...(stops === undefined ? {} : { stops }),
    ...(stop === undefined || stops !== undefined ? {} : { clockStop: stop }),
    ...(entry.runsWhile === undefined ? {} : { runsWhile: entry.runsWhile.value }),
    ...(entry.until === undefined ? {} : { until: entry.until.value }),
  };
}

export type PlacedTarget = { readonly target: Target; readonly at: Place };

/** The target table, one row per stated cell, in the order of writing, each with its place. */
export function placedTargets(
  source: Source,
  readings: Pick<Readings, "tie" | "emptyCell" | "businessDay">,
  clauses: ClauseLookup,
): PlacedTarget[] {
  const lowering: Lowering = {
    tie: readings.tie,
    emptyCell: readings.emptyCell === "no" ? "none" : "unstated",
    businessDay: readings.businessDay,
    nextDay:
      statedReadings(source.form).get("next-business-day") === "one-business-day"
        ? null
        : "next-day-at-closing",
    businessCalendar: source.form.defaultCalendar?.value ?? ALWAYS,
    clauses,
    source,
  };
  return cellsOf(source).flatMap((cell) => {
    const target = targetOf(cell, lowering);
    return target === null ? [] : [{ target, at: cell.at }];
  });
}
