import { describe, expect, test } from "vitest";
import { compiled } from "./bundled-policy.fixture.ts";
import { EXAMPLES, exampleFiles, type FactChannel, factsOf } from "./examples.fixture.ts";
import type { Channel, ChannelLimits, Policy } from "./types.ts";

const vendors = EXAMPLES.filter((vendor) => factsOf(vendor).channels.length > 0);

const policyOf = (vendor: string): Policy => compiled(exampleFiles(vendor)).policy;

/** Cells that grant more than the facts, and why. */
const MORE: ReadonlyMap<string, string> = new Map([
  ["snowflake trial portal", "support of a trial is limited and at discretion, so it is on request"],
]);

function plansWith(policy: Policy, facts: readonly FactChannel[], channel: string): Set<string> {
  const mine = facts.filter((fact) => fact.id === channel);
  const all = policy.plans.filter((plan) => plan.addOn === undefined).map((plan) => plan.id);
  const excepted = mine.flatMap(({ exception }) => (exception === "any" ? ["payg"] : (exception ?? [])));
  return new Set([...mine.flatMap(({ plans }) => (plans === "all" ? all : plans)), ...excepted]);
}

const HAS = new Set(["included", "recommended", "on-request", "extra-fee"]);

/** Every narrowing of a channel: for everybody, and on the plans of the fact. */
function limitsFor(policy: Policy, channel: Channel, fact: FactChannel): ChannelLimits[] {
  const plans = policy.plans.filter(({ id }) => fact.plans === "all" || fact.plans.includes(id));
  const own = channel.limits === undefined ? [] : [channel.limits];
  return plans.map(({ limits }) => Object.assign({}, ...own, limits?.[channel.id]));
}

const PERIODS: Readonly<Record<string, string>> = { year: "year", subscription: "subscription" };

describe("published channels", () => {
  test.each(vendors)("%s: each channel belongs to the published plans, and to no other", (vendor) => {
    const policy = policyOf(vendor);
    const facts = factsOf(vendor).channels;
    const wrong = policy.channels.flatMap(({ id: channel }) => {
      const wanted = plansWith(policy, facts, channel);
      return policy.plans
        .filter(({ id, addOn, access }) => {
          const has = HAS.has(access[channel] ?? "");
          if (MORE.has(`${vendor} ${id} ${channel}`)) return !has;
          return addOn === undefined ? has !== wanted.has(id) : wanted.has(id) && !has;
        })
        .map(({ id, access }) => `${id} ${channel} ${access[channel]}`);
    });
    expect(wrong).toEqual([]);
  });

  test.each(vendors)("%s: what narrows a channel is what was published of it", (vendor) => {
    const policy = policyOf(vendor);
    for (const fact of factsOf(vendor).channels) {
      const channel = policy.channels.find(({ id }) => id === fact.id);
      if (channel === undefined) throw new Error(`There is no channel ${fact.id}.`);
      expect([fact.id, channel.isOfficial]).toEqual([fact.id, fact.official ?? true]);
      expect([fact.id, channel.startsClock ?? true]).toEqual([fact.id, fact.starts_clock ?? true]);
      if (fact.initiated_by !== undefined) expect(channel.startedBy).toBe("staff");
      if (fact.requires === true) expect(channel.proof).toBeDefined();
      const category = fact.for_case_type ?? fact.for_category;
      for (const limits of limitsFor(policy, channel, fact)) {
        if (fact.severities !== undefined) expect(limits.severities).toEqual(fact.severities);
        if (fact.language !== undefined) expect(limits.languages).toEqual(fact.language);
        if (fact.calendar !== undefined) expect(limits.hours ?? "always").toBe(fact.calendar);
        if (category !== undefined) expect(limits.categories).toEqual([category]);
        if (fact.quota === "unlimited") expect(limits.quota?.count).toBeNull();
        else if (fact.quota !== undefined) {
          const { count, per } = limits.quota ?? {};
          expect([fact.id, count, per]).toEqual([fact.id, fact.quota.limit, PERIODS[fact.quota.per]]);
        }
      }
    }
  });
});
