import { describe, expect, test } from "vitest";
import { coverOf } from "./cover.ts";
import { planNamed, severityNamed, tierNamed } from "./named.ts";
import { targetOf } from "./target.ts";
import type { Account } from "./types.ts";
import { vendor } from "./vendor-policy.fixture.ts";

const { policy } = vendor;
const at = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** “pro gold + rapid”, or why there is none. */
function say(account: Partial<Account>): string {
  const cover = coverOf(policy, {
    organisation: "kite",
    pricing: "team",
    tier: null,
    subscription: "active",
    ...account,
  });
  if (cover === null) return "nothing";
  if (!cover.ok) return cover.reason;
  const { plan, tier, addOns, unknownAddOns } = cover;
  const more = [...addOns.map((one) => one.id), ...unknownAddOns.map((name) => `?${name}`)];
  return [[plan.id, tier?.id].filter(Boolean).join(" "), ...more].join(" + ");
}

describe("what an account has", () => {
  test.each([
    [{ pricing: "team_v2" }, "basic"],
    [{ pricing: "company" }, "pro silver"],
    [{ pricing: "company", tier: "pro_gold" }, "pro gold"],
    [{ pricing: "company", tier: "brass" }, "unknown-tier"],
    [{ pricing: null }, "free"],
    [{ pricing: "unheard-of" }, "unknown-plan"],
    [{ pricing: "rapid" }, "unknown-plan"],
  ])("its pricing plan: %j", (account, expected) => {
    expect(say(account)).toBe(expected);
  });

  test.each([
    [{ addOns: ["rapid"] }, "basic + rapid"],
    [{ addOns: ["rapid_addon", "database"] }, "basic + rapid + database"],
    [{ addOns: ["rapid-plus", "rapid"] }, "basic + rapid-plus"],
    [{ addOns: ["rapid"], pricing: "hobby" }, "free + ?rapid"],
    [{ addOns: ["pro", "gold-dust"] }, "basic + ?pro + ?gold-dust"],
  ])("add-ons beside it, those that go with the plan: %j", (account, expected) => {
    expect(say(account)).toBe(expected);
  });

  test.each([
    [{ customerSince: at("2019-12-31") }, "firm-2020"],
    [{ customerSince: at("2020-01-01") }, "basic"],
    [{}, "basic"],
    [{ customerSince: at("2019-12-31"), pricing: "company" }, "pro silver"],
  ])("what its cohort keeps, by dates that are known: %j", (account, expected) => {
    expect(say(account)).toBe(expected);
  });

  test("a cohort may be the first days of a customer, or those who count enough", () => {
    const came = at("2026-03-01");
    const held = (pricing: string, more: Partial<Account>, now?: number) => {
      const account = { organisation: "kite", tier: null, subscription: "active" as const, pricing, ...more };
      const cover = coverOf(policy, account, now);
      return cover?.ok === true ? cover.plan.id : null;
    };
    expect(held("hobby", { customerSince: came }, at("2026-03-31") - 1)).toBe("basic");
    expect(held("hobby", { customerSince: came }, at("2026-03-31"))).toBe("free");
    expect(held("hobby", { customerSince: came })).toBe("free");
    expect(held("team", { counts: { "monthly-spend": 1000 } })).toBe("pro");
    expect(held("team", { counts: { "monthly-spend": 999 } })).toBe("basic");
    expect(held("team", {})).toBe("basic");
  });

  test("a cohort goes by the purchase of an add-on where it says so", () => {
    const cover = coverOf(policy, {
      organisation: "kite",
      pricing: "team",
      tier: null,
      subscription: "active",
      addOns: ["rapid"],
      boughtAt: { rapid: at("2025-06-01") },
    });
    expect(cover?.ok === true ? cover.cohorts.map((one) => one.note) : null).toEqual([
      "Holidays are not covered.",
    ]);
  });

  test("a contract sets what the policy lets it set, and nothing else", () => {
    const contract = { plan: "pro", tier: "gold", addOns: ["rapid"] };
    expect(say({ contract })).toBe("pro gold + rapid");
    expect(say({ contract: { plan: "rapid" } })).toBe("unknown-plan");
    const { contracts: _, ...without } = policy;
    const cover = coverOf(without, {
      organisation: "kite",
      pricing: "team",
      tier: null,
      subscription: "active",
      contract,
    });
    expect(cover?.ok === true && cover.plan.id).toBe("basic");
  });
});

test("plans, tiers and severities answer to each of their names", () => {
  const held = (name: string) => {
    const found = planNamed(policy, name);
    return found === null ? null : [found.plan.id, found.tier?.id ?? null];
  };
  expect(held("rapid_addon")).toEqual(["rapid", null]);
  expect(held("pro_gold")).toEqual(["pro", "gold"]);
  expect(held("Pro Gold")).toEqual(["pro", "gold"]);
  expect(held("gold")).toBeNull();
  const pro = policy.plans.find((plan) => plan.id === "pro");
  expect(pro && tierNamed(pro, "pro_silver")?.id).toBe("silver");
  expect(["s1", "P0", "urgent", "Urgent"].map((name) => severityNamed(policy, name)?.id)).toEqual(
    Array.from({ length: 4 }, () => "urgent"),
  );
  expect(severityNamed(policy, "s9")).toBeNull();
});

describe("targets of add-ons", () => {
  const ask = (severity: string, addOns: readonly string[], plan = "pro") => {
    const target = targetOf(policy, {
      plan,
      tier: null,
      severity,
      intake: "console",
      category: null,
      metric: "first-response",
      addOns,
    });
    return target === null ? null : `${target.amount} ${target.unit} @ ${target.calendar}`;
  };

  test("what an add-on states wins over the plan beside it, for its cases only", () => {
    expect(ask("urgent", [])).toBe("1 business_day @ days");
    expect(ask("urgent", ["rapid"])).toBe("4 business_hour @ days");
    expect(ask("low", ["rapid"])).toBe("1 business_day @ days");
  });

  test("targets taken over stand as cells of their own, here in another calendar", () => {
    expect(ask("urgent", ["rapid-plus"])).toBe("4 business_hour @ always");
    const cells = policy.targets.filter((target) => target.plan === "rapid-plus");
    expect(cells.map((cell) => [cell.severity, cell.firmness])).toEqual([
      ["urgent", "commitment"],
      ["high", "commitment"],
    ]);
  });

  test("of two add-ons that state a case, the higher one counts", () => {
    expect(ask("urgent", ["rapid", "rapid-plus"])).toBe("4 business_hour @ always");
  });
});
