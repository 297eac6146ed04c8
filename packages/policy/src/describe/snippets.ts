import type { Key, Shape } from "../grammar/shape.ts";

/** A start for editors that know snippets: `body` is YAML as data, `${2:…}` the places to fill in. */
export type Snippet = { readonly label: string; readonly body: unknown };

/** A block with the keys it needs, ready to be filled in; nothing where none is needed. */
export function snippetsOf({ describes }: Shape<unknown>): readonly Snippet[] {
  if (describes?.kind === "fields" && describes.short === null) {
    return snippet("the keys it needs", describes.keys, (body) => body, 1);
  }
  if (describes?.kind === "named" && describes.value.describes?.kind === "fields") {
    const { keys } = describes.value.describes;
    return snippet("an id with the keys it needs", keys, (body) => ({ [`$\{1:id}`]: body }));
  }
  if (describes?.kind === "list" && !describes.mayStandAlone && describes.item.describes?.kind === "fields") {
    return snippet("an entry with the keys it needs", describes.item.describes.keys, (body) => [body]);
  }
  return [];
}

function snippet(
  label: string,
  keys: readonly Key[],
  place: (body: unknown) => unknown,
  first = 2,
): readonly Snippet[] {
  const needed = keys.filter((one) => one.isNeeded);
  if (needed.length === 0) return [];
  const holes = needed.map((one, index) => [
    one.key,
    `$\{${index + first}:${one.about.replaceAll(/[{}$`]/g, "")}}`,
  ]);
  return [{ label, body: place(Object.fromEntries(holes)) }];
}
