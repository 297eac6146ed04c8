import { lineOf } from "../cover.ts";
import type { Instant, Plan, Policy, Quota, QuotaLimit, QuotaPeriod, QuotaStanding } from "../types.ts";

/** One use of a counted perk. */
export type QuotaUse = { readonly at: Instant; readonly amount: number };

type Stretch = { readonly from: Instant; readonly to: Instant };

const MONTHS: Partial<Record<QuotaPeriod, number>> = { month: 1, quarter: 3, "half-year": 6, year: 12 };
const DAY_MS = 86_400_000;

/** The calendar period, in UTC, that holds an instant; null for one without an end. Weeks begin on Monday. */
function periodAt(per: QuotaPeriod, at: Instant): Stretch | null {
  const date = new Date(at);
  const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  if (per === "day") return { from: midnight, to: midnight + DAY_MS };
  if (per === "week") {
    const monday = midnight - ((date.getUTCDay() + 6) % 7) * DAY_MS;
    return { from: monday, to: monday + 7 * DAY_MS };
  }
  const months = MONTHS[per];
  if (months === undefined) return null;
  const first = Math.floor(date.getUTCMonth() / months) * months;
  return {
    from: Date.UTC(date.getUTCFullYear(), first, 1),
    to: Date.UTC(date.getUTCFullYear(), first + months, 1),
  };
}

const usedIn = (uses: readonly QuotaUse[], { from, to }: Stretch): number =>
  uses.reduce((sum, use) => (use.at >= from && use.at < to ? sum + use.amount : sum), 0);

/** The limit that a tier, else plans, have of a quota, the best of several; null where none of them has it. */
export function quotaLimitOf(
  policy: Policy,
  quota: Quota,
  plans: readonly Plan[],
  tier: string | null = null,
): QuotaLimit | null {
  if (tier !== null && Object.hasOwn(quota.limits, tier)) return quota.limits[tier] ?? null;
  const found = plans.flatMap((plan) => {
    const named = lineOf(policy, plan).find((one) => Object.hasOwn(quota.limits, one.id));
    return quota.limits[named?.id ?? "*"] ?? [];
  });
  const best = found.find((limit) => limit.count === null);
  return best ?? found.toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0))[0] ?? null;
}

/**
 * How a counted perk stands at an instant: used, left, carried over. Periods are those of the UTC calendar; one per
 * subscription counts every use there was. What is carried over is used first.
 */
export function quotaOf(
  limit: QuotaLimit,
  uses: readonly QuotaUse[],
  at: Instant,
  rollOver: Quota["rollOver"] = null,
): QuotaStanding {
  const period = periodAt(limit.per, at);
  const always: Stretch = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const used = usedIn(uses, period ?? always);
  const carried = period === null || limit.count === null ? 0 : carriedInto(limit, uses, period, rollOver);
  return {
    limit,
    left: limit.count === null ? null : Math.max(0, limit.count + carried - used),
    used,
    carried,
    from: period?.from ?? null,
    to: period?.to ?? null,
  };
}

/** Share of what earlier periods left, back to where what is carried lapses; without a lapse, one period back. */
function carriedInto(
  { count, per }: QuotaLimit,
  uses: readonly QuotaUse[],
  { from }: Stretch,
  rollOver: Quota["rollOver"],
): number {
  if (rollOver === null || count === null) return 0;
  const before = periodAt(per, from - 1);
  const oldest = rollOver.until === null ? before?.from : periodAt(rollOver.until, from)?.from;
  if (oldest === undefined) return 0;
  const earlier: Stretch[] = [];
  for (let one = before; one !== null && one.from >= oldest; one = periodAt(per, one.from - 1))
    earlier.unshift(one);
  let pool = 0;
  for (const period of earlier) {
    const used = usedIn(uses, period);
    const left = Math.max(0, count - Math.max(0, used - pool));
    pool = Math.max(0, pool - used) + (left * rollOver.percent) / 100;
  }
  return pool;
}
