import { offsetOf } from "@troth/business-time";
import { sameMetric } from "./grammar/targets.ts";
import type { Credit, CreditPeriod, Instant, Policy } from "./types.ts";

const DAY_MS = 86_400_000;

/** A promise that was missed. */
export type Miss = { readonly metric: string; readonly severity: string; readonly at: Instant };

/** A month's share of time in which the service was up, in percent. `month` is `YYYY-MM`. */
export type Uptime = { readonly month: string; readonly percent: number; readonly endedAt: Instant };

export type CreditQuestion = {
  readonly plan: string;
  readonly addOns?: readonly string[];
  readonly misses: readonly Miss[];
  readonly uptimes?: readonly Uptime[];
  /** The zone whose dates decide which period a miss belongs to; UTC when absent. */
  readonly zone?: string;
  /** When it is asked: a claim may be too early or too late. */
  readonly at: Instant;
};

/** A credit that a customer may claim, or could have. Dates are `YYYY-MM-DD`, both inside. */
export type CreditDue = {
  readonly credit: Credit;
  readonly period: { readonly from: string; readonly to: string };
  /** How many answers were missed; null for an outage. */
  readonly misses: number | null;
  /** In percent; null where the policy states none. */
  readonly percent: number | null;
  /** The last date on which it can be claimed; null where the policy states none. */
  readonly claimBy: string | null;
  readonly state: "period-runs" | "claimable" | "too-late";
};

/** The credits that misses and outages give under the policy, in its order, then by period. */
export function creditsDue(policy: Policy, question: CreditQuestion): CreditDue[] {
  const plans = [question.plan, ...(question.addOns ?? [])];
  return (policy.credits ?? [])
    .filter((credit) => credit.plans === null || credit.plans.some((plan) => plans.includes(plan)))
    .flatMap((credit) =>
      credit.trigger.kind === "misses"
        ? forMisses(credit, credit.trigger, question)
        : forOutages(credit, credit.trigger.bands, question),
    );
}

type MissTrigger = Extract<Credit["trigger"], { readonly kind: "misses" }>;

function forMisses(credit: Credit, trigger: MissTrigger, question: CreditQuestion): CreditDue[] {
  const counted = new Map<string, { period: CreditDue["period"]; misses: number }>();
  for (const miss of question.misses) {
    if (!sameMetric(miss.metric, trigger.metric)) continue;
    if (trigger.severities !== null && !trigger.severities.includes(miss.severity)) continue;
    const period = periodOf(dateAt(miss.at, question.zone), trigger.per);
    const before = counted.get(period.from);
    counted.set(period.from, { period, misses: (before?.misses ?? 0) + 1 });
  }
  return [...counted.values()]
    .filter(({ misses }) => misses > trigger.moreThan)
    .toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1))
    .map(({ period, misses }) => ({
      credit,
      period,
      misses,
      percent: atMost(trigger.percent, credit),
      ...claimOf(credit, period.to, question),
    }));
}

function forOutages(
  credit: Credit,
  bands: readonly { readonly below: number; readonly percent: number }[],
  question: CreditQuestion,
): CreditDue[] {
  return (question.uptimes ?? []).flatMap(({ month, percent, endedAt }): CreditDue[] => {
    const fitting = bands.filter(({ below }) => percent < below);
    const worst = fitting.toSorted((a, b) => a.below - b.below)[0];
    if (bands.length > 0 && worst === undefined) return [];
    const period = periodOf(`${month}-01`, { unit: "month", ends: null });
    const ended = dateAt(endedAt, question.zone);
    const claim = claimOf(credit, ended, question);
    return [{ credit, period, misses: null, percent: atMost(worst?.percent ?? null, credit), ...claim }];
  });
}

const atMost = (percent: number | null, credit: Credit): number | null =>
  percent === null || credit.atMost === null ? percent : Math.min(percent, credit.atMost);

function claimOf(
  { claim }: Credit,
  last: string,
  { at, zone }: CreditQuestion,
): Pick<CreditDue, "claimBy" | "state"> {
  const claimBy = claim.withinDays === null ? null : daysAfter(last, claim.withinDays);
  const today = dateAt(at, zone);
  if (today <= last) return { claimBy, state: "period-runs" };
  return { claimBy, state: claimBy !== null && today > claimBy ? "too-late" : "claimable" };
}

const dateAt = (at: Instant, zone = "UTC"): string =>
  new Date(at + offsetOf(zone, at)).toISOString().slice(0, 10);

const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

const CALENDAR_ENDS: Readonly<Record<CreditPeriod["unit"], readonly string[]>> = {
  month: ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map(
    (month) => `${month}-31`,
  ),
  quarter: ["03-31", "06-30", "09-30", "12-31"],
  year: ["12-31"],
};

/** The last date of a month that is not after the day that is written: `02-28` is 29 February in a leap year. */
function endIn(year: number, monthDay: string): string {
  const [month, day] = [Number(monthDay.slice(0, 2)), Number(monthDay.slice(3))];
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const isLast = day >= new Date(Date.UTC(2023, month, 0)).getUTCDate();
  const date = isLast ? length : Math.min(day, length);
  return `${year}-${monthDay.slice(0, 2)}-${String(date).padStart(2, "0")}`;
}

/** The period that holds a date. */
function periodOf(date: string, { unit, ends }: CreditPeriod): CreditDue["period"] {
  const year = Number(date.slice(0, 4));
  const written = ends ?? CALENDAR_ENDS[unit];
  const all = [year - 1, year, year + 1].flatMap((one) => written.map((end) => endIn(one, end)));
  const to = all.find((end) => end >= date) ?? date;
  const before = all.findLast((end) => end < date) ?? date;
  return { from: daysAfter(before, 1), to };
}
