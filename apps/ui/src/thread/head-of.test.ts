import { expect, test } from "vitest";
import { headOf } from "./head-of.ts";

const text = (words: string) => ({ kind: "text" as const, text: words });
const code = (words: string) => ({ kind: "code" as const, text: words });

test("a short message is shown whole, with however long a log", () => {
  const blocks = [text("It fails:"), code("line\n".repeat(400)), text("Why?")];
  expect(headOf(blocks)).toBe(blocks);
});

test("a long text is cut at a word, and what follows waits", () => {
  const [head, ...rest] = headOf([text("word ".repeat(2_000)), code("x")]);
  expect(rest).toEqual([]);
  expect(head?.text.endsWith("word")).toBe(true);
  expect(head?.text.length).toBeLessThanOrEqual(4_000);
});

test("many lines are cut at a line", () => {
  const [head] = headOf([text(Array.from({ length: 100 }, (_, at) => `line ${at}`).join("\n"))]);
  expect(head?.text.split("\n")).toHaveLength(40);
});
