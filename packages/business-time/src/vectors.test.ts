import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { answerOf, isSameAnswer, type WireRequest } from "./wire.fixture.ts";

function linesOf<T>(file: string): T[] {
  const text = readFileSync(new URL(`../test-vectors/${file}`, import.meta.url), "utf8");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line): T => JSON.parse(line));
}

type Vector = WireRequest & { readonly id: string };

describe("the known facts of other systems and our own", () => {
  const vectors = linesOf<Vector & { expected: unknown }>("vectors-dev.jsonl");

  test("there are 615 of them", () => expect(vectors).toHaveLength(615));

  test.each(vectors)("$id: $op from $from", (vector) => {
    const given = answerOf(vector);
    expect(
      isSameAnswer(vector.expected, given),
      `expected ${String(vector.expected)}, got ${String(given)}`,
    ).toBe(true);
  });
});

describe("facts that other systems answer in another way", () => {
  const vectors = linesOf<Vector & { canonical: unknown; why: string }>("vectors-disputed.jsonl");

  test.each(vectors)("$id: $why", (vector) => {
    // What is never open is refused when the schedule is saved, before anything can be asked (clock.md A10).
    const canonical = vector.canonical ?? "refused: no-open-time";
    const given = answerOf(vector);
    expect(given === canonical || isSameAnswer(canonical, given), `got ${String(given)}`).toBe(true);
  });
});

describe("what an independent minute-by-minute oracle answers", () => {
  type Line = {
    readonly schedule: WireRequest["schedule"];
    readonly questions: ReadonlyArray<Omit<WireRequest, "schedule"> & { expected: unknown }>;
  };

  function differencesIn(cases: readonly Line[]): unknown[] {
    return cases.flatMap(({ schedule, questions }) =>
      questions
        .map((question) => ({ schedule, ...question, ours: answerOf({ schedule, ...question }) }))
        .filter(({ expected, ours }) => !isSameAnswer(expected, ours)),
    );
  }

  const random = linesOf<Line>("random.jsonl");

  test("there are thousands of random cases, in thirty zones", () => {
    expect(random.flatMap(({ questions }) => questions).length).toBeGreaterThan(3000);
    expect(new Set(random.map(({ schedule }) => schedule.tz)).size).toBe(30);
  });

  test("random cases have the oracle's answers", { timeout: 60_000 }, () => {
    expect(differencesIn(random)).toEqual([]);
  });

  test("hours of two dates that a clock change pushes into one another have the oracle's answers", () => {
    expect(differencesIn(linesOf<Line>("interleaved.jsonl"))).toEqual([]);
  });
});
