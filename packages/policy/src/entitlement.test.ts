import { describe, expect, test } from "vitest";
import { bundledWith, compiled, policy } from "./bundled-policy.fixture.ts";
import { entitlementOf } from "./entitlement.ts";
import type { Account, Entitlement, EntitlementQuestion, Policy, Requester } from "./types.ts";

const DOORS = ["console", "portal", "email", "api", "agent"] as const;
const PAID = ["launch", "scale", "business", "enterprise"] as const;
const ALL = ["free", ...PAID] as const;

type Case = Partial<Account> & {
  readonly channel?: string;
  readonly category?: string | null;
  readonly requester?: Requester;
};

function ask(one: Case, of: Policy = policy): Entitlement {
  const { channel = "console", category = null, requester = null, ...account } = one;
  const question: EntitlementQuestion = {
    account: { organisation: "kite", pricing: "launch", tier: null, subscription: "active", ...account },
    channel,
    category,
    requester,
    at: Date.UTC(2026, 6, 2),
  };
  return entitlementOf(of, question);
}

const outcome = (one: Case): string => {
  const { decision, reason } = ask(one);
  return `${decision} ${reason}`;
};

const hrefs = (answer: Entitlement): string[] => answer.next.map((link) => link.href);

describe("who may open a ticket", () => {
  test.each(PAID)("P003 an account on %s may open a ticket from the console", (pricing) => {
    expect(ask({ pricing })).toMatchObject({
      decision: "allow",
      reason: "plan-includes-channel",
      clause: { id: "support-channels", title: "Support channels", policyVersion: "2024-09-02" },
    });
  });

  test.each(DOORS)(
    "P019 P045 an account on Free is led from the door %s to community and chat",
    (channel) => {
      const answer = ask({ pricing: "free", subscription: "none", channel });
      expect(answer).toMatchObject({
        decision: "redirect",
        reason: "plan-lacks-channel",
        clause: { title: "Support channels" },
        plan: "community",
      });
      expect(hrefs(answer)).toContain("https://discord.gg/92vNTzKDGp");
      expect(answer.next.map((link) => link.id)).toContain("ai-chat");
      expect(answer.message).toContain("Free");
    },
  );

  test("P007 e-mail is open to paid plans and to nobody else", () => {
    expect(PAID.map((pricing) => outcome({ pricing, channel: "email" }))).toEqual(
      PAID.map(() => "allow plan-includes-channel"),
    );
    expect(outcome({ pricing: "free", channel: "email" })).toBe("redirect plan-lacks-channel");
    expect(outcome({ pricing: null, channel: "email", subscription: "none" })).toBe(
      "redirect no-subscription",
    );
  });

  test("the one exception on Free is the deletion of the account by e-mail", () => {
    const free = { pricing: "free", subscription: "none" } as const;
    expect(ask({ ...free, channel: "email", category: "account" })).toMatchObject({
      decision: "allow",
      reason: "exception",
      clause: { title: "Account requests" },
    });
    expect(outcome({ ...free, channel: "console", category: "account" })).toBe("redirect plan-lacks-channel");
    expect(outcome({ ...free, channel: "email", category: "billing" })).toBe("redirect plan-lacks-channel");
  });

  test("P031 somebody on Free is offered the community, the chat and the plans, and no form", () => {
    const offered = ask({ pricing: "free" }).next.map((link) => link.id);
    expect(offered).toEqual(["discord", "ai-chat", "plans"]);
  });

  test("P003 every member of a paid account may open one, whatever their role", () => {
    for (const role of ["owner", "admin", "member", "restricted"] as const) {
      expect(outcome({ requester: { role } })).toBe("allow plan-includes-channel");
    }
  });

  test("where the policy names roles, a member without one is told who can help", () => {
    const roles = bundledWith("policy.yaml", [
      "link: ticket }",
      "link: ticket, roles: [owner, admin, member] }",
    ]);
    const { policy: narrower } = compiled(roles);
    const answer = ask({ requester: { role: "restricted" } }, narrower);
    expect(`${answer.decision} ${answer.reason}`).toBe("deny requester-restricted");
    expect(answer.message).toContain("owner or admin");
    expect(ask({ requester: { role: "member" } }, narrower).decision).toBe("allow");
  });
});

describe("the subscription", () => {
  test.each([
    ["lapsed", "deny subscription-lapsed"],
    ["suspended", "deny subscription-suspended"],
    ["none", "deny no-subscription"],
    ["active", "allow plan-includes-channel"],
  ] as const)("P042 a paid plan whose subscription is %s: %s", (subscription, expected) => {
    expect(outcome({ subscription })).toBe(expected);
  });

  test("P042 the refusal cites the policy and offers to renew", () => {
    const answer = ask({ subscription: "lapsed" });
    expect(answer.clause.title).toBe("General support policy");
    expect(answer.next[0]?.id).toBe("billing");
    expect(answer.message).toContain("Launch");
  });

  test("P026 an unknown pricing plan is refused loudly, by its name", () => {
    for (const channel of [...DOORS, "video", "sla"]) {
      const answer = ask({ pricing: "platinum-9", channel });
      expect(`${answer.decision} ${answer.reason}`).toBe("deny unknown-plan");
      expect(answer.message).toContain("platinum-9");
      expect(answer.plan).toBeNull();
    }
  });

  test("P125 support ended for conduct closes every way to our people, with its words; what all may use stays", () => {
    const supportEnd = { words: "Threats against an engineer." };
    const ended = { supportEnd, pricing: "enterprise" };
    for (const channel of [...DOORS, "tickets", "prioritized-tickets", "video", "sla"]) {
      expect(ask({ ...ended, channel })).toMatchObject({
        decision: "deny",
        reason: "support-ended",
        message: expect.stringContaining(
          "this organisation was ended by a decision: “Threats against an engineer.”",
        ),
        clause: { title: "Etiquette" },
      });
    }
    for (const channel of ["discord", "ai-chat"])
      expect(outcome({ ...ended, channel })).toBe("allow plan-includes-channel");
    const requester = { role: "owner", supportEnd: { words: null } } as const;
    expect(ask({ pricing: "enterprise", requester, channel: "console" })).toMatchObject({
      reason: "support-ended",
      message: expect.stringContaining("Support for you was ended by a decision"),
    });
  });
});

describe("the matrix of channels", () => {
  const rows: readonly (readonly [string, string, readonly string[]])[] = [
    ["P017", "discord", ["yes", "yes", "yes", "yes", "yes"]],
    ["P012 P018", "ai-chat", ["yes", "yes", "yes", "yes", "yes"]],
    ["P019", "tickets", ["no", "yes", "yes", "yes", "yes"]],
    ["P020", "prioritized-tickets", ["no", "no", "no", "yes", "yes"]],
    ["P021 P036", "video", ["no", "no", "no", "ask", "ask"]],
    ["P022", "sla", ["no", "no", "no", "no", "yes"]],
  ];

  test.each(rows)("P016 %s %s by pricing plan", (_promise, channel, expected) => {
    const cells = ALL.map((pricing) => {
      const { decision, reason } = ask({ pricing, channel });
      return decision !== "allow" ? "no" : reason === "case-by-case" ? "ask" : "yes";
    });
    expect(cells).toEqual(expected);
  });

  test("P010 P012 community and chat are open to people without any plan, and to unknown plans", () => {
    for (const channel of ["discord", "ai-chat"]) {
      expect(outcome({ pricing: null, subscription: "none", channel })).toBe("allow open-to-all");
      expect(outcome({ pricing: "platinum-9", channel })).toBe("allow open-to-all");
      expect(outcome({ subscription: "lapsed", channel })).toBe("allow plan-includes-channel");
    }
  });

  test("P023 P037 a video call is asked for on a ticket, never simply there", () => {
    const answer = ask({ pricing: "business", channel: "video" });
    expect(answer).toMatchObject({ decision: "allow", reason: "case-by-case" });
    expect(answer.next.map((link) => link.id)).toEqual(["ticket"]);
    expect(outcome({ pricing: "scale", channel: "video" })).toBe("deny plan-lacks-channel");
  });

  test("P038 a channel given to Priority alone reaches Enterprise as well", () => {
    const changed = bundledWith(
      "policy.yaml",
      ["  sla: { name: SLAs", "  phone: { name: Phone, kind: other }\n  sla: { name: SLAs"],
      ["[prioritized-tickets, video: on-request]", "[prioritized-tickets, video: on-request, phone]"],
    );
    const { policy: copy } = compiled(changed);
    const may = ALL.map((pricing) => ask({ pricing, channel: "phone" }, copy).decision);
    expect(may).toEqual(["deny", "deny", "deny", "allow", "allow"]);
  });
});

describe("what is not support", () => {
  test("P009 custom support goes to Sales, on any plan", () => {
    for (const pricing of ALL) {
      const answer = ask({ pricing, category: "custom-support" });
      expect(`${answer.decision} ${answer.reason}`).toBe("redirect route-sales");
      expect(hrefs(answer)).toEqual(["https://neon.tech/contact-sales"]);
    }
  });

  test("P044 training, consulting and custom development go to Sales", () => {
    const answer = ask({ category: "services-not-offered" });
    expect(`${answer.decision} ${answer.reason}`).toBe("redirect route-sales");
    expect(answer.clause.title).toBe("General support policy");
  });

  test("an unknown channel and an unknown category are refused by name", () => {
    expect(outcome({ channel: "fax" })).toBe("deny unknown-channel");
    expect(outcome({ category: "gardening" })).toBe("deny unknown-category");
    expect(ask({ category: "gardening" }).message).toContain("gardening");
  });

  test("names that every object has are unknown too", () => {
    for (const name of ["constructor", "__proto__", "toString"]) {
      expect(outcome({ channel: name })).toBe("deny unknown-channel");
      expect(outcome({ pricing: name })).toBe("deny unknown-plan");
    }
  });
});
