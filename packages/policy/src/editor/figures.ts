import { AXES } from "../grammar/targets.ts";
import type { Completions } from "./completion.ts";
import { type Definition, definitionsFor } from "./definitions.ts";
import type { Spot, Step } from "./locate.ts";
import type { Outline, Word } from "./outline-node.ts";

/** The axes whose ids the policy defines; a row is rarely anything but a severity. */
const KINDS: readonly string[] = ["severity", ...AXES.filter((axis) => axis !== "severity")];

const entryOf = (steps: readonly Step[]): readonly (Step & { readonly kind: "entry" })[] =>
  steps.flatMap((step) => (step.kind === "entry" ? [step] : []));

function wordsOf(value: Outline | null): readonly string[] {
  if (value?.kind === "text") return [value.word.text];
  return value?.kind === "list" ? value.items.flatMap(wordsOf) : [];
}

/**
 * The ids that a table's rows or columns can have: of what the entry itself does not limit, and of the kind that
 * the keys beside have.
 */
export function keysOfTable(
  steps: readonly Step[],
  used: ReadonlySet<string>,
  known: readonly Definition[],
): readonly Definition[] {
  const down = entryOf(steps);
  const figure = down.findIndex(({ entry }) => ["less-than", "within", "in"].includes(entry.key.text));
  const target = down[figure]?.map.entries ?? [];
  const given = new Map(target.map((entry) => [entry.key.text, wordsOf(entry.value)]));
  const outer = down.slice(figure + 1).map(({ entry }) => entry.key.text);
  const taken = known.find((one) => KINDS.includes(one.kind) && one.id === outer[0])?.kind;
  const plans = [...(given.get("plan") ?? []), ...(given.get("plans") ?? [])];
  const beside = KINDS.filter((axis) => known.some((one) => one.kind === axis && used.has(one.id)));
  return (beside.length > 0 ? beside : KINDS).flatMap((axis) => {
    if (given.has(axis) || given.has(`${axis}s`) || axis === taken) return [];
    const all = definitionsFor(known, axis, []);
    return axis === "tier" && plans.length > 0 ? all.filter((one) => plans.includes(one.path[1] ?? "")) : all;
  });
}

const example = (label: string, detail: string) => ({
  label,
  detail,
  apply: label,
  kind: "example" as const,
});

/** Figures by example, or the calendars behind `@`. */
export function valuesOfFigure(
  spot: Spot & { readonly kind: "value" },
  offset: number,
  known: readonly Definition[],
): { readonly word: Word; readonly items: Completions["items"] } {
  const calendars = definitionsFor(known, "calendar", []);
  const { word } = spot;
  const at = word.text.slice(0, offset - word.from).lastIndexOf("@");
  if (at >= 0) {
    const behind = word.text.slice(at + 1);
    const name = behind.trimStart().replace(/[ ,].*$/, "");
    const start = word.from + at + 1 + behind.length - behind.trimStart().length;
    if (offset > start + name.length) return { word, items: [] };
    const isClose = offset < start;
    const items = calendars.map((one) => ({
      label: one.id,
      detail: one.name,
      apply: isClose ? ` ${one.id}` : one.id,
      kind: "id" as const,
    }));
    return { word: { text: name, from: isClose ? offset : start, to: start + name.length }, items };
  }
  const own = calendars.filter(({ path }) => path.length > 0).map(({ id }) => id);
  const business = own.flatMap((id) => [
    example(`2 business hours @ ${id}`, "open hours only"),
    example(`1 business day @ ${id}`, "open days only"),
  ]);
  const items = [
    ...business,
    example("1 hour @ always", "round the clock"),
    example("not offered", "nothing is promised"),
    example("best effort", "without a figure"),
  ];
  return { word, items };
}
