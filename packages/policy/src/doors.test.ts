import { describe, expect, test } from "vitest";
import { compiled } from "./bundled-policy.fixture.ts";
import { entitlementOf } from "./entitlement.ts";
import { type Change, changed, inPolicy } from "./small-policy.fixture.ts";
import { targetOf } from "./target.ts";
import type { Account } from "./types.ts";

const TICKETS = "  tickets: { name: Ticket desk, kind: ticket }\n";
const of = (...changes: readonly Change[]) => compiled(changed(...changes).files).policy;
const byMail = of(inPolicy(TICKETS, "  tickets: { name: Mail, kind: email }\n"));

function ask(policy: typeof byMail, channel: string, account: Partial<Account> = {}) {
  const { decision, reason, message } = entitlementOf(policy, {
    account: { organisation: "kite", pricing: "team", tier: null, subscription: "active", ...account },
    channel,
    category: null,
    requester: null,
    at: Date.UTC(2026, 6, 2),
  });
  return { decision, reason, message };
}

describe("a vendor that answers e-mail only", () => {
  test("opens tickets by e-mail for those whose plan has it", () => {
    expect(ask(byMail, "email")).toMatchObject({ decision: "allow", reason: "plan-includes-channel" });
    expect(ask(byMail, "email", { pricing: "hobby" })).toMatchObject({
      decision: "redirect",
      reason: "plan-lacks-channel",
    });
  });

  test("and says so of every other door", () => {
    expect(ask(byMail, "console")).toEqual({
      decision: "deny",
      reason: "unknown-channel",
      message: "No channel of this policy opens tickets through the console. Open to you: User forum.",
    });
    expect(ask(byMail, "fax").message).toBe("The policy knows no channel “fax”.");
  });

  test("mail needs an account even where every plan has it", () => {
    const open = of(
      inPolicy(TICKETS, "  tickets: { name: Mail, kind: email }\n"),
      inPolicy(
        "basic: { pricing: hobby, channels: [forum] }",
        "basic: { pricing: hobby, channels: [forum, tickets] }",
      ),
    );
    expect(ask(open, "email", { pricing: null })).toMatchObject({ reason: "no-subscription" });
    expect(ask(open, "email", { pricing: "hobby" })).toMatchObject({ decision: "allow" });
  });

  test("a target of the channel is that of its door", () => {
    const policy = of(
      inPolicy(TICKETS, `${TICKETS}  mail: { name: Mail, kind: email }\n`),
      inPolicy("pricing: team, channels: [tickets] }", "pricing: team, channels: [tickets, mail] }"),
      inPolicy(
        "readings:\n",
        "  - { metric: first-response, plan: pro, channel: mail, within: 3 business days @ office, firmness: target }\nreadings:\n",
      ),
    );
    const question = { plan: "pro", tier: null, severity: "low", category: null, metric: "first-response" };
    expect(targetOf(policy, { ...question, intake: "email" })?.amount).toBe(3);
    expect(targetOf(policy, { ...question, intake: "console" })?.amount).toBe(2);
  });
});

test.each([
  ["ticket", ["console", "portal", "email", "api", "agent"]],
  ["email", ["email"]],
  ["form", ["console", "portal"]],
  ["api", ["api"]],
  ["phone", []],
])("a channel of kind %s has these doors where it names none", (kind, doors) => {
  const policy = of(
    inPolicy(TICKETS, `${TICKETS}  other: { name: Other, kind: ${kind} }\n`),
    inPolicy("channels: [tickets] }", "channels: [tickets, other] }"),
  );
  expect(policy.channels.find(({ id }) => id === "other")?.doors).toEqual(doors);
});

test("an add-on that does not go with the plan is told so", () => {
  const policy = of(
    inPolicy(TICKETS, `${TICKETS}  manager: { name: Account manager, kind: team }\n`),
    inPolicy("categories:\n", "  care: { add-on: yes, to: top, channels: [manager] }\ncategories:\n"),
  );
  expect(ask(policy, "manager", { addOns: ["care"] }).message).toBe(
    "Pro does not include Account manager, and Care does not go with it.",
  );
  expect(ask(policy, "manager", { addOns: ["cure"] }).message).toContain("knows no add-on “cure”");
});
