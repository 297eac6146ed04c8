import { Text } from "@codemirror/state";
import { expect, test } from "vitest";
import { stretchOf } from "./marks.ts";

const text = Text.of(["plans:", "  gold: { pricing: [free, x] }", '  "a b": two words', ""]);
const marked = (line: number, column: number) => {
  const { from, to } = stretchOf(text, { line, column });
  return text.sliceString(from, to);
};

test("a finding underlines the word it speaks of, without the colon of a key", () => {
  expect(marked(2, 3)).toBe("gold");
  expect(marked(2, 21)).toBe("free");
  expect(marked(3, 3)).toBe('"a b"');
});

test("where no word stands, the rest of the line is underlined", () => {
  expect(marked(2, 9)).toBe("{ pricing: [free, x] }");
  expect(marked(4, 1)).toBe("");
});

test("a place beyond the text is its end", () => {
  expect(stretchOf(text, { line: 99, column: 1 })).toEqual({ from: text.length, to: text.length });
  expect(marked(1, 99)).toBe("");
});
