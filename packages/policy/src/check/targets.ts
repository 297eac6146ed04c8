import { FIGURE_WANTED, parseFigure } from "../grammar/figure.ts";
import { figureMeant } from "../grammar/figure-meant.ts";
import { type Axis, METRICS, sameMetric, type TargetForm } from "../grammar/targets.ts";
import { INTAKES } from "../grammar/words.ts";
import { axesOf, figureOf, namedOn } from "../lower/axes.ts";
import { ALWAYS } from "../lower/calendars.ts";
import { conditionOf, openedWords } from "../lower/conditions.ts";
import { ancestryOf } from "../lower/plans.ts";
import { cellsOf, MOST_CELLS, type PlacedTarget, sizeOf } from "../lower/targets.ts";
import type { FindingCode } from "../source/codes.ts";
import { suggestion } from "../source/nearest.ts";
import type { At, Place, Report } from "../source/report.ts";
import type { Source } from "../source/source.ts";
import type { Tree } from "../source/tree.ts";
import { specificityOf } from "../target.ts";
import type { Target, Unit } from "../types.ts";
import { checkKnown, idsOf } from "./lookup.ts";

type Known = { readonly code: FindingCode; readonly kind: string; readonly ids: ReadonlySet<string> };

/** The tiers of the plans an entry names, or of all plans. */
function tiersFor(entry: TargetForm, source: Source): ReadonlySet<string> {
  const plans = namedOn(entry, "plan");
  const of = source.form.plans.filter((plan) => plans.length === 0 || plans.includes(plan.id.value));
  return new Set(of.flatMap((plan) => [...idsOf(plan.value.tiers)]));
}

function knownOn(axis: Axis, entry: TargetForm, source: Source): Known | null {
  const { form } = source;
  const known: Readonly<Record<Axis, () => Known | null>> = {
    plan: () => ({ code: "plan-undefined", kind: "plan", ids: idsOf(form.plans) }),
    tier: () => ({ code: "tier-undefined", kind: "tier", ids: tiersFor(entry, source) }),
    severity: () => ({ code: "severity-undefined", kind: "severity", ids: idsOf(form.severities) }),
    channel: () => ({ code: "channel-undefined", kind: "channel", ids: idsOf(form.channels) }),
    cohort: () => ({ code: "cohort-undefined", kind: "cohort", ids: idsOf(form.cohorts) }),
    category: () => ({ code: "category-undefined", kind: "category", ids: idsOf(form.categories) }),
    intake: () => ({ code: "value-choice", kind: "door", ids: new Set<string>(INTAKES) }),
    when: () => null,
  };
  return known[axis]();
}

/** Names, figures and completeness of the target entries. */
export function checkTargets(source: Source, report: Report): void {
  checkKnown(source.form.defaultCalendar, calendarsOf(source), "calendar-undefined", "calendar", report);
  for (const entry of source.form.targets) checkEntry(entry, source, report);
  for (const cell of cellsOf(source)) checkCell(cell.tree, cell.entry, source, report);
}

function checkEntry(entry: TargetForm, source: Source, report: Report): void {
  checkMetric(entry.metric, source, report);
  const named: readonly [Axis, readonly At<string>[]][] = [
    ["plan", [...(entry.plan ?? []), ...(entry.plans ?? [])]],
    ["tier", entry.tier ?? []],
    ["severity", entry.severity ?? []],
    ["channel", entry.channel ?? []],
    ["cohort", entry.cohort ?? []],
    ["category", entry.category ?? []],
  ];
  for (const [axis, names] of named) {
    const known = knownOn(axis, entry, source);
    for (const name of names) if (known) checkKnown(name, known.ids, known.code, known.kind, report);
  }
  checkKnown(entry.calendar, calendarsOf(source), "calendar-undefined", "calendar", report);
  const stated = [entry.lessThan, entry.within, entry.in].filter((one) => one !== undefined);
  if (stated.length !== 1) {
    report.add(
      "target-figure",
      entry.at,
      stated.length === 0 ? "The target has no figure." : "The target has more than one figure.",
      "Write exactly one of `less-than:`, `within:` and `in:`.",
    );
  }
  if (sizeOf(entry) > MOST_CELLS) {
    report.add(
      "target-too-large",
      entry.at,
      `The entry spreads into more than ${MOST_CELLS} cells.`,
      "Split it, or leave out the keys that hold for any case.",
    );
    return;
  }
  for (const when of entry.when ?? []) checkCondition(when, source, report);
  const figure = figureOf(entry);
  if (figure?.tree.kind === "map") checkTable(figure.tree, entry, axesOf(entry, source), source, report);
}

function checkMetric(metric: At<string>, source: Source, report: Report): void {
  const known = [...METRICS.keys(), ...idsOf(source.form.metrics)];
  if (metric.value === "" || known.some((one) => sameMetric(one, metric.value))) return;
  report.add(
    "metric-undefined",
    metric.at,
    `\`${metric.value}\` is not measured here.`,
    `Define it under \`metrics:\`, or use one that exists. ${suggestion(metric.value, known)}`,
  );
}

/** A condition that the desk cannot tell by itself holds only where somebody says so. */
function checkCondition(when: At<string>, source: Source, report: Report): void {
  if (when.value === "" || when.value === "*" || conditionOf(when.value, source) !== null) return;
  const opened = openedWords(when.value);
  if (opened !== null && !opened.calendar.includes(" ")) {
    const calendar = { value: opened.calendar, at: when.at };
    checkKnown(calendar, idsOf(source.form.calendars), "calendar-undefined", "calendar", report);
    return;
  }
  report.add(
    "condition-undecided",
    when.at,
    `The desk cannot tell whether “${when.value.slice(0, 80)}” holds: the target counts only where somebody says so.`,
    "Where it is about the hour of opening, write `opened in <calendar>` or `opened outside <calendar>`.",
  );
}

const calendarsOf = (source: Source): ReadonlySet<string> =>
  new Set([ALWAYS, ...idsOf(source.form.calendars)]);

type Block = Tree & { readonly kind: "map" };

/** The severity and the plan that the rows above a block stand for. */
type Above = { readonly severity?: string; readonly plan?: string };

/** Keys of a table are known, and no row or column that another row has is missing. */
function checkTable(
  table: Block,
  entry: TargetForm,
  axes: readonly Axis[],
  source: Source,
  report: Report,
  above: Above = {},
): void {
  const [axis, ...rest] = axes;
  if (axis === undefined) {
    report.add(
      "value-type",
      table.at,
      "The table has more levels than `by:` names.",
      "Write figures here, or name what the keys stand for in `by:`.",
    );
    return;
  }
  const known = knownOn(axis, entry, source);
  for (const { key, keyAt } of table.entries) {
    if (key !== "*" && known !== null) {
      checkKnown({ value: key, at: keyAt }, known.ids, known.code, known.kind, report);
    }
  }
  if (axis === "when") {
    for (const { key, keyAt } of table.entries) checkCondition({ value: key, at: keyAt }, source, report);
  }
  const keys = new Set(table.entries.map((one) => one.key));
  for (const wanted of wantedOn(axis, entry, source)) {
    const isThere = keys.has(wanted) || keys.has("*");
    if (!isThere && isPossible({ ...above, [axis]: wanted }, entry, source)) {
      reportMissing(axis, wanted, table.at, report);
    }
  }
  const rows = table.entries.flatMap(({ key, value }) =>
    value.kind === "map" ? [{ block: value, above: { ...above, [axis]: key } }] : [],
  );
  for (const row of rows) checkTable(row.block, entry, rest, source, report, row.above);
  const isColumn = (about: Above): boolean => isPossible(about, entry, source);
  checkColumns(rows, rest[0], isColumn, report);
}

/** Whether one of the plans that a cell is about may choose its severity: no other cell can be missing (K38). */
function isPossible({ severity, plan }: Above, entry: TargetForm, { form }: Source): boolean {
  const choosers = form.severities?.find((one) => one.id.value === severity)?.value.plans;
  const plans = plan === undefined ? namedOn(entry, "plan") : [plan];
  if (choosers === undefined || plans.length === 0 || plans.includes("*")) return true;
  const ids = new Set(choosers.map((one) => one.value));
  return plans.some((one) => ancestryOf(form.plans, one).some((line) => ids.has(line.id.value)));
}

/** The rows an author must fill: all severities, all tiers of the named plans, all plans an entry names. */
function wantedOn(axis: Axis, entry: TargetForm, source: Source): readonly string[] {
  const stated = namedOn(entry, axis);
  if (stated.length > 0) return stated;
  if (axis === "severity") return [...idsOf(source.form.severities)];
  return axis === "tier" ? [...tiersFor(entry, source)] : [];
}

function checkColumns(
  rows: readonly { readonly block: Block; readonly above: Above }[],
  axis: Axis | undefined,
  isColumn: (about: Above) => boolean,
  report: Report,
): void {
  if (axis === undefined || axis === "tier" || axis === "severity") return;
  const all = new Set(rows.flatMap(({ block }) => block.entries.map((entry) => entry.key)));
  for (const { block, above } of rows) {
    const keys = new Set(block.entries.map((entry) => entry.key));
    for (const wanted of all) {
      if (!keys.has(wanted) && isColumn({ ...above, [axis]: wanted })) {
        reportMissing(axis, wanted, block.at, report);
      }
    }
  }
}

function reportMissing(axis: Axis, wanted: string, at: Place, report: Report): void {
  report.add(
    "target-cell-missing",
    at,
    `The table says nothing for ${axis} \`${wanted}\`.`,
    `Add \`${wanted}: …\` with a figure, or \`not offered\`.`,
  );
}

const ELAPSED: ReadonlySet<Unit> = new Set(["minute", "hour", "day", "week", "month"]);

function checkCell(tree: Tree, entry: TargetForm, source: Source, report: Report): void {
  if (tree.kind === "empty") return;
  const figure = tree.kind === "text" ? parseFigure(tree.text) : null;
  if (figure === null) {
    reportNoFigure(tree, source, report);
    return;
  }
  if (figure.calendar !== null) {
    const calendar = { value: figure.calendar, at: tree.at };
    checkKnown(calendar, calendarsOf(source), "calendar-undefined", "calendar", report);
    return;
  }
  const needsCalendar = figure.unit !== null && figure.unit !== "continuous" && !ELAPSED.has(figure.unit);
  if (!needsCalendar || entry.calendar !== undefined || source.form.defaultCalendar !== undefined) return;
  report.add(
    "calendar-missing",
    tree.at,
    "A figure in business time names no calendar.",
    "Add `@ <calendar>` to the figure, `calendar:` to the entry, or `default-calendar:` to the policy.",
  );
}

function reportNoFigure(tree: Tree, source: Source, report: Report): void {
  const text = tree.kind === "text" ? tree.text.slice(0, 80) : null;
  const meant = text === null ? null : (withCalendarId(text, source) ?? figureMeant(text));
  const mend =
    meant === null
      ? `Write ${FIGURE_WANTED}. What is no figure can stand behind \`applies-to:\` or as a sentence under \`statements:\`.`
      : `Did you mean \`${meant}\`?`;
  report.add(
    "value-format",
    tree.at,
    `${text === null ? "This is" : `\`${text}\` is`} not ${FIGURE_WANTED}.`,
    mend,
  );
}

/** The figure with the id of the calendar whose name stands behind the `@`; null where none is called so. */
function withCalendarId(text: string, { form }: Source): string | null {
  const [figure = "", name = ""] = text.split("@").map((part) => part.trim());
  const found = form.calendars?.find(
    ({ value }) => value.name?.value.toLowerCase() === name.toLowerCase() && name !== "",
  );
  const meant = `${figureMeant(figure) ?? figure} @ ${found?.id.value ?? ""}`;
  return found === undefined || parseFigure(meant) === null ? null : meant;
}

const KEYS = ["plan", "tier", "severity", "intake", "category"] as const;

const overlaps = (a: Target, b: Target): boolean =>
  KEYS.every((key) => a[key] === null || b[key] === null || a[key] === b[key]) &&
  (a.channel === undefined || b.channel === undefined || a.channel === b.channel) &&
  (a.cohort === undefined || b.cohort === undefined || a.cohort === b.cohort);

/** Two cells can only clash when they measure the same under one condition, and name equally much. */
const clashKey = (target: Target): string =>
  JSON.stringify([target.metric.replaceAll("_", "-"), target.when, target.appliesTo, specificityOf(target)]);

/** Two equally specific cells for one case: neither can win (`target-twice`). */
export function checkTwice(placed: readonly PlacedTarget[], report: Report): void {
  for (const alike of Map.groupBy(placed, ({ target }) => clashKey(target)).values()) {
    const seen = new Map<string | null, PlacedTarget[]>();
    for (const one of alike) {
      const { plan } = one.target;
      const rivals =
        plan === null ? [...seen.values()].flat() : [...(seen.get(plan) ?? []), ...(seen.get(null) ?? [])];
      const before = rivals.find((rival) => overlaps(rival.target, one.target));
      if (before !== undefined) reportTwice(before, one, report);
      seen.set(plan, [...(seen.get(plan) ?? []), one]);
    }
  }
}

function reportTwice(before: PlacedTarget, { target, at }: PlacedTarget, report: Report): void {
  report.add(
    "target-twice",
    at,
    `Line ${before.at.line} already gives a ${target.metric} target for this case, and neither is more specific.`,
    "Remove one, or let one of them name more of plan, tier, severity, intake, channel, category and cohort.",
  );
}
