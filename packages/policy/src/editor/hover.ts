import { kindsOf } from "../describe/rows.ts";
import { writtenAs } from "../describe/written-as.ts";
import { policyFile } from "../grammar/policy-file.ts";
import type { Shape } from "../grammar/shape.ts";
import { sameMetric } from "../grammar/targets.ts";
import { resolveReference } from "../page/references.ts";
import type { PolicyFiles } from "../types.ts";
import { definitionsFor, definitionsOf } from "./definitions.ts";
import { shapeOf } from "./files.ts";
import { alternatives, blocks, keyIn, pathOf, type Spot, type Step, shapesAt, spotAt } from "./locate.ts";
import { outlineOf } from "./outline.ts";
import { policyAsWritten } from "./policy-as-written.ts";

/** What the word at a place means. */
export type Hover = {
  readonly from: number;
  readonly to: number;
  /** The way to it, e.g. `plans.standard.includes`. */
  readonly path: string;
  /** What its key is for; empty for the author's own ids. */
  readonly about: string;
  /** What may be written there; may hold `code`. */
  readonly wanted: string;
  /** What an id or a reference stands for; null when nothing is known of it. */
  readonly value: string | null;
};

/** Explains the word at an offset of a policy file; null where there is nothing to say. Never throws. */
export function hoverAt(files: PolicyFiles, file: string, offset: number): Hover | null {
  const text = files[file];
  if (text === undefined || offset < 0 || offset > text.length) return null;
  if (file === "page.md") return pageHover(files, text, offset);
  const root = shapeOf(file);
  const spot = root === null ? null : spotAt(outlineOf(text), offset);
  if (root === null || spot === null) return null;
  return spot.kind === "key" ? keyHover(root, spot, files) : valueHover(root, spot, files);
}

const KINDS = kindsOf(policyFile);

const whereOf = (kind: string): string | null => (KINDS.has(kind) ? `\`${KINDS.get(kind)}\`` : null);

const wantedOf = (shapes: readonly Shape<unknown>[]): string =>
  [...new Set(shapes.map((one) => writtenAs(one, whereOf)))].join("; or ");

function keyHover(
  root: Shape<unknown>,
  { steps, entry }: Spot & { readonly kind: "key" },
  files: PolicyFiles,
): Hover | null {
  const shapes = blocks(shapesAt(root, steps));
  const path = [...pathOf(steps), entry.key.text];
  const found = keyIn(shapes, entry.key.text);
  const place = { from: entry.key.from, to: entry.key.to, path: path.join(".") };
  if (found !== null) return { ...place, about: found.about, wanted: wantedOf([found.shape]), value: null };
  for (const { describes } of shapes) {
    if (describes?.kind !== "named") continue;
    const kind = describes.refersTo ?? describes.defines;
    const value = kind === null ? null : nameOf(files, kind, entry.key.text, path);
    return { ...place, about: "", wanted: wantedOf([describes.value]), value };
  }
  return null;
}

function valueHover(
  root: Shape<unknown>,
  spot: Spot & { readonly kind: "value" },
  files: PolicyFiles,
): Hover | null {
  const { steps, word } = spot;
  const shapes = shapesAt(root, steps);
  if (shapes.length === 0) return null;
  const path = pathOf(steps);
  const kinds = shapes.flatMap(referredKinds);
  const value =
    kinds.map((kind) => nameOf(files, kind, word.text, path)).find((name) => name !== null) ?? null;
  const about = aboutOf(root, steps);
  return { from: word.from, to: word.to, path: path.join("."), about, wanted: wantedOf(shapes), value };
}

/** The sentence of the nearest key that the language knows. */
function aboutOf(root: Shape<unknown>, steps: readonly Step[]): string {
  const at = steps.findLastIndex((step) => step.kind === "entry");
  const step = steps[at];
  if (step?.kind !== "entry") return "";
  return keyIn(blocks(shapesAt(root, steps.slice(0, at))), step.entry.key.text)?.about ?? "";
}

function referredKinds({ describes }: Shape<unknown>): readonly string[] {
  if (describes?.kind === "scalar") return describes.refersTo;
  if (describes?.kind === "list") return alternatives(describes.item).flatMap(referredKinds);
  return describes?.kind === "named" && describes.refersTo !== null ? [describes.refersTo] : [];
}

function nameOf(files: PolicyFiles, kind: string, id: string, path: readonly string[]): string | null {
  const found = definitionsFor(definitionsOf(files), kind, path).find((one) =>
    kind === "metric" ? sameMetric(one.id, id) : one.id === id,
  );
  return found === undefined || found.name === "" ? null : found.name;
}

const REFERENCE = /\{\{ *([^{}]*?) *\}\}/g;

function pageHover(files: PolicyFiles, text: string, offset: number): Hover | null {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  const line = text.slice(start, end < 0 ? text.length : end);
  for (const found of line.matchAll(REFERENCE)) {
    const [from, path = ""] = [start + found.index, found[1]];
    const to = from + found[0].length;
    if (offset < from || offset > to) continue;
    const policy = policyAsWritten(files);
    const resolved = policy === null ? null : resolveReference(policy, path);
    const value = resolved?.ok === true ? resolved.words.text : null;
    return { from, to, path, about: "what stands here on the page", wanted: "a fact of the policy", value };
  }
  return null;
}
