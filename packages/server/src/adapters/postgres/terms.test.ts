import { type ClockEvent, commitmentsOf } from "@troth/core";
import type { RunnablePolicy } from "@troth/policy";
import { expect, test } from "vitest";
import { bundled, bundledWith, compiled } from "../../../../policy/src/bundled-policy.fixture.ts";
import type { StoredCommitment } from "../../ports/store.ts";
import { commitmentIn, termsText } from "./terms.ts";

const ACCOUNT = { region: "emea", bindings: { zone: "Europe/Berlin" } };
const AT = Date.parse("2026-03-02T15:00:00Z");
const HOUR = 3_600_000;
const version = bundled.policy.version;
const later = compiled(bundledWith("policy.yaml", ["version: 2024-09-02", "version: later"]));
const versions = new Map<string, RunnablePolicy>([
  [version, bundled],
  ["later", later],
]);

function rules(name: string): RunnablePolicy {
  const found = versions.get(name);
  if (!found) throw new Error(name);
  return found;
}

/** A clock that has promises of two versions, of two severities, for an account that gained an add-on. */
function clock(): StoredCommitment {
  const events: ClockEvent[] = [
    {
      kind: "opened",
      at: AT,
      seq: 1,
      intake: "console",
      severity: "3",
      category: "issue",
      plan: "enterprise",
      tier: "standard",
      policyVersion: version,
      account: ACCOUNT,
    },
    { kind: "severity", at: AT + HOUR, seq: 2, to: "1" },
    { kind: "policy", at: AT + 1.5 * HOUR, seq: 2, policyVersion: "later" },
    {
      kind: "plan",
      at: AT + 1.6 * HOUR,
      seq: 3,
      plan: "enterprise",
      tier: "gold",
      account: { ...ACCOUNT, addOns: ["more"] },
      subscription: "active",
    },
  ];
  const [commitment] = commitmentsOf(events, rules, AT + 1.7 * HOUR);
  if (!commitment) throw new Error("No clock.");
  return { ...commitment, isDueAtClosing: false, warned: null };
}

test("what is stored reads as it was, and says each promise once", () => {
  const commitment = clock();
  expect(commitment.others.length).toBeGreaterThanOrEqual(3);
  const text = termsText(commitment);
  expect(commitmentIn(JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(commitment)));
  expect(text.length).toBeLessThan(JSON.stringify(commitment).length * 0.85);
});

test("what was stored whole before reads as it was", () => {
  const commitment = JSON.parse(JSON.stringify(clock()));
  expect(commitmentIn(commitment)).toEqual(commitment);
});
