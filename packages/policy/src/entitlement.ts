import { planOf } from "./plan.ts";
import type {
  Access,
  Channel,
  Clause,
  Entitlement,
  EntitlementQuestion,
  Link,
  Plan,
  Policy,
  Tier,
} from "./types.ts";

type Answer = Pick<Entitlement, "decision" | "reason" | "message"> & {
  readonly clause: Clause;
  readonly next?: readonly Link[];
};

type Holder = { readonly plan: Plan | null; readonly tier: Tier | null };

/**
 * The one decision that every door asks: may this account use this channel for this matter now, and if not,
 * why and what instead? Cites the clause of the published page.
 */
export function entitlementOf(policy: Policy, question: EntitlementQuestion): Entitlement {
  const { pricing, tier } = question.account;
  const found = pricing === null ? null : planOf(policy, pricing, tier);
  const holder: Holder = found?.ok === true ? found : { plan: null, tier: null };
  const answer = decide(policy, question, holder);
  return {
    decision: answer.decision,
    reason: answer.reason,
    message: answer.message,
    clause: answer.clause,
    next: answer.next ?? [],
    plan: holder.plan?.id ?? null,
    tier: holder.tier?.id ?? null,
  };
}

function decide(policy: Policy, question: EntitlementQuestion, holder: Holder): Answer {
  const { clauseFor } = policy;
  const channel = channelOf(policy, question.channel, holder.plan);
  if (channel === null) {
    const message = `The policy knows no channel “${question.channel}”.`;
    return { decision: "deny", reason: "unknown-channel", message, clause: clauseFor.channels };
  }
  const category = policy.categories.find((one) => one.id === question.category);
  if (question.category !== null && category === undefined) {
    const message = `The policy knows no kind of request “${question.category}”.`;
    return { decision: "deny", reason: "unknown-category", message, clause: clauseFor.eligibility };
  }
  if (question.account.isSupportEnded === true && channel.isOfficial) {
    const message = "Support for this organisation was ended by a decision; the reason was sent with it.";
    return { decision: "deny", reason: "support-ended", message, clause: clauseFor.conduct };
  }
  if (isOpenToAll(policy, channel)) return openToAll(policy, channel, holder);
  if (category !== undefined && category.route !== "support") {
    const link = policy.links[category.route];
    return {
      decision: "redirect",
      reason: `route-${category.route}`,
      message: `“${category.name}” is not part of support; ${link?.label ?? category.route} takes it.`,
      clause: category.clause,
      next: link === undefined ? [] : [link],
    };
  }
  return decideByPlan(policy, question, channel);
}

/** A channel of the policy by its id, else the ticket channel behind a door; of several the one the plan has. */
function channelOf(policy: Policy, wanted: string, plan: Plan | null): Channel | null {
  const named = policy.channels.find((channel) => channel.id === wanted);
  if (named !== undefined) return named;
  const behind = policy.channels.filter(
    (channel) => channel.kind === "ticket" && channel.doors.some((door) => door === wanted),
  );
  const held = behind.find((channel) => plan !== null && grants(plan, channel));
  return held ?? behind[0] ?? null;
}

const grants = (plan: Plan, channel: Channel): boolean =>
  plan.access[channel.id] === "included" || plan.access[channel.id] === "recommended";

/** In every plan, one of which costs nothing: then nobody needs an account for it. Tickets always need one. */
const isOpenToAll = (policy: Policy, channel: Channel): boolean =>
  channel.kind !== "ticket" &&
  policy.pricing.some((one) => !one.isPaid) &&
  policy.plans.every((plan) => grants(plan, channel));

function openToAll(policy: Policy, channel: Channel, { plan }: Holder): Answer {
  return {
    decision: "allow",
    reason: plan === null ? "open-to-all" : "plan-includes-channel",
    message: `Everyone may use ${channel.name}.`,
    clause: policy.clauseFor.channels,
    next: linksOf(policy, [channel]),
  };
}

function linksOf(policy: Policy, channels: readonly Channel[]): Link[] {
  return channels.flatMap((channel) => (channel.link === null ? [] : (policy.links[channel.link] ?? [])));
}

/** What stays open to somebody whose plan has no tickets: community and chat. */
const openChannels = (policy: Policy): Channel[] =>
  policy.channels.filter(
    (channel) => (channel.kind === "community" || channel.kind === "chat") && isOpenToAll(policy, channel),
  );

const alternatives = (policy: Policy): Link[] => linksOf(policy, openChannels(policy));

/** “ Open to you: the forum and the docs chat.”; empty when nothing is. */
function openWords(policy: Policy): string {
  const names = openChannels(policy).map((channel) => channel.name);
  return names.length === 0 ? "" : ` Open to you: ${names.join(", ")}.`;
}

function decideByPlan(policy: Policy, question: EntitlementQuestion, channel: Channel): Answer {
  const { account } = question;
  const { clauseFor, offers } = policy;
  if (account.pricing === null) {
    return {
      decision: "redirect",
      reason: "no-subscription",
      message: `Using ${channel.name} takes a paid plan, and no plan is known for this account.${openWords(policy)}`,
      clause: clauseFor.eligibility,
      next: [...alternatives(policy), ...offers.upgrade],
    };
  }
  const found = planOf(policy, account.pricing, account.tier);
  if (!found.ok) {
    const next = alternatives(policy);
    return { decision: "deny", reason: found.reason, message: found.message, clause: clauseFor.plans, next };
  }
  return (
    lapseOf(policy, question, channel) ??
    exceptionOf(policy, question, found.plan) ??
    decideByAccess(policy, question, channel, found)
  );
}

const LAPSES = {
  lapsed: ["subscription-lapsed", "has ended"],
  suspended: ["subscription-suspended", "is suspended"],
  none: ["no-subscription", "is not in force"],
} as const;

/** Support of a paid plan lasts as long as its subscription (P042). */
function lapseOf(policy: Policy, { account }: EntitlementQuestion, channel: Channel): Answer | null {
  const pricing = policy.pricing.find(
    (one) => one.id === account.pricing || one.aliases.includes(account.pricing ?? ""),
  );
  if (account.subscription === "active" || pricing?.isPaid !== true) return null;
  const [reason, words] = LAPSES[account.subscription];
  return {
    decision: "deny",
    reason,
    message: `Using ${channel.name} takes a current subscription, and the one to ${pricing.name} ${words}.`,
    clause: policy.clauseFor.eligibility,
    next: [...policy.offers.renew, ...alternatives(policy)],
  };
}

function exceptionOf(policy: Policy, question: EntitlementQuestion, plan: Plan): Answer | null {
  const found = policy.exceptions.find(
    (one) =>
      one.plan === plan.id &&
      (one.door ?? question.channel) === question.channel &&
      one.category === question.category,
  );
  if (found === undefined) return null;
  return { decision: "allow", reason: "exception", message: found.note, clause: found.clause };
}

function decideByAccess(
  policy: Policy,
  { requester }: EntitlementQuestion,
  channel: Channel,
  { plan, tier }: { readonly plan: Plan; readonly tier: Tier | null },
): Answer {
  const clause = policy.clauseFor.channels;
  const planName = tier === null ? plan.name : `${plan.name} ${tier.name}`;
  const isBarred = requester !== null && channel.roles !== null && !channel.roles.includes(requester.role);
  const access = plan.access[channel.id] ?? "not-included";
  if (isBarred && access !== "not-included") {
    return {
      decision: "deny",
      reason: "requester-restricted",
      message: `Your role in this organisation does not include ${channel.name}. An owner or admin of it can open this for you or widen your role.`,
      clause,
      next: alternatives(policy),
    };
  }
  if (access === "not-included") return lacking(policy, channel, plan, planName);
  return { ...answerFor(access, channel.name, planName, policy.offers), clause };
}

/** The answer for each kind of cell that is not simply “no”. */
function answerFor(
  access: Exclude<Access, "not-included">,
  channel: string,
  plan: string,
  offers: Policy["offers"],
): Omit<Answer, "clause"> {
  const includes = {
    decision: "allow",
    reason: "plan-includes-channel",
    message: `${plan} includes ${channel}.`,
  } as const;
  const answers: Readonly<Record<typeof access, Omit<Answer, "clause">>> = {
    included: includes,
    recommended: includes,
    "on-request": {
      decision: "allow",
      reason: "case-by-case",
      message: `${channel}: ask for it on a ticket; a person decides case by case.`,
      next: offers.ticket,
    },
    "extra-fee": {
      decision: "deny",
      reason: "extra-fee",
      message: `On ${plan}, ${channel} can be had for an extra fee.`,
      next: offers.upgrade,
    },
    unstated: {
      decision: "deny",
      reason: "not-stated",
      message: `The policy does not say whether ${plan} includes ${channel}.`,
      next: offers.upgrade,
    },
  };
  return answers[access];
}

/** No tickets: the ways that are open instead (P045). Anything else: the plan that has it. */
function lacking(policy: Policy, channel: Channel, plan: Plan, planName: string): Answer {
  const clause = policy.clauseFor.channels;
  if (channel.kind === "ticket") {
    const priced = policy.pricing.filter((one) => one.plan === plan.id);
    const name = priced.length === 1 ? (priced[0]?.name ?? planName) : planName;
    return {
      decision: "redirect",
      reason: "plan-lacks-channel",
      message: `Using ${channel.name} takes a paid plan, and this organisation is on ${name}.${openWords(policy)}`,
      clause,
      next: [...alternatives(policy), ...policy.offers.upgrade],
    };
  }
  const holders = policy.plans.filter((one) => (one.access[channel.id] ?? "not-included") !== "not-included");
  const names = holders.map((one) => one.name).join(" or ");
  return {
    decision: "deny",
    reason: "plan-lacks-channel",
    message: `${planName} does not include ${channel.name}${names === "" ? "" : `; ${names} does`}.`,
    clause,
    next: policy.offers.upgrade,
  };
}
