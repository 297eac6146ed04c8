import { describe, expect, test } from "vitest";
import { compiled } from "./bundled-policy.fixture.ts";
import { creditsDue } from "./credits.ts";
import { attachmentBar, fileLimitsOf } from "./decide/attachments.ts";
import { contactsOf } from "./decide/contacts.ts";
import { formFieldsOf } from "./decide/form.ts";
import { languageOf } from "./decide/languages.ts";
import { priceOf } from "./decide/price.ts";
import { quotaLimitOf } from "./decide/quotas.ts";
import { EXAMPLES, exampleFiles, factsOf, type VendorFacts } from "./examples.fixture.ts";
import { loweringFor } from "./lowering.ts";
import type { Plan, Policy } from "./types.ts";

const policies = new Map<string, Policy>();

function policyOf(vendor: string): Policy {
  const policy = policies.get(vendor) ?? compiled(exampleFiles(vendor)).policy;
  policies.set(vendor, policy);
  return policy;
}

function planOf(policy: Policy, id: string): Plan {
  const plan = policy.plans.find((one) => one.id === id);
  if (plan === undefined) throw new Error(`There is no plan ${id}.`);
  return plan;
}

const listOf = (value: string | readonly string[]): readonly string[] =>
  typeof value === "string" ? [value] : value;

/** The vendors whose facts speak of something. */
const speakingOf = (what: keyof VendorFacts) =>
  EXAMPLES.filter((vendor) => factsOf(vendor)[what] !== undefined);

describe("published rules beside the targets", () => {
  test.each(speakingOf("contacts"))("%s: as many contacts as published", (vendor) => {
    const policy = policyOf(vendor);
    for (const fact of factsOf(vendor).contacts ?? []) {
      const plans = fact.plan === undefined ? policy.plans.slice(-1).map(({ id }) => id) : listOf(fact.plan);
      for (const plan of plans) {
        const given = contactsOf(policy, { plan: planOf(policy, plan) }, { nodes: 1200 });
        if (fact.limit !== undefined) expect([plan, given.most]).toEqual([plan, fact.limit]);
        if (fact.formula !== undefined) expect(given.most).toBe(15);
        if (fact.minimum !== undefined) expect(given.least).toBe(fact.minimum);
        if (fact.additional !== undefined)
          expect(given.additional.map(({ count }) => count)).toEqual([fact.additional]);
      }
    }
  });

  test("canonical: five contacts for each 500 machines, and never more than fifteen", () => {
    const policy = policyOf("canonical");
    const plan = planOf(policy, "weekday");
    const most = (nodes: number) => contactsOf(policy, { plan }, { nodes }).most;
    expect([1, 500, 501, 1500, 9000].map(most)).toEqual([5, 5, 10, 15, 15]);
  });

  test.each(speakingOf("quotas"))("%s: quotas as published, of the published plans alone", (vendor) => {
    const policy = policyOf(vendor);
    const facts = factsOf(vendor).quotas ?? [];
    const quotas = policy.quotas ?? [];
    expect(quotas).toHaveLength(facts.length);
    facts.forEach((fact, index) => {
      const quota = quotas[index];
      if (quota === undefined) throw new Error(`There is no quota for ${fact.what}.`);
      const having = policy.plans.filter((plan) => quotaLimitOf(policy, quota, [plan]) !== null);
      const per = fact.per === "6 months" ? "half-year" : fact.per;
      expect(having.map(({ id }) => id)).toEqual(listOf(fact.plan));
      expect(quotaLimitOf(policy, quota, having)).toMatchObject({ count: fact.limit, per });
      expect(quota.rollOver?.percent).toBe(fact.rollover?.percent);
    });
  });

  test.each(speakingOf("queue_order"))("%s: the better plan is answered first", (vendor) => {
    const policy = policyOf(vendor);
    const byRank = policy.plans.toSorted((one, other) => other.rank - one.rank).map(({ id }) => id);
    expect(policy.queue[0]).toBe("plan");
    expect(byRank).toEqual(factsOf(vendor).queue_order);
  });

  test.each(speakingOf("languages"))("%s: answered in the published languages", (vendor) => {
    const policy = policyOf(vendor);
    for (const { codes, level, plans } of factsOf(vendor).languages ?? []) {
      for (const plan of policy.plans.filter((one) => one.addOn === undefined)) {
        for (const language of codes) {
          const answer = languageOf(policy, { language, severity: null, plans: [plan] });
          const has = plans === undefined || plans.includes(plan.id);
          expect([plan.id, language, answer.ok]).toEqual([plan.id, language, has]);
          if (answer.ok) expect(answer.level).toBe((level ?? "full").replace("_", "-"));
        }
      }
    }
  });

  test.each(speakingOf("severity_plans"))("%s: the worst levels belong to the published plans", (vendor) => {
    const stated = policyOf(vendor).severities.flatMap(({ id, plans }) =>
      plans === undefined ? [] : [[id, plans]],
    );
    expect(Object.fromEntries(stated)).toEqual(factsOf(vendor).severity_plans);
  });

  test.each(speakingOf("prices"))("%s: the greater of the fixed price and the share counts", (vendor) => {
    const policy = policyOf(vendor);
    for (const [id, [flat, percent]] of Object.entries(factsOf(vendor).prices ?? {})) {
      const plan = planOf(policy, id);
      const even = (flat * 100) / percent;
      expect([1, even, even * 3].map((spend) => priceOf(plan, spend)?.amount)).toEqual([
        flat,
        flat,
        flat * 3,
      ]);
    }
  });

  test.each(speakingOf("attachments"))("%s: files are taken and refused as published", (vendor) => {
    const policy = policyOf(vendor);
    const facts = factsOf(vendor).attachments;
    const bar = (ending: string, bytes = 1) =>
      attachmentBar(fileLimitsOf(policy), { name: `file.${ending}`, bytes })?.message ?? null;
    const most = (facts?.max_mb ?? 0) * 1_000_000;
    for (const type of facts?.types ?? []) expect([type, bar(type, most)]).toEqual([type, null]);
    for (const type of facts?.refuse ?? []) expect(bar(type)).toContain(`.${type} are not taken`);
    expect(bar("png", most + 1)).toContain(`${facts?.max_mb} MB`);
  });
});

describe("what the desk makes of single rules", () => {
  const ended = Date.UTC(2026, 9, 31);
  const missed = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      metric: "first-response",
      severity: "high",
      at: Date.UTC(2026, 8, 1 + index),
    }));
  const claimed = (count: number, at: number) =>
    creditsDue(policyOf("github"), { plan: "premium", misses: missed(count), at }).map(
      ({ percent, state, claimBy }) => ({ percent, state, claimBy }),
    );

  test("github: the fifth missed answer of a fiscal quarter gives a fifth of the fee, for thirty days", () => {
    const due = { percent: 20, claimBy: "2026-11-30" };
    expect(claimed(4, ended + 5 * 86_400_000)).toEqual([]);
    expect(claimed(5, ended + 5 * 86_400_000)).toEqual([{ ...due, state: "claimable" }]);
    expect(claimed(5, ended + 40 * 86_400_000)).toEqual([{ ...due, state: "too-late" }]);
  });

  test("canonical: a severity goes down when the core works again", () => {
    const lowering = loweringFor(policyOf("canonical"), "1", { isCoreFunctionRestored: true });
    expect(lowering).toMatchObject({ to: "3" });
    expect(loweringFor(policyOf("canonical"), "1", {})).toBeNull();
  });

  test("snowflake: log files are asked for where the client is suspected", () => {
    const policy = policyOf("snowflake");
    const asked = (product: string | null) =>
      formFieldsOf(policy, { category: "issue", severity: "s3", product, plans: [] }).map(({ id }) => id);
    expect(asked(null)).toEqual(["account", "reproduction", "contact"]);
    expect(asked("client")).toEqual(["account", "reproduction", "contact", "client-logs"]);
    expect(policy.defaultSeverity).toBe("s4");
  });
});
