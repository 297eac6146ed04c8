import { describe, expect, test } from "vitest";
import { compilePolicy } from "./compile.ts";
import { vendorFiles } from "./vendor-policy.fixture.ts";

const text = vendorFiles["policy.yaml"] ?? "";

/** The codes of what is found without a top-level key and all below it. */
function without(key: string): string[] {
  const block = new RegExp(`^${key}:.*\\n(?:[ #].*\\n)*`, "m");
  expect(text).toMatch(block);
  const { findings } = compilePolicy({ "policy.yaml": text.replace(block, "") });
  return [...new Set(findings.filter((one) => one.severity === "error").map((one) => one.code))];
}

describe("a policy that uses nearly everything", () => {
  test("has no finding", () => {
    expect(compilePolicy(vendorFiles).findings).toEqual([]);
  });

  test.each([
    ["links", "link-undefined"],
    ["calendars", "calendar-undefined"],
    ["products", "product-undefined"],
    ["channels", "channel-undefined"],
    ["plans", "plan-undefined"],
    ["categories", "category-undefined"],
    ["facts", "fact-undefined"],
    ["severities", "severity-undefined"],
    ["languages", "language-undefined"],
    ["readings", "reading-missing"],
    ["default-severity", "key-missing"],
  ])("without its %s: %s", (key, code) => {
    expect(without(key)).toContain(code);
  });

  test.each([
    "cohorts",
    "contracts",
    "severity-caps",
    "severity-decision",
    "customer-priority",
    "eligibility",
    "contacts",
    "quotas",
    "form",
    "exclusions",
    "versions",
    "life-cycle",
    "escalation",
    "changes",
    "status",
    "staff",
    "statements",
    "default-plan",
  ])("does without its %s", (key) => {
    expect(without(key)).toEqual([]);
  });

  test("a cohort that only a target names needs nothing else", () => {
    const bare = text.replace(", note: Holidays are not covered.", "");
    const entry =
      "  - { metric: first-response, plan: pro, cohort: late-rapid, within: 3 days @ always, firmness: target }";
    const codes = (of: string) => compilePolicy({ "policy.yaml": of }).findings.map((one) => one.code);
    expect(codes(bare)).toEqual(["key-missing"]);
    expect(codes(bare.replace("targets:\n", `targets:\n${entry}\n`))).not.toContain("key-missing");
  });

  test("what is not written leaves no trace, so that older policies keep their hash", () => {
    const policy = compilePolicy({ "policy.yaml": text }).runnable?.policy;
    const bare = compilePolicy({ "policy.yaml": text.replace(/^staff:.*\n/m, "") }).runnable?.policy;
    expect(Object.keys(policy ?? {})).toContain("staff");
    expect(Object.keys(bare ?? {})).not.toContain("staff");
    expect(bare?.hash).not.toBe(policy?.hash);
  });
});
