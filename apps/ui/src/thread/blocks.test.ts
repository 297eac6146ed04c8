import { expect, test } from "vitest";
import { blocksOf } from "./blocks.ts";

test("code between fences stands apart from the text around it", () => {
  expect(blocksOf("It fails:\n```sql\nselect 1;\n```\nWhy?")).toEqual([
    { kind: "text", text: "It fails:" },
    { kind: "code", text: "select 1;" },
    { kind: "text", text: "Why?" },
  ]);
});

test("text without fences stays whole, with its blank lines and indents", () => {
  const text = "First\n\n  ERROR: x\n\nlast";
  expect(blocksOf(text)).toEqual([{ kind: "text", text }]);
});

test("an open fence runs to the end, and nothing else is lost", () => {
  expect(blocksOf("a\n```\nb")).toEqual([
    { kind: "text", text: "a" },
    { kind: "code", text: "b" },
  ]);
});

test("what looks like markup stays text", () => {
  expect(blocksOf("<img src=x onerror=alert(1)>")).toEqual([
    { kind: "text", text: "<img src=x onerror=alert(1)>" },
  ]);
});
