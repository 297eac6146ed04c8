import type { Description, Key, Shape } from "../grammar/shape.ts";
import type { PolicyFiles } from "../types.ts";
import type { Completion, Completions } from "./completion.ts";
import { type Definition, definitionsFor, definitionsOf } from "./definitions.ts";
import { keysOfTable, valuesOfFigure } from "./figures.ts";
import { shapeOf } from "./files.ts";
import { alternatives, blocks, pathOf, type Spot, shapesAt, spotAt } from "./locate.ts";
import { outlineOf, type Word } from "./outline.ts";
import { pageCompletions } from "./page-completions.ts";

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
  const { word, items } = offered(root, spot, { files, text, offset });
  const seen = new Set<string>();
  const once = items.filter(({ label }) => !seen.has(label) && seen.add(label));
  return once.length === 0 ? null : { from: word.from, to: word.to, items: once };
}

type Around = { readonly files: PolicyFiles; readonly text: string; readonly offset: number };

type Offer = { readonly word: Word; readonly items: readonly Completion[] };

function offered(root: Shape<unknown>, spot: Spot, around: Around): Offer {
  const shapes = shapesAt(root, spot.steps);
  const path = pathOf(spot.steps);
  const known = () => definitionsOf(around.files);
  if (spot.kind === "key") {
    const used = new Set(
      spot.map.entries.filter((entry) => entry !== spot.entry).map((entry) => entry.key.text),
    );
    const place = {
      column: columnOf(around.text, spot.entry.key.from),
      isFlow: spot.map.isFlow,
      hasColon: spot.entry.hasColon,
    };
    const tables = shapes.some(({ describes }) => describes?.kind === "figures")
      ? keysOfTable(spot.steps, used, known())
      : [];
    const ids = tables
      .filter((one) => !used.has(one.id))
      .map((one) => idItem(one, spot.entry.hasColon ? "" : ": "));
    return {
      word: spot.entry.key,
      items: [...keyItems(blocks(shapes), { used, place, path, known }), ...ids],
    };
  }
  const figure = shapes.some(({ describes }) => describes?.kind === "figures");
  if (figure) return valuesOfFigure(spot, around.offset, known());
  const place = { column: columnOf(around.text, spot.word.from), isFlow: false, hasColon: false };
  const isAlone = around.text.slice(0, spot.word.from).split("\n").at(-1)?.trim() === "";
  const isItem = /^[ ]*(?:- +)+$/.test(around.text.slice(0, spot.word.from).split("\n").at(-1) ?? "");
  const keys = isAlone || isItem ? keyItems(blocks(shapes), { used: new Set(), place, path, known }) : [];
  return { word: spot.word, items: [...keys, ...shapes.flatMap((shape) => valueItems(shape, path, known))] };
}

type Place = { readonly column: number; readonly isFlow: boolean; readonly hasColon: boolean };

type Asked = {
  readonly used: ReadonlySet<string>;
  readonly place: Place;
  readonly path: readonly string[];
  readonly known: () => readonly Definition[];
};

/** Keys that are not there yet, needed ones first, and ids where the keys of a block are references. */
function keyItems(shapes: readonly Shape<unknown>[], { used, place, path, known }: Asked): Completion[] {
  return shapes.flatMap(({ describes }) => {
    if (describes?.kind === "named" && describes.refersTo !== null) {
      return definitionsFor(known(), describes.refersTo, path)
        .filter((one) => !used.has(one.id))
        .map((one) => idItem(one, ""));
    }
    if (describes?.kind !== "fields") return [];
    const left = describes.keys.filter((one) => !used.has(one.key) && !one.key.startsWith("$"));
    return left.toSorted((a, b) => Number(b.isNeeded) - Number(a.isNeeded)).map((one) => keyItem(one, place));
  });
}

function keyItem({ key, about, isNeeded, shape }: Key, place: Place): Completion {
  const detail = isNeeded ? `${about} (needed)` : about;
  return { label: key, detail, apply: place.hasColon ? key : key + openingOf(shape, place), kind: "key" };
}

/** What follows a key that is newly written. */
function openingOf(shape: Shape<unknown>, { column, isFlow }: Place): string {
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

function valueItems(
  shape: Shape<unknown>,
  path: readonly string[],
  known: () => readonly Definition[],
): Completion[] {
  const { describes } = shape;
  if (describes === undefined) return [];
  if (describes.kind === "choice") {
    return describes.words.map((word) => ({ label: word, detail: "", apply: word, kind: "choice" }));
  }
  if (describes.kind === "scalar") return scalarItems(shape, describes, path, known);
  if (describes.kind === "list") {
    return describes.mayStandAlone
      ? alternatives(describes.item).flatMap((item) => valueItems(item, path, known))
      : [];
  }
  if (describes.kind === "named" && describes.refersTo !== null) {
    return definitionsFor(known(), describes.refersTo, path).map((one) => idItem(one, ""));
  }
  if (describes.kind !== "fields" || describes.short === null) return [];
  const short = describes.keys.find((one) => one.key === describes.short);
  return short === undefined ? [] : alternatives(short.shape).flatMap((one) => valueItems(one, path, known));
}

function scalarItems(
  { wanted }: Shape<unknown>,
  describes: Description & { readonly kind: "scalar" },
  path: readonly string[],
  known: () => readonly Definition[],
): Completion[] {
  const ids = describes.refersTo.flatMap((kind) =>
    kind === "zone" ? zones() : definitionsFor(known(), kind, path).map((one) => idItem(one, "")),
  );
  const words = describes.words.map(
    (word): Completion => ({ label: word, detail: "", apply: word, kind: "choice" }),
  );
  const examples = [...wanted.matchAll(/`([^`]+)`/g)].map(
    ([, word = ""]): Completion => ({ label: word, detail: "an example", apply: word, kind: "example" }),
  );
  return ids.length > 0 ? [...ids, ...words] : [...words, ...examples];
}

/** The zones that the runtime knows: an editor's list, which no policy's meaning rests on. */
const zones = (): Completion[] =>
  Intl.supportedValuesOf("timeZone").map((zone) => ({ label: zone, detail: "", apply: zone, kind: "id" }));

const idItem = ({ id, name }: Definition, ending: string): Completion => ({
  label: id,
  detail: name,
  apply: id + ending,
  kind: "id",
});

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf("\n", offset - 1) + 1);
