import { describe, expect, test } from "vitest";
import { seed } from "../commitment/seed-for-tests.ts";
import { type AssessmentRequest, decideAssessment, emptyReason } from "./assess.ts";

const ground = (id: string, kind: "definition" | "example" | "context", points: readonly string[] = []) => ({
  id,
  kind,
  text: id,
  points: points.map((point) => ({ id: point, text: point })),
  promise: null,
  proposedAs: null,
});

const base = seed().policy;
const GROUNDS = [
  [ground("unavailable", "definition"), ground("data-loss", "example")],
  [
    ground("workaround-exists", "definition"),
    ground("key-feature", "example", ["cannot-branch"]),
    { ...ground("small-import", "context"), proposedAs: "3" },
  ],
  [ground("not-production", "definition")],
  [ground("question", "definition")],
];
const policy = {
  ...base,
  severities: base.severities.map((severity, index) => ({ ...severity, grounds: GROUNDS[index] ?? [] })),
  factors: [
    { id: "workaround", name: "Workaround" },
    { id: "cooperation", name: "Cooperation" },
  ],
};

type Change = AssessmentRequest["change"];
const REASON = "A branch can be restored by hand meanwhile.";

function decide(change: Partial<Change>, proposed: string | null = null, assessed: string | null = null) {
  const inForce = assessed ?? proposed ?? change.to ?? "2";
  return decideAssessment(policy, {
    ticket: { severityProposed: proposed, severityAssessed: assessed, severityInForce: inForce },
    change: { to: "2", grounds: ["workaround-exists"], factors: [], reason: REASON, ...change },
  });
}

function codesOf(change: Partial<Change>, proposed: string | null = null, assessed: string | null = null) {
  const decision = decide(change, proposed, assessed);
  return decision.ok ? [] : decision.findings.map(({ code }) => code);
}

test("P079 an accepted assessment names the grounds it relies on, once each, and a trimmed reason", () => {
  const change = {
    grounds: ["workaround-exists", "cannot-branch", "workaround-exists"],
    factors: ["workaround", "workaround"],
    reason: `  ${REASON}\n`,
  };
  expect(decide(change, "1")).toEqual({
    ok: true,
    change: {
      to: "2",
      grounds: ["workaround-exists", "cannot-branch"],
      factors: ["workaround"],
      reason: REASON,
    },
  });
});

test("P079 a severity the policy does not know is refused, citing its clause", () => {
  expect(decide({ to: "5", grounds: [], factors: ["workaround"] })).toEqual({
    ok: false,
    findings: [
      {
        code: "severity-unknown",
        path: "to",
        message: "The policy has no severity «5». Choose one of: 1, 2, 3, 4.",
        clause: policy.clauseFor.severity,
      },
    ],
  });
});

describe("P081 what an assessment rests on", () => {
  test.each<readonly [name: string, change: Partial<Change>, codes: readonly string[]]>([
    ["P081 neither ground nor factor is refused", { grounds: [] }, ["ground-missing"]],
    ["P081 one factor is enough", { grounds: [], factors: ["cooperation"] }, []],
    ["P081 one example is enough", { grounds: ["key-feature"] }, []],
    ["P081 a point of an example counts as the example", { grounds: ["cannot-branch"] }, []],
    ["P081 an unknown factor is refused", { factors: ["mood"] }, ["factor-unknown"]],
    ["P085 a ground nobody wrote is refused", { grounds: ["because"] }, ["ground-unknown"]],
    ["P085 a ground of another level is refused", { grounds: ["data-loss"] }, ["ground-of-another-level"]],
    ["P097 context alone carries no assessment", { grounds: ["small-import"] }, ["ground-missing"]],
    ["P097 it carries the level its author proposes instead", { to: "3", grounds: ["small-import"] }, []],
    ["P097 beside a ground it may stand", { grounds: ["small-import", "key-feature"] }, []],
  ])("%s", (_name, change, codes) => {
    expect(codesOf(change)).toEqual(codes);
  });
});

describe("P082 the reason the customer reads", () => {
  test.each<
    readonly [name: string, proposed: string | null, assessed: string | null, codes: readonly string[]]
  >([
    ["P082 needed where the customer chose another severity", "1", null, ["reason-missing"]],
    ["P082 needed where we had told them another", null, "3", ["reason-missing"]],
    ["P082 needed where we come round to neither", "1", "2", ["reason-missing"]],
    ["P082 not needed where the customer's choice is confirmed", "2", null, []],
    ["P082 not needed where nobody had said anything", null, null, []],
  ])("%s", (_name, proposed, assessed, codes) => {
    expect(codesOf({ reason: " \n" }, proposed, assessed)).toEqual(codes);
  });

  test("P082 without one that was not needed, the assessment has none", () => {
    expect(decide({ reason: "" }, "2")).toMatchObject({ ok: true, change: { reason: null } });
  });

  test("P082 one that explains nothing, or too much, is refused", () => {
    expect(codesOf({ reason: "because" }, "1")).toEqual(["reason-too-short"]);
    expect(codesOf({ reason: "x".repeat(4_000) }, "1")).toEqual([]);
    expect(codesOf({ reason: "x".repeat(4_001) }, "1")).toEqual(["reason-too-long"]);
  });
});

test("all faults are told at once", () => {
  expect(codesOf({ to: "5", grounds: ["because"], factors: ["mood"], reason: "" }, "1")).toEqual([
    "severity-unknown",
    "ground-unknown",
    "factor-unknown",
    "reason-missing",
  ]);
});

test("P082 a change from the severity that stood until somebody looked needs a reason", () => {
  const ticket = { severityProposed: null, severityAssessed: null, severityInForce: "3" };
  const change = { to: "2", grounds: ["workaround-exists"], factors: [], reason: "" };
  expect(decideAssessment(policy, { ticket, change })).toMatchObject({
    findings: [{ code: "reason-missing" }],
  });
  expect(decideAssessment(policy, { ticket: { ...ticket, severityInForce: "2" }, change }).ok).toBe(true);
});

test.each(["...........", "x", "----- 12345 -----", "  a  b  c     "])("%j explains nothing", (text) => {
  expect(emptyReason(text)).not.toBeNull();
});

test.each(["It is a question.", "生产环境没有受到影响，请放心", "Ειναι μια ερώτηση"])(
  "%j is a reason",
  (text) => {
    expect(emptyReason(text)).toBeNull();
  },
);
