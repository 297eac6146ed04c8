import type { Key, Shape } from "../grammar/shape.ts";
import type { Outline, OutlineEntry, Word } from "./outline-node.ts";

type MapNode = Outline & { readonly kind: "map" };

/** One step down: into an entry of a block, or into an item of a list. */
export type Step =
  | { readonly kind: "entry"; readonly map: MapNode; readonly entry: OutlineEntry }
  | { readonly kind: "item"; readonly index: number };

/** Where the cursor is: on a key of `map`, or on a value, which may stand alone on its line. */
export type Spot =
  | {
      readonly kind: "key";
      readonly steps: readonly Step[];
      readonly map: MapNode;
      readonly entry: OutlineEntry;
    }
  | { readonly kind: "value"; readonly steps: readonly Step[]; readonly word: Word };

const isOn = (word: Word, offset: number): boolean => offset >= word.from && offset <= word.to;

/** The word at an offset, with the way down to it. */
export function spotAt(root: Outline | null, offset: number): Spot | null {
  return root === null ? null : within(root, offset, []);
}

function within(node: Outline, offset: number, steps: readonly Step[]): Spot | null {
  if (node.kind === "text") return isOn(node.word, offset) ? { kind: "value", steps, word: node.word } : null;
  if (node.kind === "list") {
    for (const [index, item] of node.items.entries()) {
      const found = item === null ? null : within(item, offset, [...steps, { kind: "item", index }]);
      if (found !== null) return found;
    }
    return null;
  }
  for (const entry of node.entries) {
    if (isOn(entry.key, offset)) return { kind: "key", steps, map: node, entry };
    const down: Step = { kind: "entry", map: node, entry };
    const found = entry.value === null ? null : within(entry.value, offset, [...steps, down]);
    if (found !== null) return found;
  }
  return null;
}

/** A shape's alternatives, each of which may be what the author means. */
export function alternatives(shape: Shape<unknown>): readonly Shape<unknown>[] {
  return shape.describes?.kind === "either" ? shape.describes.shapes.flatMap(alternatives) : [shape];
}

/** What a block whose keys are known may hold; a single item that stands for its list is looked into. */
export function blocks(shapes: readonly Shape<unknown>[]): readonly Shape<unknown>[] {
  return shapes.flatMap((shape) => {
    const { describes } = shape;
    const isItem = describes?.kind === "list" && describes.mayStandAlone;
    return isItem ? blocks(alternatives(describes.item)) : [shape];
  });
}

/** The key as a block of known keys describes it; null for the author's own ids. */
export function keyIn(shapes: readonly Shape<unknown>[], written: string): Key | null {
  for (const { describes } of shapes) {
    const found =
      describes?.kind === "fields" ? describes.keys.find((one) => one.key === written) : undefined;
    if (found !== undefined) return found;
  }
  return null;
}

function below(shape: Shape<unknown>, step: Step): readonly Shape<unknown>[] {
  const { describes } = shape;
  if (describes === undefined) return [];
  if (step.kind === "item") {
    if (describes.kind === "list") return alternatives(describes.item);
    return describes.kind === "named" ? [shape] : [];
  }
  const { key } = step.entry;
  if (describes.kind === "fields") {
    const found = describes.keys.find((one) => one.key === key.text);
    return found === undefined ? [] : alternatives(found.shape);
  }
  if (describes.kind === "named") return alternatives(describes.value);
  if (describes.kind === "week") return [describes.hours];
  return describes.kind === "figures" ? [shape] : [];
}

/** What may stand at the end of the steps, by the language. */
export function shapesAt(root: Shape<unknown>, steps: readonly Step[]): readonly Shape<unknown>[] {
  let shapes = alternatives(root);
  for (const step of steps) {
    const known = step.kind === "entry" ? blocks(shapes) : shapes;
    shapes = known.flatMap((shape) => below(shape, step));
  }
  return shapes;
}

/** The keys on the way, e.g. `plans.standard.includes`. */
export const pathOf = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap((step) => (step.kind === "entry" ? [step.entry.key.text] : []));
