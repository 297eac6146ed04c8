import type { Axis, TargetForm } from "../grammar/targets.ts";
import { INTAKES } from "../grammar/words.ts";
import type { Source } from "../source/source.ts";
import type { Tree } from "../source/tree.ts";

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

/** What rows and columns of an entry's table stand for: as written, else severity by tier or by plan, else as its ids say. */
export function axesOf(entry: TargetForm, source: Source): readonly Axis[] {
  if (entry.by !== undefined) return entry.by.map((one) => one.value);
  const plans = namedOn(entry, "plan");
  const only = plans.length === 1 ? source.form.plans.find((plan) => plan.id.value === plans[0]) : undefined;
  const usual = ["severity", (only?.value.tiers ?? []).length > 0 ? "tier" : "plan"] as const;
  const table = figureOf(entry)?.tree;
  const rows = table?.kind === "map" ? table.entries : [];
  const columns = rows.flatMap(({ value }) => (value.kind === "map" ? value.entries : []));
  const outer = axisOfIds(idsIn(rows), usual, source);
  const others = usual.filter((axis) => axis !== outer);
  const inner = axisOfIds(idsIn(columns), outer === usual[0] ? usual.slice(1) : others, source);
  return [outer, inner];
}

const idsIn = (entries: readonly { readonly key: string }[]): readonly string[] =>
  entries.map(({ key }) => key).filter((key) => key !== "*");

/** What ids without `by:` stand for: the first of the usual axes, unless none of them is on it; then the one that has most. */
function axisOfIds(ids: readonly string[], usual: readonly Axis[], source: Source): Axis {
  const [first = "plan", ...rest] = usual;
  const howMany = (axis: Axis): number => {
    const known = idsOn(axis, source);
    return ids.filter((id) => known.has(id)).length;
  };
  if (ids.length === 0 || howMany(first) > 0) return first;
  let best = { axis: first, count: 0 };
  for (const axis of [...rest, ...GUESSED]) {
    const count = howMany(axis);
    if (count > best.count) best = { axis, count };
  }
  return best.axis;
}

const GUESSED = ["plan", "tier", "severity", "category", "intake", "channel", "cohort"] as const;

function idsOn(axis: Axis, { form }: Source): ReadonlySet<string> {
  const of = (list: readonly { readonly id: { readonly value: string } }[] | undefined) =>
    new Set((list ?? []).map(({ id }) => id.value));
  switch (axis) {
    case "plan":
      return of(form.plans);
    case "tier":
      return of(form.plans.flatMap(({ value }) => value.tiers ?? []));
    case "severity":
      return of(form.severities);
    case "category":
      return of(form.categories);
    case "channel":
      return of(form.channels);
    case "cohort":
      return of(form.cohorts);
    case "intake":
      return new Set(INTAKES);
    case "when":
      return new Set();
  }
}
