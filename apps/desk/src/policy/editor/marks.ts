import type { Finding } from "@troth/policy";

/** A stretch of a text, in characters from its beginning. */
export type Stretch = { readonly from: number; readonly to: number };

/** As much of CodeMirror's `Text` as is needed; lines from 1. */
type Lines = {
  readonly lines: number;
  readonly length: number;
  line(number: number): Stretch & { readonly text: string };
};

const WORD = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,[\]{}]+)/;

/** What a finding underlines: the word or quoted text at its place, else the rest of the line. */
export function stretchOf(text: Lines, { line, column }: Pick<Finding, "line" | "column">): Stretch {
  if (line > text.lines) return { from: text.length, to: text.length };
  const whole = text.line(Math.max(line, 1));
  const from = Math.min(whole.from + Math.max(column - 1, 0), whole.to);
  const word = WORD.exec(whole.text.slice(from - whole.from))?.[0].replace(/:$/, "") ?? "";
  return { from, to: word === "" ? whole.to : from + word.length };
}
