import { opensTickets } from "./doors.ts";
import { limitsOn, linksTo } from "./narrowing.ts";
import type { Channel, Link, Plan, Policy } from "./types.ts";

const grants = (plan: Plan, channel: Channel): boolean =>
  plan.access[channel.id] === "included" || plan.access[channel.id] === "recommended";

/**
 * In every plan, one of which costs nothing, or a place where the vendor promises nothing, and bound to no condition:
 * then nobody needs an account for it. Tickets always need one.
 */
export const isOpenToAll = (policy: Policy, channel: Channel): boolean =>
  !opensTickets(channel) &&
  !isBound(policy, channel) &&
  (!channel.isOfficial || policy.pricing.some((one) => !one.isPaid)) &&
  policy.plans.every(
    (plan) => plan.addOn !== undefined || (grants(plan, channel) && limitsOn({ channel, plan }).length === 0),
  );

/** Whether it takes more than an account: a role, a proof, one of us, another channel out of reach, a rule on who may ask. */
const isBound = (policy: Policy, { id, roles, fallbackFor, startedBy, proof }: Channel): boolean =>
  [fallbackFor, startedBy, proof].some((one) => one !== undefined) ||
  roles !== null ||
  (policy.eligibility ?? []).some((rule) => rule.channels?.includes(id) === true);

/** What stays open to somebody whose plan has no tickets: community and chat. */
const openChannels = (policy: Policy): Channel[] =>
  policy.channels.filter(
    (channel) => (channel.kind === "community" || channel.kind === "chat") && isOpenToAll(policy, channel),
  );

/** Where they lead to. */
export const alternatives = (policy: Policy): Link[] => linksTo(policy, openChannels(policy));

/** “ Open to you: the forum and the docs chat.”; empty when nothing is. */
export function openWords(policy: Policy): string {
  const names = openChannels(policy).map((channel) => channel.name);
  return names.length === 0 ? "" : ` Open to you: ${names.join(", ")}.`;
}
