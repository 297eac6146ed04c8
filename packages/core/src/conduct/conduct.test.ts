import { describe, expect, test } from "vitest";
import {
  type CaseParty,
  type ConductCase,
  caseAfter,
  decidingRefusal,
  endsSupport,
  invalidDecision,
  isOwnCase,
  type LoggedConductEvent,
} from "./conduct.ts";

const CUSTOMER: CaseParty = { kind: "customer", person: "ana", organisation: "org" };
const AGENT: CaseParty = { kind: "agent", person: "mira", organisation: null };

function after(known: ConductCase | null, event: LoggedConductEvent["event"]): ConductCase {
  const seq = (known?.version ?? 0) + 1;
  return caseAfter(known, { seq, at: seq * 1_000, actor: { kind: "agent", id: "lead" }, event });
}

const reported = (concerned: CaseParty = CUSTOMER): ConductCase =>
  after(null, {
    kind: "conduct.reported",
    number: 7,
    channel: "ticket",
    ticket: 4182,
    message: "m",
    reporter: AGENT,
    concerned,
    reason: "sealed",
  });
const END = { decision: "end-support", scope: "person", words: "Threats.", answer: "Decided." } as const;
const pathsOf = (known: ConductCase, request: Parameters<typeof invalidDecision>[1]) =>
  invalidDecision(known, request).map(({ path }) => path);

describe("P125 a decision", () => {
  test("has its reason in words for whom it concerns and for whoever reported it", () => {
    expect(pathsOf(reported(), END)).toEqual([]);
    expect(pathsOf(reported(), { ...END, words: " ", answer: "" })).toEqual(["words", "answer"]);
    const none = {
      decision: "no-action",
      scope: null,
      words: "",
      answer: "It was a quote in a log.",
    } as const;
    expect(pathsOf(reported(), none)).toEqual([]);
  });

  test("to end support names its scope, and no other has one", () => {
    expect(pathsOf(reported(), { ...END, scope: null })).toEqual(["scope"]);
    expect(pathsOf(reported(), { ...END, decision: "warning" })).toEqual(["scope"]);
  });

  test("P123 about an agent ends no support, and is never the agent's own", () => {
    expect(pathsOf(reported(AGENT), END)).toEqual(["decision"]);
    expect([isOwnCase(reported(AGENT), "mira"), isOwnCase(reported(AGENT), "jo")]).toEqual([true, false]);
  });

  test("ends support until it is reinstated, and is taken once unless a review is asked for", () => {
    const open = reported();
    expect([endsSupport(open), decidingRefusal(open)]).toEqual([false, null]);
    const ended = after(open, { kind: "conduct.decided", ...END });
    expect([ended.state, endsSupport(ended)]).toEqual(["decided", true]);
    expect(decidingRefusal(ended)).toMatchObject({ reason: "case-decided" });
    const review = after(ended, { kind: "conduct.review-asked", text: "sealed" });
    expect(endsSupport(review)).toBe(true);
    expect(decidingRefusal(review)).toMatchObject({ reason: "case-ends-support" });
    const back = after(review, { kind: "conduct.reinstated", words: "sealed" });
    expect([back.state, endsSupport(back)]).toEqual(["reinstated", false]);
  });

  test("a warning whose review was asked for is decided again", () => {
    const warned = after(reported(), { kind: "conduct.decided", ...END, decision: "warning", scope: null });
    const review = after(warned, { kind: "conduct.review-asked", text: "sealed" });
    expect([endsSupport(warned), decidingRefusal(review)]).toEqual([false, null]);
  });
});

test("a log begins with one report", () => {
  expect(() => after(null, { kind: "conduct.reinstated", words: "s" })).toThrow("conduct.reported");
  const again = { kind: "conduct.reported", number: 1, channel: "ticket", ticket: 1, message: "m" } as const;
  expect(() => after(reported(), { ...again, reporter: AGENT, concerned: AGENT, reason: "s" })).toThrow(
    "once",
  );
});
