import { expect, test } from "vitest";
import { decisionsFor, missingIn } from "./deciding.ts";

const WHOLE = { decision: "end-support", scope: "person", words: "Threats.", answer: "Done." } as const;

test("P125 a decision is not taken before it has its scope and its reasons, and the form says which is missing", () => {
  expect(missingIn(WHOLE)).toBeNull();
  expect(missingIn({ ...WHOLE, decision: null })).toBe("chooseDecision");
  expect(missingIn({ ...WHOLE, scope: null })).toBe("chooseScope");
  expect(missingIn({ ...WHOLE, words: " " })).toBe("writeWords");
  expect(missingIn({ ...WHOLE, answer: "" })).toBe("writeAnswer");
  expect(missingIn({ ...WHOLE, decision: "no-action", scope: null, words: "" })).toBeNull();
});

test("P123 an agent is given a word or a warning; there is no support of theirs to end", () => {
  const party = { name: "", organisation: null };
  expect(decisionsFor({ concerned: { ...party, kind: "agent" } })).toEqual(["no-action", "word", "warning"]);
  expect(decisionsFor({ concerned: { ...party, kind: "customer" } })).toHaveLength(4);
});
