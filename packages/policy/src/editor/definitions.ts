import { policyFile } from "../grammar/policy-file.ts";
import type { Shape } from "../grammar/shape.ts";
import { METRICS } from "../grammar/targets.ts";
import { ALWAYS } from "../lower/calendars.ts";
import { readPage, slugOf } from "../page/read-page.ts";
import type { PolicyFiles } from "../types.ts";
import { alternatives, blocks } from "./locate.ts";
import { outlineOf } from "./outline.ts";
import type { Outline, OutlineEntry } from "./outline-node.ts";

/** Something that other lines can name: its kind, its id, its words for people, and the block it stands in. */
export type Definition = {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly path: readonly string[];
};

const NAMING = ["name", "label", "text", "summary"];

function nameIn(value: Outline | null): string {
  if (value?.kind === "text") return value.word.text;
  if (value?.kind !== "map") return "";
  for (const key of NAMING) {
    const found = value.entries.find((entry) => entry.key.text === key)?.value;
    if (found?.kind === "text") return found.word.text.replaceAll(/^["']|["']$/g, "");
  }
  return "";
}

/** Everything the folder defines, in the order of writing, and what is built in. */
export function definitionsOf(files: PolicyFiles): readonly Definition[] {
  const found = [...builtIn(), ...fromFiles(files)];
  const walk = (node: Outline | null, shapes: readonly Shape<unknown>[], path: readonly string[]): void => {
    if (node === null || node.kind === "text") return;
    if (node.kind === "list") {
      for (const item of node.items) walkItem(item, shapes, path);
      return;
    }
    for (const entry of node.entries) {
      for (const shape of blocks(shapes)) walkEntry(entry, shape, path);
    }
  };
  const walkItem = (
    item: Outline | null,
    shapes: readonly Shape<unknown>[],
    path: readonly string[],
  ): void => {
    for (const { describes } of shapes) {
      if (describes?.kind === "list") walk(item, alternatives(describes.item), path);
      if (describes?.kind !== "named") continue;
      if (item?.kind === "text" && describes.defines !== null && item.word.text !== "") {
        found.push({ kind: describes.defines, id: item.word.text, name: "", path });
      } else walk(item, shapes, path);
    }
  };
  const walkEntry = (entry: OutlineEntry, { describes }: Shape<unknown>, path: readonly string[]): void => {
    const { key, value } = entry;
    if (describes?.kind === "named") {
      if (describes.defines !== null && entry.hasColon) {
        found.push(...namedIn(describes.defines, entry, path));
      }
      walk(value, alternatives(describes.value), [...path, key.text]);
    } else if (describes?.kind === "fields") {
      const known = describes.keys.find((one) => one.key === key.text);
      if (known !== undefined) walk(value, alternatives(known.shape), [...path, key.text]);
    }
  };
  walk(outlineOf(files["policy.yaml"] ?? ""), alternatives(policyFile), []);
  return found;
}

/** What an entry defines: a fact with choices is named by them, `fact.choice`. */
function namedIn(kind: string, { key, value }: OutlineEntry, path: readonly string[]): readonly Definition[] {
  const choices =
    value?.kind === "map" ? value.entries.find((one) => one.key.text === "choices")?.value : null;
  if (kind !== "fact" || choices?.kind !== "map") return [{ kind, id: key.text, name: nameIn(value), path }];
  return choices.entries.map((choice) => ({
    kind,
    id: `${key.text}.${choice.key.text}`,
    name: nameIn(choice.value),
    path,
  }));
}

function builtIn(): readonly Definition[] {
  const metrics = [...METRICS].map(([id, name]) => ({ kind: "metric", id, name, path: [] }));
  return [...metrics, { kind: "calendar", id: ALWAYS, name: "every hour of every day", path: [] }];
}

function fromFiles(files: PolicyFiles): readonly Definition[] {
  const lists = Object.entries(files).flatMap(([file, text]) => {
    const id = /^holidays\/(.+)\.ya?ml$/.exec(file)?.[1];
    if (id === undefined) return [];
    const name = /^name: *["']?(.*?)["']? *$/m.exec(text)?.[1] ?? "";
    return [{ kind: "holidays", id, name, path: [] }];
  });
  const sections = readPage("page.md", files["page.md"] ?? "").flatMap((piece) => {
    if (piece.kind !== "heading" || piece.level === 1) return [];
    return [{ kind: "clause", id: piece.id ?? slugOf(piece.text), name: piece.text, path: [] }];
  });
  return [...lists, ...sections];
}

/** What an id of this kind can name at a place: of what a block defines within itself, only that block's own. */
export function definitionsFor(
  all: readonly Definition[],
  kind: string,
  path: readonly string[],
): readonly Definition[] {
  const ofKind = all.filter((one) => one.kind === kind);
  const near = ofKind.filter(
    (one) => one.path.length > 1 && path.length > 1 && one.path[0] === path[0] && one.path[1] === path[1],
  );
  return near.length > 0 ? near : ofKind;
}
