import { coverOf, severitiesOf } from "./cover.ts";
import { eligibilityOf } from "./decide/eligibility.ts";
import { opensTickets } from "./doors.ts";
import { isIntake } from "./grammar/words.ts";
import { answersTo } from "./named.ts";
import { type Bar, barOf, limitsOn, linksTo, type Use } from "./narrowing.ts";
import { alternatives, isOpenToAll, openWords } from "./open-channels.ts";
import type {
  Access,
  Category,
  Channel,
  Clause,
  CoverAnswer,
  Entitlement,
  EntitlementQuestion,
  Intake,
  Link,
  Plan,
  Policy,
} from "./types.ts";

type Answer = Pick<Entitlement, "asks" | "categories" | "decision" | "message" | "reason" | "severities"> & {
  readonly clause: Clause;
  readonly next?: readonly Link[];
};

/** The question with what was found out before the channel was looked at. */
type Scene = {
  readonly policy: Policy;
  readonly question: EntitlementQuestion;
  readonly category: Category | undefined;
  readonly cover: CoverAnswer | null;
};

/**
 * The one decision that every door asks: may this account use this channel for this matter now, and if not,
 * why and what instead? Cites the clause of the published page. A fact that is not given never widens a right.
 */
export function entitlementOf(policy: Policy, question: EntitlementQuestion): Entitlement {
  const cover = coverOf(policy, question.account, question.at);
  const category = policy.categories.find((one) => one.id === question.category);
  const answer = decide({ policy, question, category, cover });
  return {
    ...answer,
    next: answer.next ?? [],
    plan: cover?.ok === true ? cover.plan.id : null,
    tier: cover?.ok === true ? (cover.tier?.id ?? null) : null,
    ...besidesOf(cover),
  };
}

/** What else of the account its targets go by. */
function besidesOf(cover: CoverAnswer | null): Pick<Entitlement, "addOns" | "cohorts"> {
  if (cover?.ok !== true) return {};
  const { addOns, cohorts } = cover;
  return {
    ...(addOns.length === 0 ? {} : { addOns: addOns.map((plan) => plan.id) }),
    ...(cohorts.length === 0 ? {} : { cohorts: cohorts.map((cohort) => cohort.id) }),
  };
}

function decide(scene: Scene): Answer {
  const { policy, question } = scene;
  const channels = channelsFor(policy, question.channel);
  const [first] = channels;
  if (first === undefined) {
    const message = isIntake(question.channel)
      ? `No channel of this policy opens tickets ${DOORS[question.channel]}.${openWords(policy)}`
      : `The policy knows no channel “${question.channel}”.`;
    const next = isIntake(question.channel) ? alternatives(policy) : [];
    return { decision: "deny", reason: "unknown-channel", message, clause: policy.clauseFor.channels, next };
  }
  const unknown = unknownIn(scene);
  if (unknown !== null) return unknown;
  const ended = supportEndOf(scene, first);
  if (ended !== null) return ended;
  const answers = channels.map((channel) => answerOn(scene, channel));
  const best =
    answers.find((answer) => answer.decision === "allow") ??
    answers.find((answer) => answer.reason !== "plan-lacks-channel");
  return best ?? answers[0] ?? answerOn(scene, first);
}

/** After a decision for conduct no way to our people is open; what is open to everybody stays so (P125). */
function supportEndOf({ policy, question: { account, requester } }: Scene, channel: Channel): Answer | null {
  const own = requester?.supportEnd;
  const end = own ?? account.supportEnd;
  if (end === undefined || !channel.isOfficial || isOpenToAll(policy, channel)) return null;
  const whose = own === undefined ? "this organisation" : "you";
  const reason = end.words === null ? "the reason was sent with it" : `“${end.words}”`;
  return {
    decision: "deny",
    reason: "support-ended",
    message: `Support for ${whose} was ended by a decision: ${reason}. It can be reviewed.${openWords(policy)}`,
    clause: policy.clauseFor.conduct,
    next: alternatives(policy),
  };
}

const DOORS: Readonly<Record<Intake, string>> = {
  console: "through the console",
  portal: "through the portal",
  email: "by e-mail",
  api: "through the API",
  agent: "on behalf of customers",
};

/** A channel of the policy by its id, else the ticket channels behind a door. */
function channelsFor(policy: Policy, wanted: string): readonly Channel[] {
  const named = policy.channels.filter((channel) => channel.id === wanted);
  if (named.length > 0) return named;
  return policy.channels.filter(
    (channel) => opensTickets(channel) && channel.doors.some((door) => door === wanted),
  );
}

/** A name in the question that the policy does not have is refused by its name. */
function unknownIn({ policy, question }: Scene): Answer | null {
  const asked = [
    ["category", "kind of request", question.category, policy.categories],
    ["severity", "severity", question.severity, policy.severities],
    ["product", "product", question.product, policy.products ?? []],
  ] as const;
  for (const [kind, words, name, known] of asked) {
    if (name === null || name === undefined || known.some((one) => one.id === name)) continue;
    const message = `The policy knows no ${words} “${name}”.`;
    return { decision: "deny", reason: `unknown-${kind}`, message, clause: policy.clauseFor.eligibility };
  }
  return null;
}

function answerOn(scene: Scene, channel: Channel): Answer {
  const { policy, category } = scene;
  if (isOpenToAll(policy, channel)) return openToAll(scene, channel);
  if (category === undefined || category.route === "support") {
    return ifEligible(scene, channel, decideByPlan(scene, channel));
  }
  const link = policy.links[category.route];
  return {
    decision: "redirect",
    reason: `route-${category.route}`,
    message: `“${category.name}” is not part of support; ${link?.label ?? category.route} takes it.`,
    clause: category.clause,
    next: link === undefined ? [] : [link],
  };
}

function openToAll({ policy, cover }: Scene, channel: Channel): Answer {
  return {
    decision: "allow",
    reason: cover?.ok === true ? "plan-includes-channel" : "open-to-all",
    message: `Everyone may use ${channel.name}.`,
    clause: policy.clauseFor.channels,
    next: linksTo(policy, [channel]),
  };
}

function decideByPlan(scene: Scene, channel: Channel): Answer {
  const { policy, cover, category } = scene;
  const { clauseFor, offers } = policy;
  if (cover === null) {
    return {
      decision: "redirect",
      reason: "no-subscription",
      message: `Using ${channel.name} takes a paid plan, and no plan is known for this account.${openWords(policy)}`,
      clause: clauseFor.eligibility,
      next: [...alternatives(policy), ...offers.upgrade],
    };
  }
  if (!cover.ok) {
    const next = alternatives(policy);
    return { decision: "deny", reason: cover.reason, message: cover.message, clause: clauseFor.plans, next };
  }
  if (category?.isOpenToAll === true && opensTickets(channel)) {
    const message = `“${category.name}” may be asked on every plan.`;
    return { decision: "allow", reason: "category-open-to-all", message, clause: category.clause };
  }
  return lapseOf(scene, channel) ?? exceptionOf(scene, cover.plan) ?? decideByCover(scene, channel, cover);
}

/** A right is for those who meet what the policy asks of a person, and says what they must still confirm. */
function ifEligible({ policy, question, cover }: Scene, channel: Channel, answer: Answer): Answer {
  if (answer.decision !== "allow" || cover?.ok !== true) return answer;
  const plans = [cover.plan, ...cover.addOns].map((plan) => plan.id);
  const { unmet, asks } = eligibilityOf(policy, question, { channel: channel.id, plans });
  if (unmet === null) return asks.length === 0 ? answer : { ...answer, asks };
  return {
    decision: "deny",
    reason: "requester-unmet",
    message: `This needs what we could not find: ${unmet.wanted.map((one) => `“${one.text}”`).join(" and ")}.`,
    clause: unmet.rule.clause,
    next: alternatives(policy),
  };
}

const LAPSES = {
  lapsed: ["subscription-lapsed", "has ended"],
  suspended: ["subscription-suspended", "is suspended"],
  none: ["no-subscription", "is not in force"],
} as const;

/** Support of a paid plan lasts as long as its subscription (P042). */
function lapseOf({ policy, question: { account } }: Scene, channel: Channel): Answer | null {
  const pricing = policy.pricing.find((one) => answersTo(one, account.pricing ?? ""));
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

function exceptionOf({ policy, question }: Scene, plan: Plan): Answer | null {
  const found = policy.exceptions.find(
    (one) =>
      one.plan === plan.id &&
      (one.door ?? question.channel) === question.channel &&
      one.category === question.category,
  );
  if (found === undefined) return null;
  return { decision: "allow", reason: "exception", message: found.note, clause: found.clause };
}

/** The plan, or an add-on beside it, that gives most: rights of several add up. */
function decideByCover(scene: Scene, channel: Channel, cover: CoverAnswer & { readonly ok: true }): Answer {
  const { policy } = scene;
  const holders = [cover.plan, ...cover.addOns];
  const clause = policy.clauseFor.channels;
  const tier = cover.tier === null ? "" : ` ${cover.tier.name}`;
  const having = holders.filter((plan) => hasSome(plan, channel));
  const answers = having.map((plan) => {
    const name = plan === cover.plan ? `${plan.name}${tier}` : plan.name;
    const use = { policy, question: scene.question, category: scene.category, channel, plan, holders };
    return { ...decideByAccess(use, name), clause };
  });
  const best = answers.find((answer) => answer.decision === "allow") ?? answers.at(-1);
  if (best !== undefined) return best;
  const [unheard] = cover.unknownAddOns;
  if (unheard !== undefined) {
    const known = policy.plans.find((one) => one.addOn !== undefined && answersTo(one, unheard));
    const why =
      known === undefined
        ? `the policy knows no add-on “${unheard}” for it`
        : `${known.name} does not go with it`;
    const message = `${cover.plan.name} does not include ${channel.name}, and ${why}.`;
    return { decision: "deny", reason: "unknown-add-on", message, clause, next: policy.offers.upgrade };
  }
  return lacking(policy, channel, cover.plan, `${cover.plan.name}${tier}`);
}

const hasSome = (plan: Plan, channel: Channel): boolean =>
  (plan.access[channel.id] ?? "not-included") !== "not-included";

function decideByAccess(use: Use, planName: string): Omit<Answer, "clause"> {
  const { policy, question, channel, plan } = use;
  const { requester } = question;
  const isOfRole = channel.roles === null || (requester !== null && channel.roles.includes(requester.role));
  if (!isOfRole) {
    return {
      decision: "deny",
      reason: "requester-restricted",
      message: `Your role in this organisation does not include ${channel.name}. An owner or admin of it can open this for you or widen your role.`,
      next: alternatives(policy),
    };
  }
  const access = plan.access[channel.id] ?? "not-included";
  const granted = answerFor(
    access === "not-included" ? "unstated" : access,
    channel.name,
    planName,
    policy.offers,
  );
  const bar: Bar | null = granted.decision === "allow" ? barOf(use) : null;
  return bar ?? { ...granted, ...widthOf(use) };
}

/** How far the right goes, where it does not go all the way: for a form that offers only what may be sent. */
function widthOf(use: Use): Pick<Answer, "categories" | "severities"> {
  const { policy, holders } = use;
  const limits = limitsOn(use);
  const categories = limits.find((one) => one.categories !== undefined)?.categories;
  const only = limits.find((one) => one.severities !== undefined)?.severities;
  const mine = severitiesOf(policy, holders);
  const isNarrow = only !== undefined || mine.length < policy.severities.length;
  return {
    ...(categories === undefined ? {} : { categories }),
    ...(isNarrow ? { severities: mine.filter((id) => only?.includes(id) ?? true) } : {}),
  };
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
  if (opensTickets(channel)) {
    const priced = policy.pricing.filter((one) => one.plan === plan.id);
    const name = priced.length === 1 ? (priced[0]?.name ?? planName) : planName;
    const wanted = priced.some((one) => one.isPaid) ? "a plan with support" : "a paid plan";
    return {
      decision: "redirect",
      reason: "plan-lacks-channel",
      message: `Using ${channel.name} takes ${wanted}, and this organisation is on ${name}.${openWords(policy)}`,
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
