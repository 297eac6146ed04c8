import { describe, expect, test } from "vitest";
import { entitlementOf } from "./entitlement.ts";
import type { Account, EntitlementQuestion } from "./types.ts";
import { vendor } from "./vendor-policy.fixture.ts";

type Case = Partial<EntitlementQuestion> & { readonly has?: Partial<Account> };

function ask({ has = {}, ...question }: Case) {
  return entitlementOf(vendor.policy, {
    account: { organisation: "kite", pricing: "company", tier: null, subscription: "active", ...has },
    channel: "form",
    category: null,
    requester: { role: "owner" },
    at: Date.UTC(2026, 6, 2),
    ...question,
  });
}

const say = (one: Case): string => {
  const { decision, reason } = ask(one);
  return `${decision} ${reason}`;
};

const hobby = { pricing: "hobby" };
const team = { pricing: "team" };

describe("a channel is narrowed by what the policy says, and each limit has its own reason", () => {
  test.each<[string, Case, string]>([
    ["a category the plan has", { has: hobby, category: "billing" }, "allow plan-includes-channel"],
    ["a category it has not", { has: hobby, category: "problem" }, "deny category-limited"],
    ["a category of other plans", { category: "build", has: hobby }, "deny category-not-on-plan"],
    ["a category open to everyone", { has: hobby, category: "account" }, "allow category-open-to-all"],
    [
      "a category open to everyone, after a lapse",
      { has: { ...team, subscription: "lapsed" }, category: "account" },
      "allow category-open-to-all",
    ],
    ["a severity the plan has not", { has: team, severity: "urgent" }, "deny severity-not-on-plan"],
    ["a severity it has", { has: team, severity: "high" }, "allow plan-includes-channel"],
    ["a severity by the plan it includes", { severity: "urgent" }, "allow plan-includes-channel"],
    [
      "a severity the channel is not for",
      { channel: "phone", severity: "low", isProven: true },
      "deny severity-limited",
    ],
    [
      "a language it is not answered in",
      { channel: "phone", language: "de", isProven: true },
      "deny language-limited",
    ],
    ["a language the plan has not", { has: team, language: "de" }, "deny language-not-on-plan"],
    ["a language nobody speaks", { language: "tlh" }, "deny unknown-language"],
    ["no proof of identity", { channel: "phone", severity: "urgent" }, "deny proof-needed"],
    [
      "proof of identity",
      { channel: "phone", severity: "urgent", isProven: true },
      "allow plan-includes-channel",
    ],
    ["a channel we start", { channel: "screen" }, "redirect started-by-staff"],
    ["a channel that waits for another", { channel: "email" }, "redirect fallback-only"],
    [
      "the other cannot be reached",
      { channel: "email", unreachable: ["form"], requester: { role: "owner", isSameDomain: true } },
      "allow plan-includes-channel",
    ],
    ["a quota whose use is not known", { channel: "visits" }, "deny quota-unknown"],
    [
      "a quota with something left",
      { channel: "visits", used: { visits: 5 } },
      "allow plan-includes-channel",
    ],
    ["a quota used up", { channel: "visits", used: { visits: 6 } }, "deny quota-used-up"],
    [
      "a role it is not for",
      { channel: "emergency", requester: { role: "member" } },
      "deny requester-restricted",
    ],
    ["an extra fee", { channel: "slack" }, "deny extra-fee"],
    ["an unknown severity", { severity: "mild" }, "deny unknown-severity"],
    ["an unknown product", { product: "tea" }, "deny unknown-product"],
  ])("%s", (_, one, expected) => {
    expect(say(one)).toBe(expected);
  });

  test("a door takes the channel behind it that fits the severity", () => {
    expect(ask({ channel: "console", severity: "urgent" }).decision).toBe("allow");
    expect(ask({ channel: "console", severity: "low" }).decision).toBe("allow");
    expect(say({ channel: "emergency", severity: "low" })).toBe("deny severity-limited");
  });

  test("a question that leaves the category open is told which ones there are", () => {
    expect(ask({ has: hobby })).toMatchObject({ decision: "allow", categories: ["billing"] });
    expect(ask({ has: team }).severities).toEqual(["high", "normal", "low"]);
    expect(ask({}).severities).toBeUndefined();
  });

  test("a refusal says what it takes, in one sentence, and cites its clause", () => {
    const answer = ask({ has: team, severity: "urgent" });
    expect(answer.message).toBe("Severity Urgent comes with Pro. On Basic the worst is Severity High.");
    expect(answer.clause.policyVersion).toBe("2026-01-01");
    expect(answer.next.map((link) => link.id)).toEqual(["form"]);
    expect(ask({ channel: "email" }).next.map((link) => link.id)).toEqual(["form"]);
  });
});

describe("add-ons", () => {
  const bought = (...addOns: string[]): Partial<Account> => ({ ...team, addOns });

  test("rights of several add up", () => {
    expect(say({ has: team, channel: "slack" })).toBe("deny plan-lacks-channel");
    expect(say({ has: bought("rapid"), channel: "slack" })).toBe("allow plan-includes-channel");
    expect(say({ has: bought("rapid-plus"), channel: "slack" })).toBe("allow plan-includes-channel");
    expect(say({ has: bought("rapid"), category: "build", confirmed: ["local"] })).toBe(
      "allow plan-includes-channel",
    );
  });

  test("those that go with the plan come with the answer, for the targets", () => {
    expect(ask({ has: bought("rapid", "database", "rocket") }).addOns).toEqual(["rapid", "database"]);
    expect(ask({ has: team }).addOns).toBeUndefined();
    expect(ask({ has: { ...team, customerSince: 0 } })).toMatchObject({
      plan: "firm-2020",
      cohorts: ["early"],
    });
  });

  test("one that the policy does not know, or that does not go with the plan, gives nothing and is named", () => {
    expect(say({ has: bought("rocket"), channel: "slack" })).toBe("deny unknown-add-on");
    expect(ask({ has: bought("rocket"), channel: "slack" }).message).toContain("rocket");
    expect(say({ has: bought("rocket") })).toBe("allow plan-includes-channel");
  });

  test("one for a product opens the channel for that product only", () => {
    const has = { ...hobby, addOns: ["database"], products: ["mpg"] };
    expect(say({ has, category: "problem", product: "mpg" })).toBe("allow plan-includes-channel");
    expect(say({ has, category: "problem", product: "base" })).toBe("deny product-limited");
    expect(say({ has: { ...has, products: [] }, category: "problem", product: "mpg" })).toBe(
      "deny product-limited",
    );
  });
});

describe("who may ask", () => {
  test("what the desk can check is checked, and a fact that is not known does not help", () => {
    const mail = { channel: "email", unreachable: ["form"], confirmed: [] };
    expect(say({ ...mail, requester: { role: "member", isSameDomain: true } })).toBe(
      "allow plan-includes-channel",
    );
    expect(say({ ...mail, requester: { role: "member" } })).toBe("deny requester-unmet");
    expect(say({ ...mail, requester: null })).toBe("deny requester-unmet");
    expect(say({ ...mail, confirmed: ["tie"] })).toBe("allow plan-includes-channel");
    const { confirmed: _, ...unasked } = mail;
    expect(ask({ ...unasked, requester: { role: "member" } }).asks).toMatchObject([{ id: "tie", oneOf: 1 }]);
  });

  test("what it cannot check is asked of the person, by a stable id", () => {
    const build = { has: team, category: "build" };
    expect(ask(build)).toMatchObject({
      decision: "allow",
      asks: [{ id: "local", text: "It builds on your own machine" }],
    });
    expect(ask(build).asks?.some((one) => "oneOf" in one)).toBe(false);
    expect(ask({ ...build, confirmed: ["local"] }).asks).toBeUndefined();
    const left = ask({ ...build, confirmed: [] });
    expect(`${left.decision} ${left.reason}`).toBe("deny requester-unmet");
    expect(left.message).toContain("It builds on your own machine");
  });
});

test("a channel of every plan that is bound to a condition is not simply open", () => {
  const free = { pricing: "hobby", subscription: "none" } as const;
  const channels = vendor.policy.channels.map((channel) => ({ ...channel, isOfficial: true }));
  const access = Object.fromEntries(channels.map((channel) => [channel.id, "included" as const]));
  const plans = vendor.policy.plans.map((plan) => ({ ...plan, access, limits: {} }));
  const policy = { ...vendor.policy, channels, plans };
  const reasons = ["forum", "email", "screen", "phone"].map((channel) => {
    const account = { organisation: "kite", tier: null, ...free };
    const question = { account, channel, category: null, requester: null, at: 0 };
    return entitlementOf(policy, question).reason;
  });
  expect(reasons).toEqual(["plan-includes-channel", "fallback-only", "started-by-staff", "proof-needed"]);
});

test("a channel whose id every object has as a name is narrowed by nothing", () => {
  const channels = vendor.policy.channels.map((one) => ({
    ...one,
    id: one.id === "forum" ? "constructor" : one.id,
  }));
  const plans = vendor.policy.plans.map((plan) => ({
    ...plan,
    access: { ...plan.access, constructor: "included" as const },
  }));
  const account = { organisation: "kite", pricing: null, tier: null, subscription: "none" } as const;
  const question = { account, channel: "constructor", category: null, requester: null, at: 0 };
  expect(entitlementOf({ ...vendor.policy, channels, plans }, question).decision).toBe("allow");
});

test("a place where nothing is promised is open to everybody", () => {
  for (const pricing of [null, "hobby", "company", "unheard-of"]) {
    expect(ask({ has: { pricing }, channel: "forum" }).decision).toBe("allow");
  }
});
