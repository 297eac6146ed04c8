import { describe, expect, test } from "vitest";
import { compiled } from "./bundled-policy.fixture.ts";
import { entitlementOf } from "./entitlement.ts";
import { exampleFiles } from "./examples.fixture.ts";
import { targetOf } from "./target.ts";
import type { Account, EntitlementQuestion, Policy, TargetQuestion } from "./types.ts";

const policies = new Map<string, Policy>();

function policyOf(vendor: string): Policy {
  const policy = policies.get(vendor) ?? compiled(exampleFiles(vendor)).policy;
  policies.set(vendor, policy);
  return policy;
}

type Asked = Partial<Omit<EntitlementQuestion, "account">> & Partial<Account>;

/** Decision and reason for an active member of an account, who asks through the console. */
function decided(vendor: string, asked: Asked): string {
  const { pricing = null, tier = null, addOns, products, contract, customerSince, ...question } = asked;
  const account: Account = {
    organisation: "org-1",
    pricing,
    tier,
    subscription: "active",
    ...(addOns === undefined ? {} : { addOns }),
    ...(products === undefined ? {} : { products }),
    ...(contract === undefined ? {} : { contract }),
    ...(customerSince === undefined ? {} : { customerSince }),
  };
  const { decision, reason, asks } = entitlementOf(policyOf(vendor), {
    channel: "console",
    category: null,
    requester: { role: "admin" },
    at: Date.UTC(2026, 10, 24, 15),
    ...question,
    account,
  });
  if (decision !== "allow") return `${decision}: ${reason}`;
  return asks === undefined ? "allow" : `allow, after: ${asks.map(({ id }) => id).join(", ")}`;
}

describe("who gets what, by published policies", () => {
  test.each<[string, Asked, string]>([
    ["aws", { pricing: "basic", category: "account_billing" }, "allow"],
    ["aws", { pricing: "basic", category: "technical" }, "deny: category-not-on-plan"],
    ["aws", { pricing: "developer", category: "technical", severity: "normal" }, "allow"],
    [
      "aws",
      { pricing: "developer", category: "technical", severity: "urgent" },
      "deny: severity-not-on-plan",
    ],
    [
      "aws",
      { pricing: "business", category: "technical", severity: "critical" },
      "deny: severity-not-on-plan",
    ],
    ["aws", { pricing: "enterprise", category: "technical", severity: "critical" }, "allow"],
    ["cloudflare", { pricing: "free", category: "billing" }, "allow"],
    ["cloudflare", { pricing: "free", category: "technical" }, "deny: category-limited"],
    ["cloudflare", { pricing: "pro", category: "technical" }, "allow"],
    ["fly-io", { pricing: "payg", category: "issue" }, "deny: category-limited"],
    ["fly-io", { pricing: "payg", category: "managed_postgres" }, "deny: product-limited"],
    ["fly-io", { pricing: "payg", products: ["managed_postgres"], category: "managed_postgres" }, "allow"],
    [
      "fly-io",
      { pricing: "payg", products: ["managed_postgres"], category: "issue" },
      "deny: category-limited",
    ],
    ["fly-io", { pricing: "payg", addOns: ["standard"], category: "issue" }, "allow"],
    ["fly-io", { pricing: "launch", category: "issue" }, "allow"],
    ["aiven", { pricing: "free" }, "redirect: plan-lacks-channel"],
    ["aiven", { pricing: "paid", channel: "phone" }, "deny: plan-lacks-channel"],
    ["aiven", { pricing: "paid", addOns: ["premium"], channel: "phone" }, "allow"],
    ["neon-2026-02-06", { pricing: "launch", category: "billing" }, "allow"],
    ["neon-2026-02-06", { pricing: "launch", category: "issue" }, "deny: category-limited"],
    ["neon-2026-02-06", { pricing: "scale", category: "issue" }, "allow"],
    [
      "sidekiq",
      { pricing: "pro", channel: "email", requester: { role: "member", isSameDomain: true } },
      "allow",
    ],
    [
      "sidekiq",
      { pricing: "pro", channel: "email", requester: { role: "member" } },
      "allow, after: connection",
    ],
    [
      "sidekiq",
      { pricing: "pro", channel: "email", requester: { role: "member" }, confirmed: ["connection"] },
      "allow",
    ],
    ["vercel", { pricing: "hobby", requester: { role: "member", isActive: true } }, "allow"],
    ["vercel", { pricing: "hobby", requester: { role: "member", isActive: false } }, "deny: requester-unmet"],
    [
      "vercel",
      {
        pricing: "pro",
        category: "build-error",
        requester: { role: "member", isActive: true },
        confirmed: [],
      },
      "deny: requester-unmet",
    ],
    ["github", { pricing: "enterprise_server", category: "priority-question" }, "deny: category-not-on-plan"],
    [
      "github",
      {
        pricing: "enterprise_cloud",
        category: "priority-question",
        requester: { role: "member", isAddressVerified: false },
      },
      "deny: requester-unmet",
    ],
    [
      "github",
      {
        pricing: "enterprise_cloud",
        category: "priority-question",
        requester: { role: "member", isAddressVerified: true },
        confirmed: ["one-ticket", "weekday", "cooperation"],
      },
      "allow",
    ],
    [
      "github",
      { pricing: "enterprise_cloud", addOns: ["premium"], channel: "phone_callback", language: "ja" },
      "deny: language-limited",
    ],
    ["cloudflare", { pricing: "pro", category: "technical", language: "de" }, "deny: language-not-on-plan"],
    ["cloudflare", { pricing: "enterprise", category: "technical", language: "de" }, "allow"],
    ["crunchy-bridge", { pricing: "any", requester: { role: "member" } }, "deny: requester-restricted"],
  ])("%s: %o", (vendor, asked, answer) => {
    expect(decided(vendor, asked)).toBe(answer);
  });
});

describe("ways in, by published policies", () => {
  test.each<[string, Asked, string]>([
    ["tyk", { pricing: "signature", channel: "phone", severity: "s1" }, "allow"],
    ["tyk", { pricing: "signature", channel: "phone", severity: "s2" }, "deny: severity-limited"],
    ["tyk", { pricing: "premier", channel: "screen_share", used: { screen_share: 5 } }, "allow"],
    [
      "tyk",
      { pricing: "premier", channel: "screen_share", used: { screen_share: 6 } },
      "deny: quota-used-up",
    ],
    ["tyk", { pricing: "signature", channel: "screen_share", used: { screen_share: 60 } }, "allow"],
    ["gitlab", { pricing: "premium", channel: "support_form", severity: "s1" }, "deny: severity-limited"],
    ["gitlab", { pricing: "premium", channel: "emergency_form", severity: "s1" }, "allow"],
    ["gitlab", { pricing: "premium", severity: "s1" }, "allow"],
    [
      "gitlab",
      { pricing: "ultimate", channel: "meeting_link", severity: "s1" },
      "redirect: started-by-staff",
    ],
    ["snowflake", { pricing: "premier", channel: "email" }, "redirect: fallback-only"],
    ["snowflake", { pricing: "premier", channel: "email", unreachable: ["portal"] }, "allow"],
    [
      "snowflake",
      { pricing: "premier", channel: "phone", unreachable: ["portal"] },
      "redirect: fallback-only",
    ],
    ["snowflake", { pricing: "premier", channel: "phone", unreachable: ["portal", "email"] }, "allow"],
    [
      "aws",
      { pricing: "basic", channel: "contact_us_page", category: "account_billing" },
      "redirect: fallback-only",
    ],
    ["canonical", { pricing: "weekday", channel: "remote_session" }, "redirect: started-by-staff"],
    ["cloudflare", { pricing: "enterprise", channel: "emergency_phone" }, "deny: proof-needed"],
    ["cloudflare", { pricing: "enterprise", channel: "emergency_phone", isProven: true }, "allow"],
    [
      "github",
      { pricing: "enterprise_cloud", addOns: ["premium"], channel: "screen_share", severity: "urgent" },
      "allow",
    ],
    [
      "github",
      { pricing: "enterprise_cloud", channel: "screen_share", severity: "urgent" },
      "deny: plan-lacks-channel",
    ],
    [
      "github",
      { pricing: "team", addOns: ["premium"], channel: "screen_share", severity: "urgent" },
      "deny: unknown-add-on",
    ],
  ])("%s: %o", (vendor, asked, answer) => {
    expect(decided(vendor, asked)).toBe(answer);
  });
});

/** Calendar and figure of the cell that governs a case. */
function governing(vendor: string, asked: Partial<TargetQuestion>): string | null {
  const target = targetOf(policyOf(vendor), {
    plan: "",
    tier: null,
    severity: "",
    intake: "console",
    category: null,
    metric: "first-response",
    ...asked,
  });
  return target === null ? null : `${target.amount} ${target.unit} @ ${target.lowered?.calendar}`;
}

describe("which target governs, by published policies", () => {
  const acknowledge = { plan: "premier", metric: "acknowledge-and-assign" };

  test.each<[string, Partial<TargetQuestion>, string | null]>([
    ["opennms", { ...acknowledge, severity: "urgent" }, "2 business_hour @ operating"],
    ["opennms", { ...acknowledge, severity: "urgent", addOns: ["addon_24x7"] }, "15 minute @ always"],
    ["opennms", { ...acknowledge, severity: "high", addOns: ["addon_24x7"] }, "24 business_hour @ operating"],
    ["neon-2026-02-06", { plan: "standard", severity: "2" }, null],
    ["neon-2026-02-06", { plan: "standard", severity: "2", addOns: ["production"] }, "4 hour @ always"],
    [
      "cubepath",
      { plan: "any", metric: "resolution", severity: "l2", when: "opened in weekend" },
      "12 hour @ always",
    ],
    ["cubepath", { plan: "any", metric: "resolution", severity: "l2" }, null],
  ])("%s: %o", (vendor, asked, answer) => {
    expect(governing(vendor, asked)).toBe(answer);
  });
});
