import { type Account, type Entitlement, entitlementOf, type Policy } from "@troth/policy";
import { type Arguments, command, folderOf, json, needed, success, WrongUse } from "./command.ts";
import { loadPolicy } from "./load.ts";
import { pricingPlan, supportPlan } from "./names.ts";

const help = `Usage: troth entitled DIR --plan P [--tier T] [--channel C] [--category K] [--json]

Asks the one entitlement decision: may an account on this plan use this channel for this matter?
The answer is allow, deny or redirect, with its reason, the clause of the page and what to do instead.
Exit code 0 whatever the answer is.

  --plan P            a pricing plan (launch); else a support plan (priority)
  --tier T            the tier of the contract; the plan's default when left out
  --channel C         a door (console, portal, email, api, agent) or a channel (discord, video);
                      console when left out
  --category K        what the request is about
  --subscription S    active (when left out), lapsed, suspended or none
  --role R            the member's role: owner, admin, member or restricted

Examples:
  troth entitled policies/neon-2024-09 --plan launch
  troth entitled policies/neon-2024-09 --plan free --channel email --json
  troth entitled policies/neon-2024-09 --plan business --channel video
`;

const SUBSCRIPTIONS = ["active", "lapsed", "suspended", "none"] as const;
const ROLES = ["owner", "admin", "member", "restricted"] as const;

function oneOf<T extends string>(given: Arguments, option: string, words: readonly T[]): T | null {
  const value = given.text(option);
  const found = words.find((word) => word === value);
  if (value !== null && found === undefined) {
    throw new WrongUse(`--${option} is one of ${words.join(", ")}; “${value}” is not.`);
  }
  return found ?? null;
}

/** The plan as an account would have it. A support plan stands for one of its pricing plans. */
function held(
  policy: Policy,
  name: string,
): { readonly pricing: string; readonly tier: string | null; readonly policy: Policy } {
  const pricing = pricingPlan(policy, name);
  if (pricing !== null) return { pricing: pricing.id, tier: null, policy };
  const chosen = supportPlan(policy, name);
  if (chosen === null) return { pricing: name, tier: null, policy };
  const { plan, tier } = chosen;
  const [first] = plan.pricing;
  if (first !== undefined) return { pricing: first, tier: tier?.id ?? null, policy };
  const apart = { id: plan.id, name: plan.name, plan: plan.id, isPaid: true, aliases: [] };
  return {
    pricing: plan.id,
    tier: tier?.id ?? null,
    policy: { ...policy, pricing: [...policy.pricing, apart] },
  };
}

function wordsOf({ decision, reason, message, clause, next }: Entitlement): string {
  const links = next.map((link) => `  ${link.label}: ${link.href}\n`).join("");
  return `${decision} (${reason})\n${message}\nClause: ${clause.title}, version ${clause.policyVersion}\n${links}`;
}

const options = {
  plan: "text",
  tier: "text",
  channel: "text",
  category: "text",
  subscription: "text",
  role: "text",
} as const;

export const entitled = command(
  { name: "entitled", summary: "ask what a plan may use", help, options },
  (given, surroundings) => {
    const name = needed(given, "plan");
    const subscription = oneOf(given, "subscription", SUBSCRIPTIONS) ?? "active";
    const role = oneOf(given, "role", ROLES);
    const loaded = loadPolicy(folderOf(given), surroundings);
    if ("refused" in loaded) return loaded.refused;
    const { pricing, tier, policy } = held(loaded.policy.policy, name);
    const account: Account = {
      organisation: "command line",
      pricing,
      tier: given.text("tier") ?? tier,
      subscription,
    };
    const answer = entitlementOf(policy, {
      account,
      channel: given.text("channel") ?? "console",
      category: given.text("category"),
      requester: role === null ? null : { role },
      at: surroundings.now,
    });
    return success(given.has("json") ? json(answer) : wordsOf(answer));
  },
);
