import { expect, test } from "vitest";
import { policy } from "./bundled-policy.fixture.ts";
import { durationOf, durationText, planText, severityText } from "./text.ts";

const figure = (
  amount: number | null,
  unit: "hour" | "business_day" | "minute" | "continuous" | null,
  rangeLow: number | null = null,
) => ({
  amount,
  unit,
  rangeLow,
});

test.each([
  [figure(2, "business_day"), "2 business days", "2 Geschäftstage"],
  [figure(1, "hour"), "1 hour", "1 Stunde"],
  [figure(15, "minute", 5), "5 to 15 minutes", "5 bis 15 Minuten"],
  [figure(1.5, "hour"), "1.5 hours", "1,5 Stunden"],
  [figure(null, "continuous"), "continuous work", "ununterbrochene Arbeit"],
  [figure(null, null), "", ""],
] as const)("a figure in words, never turned into another unit", (target, english, german) => {
  expect(durationText(target)).toBe(english);
  expect(durationText(target, "de")).toBe(german);
});

test("a cell without a figure has no duration", () => {
  expect(durationOf(figure(null, null))).toBeNull();
  expect(durationOf(figure(2, "business_day"))).toEqual({ amount: 2, rangeLow: null, unit: "business_day" });
});

test("plans are named with their tier, severities with number and name", () => {
  const enterprise = policy.plans.find((plan) => plan.id === "enterprise");
  if (enterprise === undefined) throw new Error("the bundled policy has Enterprise");
  expect(planText(enterprise, enterprise.tiers[1] ?? null)).toBe("Enterprise Gold");
  expect(planText(enterprise, null)).toBe("Enterprise");
  expect(severityText(policy, "2")).toBe("Severity 2 (High)");
  expect(severityText(policy, "2", "de")).toBe("Schweregrad 2 (High)");
  expect(severityText(policy, "9")).toBe("9");
});
