import type { Key, Shape } from "../grammar/shape.ts";
import type { Completion } from "./completion.ts";
import { type Definition, definitionsFor } from "./definitions.ts";
import { alternatives } from "./locate.ts";

/** Where a key is to be written: its column, whether in braces, and whether its colon is there already. */
export type KeyPlace = { readonly column: number; readonly isFlow: boolean; readonly hasColon: boolean };

/** A place in the policy, and what the policy defines; gathered only where somebody asks. */
export type Surroundings = { readonly path: readonly string[]; readonly known: () => readonly Definition[] };

const WEEKDAYS = ["mon-fri", "daily", "sat", "sun", "sat-sun"];

/** An id with the words behind it. */
export const idItem = ({ id, name }: Definition, ending = ""): Completion => ({
  label: id,
  detail: name,
  apply: id + ending,
  kind: "id",
});

/** Keys that are not there yet, needed ones first, and ids where the keys of a block are references. */
export function keyItems(
  shapes: readonly Shape<unknown>[],
  used: ReadonlySet<string>,
  place: KeyPlace,
  { path, known }: Surroundings,
): readonly Completion[] {
  return shapes.flatMap(({ describes }): readonly Completion[] => {
    if (describes?.kind === "named" && describes.refersTo !== null) {
      const found = definitionsFor(known(), describes.refersTo, path);
      return found.filter((one) => !used.has(one.id)).map((one) => idItem(one));
    }
    if (describes?.kind === "week") {
      const ending = place.hasColon ? "" : ': "';
      return WEEKDAYS.map((days) => ({ label: days, detail: "", apply: days + ending, kind: "choice" }));
    }
    if (describes?.kind !== "fields") return [];
    const left = describes.keys.filter((one) => !used.has(one.key) && !one.key.startsWith("$"));
    return left.toSorted((a, b) => Number(b.isNeeded) - Number(a.isNeeded)).map((one) => keyItem(one, place));
  });
}

function keyItem({ key, about, isNeeded, shape }: Key, place: KeyPlace): Completion {
  const detail = isNeeded ? `${about} (needed)` : about;
  return { label: key, detail, apply: place.hasColon ? key : key + openingOf(shape, place), kind: "key" };
}

/** What follows a key that is newly written. */
function openingOf(shape: Shape<unknown>, { column, isFlow }: KeyPlace): string {
  const describes = alternatives(shape)[0]?.describes;
  const deeper = `:\n${" ".repeat(column + 2)}`;
  if (isFlow || describes === undefined) return ": ";
  if (describes.kind === "list") return describes.mayStandAlone ? ": " : `${deeper}- `;
  const isBlock =
    describes.kind === "named" ||
    describes.kind === "week" ||
    (describes.kind === "fields" && describes.short === null);
  return isBlock ? deeper : ": ";
}
