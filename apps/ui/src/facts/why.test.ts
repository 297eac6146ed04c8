import { expect, test } from "vitest";
import { promiseOf } from "../testing/promise.ts";
import { versionsIn } from "./why.tsx";

const policyOf = (version: string) => ({ id: "acme", version, hash: "0" });
const pieceOf = (policyVersion: string) => ({ from: null, policyVersion, calendarVersion: "c" });

test("a receipt names every version that its target or its hours are from, each once", () => {
  const later = {
    due: null,
    firmness: "commitment" as const,
    op: null,
    target: null,
    asked: {
      question: {
        plan: "enterprise",
        tier: null,
        severity: "2",
        intake: "console" as const,
        category: null,
        metric: "first-response",
        when: null,
      },
      at: "2026-07-02T19:30:00.000Z",
      bindings: {},
      pauses: [],
    },
    policy: policyOf("3"),
    calendars: [pieceOf("3")],
    why: "started",
  };
  const receipt = {
    promise: promiseOf(),
    rows: [],
    policy: policyOf("1"),
    calendars: [pieceOf("1"), pieceOf("2")],
  };
  expect(versionsIn({ ...receipt, later: [later] })).toEqual(["1", "2", "3"]);
  expect(versionsIn({ promise: promiseOf({ policyVersion: "9" }), rows: [] })).toEqual(["9"]);
});
