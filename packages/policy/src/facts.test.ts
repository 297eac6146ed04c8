import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { policy } from "./bundled-policy.fixture.ts";
import type { Target } from "./types.ts";

type Fact = {
  readonly plan: string;
  readonly severity: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly calendar: string;
  readonly op: string;
  readonly strength: string;
  readonly channels?: readonly string[];
};

const facts: {
  readonly targets: readonly Fact[];
  readonly support_plans: Readonly<Record<string, readonly string[]>>;
} = JSON.parse(readFileSync(new URL("../test-data/neon-2024-09-02.json", import.meta.url), "utf8"));

/** A published cell in our vocabulary. A plain hour or day inside business hours is a business hour or day. */
function fromFact(fact: Fact) {
  const [plan = "", tier = null] = fact.plan.split("_");
  const isOpen = fact.calendar === "nbh";
  return {
    plan,
    tier,
    severity: fact.severity === "*" ? null : fact.severity.replace("s", ""),
    intake: fact.channels === undefined ? null : "console",
    metric: fact.metric.replace("_", "-"),
    amount: fact.value,
    unit: isOpen && !fact.unit.startsWith("business") ? `business_${fact.unit}` : fact.unit,
    calendar: isOpen ? "normal-business-hours" : fact.calendar,
    op: fact.op.replace("_", "-"),
    firmness: fact.strength.startsWith("target") ? "commitment" : fact.strength,
  };
}

const cellOf = ({ plan, tier, severity, intake, metric, amount, unit, calendar, op, firmness }: Target) => ({
  plan,
  tier,
  severity,
  intake,
  metric,
  amount,
  unit,
  calendar,
  op,
  firmness,
});

test("the compiled table holds every published cell and nothing else, but the expectation of the higher plans", () => {
  const published = facts.targets.map(fromFact);
  const compiled = policy.targets.map(cellOf);
  expect(published).toHaveLength(9);
  for (const cell of published) expect(compiled).toContainEqual(cell);

  const [expectation] = published;
  const more = compiled.filter(
    (cell) => !published.some((one) => JSON.stringify(one) === JSON.stringify(cell)),
  );
  expect(more).toEqual(["priority", "enterprise"].map((plan) => ({ ...expectation, plan })));
});

test("P026 P027 P028 P029 every published pricing plan leads to its support plan, and to no other", () => {
  const compiled = Object.fromEntries(policy.plans.map((plan) => [plan.id, plan.pricing]));
  expect(compiled).toEqual(facts.support_plans);
});
