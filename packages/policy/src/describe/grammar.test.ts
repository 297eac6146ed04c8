import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { holidayFile } from "../grammar/holidays.ts";
import { policyFile } from "../grammar/policy-file.ts";
import type { Shape } from "../grammar/shape.ts";
import { generatedFiles } from "./generated.ts";
import { innerShapes, kindsOf, rowsOf } from "./rows.ts";

const ROOT = join(import.meta.dirname, "../../../..");

function everyShape(shape: Shape<unknown>, found = new Set<Shape<unknown>>()): ReadonlySet<Shape<unknown>> {
  if (found.has(shape)) return found;
  found.add(shape);
  for (const inner of innerShapes(shape)) everyShape(inner, found);
  return found;
}

const shapes = [...everyShape(policyFile), ...everyShape(holidayFile)];

/** Kinds that something else than a block of `policy.yaml` defines. */
const ELSEWHERE = ["zone", "holidays", "clause"];

describe("the grammar describes itself", () => {
  test("every shape says what it reads", () => {
    expect(shapes.length).toBeGreaterThan(100);
    expect(shapes.filter(({ describes }) => describes === undefined).map(({ wanted }) => wanted)).toEqual([]);
  });

  test("every key says what it is for, in words that go on a sentence", () => {
    const rows = [...rowsOf(policyFile), ...rowsOf(holidayFile)];
    const bad = rows.filter(({ key }) => key.about.length < 4 || /^[A-Z][a-z]|[.!]$/.test(key.about));
    expect(bad.map(({ path, key }) => `${path}: ${key.about}`)).toEqual([]);
  });

  test("whatever an id refers to is defined somewhere", () => {
    const known = new Set([...ELSEWHERE, ...kindsOf(policyFile).keys()]);
    const named = shapes.flatMap(({ describes }) =>
      describes !== undefined && "refersTo" in describes ? [describes.refersTo ?? []].flat() : [],
    );
    expect([...new Set(named)].filter((kind) => !known.has(kind))).toEqual([]);
  });

  test.each([...generatedFiles()])("%s is what `npm run generate` writes", (path, text) => {
    expect(readFileSync(join(ROOT, path), "utf8")).toBe(text);
  });
});
