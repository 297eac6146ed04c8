import {
  type Account,
  type Entitlement,
  type EntitlementQuestion,
  entitlementOf,
  type Policy,
  planNamed,
  type Requester,
  severityText,
} from "@troth/policy";
import { type Arguments, command, folderOf, json, needed, success, WrongUse } from "./command.ts";
import { loadPolicy } from "./load.ts";
import { pricingPlan, severityOf } from "./names.ts";

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
  --severity S        how severe it is
  --product P         the product it is about
  --language L        the language it is written in, e.g. de
  --add-ons A,B       what was bought beside the plan
  --owns P,Q          products the account owns
  --customer-since D  a date such as 2021-05-01
  --unreachable C,D   channels that cannot be reached now
  --used N            how much of the channel's quota is used up
  --meets A,B         what is known of the person: verified-address, registered-address, same-domain,
                      active-member, named-contact, proven
  --confirms A,B      ids of the statements the person confirmed

A fact that is not given never widens a right.

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
  const chosen = planNamed(policy, name);
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

/** How far the right goes, where it does not go all the way. */
function widthOf({ decision, categories, severities }: Entitlement, policy: Policy): string {
  if (decision !== "allow") return "";
  const kinds = categories?.map((id) => policy.categories.find((one) => one.id === id)?.name ?? id);
  const levels = severities?.map((id) => severityText(policy, id));
  const only = [kinds, levels].flatMap((names) => (names === undefined ? [] : names.join(", ")));
  return only.length === 0 ? "" : `Only for: ${only.join("; ")}\n`;
}

function wordsOf(answer: Entitlement, policy: Policy): string {
  const { decision, reason, message, clause, next, asks = [] } = answer;
  const links = next.map((link) => `  ${link.label}: ${link.href}\n`).join("");
  const confirms = asks.map(({ id, text }) => `  to confirm (${id}): ${text}\n`).join("");
  return `${decision} (${reason})\n${message}\n${widthOf(answer, policy)}Clause: ${clause.title}, version ${clause.policyVersion}\n${confirms}${links}`;
}

const list = (given: Arguments, option: string): string[] | null =>
  given
    .text(option)
    ?.split(",")
    .map((one) => one.trim()) ?? null;

const MEETS = [
  "verified-address",
  "registered-address",
  "same-domain",
  "active-member",
  "named-contact",
  "proven",
] as const;

function meets(given: Arguments): ReadonlySet<string> {
  const said = list(given, "meets") ?? [];
  const wrong = said.find((one) => !MEETS.some((word) => word === one));
  if (wrong !== undefined)
    throw new WrongUse(`--meets takes ${MEETS.join(", ")}; “${wrong}” is none of them.`);
  return new Set(said);
}

function requesterOf(role: (typeof ROLES)[number] | null, met: ReadonlySet<string>): Requester {
  if (role === null && met.size === 0) return null;
  return {
    role: role ?? "member",
    isAddressVerified: met.has("verified-address"),
    isAddressRegistered: met.has("registered-address"),
    isSameDomain: met.has("same-domain"),
    isActive: met.has("active-member"),
    isNamedContact: met.has("named-contact"),
  };
}

function sinceOf(given: Arguments): Pick<Account, "customerSince"> {
  const date = given.text("customer-since");
  if (date === null) return {};
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at))
    throw new WrongUse(`--customer-since wants a date such as 2021-05-01; “${date}” is none.`);
  return { customerSince: at };
}

/** A door stands for each channel behind it. */
function usedOf(given: Arguments, policy: Policy, channel: string): Pick<EntitlementQuestion, "used"> {
  const used = given.text("used");
  if (used === null) return {};
  if (!/^\d+$/.test(used)) throw new WrongUse(`--used wants a whole number; “${used}” is none.`);
  const behind = policy.channels.filter(({ doors }) => doors.some((door) => door === channel));
  const names = [channel, ...behind.map(({ id }) => id)];
  return { used: Object.fromEntries(names.map((name) => [name, Number(used)])) };
}

const options = {
  plan: "text",
  tier: "text",
  channel: "text",
  category: "text",
  subscription: "text",
  role: "text",
  severity: "text",
  product: "text",
  language: "text",
  "add-ons": "text",
  owns: "text",
  "customer-since": "text",
  unreachable: "text",
  used: "text",
  meets: "text",
  confirms: "text",
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
    const owned = list(given, "owns");
    const account: Account = {
      organisation: "command line",
      pricing,
      tier: given.text("tier") ?? tier,
      subscription,
      addOns: list(given, "add-ons") ?? [],
      ...(owned === null ? {} : { products: owned }),
      ...sinceOf(given),
    };
    const channel = given.text("channel") ?? "console";
    const severity = given.text("severity");
    const met = meets(given);
    const confirmed = list(given, "confirms");
    const answer = entitlementOf(policy, {
      account,
      channel,
      category: given.text("category"),
      requester: requesterOf(role, met),
      at: surroundings.now,
      severity: severity === null ? null : severityOf(policy, severity).id,
      product: given.text("product"),
      language: given.text("language"),
      unreachable: list(given, "unreachable") ?? [],
      isProven: met.has("proven"),
      ...usedOf(given, policy, channel),
      ...(confirmed === null ? {} : { confirmed }),
    });
    return success(given.has("json") ? json(answer) : wordsOf(answer, policy));
  },
);
