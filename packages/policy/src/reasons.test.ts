import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

const SOURCES = ["./entitlement.ts", "./narrowing.ts", "./plan.ts", "./cover.ts", "./decide/languages.ts"];

/** Codes that stand in the source beside `reason`, and those that the table of lapses and of unknown names gives. */
function reasonsIn(text: string): string[] {
  const named = [...text.matchAll(/reason: [^,;\n]*?"([a-z-]+)"(?: : "([a-z-]+)")?/g)];
  const lapses = [...text.matchAll(/^ {2}(?:lapsed|suspended|none): \["([a-z-]+)"/gm)];
  return [...named, ...lapses].flatMap(([, ...codes]) => codes.filter((code) => code !== undefined));
}

test("each reason that a decision can give is told in docs/reference/entitlement.md, and no other", () => {
  const told = read("../../../docs/reference/entitlement.md")
    .split("\n")
    .flatMap((line) => [...(/^\| (.*?) \|/.exec(line)?.[1] ?? "").matchAll(/`([a-z-]+)`/g)])
    .flatMap(([, code = ""]) => code);
  const given = SOURCES.flatMap((path) => reasonsIn(read(path)));
  const unknown = ["category", "severity", "product"].map((kind) => `unknown-${kind}`);
  expect(new Set(told)).toEqual(new Set([...given, ...unknown]));
});
