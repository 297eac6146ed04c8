import { describe, expect, test } from "vitest";
import { type Asked, scoresOf } from "./scores.ts";

const asked = (kind: Asked["question"]["kind"], pages: string[], more: Partial<Asked> = {}): Asked => ({
  question: { id: "q", kind, relevant: kind === "answerable" ? ["a", "b"] : [] },
  outcome: "answer",
  confidence: 0.9,
  pages,
  ...more,
});

describe("scores of an evaluation", () => {
  test("by hand: first, third and not found; one of two without an answer caught", () => {
    const scores = scoresOf([
      asked("answerable", ["a", "x", "b"]),
      asked("answerable", ["x", "y", "b"], { confidence: 0.4 }),
      asked("answerable", ["x"], { outcome: "closest", confidence: 0.2 }),
      asked("unanswerable", ["x"], { outcome: "closest", confidence: 0.2 }),
      asked("unanswerable", ["x"], { confidence: 0.6 }),
      asked("abuse", []),
    ]);
    const best = 1 + 1 / Math.log2(3);
    expect(scores).toEqual({
      questions: 6,
      hitAt1: 1 / 3,
      hitAt5: 2 / 3,
      hitAt10: 2 / 3,
      mrr: (1 + 1 / 3) / 3,
      ndcgAt10: (1.5 / best + 0.5 / best) / 3,
      unanswerableCaught: 0.5,
      wronglyRefused: 1 / 3,
      auc: (1 + 1 + 1 + 0 + 0.5 + 0) / 6,
    });
  });

  test("of nothing are unknown, not nought", () => {
    expect(scoresOf([])).toMatchObject({ questions: 0, hitAt5: null, unanswerableCaught: null, auc: null });
  });
});
