import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { completionsAt, hoverAt } from "../editor.ts";
import { policyFile } from "../grammar/policy-file.ts";
import { sameMetric } from "../grammar/targets.ts";
import type { PolicyFiles } from "../types.ts";
import { blocks, type Step, shapesAt } from "./locate.ts";
import { outlineOf } from "./outline.ts";
import type { Outline } from "./outline-node.ts";

const POLICIES = join(import.meta.dirname, "../../../../policies");
const FOLDERS = ["neon-2024-09", "starter", "examples/github", "examples/grafana", "examples/canonical"];

function filesOf(folder: string): PolicyFiles {
  const paths = globSync("{*.yaml,*.md,holidays/*.yaml}", { cwd: join(POLICIES, folder) });
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(POLICIES, folder, path), "utf8")]));
}

/** Each answer reads the whole file; so many of them show what all would. */
const MOST_ASKED = 120;

type Written = { readonly path: string; readonly word: string; readonly offset: number };

/** Every key and every reference that the author wrote where the language knows what can stand. */
function writtenIn(node: Outline | null, steps: readonly Step[]): readonly Written[] {
  const path = steps.map((step) => (step.kind === "entry" ? step.entry.key.text : "-")).join(".");
  if (node === null) return [];
  if (node.kind === "list") {
    return node.items.flatMap((item, index) => writtenIn(item, [...steps, { kind: "item", index }]));
  }
  const shapes = shapesAt(policyFile, steps);
  if (node.kind === "text") {
    const isClosed = shapes.length === 1 && shapes.every(({ describes }) => hasClosedWords(describes));
    const word = node.word.text.replaceAll(/^["']|["']$/g, "");
    return isClosed ? [{ path, word, offset: node.word.to }] : [];
  }
  const isBlock = blocks(shapes).every(({ describes }) => describes?.kind === "fields");
  return node.entries.flatMap((entry) => [
    ...(isBlock ? [{ path, word: entry.key.text, offset: entry.key.to }] : []),
    ...writtenIn(entry.value, [...steps, { kind: "entry", map: node, entry }]),
  ]);
}

/** References of which the editor knows all; holidays can be dates, and clauses headings made from words. */
function hasClosedWords(describes: ReturnType<typeof shapesAt>[number]["describes"]): boolean {
  if (describes?.kind === "choice") return true;
  return (
    describes?.kind === "scalar" &&
    describes.refersTo.some((kind) => !["clause", "holidays", "zone"].includes(kind))
  );
}

test.each(FOLDERS)("whatever stands in %s is offered where it stands, and explained", (folder) => {
  const files = filesOf(folder);
  const written = writtenIn(outlineOf(files["policy.yaml"] ?? ""), []);
  expect(written.length).toBeGreaterThan(60);
  const asked = written.filter((_, index) => index % Math.ceil(written.length / MOST_ASKED) === 0);
  const wrong = asked.filter(({ word, offset }) => {
    const offered =
      completionsAt(files, "policy.yaml", offset)?.items.some(({ label }) => sameMetric(label, word)) ??
      false;
    return !offered || hoverAt(files, "policy.yaml", offset) === null;
  });
  expect(wrong.filter(({ word }) => word !== "true" && word !== "false")).toEqual([]);
});
