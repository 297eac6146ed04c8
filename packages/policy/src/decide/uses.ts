import { coverOf } from "../cover.ts";
import { opensTickets } from "../doors.ts";
import type { Account, Channel, Instant, Intake, Policy, QuotaLimit } from "../types.ts";
import { quotaOf } from "./quotas.ts";

/** A ticket that an account opened. */
export type Opening = { readonly intake: Intake; readonly at: Instant };

type Counted = { readonly channel: Channel; readonly limit: QuotaLimit };

/** The channels of tickets that are counted for an account, for everybody or by one of its plans. */
function countedFor(policy: Policy, account: Account, at: Instant): readonly Counted[] {
  const cover = coverOf(policy, account, at);
  if (cover?.ok !== true) return [];
  const plans = [cover.plan, ...cover.addOns];
  return policy.channels
    .filter((channel) => opensTickets(channel) && channel.doors.length > 0)
    .flatMap((channel) => {
      const own = plans.map(({ limits = {} }) => limits[channel.id]);
      return [channel.limits, ...own].flatMap((one) =>
        one?.quota === undefined || one.quota.count === null ? [] : [{ channel, limit: one.quota }],
      );
    });
}

/** From when on the tickets of an account count towards a quota; 0 for all there ever were, null when none is counted. */
export function usesSince(policy: Policy, account: Account, at: Instant): Instant | null {
  const starts = countedFor(policy, account, at).map(({ limit }) => quotaOf(limit, [], at).from ?? 0);
  return starts.length === 0 ? null : Math.min(...starts);
}

/** How often each counted ticket channel was used in its running period: `used` of an entitlement's question. */
export function usedOf(
  policy: Policy,
  account: Account,
  openings: readonly Opening[],
  at: Instant,
): Readonly<Record<string, number>> {
  const used: Record<string, number> = {};
  for (const { channel, limit } of countedFor(policy, account, at)) {
    const uses = openings
      .filter(({ intake }) => channel.doors.includes(intake))
      .map((one) => ({ at: one.at, amount: 1 }));
    used[channel.id] = Math.max(used[channel.id] ?? 0, quotaOf(limit, uses, at).used);
  }
  return used;
}
