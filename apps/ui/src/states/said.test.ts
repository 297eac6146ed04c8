import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { policy as policyGerman } from "../catalogue/de/policy.ts";
import { shared as german } from "../catalogue/de/shared.ts";
import { policy as policyEnglish } from "../catalogue/en/policy.ts";
import { shared as english } from "../catalogue/en/shared.ts";
import { said, saidPieces } from "./said.ts";

const refused = { reason: "plan-lacks-channel", code: "refused", message: "Tickets come with a paid plan." };

test("a refusal is told in German by its reason, and in English as the desk wrote it", () => {
  expect(said(german, refused)).toMatch(/^Tickets gehören zu einem bezahlten Tarif/);
  expect(said(english, refused)).toBe("Tickets come with a paid plan.");
});

test("a reason without words of its own is told by its code, and one without either as it came", () => {
  expect(said(german, { reason: "new-one", code: "conflict", message: "Changed." })).toMatch(
    /inzwischen geändert/,
  );
  expect(said(german, { reason: "new-one", message: "Changed." })).toBe("Changed.");
});

test("names that only the desk's own sentence knows are said along, marked as its English", () => {
  const message = "Chat takes Billing only.";
  expect(saidPieces(german, { reason: "category-limited", message })).toEqual([
    { text: "Dieser Weg nimmt nur bestimmte Arten von Anliegen. ", isOwn: false },
    { text: message, isOwn: true },
  ]);
});

test("a way out of support is told whatever link takes it, and Sales by its name", () => {
  expect(said(german, { reason: "route-partners", message: "Partners take it." })).toBe(
    "Darum kümmert sich nicht der Support. Partners take it.",
  );
  expect(said(german, { reason: "route-sales", message: "Sales takes it." })).toBe(
    "Darum kümmert sich der Vertrieb, nicht der Support.",
  );
});

/** Each code that an answer of the policy can have; `packages/policy` holds the page to its source. */
function reasonsTold(): readonly string[] {
  const page = readFileSync(new URL("../../../../docs/reference/entitlement.md", import.meta.url), "utf8");
  return page
    .split("\n")
    .flatMap((line) => [...(/^\| (.*?) \|/.exec(line)?.[1] ?? "").matchAll(/`([a-z-]+)…?`/g)])
    .flatMap(([, code = ""]) => code);
}

describe("each reason that an answer of the policy can have", () => {
  test.each([
    ["English", english],
    ["German", german],
  ])("has words in %s, and no reason has words that none gives", (_, words) => {
    const reasons = reasonsTold();
    expect(reasons.length).toBeGreaterThan(30);
    expect(new Set(Object.keys(words.answers))).toEqual(new Set(reasons));
  });
});

test("why a replay cannot tell what would have become of a ticket has words for each code, and for no other", () => {
  const source = readFileSync(
    new URL("../../../../packages/core/src/replay/under-draft.ts", import.meta.url),
    "utf8",
  );
  const [, list = ""] = /export const UNTOLD = \[([^\]]*)\]/.exec(source) ?? [];
  const codes = [...list.matchAll(/"([a-z-]+)"/g)].map(([, code = ""]) => code);
  expect(codes.length).toBeGreaterThan(3);
  for (const { untold } of [policyEnglish, policyGerman]) {
    expect(new Set(Object.keys(untold))).toEqual(new Set(codes));
  }
});

describe("what somebody did meanwhile", () => {
  const source = readFileSync(
    new URL("../../../../packages/core/src/ticket/meanwhile.ts", import.meta.url),
    "utf8",
  );
  const [, list = ""] = /export type Meanwhile =([^;]*);/.exec(source) ?? [];
  const kinds = [...list.matchAll(/"([a-z-]+)"/g)].map(([, kind = ""]) => kind);
  const told = (what: string, by: string | null) => ({
    reason: "changed-meanwhile",
    code: "conflict",
    message: "Meanwhile somebody did it.",
    change: { what, by, to: "2 (High)" },
  });

  test("is told in German for each kind, with who did it", () => {
    expect(kinds.length).toBeGreaterThan(8);
    for (const kind of kinds)
      expect(said(german, told(kind, "Li $& Mo"))).toMatch(/^Inzwischen hat Li \$& Mo /);
    expect(said(german, told("assessed", null))).toMatch(
      /hat jemand den Schweregrad als 2 \(High\) eingestuft/,
    );
    expect(said(english, told("assessed", "Li"))).toBe("Meanwhile somebody did it.");
  });
});
