import type { Shape } from "../grammar/shape.ts";
import type { PolicyFiles } from "../types.ts";
import type { Completion, Completions } from "./completion.ts";
import { type Definition, definitionsOf } from "./definitions.ts";
import { keysOfTable, valuesOfFigure } from "./figures.ts";
import { shapeOf } from "./files.ts";
import { idItem, keyItems } from "./key-items.ts";
import { blocks, pathOf, type Spot, shapesAt, spotAt } from "./locate.ts";
import { outlineOf } from "./outline.ts";
import type { Word } from "./outline-node.ts";
import { pageCompletions } from "./page-completions.ts";
import { valueItems } from "./value-items.ts";

/**
 * What an author can write at an offset of a policy file. Reads the folder as it stands, however broken; null where the
 * language has nothing to offer. Never throws.
 */
export function completionsAt(files: PolicyFiles, file: string, offset: number): Completions | null {
  const text = files[file];
  if (text === undefined || offset < 0 || offset > text.length) return null;
  if (file === "page.md") return pageCompletions(files, text, offset);
  const root = shapeOf(file);
  if (root === null) return null;
  const spot = spotAt(outlineOf(text, offset), offset);
  if (spot === null) return null;
  const place = { shapes: shapesAt(root, spot.steps), text, offset, known: once(() => definitionsOf(files)) };
  const { word, items } = spot.kind === "key" ? keysAt(spot, place) : valuesAt(spot, place);
  const seen = new Set<string>();
  const distinct = items.filter(({ label }) => !seen.has(label) && seen.add(label));
  return distinct.length === 0 ? null : { from: word.from, to: word.to, items: distinct };
}

type Place = {
  readonly shapes: readonly Shape<unknown>[];
  readonly text: string;
  readonly offset: number;
  readonly known: () => readonly Definition[];
};

type Offer = { readonly word: Word; readonly items: readonly Completion[] };

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const isFigure = (shapes: readonly Shape<unknown>[]): boolean =>
  shapes.some(({ describes }) => describes?.kind === "figures");

function keysAt(spot: Spot & { readonly kind: "key" }, { shapes, text, known }: Place): Offer {
  const { map, entry, steps } = spot;
  const used = new Set(map.entries.filter((one) => one !== entry).map((one) => one.key.text));
  const place = { column: columnOf(text, entry.key.from), isFlow: map.isFlow, hasColon: entry.hasColon };
  const keys = keyItems(blocks(shapes), used, place, { path: pathOf(steps), known });
  const ending = entry.hasColon ? "" : ": ";
  const rows = isFigure(shapes) ? keysOfTable(steps, used, known()) : [];
  const ids = rows.filter((one) => !used.has(one.id)).map((one) => idItem(one, ending));
  return { word: entry.key, items: [...keys, ...ids] };
}

function valuesAt(spot: Spot & { readonly kind: "value" }, { shapes, text, offset, known }: Place): Offer {
  if (isFigure(shapes)) return valuesOfFigure(spot, offset, known());
  const { word, steps } = spot;
  const around = { path: pathOf(steps), known };
  const before = text.slice(text.lastIndexOf("\n", word.from - 1) + 1, word.from);
  const isAlone = /^ *(?:- +)*$/.test(before);
  const place = { column: columnOf(text, word.from), isFlow: false, hasColon: false };
  const keys = isAlone ? keyItems(blocks(shapes), new Set(), place, around) : [];
  return { word, items: [...keys, ...shapes.flatMap((shape) => valueItems(shape, around))] };
}

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf("\n", offset - 1) + 1);
