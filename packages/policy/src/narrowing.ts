import { isAmong, severitiesOf } from "./cover.ts";
import { languageOf } from "./decide/languages.ts";
import { severityText } from "./text.ts";
import type {
  Category,
  Channel,
  ChannelLimits,
  Entitlement,
  EntitlementQuestion,
  Link,
  Plan,
  Policy,
  QuotaLimit,
} from "./types.ts";

/** A refusal or redirection, without the clause it cites. */
export type Bar = Pick<Entitlement, "decision" | "reason" | "message"> & { readonly next: readonly Link[] };

/** What is asked of a channel that the account has. `holders` are its plan and add-ons; `plan` the one that grants it. */
export type Use = {
  readonly policy: Policy;
  readonly question: EntitlementQuestion;
  readonly channel: Channel;
  readonly plan: Plan;
  readonly holders: readonly Plan[];
  readonly category: Category | undefined;
};

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;

/** Where channels lead to, for those that lead somewhere. */
export const linksTo = (policy: Policy, channels: readonly Channel[]): Link[] =>
  channels.flatMap((one) => (one.link === null ? [] : (policy.links[one.link] ?? [])));

const namesOf = (ids: readonly string[], known: readonly { id: string; name: string }[]): string =>
  listed(ids.map((id) => known.find((one) => one.id === id)?.name ?? id));

/** What narrows the channel for everybody and on the plan that grants it. */
export function limitsOn({ channel, plan }: Pick<Use, "channel" | "plan">): readonly ChannelLimits[] {
  const { limits = {} } = plan;
  const own = Object.hasOwn(limits, channel.id) ? limits[channel.id] : undefined;
  return [channel.limits, own].flatMap((one) => one ?? []);
}

/** What can stand in the way, in the order in which it is told. */
const BARS: readonly ((use: Use) => Bar | null)[] = [
  categoryBar,
  productBar,
  severityBar,
  languageBar,
  starterBar,
  fallbackBar,
  quotaBar,
  proofBar,
];

/** The first thing that stands in the way of using the channel for this matter; null when nothing does. */
export function barOf(use: Use): Bar | null {
  for (const find of BARS) {
    const bar = find(use);
    if (bar !== null) return bar;
  }
  return null;
}

function categoryBar(use: Use): Bar | null {
  const { policy, category, channel, plan, holders } = use;
  if (category === undefined) return null;
  const next = policy.offers.upgrade;
  if (category.plans !== undefined && !isAmong(policy, holders, category.plans)) {
    const message = `“${category.name}” is not part of ${plan.name}; it comes with ${namesOf(category.plans, policy.plans)}.`;
    return { decision: "deny", reason: "category-not-on-plan", message, next };
  }
  const only = limitsOn(use).find((one) => one.categories?.includes(category.id) === false)?.categories;
  if (only === undefined) return null;
  const message = `On ${plan.name}, ${channel.name} takes ${namesOf(only, policy.categories)} only.`;
  return { decision: "deny", reason: "category-limited", message, next };
}

function productBar(use: Use): Bar | null {
  const { policy, question, channel } = use;
  for (const { products } of limitsOn(use)) {
    if (products === undefined) continue;
    const owned = products.filter((id) => question.account.products?.includes(id) === true);
    const product = question.product ?? null;
    if (owned.length > 0 && (product === null || owned.includes(product))) continue;
    const message = `${channel.name} is there for those who have ${namesOf(products, policy.products ?? [])}, and for that only.`;
    return { decision: "deny", reason: "product-limited", message, next: policy.offers.upgrade };
  }
  return null;
}

function severityBar(use: Use): Bar | null {
  const { policy, question, channel, plan, holders } = use;
  const severity = question.severity ?? null;
  if (severity === null) return null;
  const mine = severitiesOf(policy, holders);
  if (!mine.includes(severity)) {
    const level = policy.severities.find((one) => one.id === severity);
    const worst =
      mine[0] === undefined ? "" : ` On ${plan.name} the worst is ${severityText(policy, mine[0])}.`;
    const message = `${severityText(policy, severity)} comes with ${namesOf(level?.plans ?? [], policy.plans)}.${worst}`;
    return { decision: "deny", reason: "severity-not-on-plan", message, next: policy.offers.upgrade };
  }
  const only = limitsOn(use).find((one) => one.severities?.includes(severity) === false)?.severities;
  if (only === undefined) return null;
  const words = listed(only.map((one) => severityText(policy, one)));
  const message = `${channel.name} is for ${words} only.`;
  return { decision: "deny", reason: "severity-limited", message, next: policy.offers.ticket };
}

function languageBar(use: Use): Bar | null {
  const { policy, question, channel, holders } = use;
  const language = question.language ?? null;
  if (language === null) return null;
  const next = policy.offers.ticket;
  if (policy.languages !== undefined) {
    const spoken = languageOf(policy, { language, severity: question.severity ?? null, plans: holders });
    if (!spoken.ok) return { decision: "deny", reason: spoken.reason, message: spoken.message, next };
  }
  const only = limitsOn(use).find((one) => one.languages?.includes(language) === false)?.languages;
  if (only === undefined) return null;
  const message = `${channel.name} is answered in ${namesOf(only, policy.languages ?? [])} only.`;
  return { decision: "deny", reason: "language-limited", message, next };
}

function starterBar({ policy, channel }: Use): Bar | null {
  if (channel.startedBy !== "staff") return null;
  const message = `${channel.name} is started by us where it helps. Ask for it on a ticket.`;
  return { decision: "redirect", reason: "started-by-staff", message, next: policy.offers.ticket };
}

function fallbackBar({ policy, question, channel }: Use): Bar | null {
  const first = (channel.fallbackFor ?? []).filter((id) => question.unreachable?.includes(id) !== true);
  if (first.length === 0) return null;
  const channels = policy.channels.filter((one) => first.includes(one.id));
  const message = `${channel.name} is for when ${listed(channels.map((one) => one.name))} cannot be reached.`;
  return { decision: "redirect", reason: "fallback-only", message, next: linksTo(policy, channels) };
}

const quotaWords = ({ count, unit, per }: QuotaLimit): string =>
  `${count ?? "unlimited"}${unit === null ? "" : ` ${unit}`} per ${per}`;

function quotaBar(use: Use): Bar | null {
  const { policy, question, channel } = use;
  for (const { quota } of limitsOn(use)) {
    if (quota === undefined || quota.count === null) continue;
    const { used: uses = {} } = question;
    const used = Object.hasOwn(uses, channel.id) ? uses[channel.id] : undefined;
    if (used !== undefined && used < quota.count) continue;
    const words = quotaWords(quota);
    return {
      decision: "deny",
      reason: used === undefined ? "quota-unknown" : "quota-used-up",
      message:
        used === undefined
          ? `${channel.name} can be used ${words}, and how often it was is not known here.`
          : `${channel.name} can be used ${words}, and that is used up.`,
      next: [...policy.offers.ticket, ...policy.offers.upgrade],
    };
  }
  return null;
}

function proofBar({ question, channel }: Use): Bar | null {
  if (channel.proof === undefined || question.isProven === true) return null;
  const message = `${channel.name} asks who you are: ${channel.proof}.`;
  return { decision: "deny", reason: "proof-needed", message, next: [] };
}
