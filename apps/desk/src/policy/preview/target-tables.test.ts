import type { Target } from "@troth/policy";
import { expect, test } from "vitest";
import { targetTables } from "./target-tables.ts";

const CLAUSE = { id: "times", title: "Times", policyVersion: "1" };

function target(more: Partial<Target>): Target {
  return {
    plan: null,
    tier: null,
    severity: null,
    intake: null,
    category: null,
    metric: "first-response",
    amount: 2,
    rangeLow: null,
    unit: "business_day",
    calendar: "office",
    op: "less-than",
    firmness: "commitment",
    when: null,
    appliesTo: null,
    clockStart: null,
    lowered: null,
    clause: CLAUSE,
    ...more,
  };
}

const NOTHING = { rank: 1, summary: "", grounds: [], asksBusinessImpact: false };
const SEVERITIES = ["1", "2"].map((id) => ({ ...NOTHING, id, name: id }));
const planNamed = (id: string, tiers: readonly string[]) => ({
  id,
  name: id,
  rank: 0,
  pricing: [],
  defaultTier: null,
  access: {},
  summary: "",
  includes: null,
  tiers: tiers.map((tier) => ({ id: tier, name: tier })),
  clause: CLAUSE,
});

const policyOf = (targets: readonly Target[]) => ({
  severities: SEVERITIES,
  plans: [planNamed("basic", []), planNamed("big", ["gold"])],
  targets,
});

test("a table for each metric under each condition, severities down and plans across in the policy's order", () => {
  const policy = policyOf([
    target({ plan: "big", tier: "gold", severity: "2" }),
    target({ plan: "big", tier: "gold", severity: "1" }),
    target({ plan: "basic" }),
    target({ plan: "big", metric: "resolution" }),
    target({ plan: "big", when: "asked by telephone" }),
  ]);
  const tables = targetTables(policy, null);
  expect(tables.map(({ like }) => [like.metric, like.when])).toEqual([
    ["first-response", null],
    ["resolution", null],
    ["first-response", "asked by telephone"],
  ]);
  expect(tables[0]?.rows.map(({ id }) => id)).toEqual([null, "1", "2"]);
  expect(tables[0]?.columns.map(({ key }) => key)).toEqual(["basic *", "big gold"]);
});

test("a cell says what stood there, and whether that was another figure", () => {
  const before = policyOf([
    target({ plan: "basic", severity: "1" }),
    target({ plan: "basic", severity: "2" }),
    target({ plan: "big", severity: "1" }),
  ]);
  const after = policyOf([
    target({ plan: "basic", severity: "1", amount: 1 }),
    target({ plan: "basic", severity: "2", clause: { ...CLAUSE, policyVersion: "2" } }),
  ]);
  const [table] = targetTables(after, before);
  const cellOf = (severity: string, plan: string) => {
    const row = table?.rows.find(({ id }) => id === severity);
    const column = table?.columns.find(({ id }) => id === plan);
    return row && column && table?.cell(row, column);
  };
  expect(cellOf("1", "basic")).toMatchObject({
    isChanged: true,
    target: { amount: 1 },
    before: { amount: 2 },
  });
  expect(cellOf("2", "basic")).toMatchObject({ isChanged: false });
  expect(cellOf("1", "big")).toMatchObject({ isChanged: true, target: null });
});

test("held against nothing, nothing is called changed", () => {
  const [table] = targetTables(policyOf([target({})]), null);
  const [row] = table?.rows ?? [];
  const [column] = table?.columns ?? [];
  expect(row && column && table?.cell(row, column).isChanged).toBe(false);
});
