import { expect, test } from "vitest";
import { bundledWith, policy } from "./bundled-policy.fixture.ts";
import { compilePolicy } from "./compile.ts";
import { planOf } from "./plan.ts";

function say(pricing: string, tier: string | null): string {
  const answer = planOf(policy, pricing, tier);
  return answer.ok ? `${answer.plan.id} ${answer.tier?.id ?? "-"}` : answer.reason;
}

test.each([
  ["P027", "free", "community -"],
  ["P028", "launch", "standard -"],
  ["P028", "scale", "standard -"],
  ["P029", "business", "priority -"],
  ["P030", "enterprise", "enterprise standard"],
])("%s the pricing plan %s gives %s", (_promise, pricing, expected) => {
  expect(say(pricing, null)).toBe(expected);
});

test("P026 other names of a pricing plan lead to the same support plan; unknown names lead nowhere", () => {
  expect(say("launch_v3", null)).toBe("standard -");
  expect(say("direct_sales", "gold")).toBe("enterprise gold");
  expect(say("aws_marketplace", null)).toBe("unknown-plan");
});

test("P030 the contract's tier wins over the default, and an unknown one is no tier", () => {
  expect(say("enterprise", "gold")).toBe("enterprise gold");
  expect(say("enterprise", "platinum")).toBe("unknown-tier");
});

test("P030 tiers without a default do not compile, and resolve to nothing if they ever got here", () => {
  const { runnable, findings } = compilePolicy(
    bundledWith("policy.yaml", ["    default-tier: standard\n", ""]),
  );
  expect(runnable).toBeNull();
  expect(findings.filter((one) => one.severity === "error").map((one) => one.code)).toEqual([
    "tier-default-missing",
  ]);

  const plans = policy.plans.map((plan) => ({ ...plan, defaultTier: null }));
  expect(planOf({ ...policy, plans }, "enterprise", null)).toMatchObject({
    ok: false,
    reason: "tier-missing",
  });
});
