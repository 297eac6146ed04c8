import type { Key, Shape } from "../grammar/shape.ts";

/** One key of the language with the way to it; `<plan>` stands for an id of the author's, `[]` for each entry of a list. */
export type Row = { readonly path: string; readonly key: Key };

const DEEPEST = 8;

/** The shapes that a shape is made of. */
export function innerShapes({ describes }: Shape<unknown>): readonly Shape<unknown>[] {
  if (describes === undefined) return [];
  if ("item" in describes) return [describes.item];
  if ("value" in describes) return [describes.value];
  if ("keys" in describes) return describes.keys.map((one) => one.shape);
  if ("shapes" in describes) return describes.shapes;
  return "hours" in describes ? [describes.hours] : [];
}

/** Every key of a file, a block's own before those below it. */
export function rowsOf(shape: Shape<unknown>): readonly Row[] {
  const rows = below(shape, "", 0);
  return [...new Map(rows.map((row) => [row.path, row])).values()];
}

function below({ describes }: Shape<unknown>, path: string, depth: number): readonly Row[] {
  if (describes === undefined || depth > DEEPEST) return [];
  switch (describes.kind) {
    case "fields":
      return describes.keys.flatMap((key) => {
        const at = path === "" ? key.key : `${path}.${key.key}`;
        return [{ path: at, key }, ...below(key.shape, at, depth + 1)];
      });
    case "named":
      return below(
        describes.value,
        `${path}.<${describes.defines ?? describes.refersTo ?? "id"}>`,
        depth + 1,
      );
    case "list": {
      const isBlock = describes.item.describes?.kind === "fields" && describes.item.describes.short === null;
      return below(describes.item, isBlock ? `${path}[]` : path, depth + 1);
    }
    case "either":
      return describes.shapes.flatMap((one) => below(one, path, depth + 1));
    case "scalar":
    case "choice":
    case "week":
    case "figures":
    case "unread":
      return [];
  }
}

/** Kinds that some block defines, each with the path of that block. */
export function kindsOf(shape: Shape<unknown>, path = "", depth = 0): ReadonlyMap<string, string> {
  const { describes } = shape;
  const found = new Map<string, string>();
  if (describes === undefined || depth > DEEPEST) return found;
  const add = (inner: Shape<unknown>, at: string) => {
    for (const [kind, where] of kindsOf(inner, at, depth + 1)) if (!found.has(kind)) found.set(kind, where);
  };
  if (describes.kind === "named") {
    if (describes.defines !== null) found.set(describes.defines, path);
    add(describes.value, `${path}.<${describes.defines ?? describes.refersTo ?? "id"}>`);
  }
  if (describes.kind === "fields") {
    for (const { key, shape: inner } of describes.keys) add(inner, path === "" ? key : `${path}.${key}`);
  }
  if (describes.kind === "list") add(describes.item, path);
  if (describes.kind === "either") for (const one of describes.shapes) add(one, path);
  return found;
}
