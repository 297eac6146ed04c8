import type { Amount, Calendar, Instant, Receipt, Row, Span } from "@troth/business-time";
import { amountFrom, type Target } from "@troth/policy";
import { leftOf } from "./amount.ts";
import type { Rules, Snapshot } from "./commitment.ts";
import { versionFor } from "./version-for.ts";

/** A calendar whose hours changed on the way: each part counts from `from` until the next one's (clock.md C9). */
export type Timeline = readonly { readonly from: Instant; readonly calendar: Calendar }[];

/** The parts of a stored promise's calendar, compiled. Empty when a version lacks the calendar. */
export function timelineOf(
  { calendarId, calendars, account }: Pick<Snapshot, "account" | "calendarId" | "calendars">,
  rules: Rules,
): Timeline {
  if (calendarId === null) return [];
  return calendars.flatMap((piece) => {
    const calendar = versionFor(rules, piece.policyVersion, account).calendars.get(calendarId);
    return calendar === undefined ? [] : [{ from: piece.from ?? Number.NEGATIVE_INFINITY, calendar }];
  });
}

/** What a promise counts from `from` on, where the policy's days end at closing or at the time of the start too. */
export function amountOn(timeline: Timeline, target: Target, from: Instant): Amount | null {
  if (target.daysEnd === undefined) return target.lowered?.amount ?? null;
  const inForce = timeline.findLast((part) => part.from <= from) ?? timeline[0];
  return inForce === undefined ? null : amountFrom(target, inForce.calendar, from);
}

/** One part's share of an amount: what it has to count, from where, and where the next part takes over. */
type Leg = {
  readonly calendar: Calendar;
  readonly from: Instant;
  readonly to: Instant;
  readonly amount: Amount;
};

/** Walks the parts; the last leg is the one in which the amount is used up. Null when there are no parts. */
function legsOf(timeline: Timeline, from: Instant, amount: Amount, pauses: readonly Span[]): Leg[] | null {
  const legs: Leg[] = [];
  let left = amount;
  let at = from;
  for (const [index, { calendar }] of timeline.entries()) {
    const to = timeline[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (to <= at) continue;
    legs.push({ calendar, from: at, to, amount: left });
    if (to === Number.POSITIVE_INFINITY) return legs;
    const used =
      "ms" in left
        ? { ms: calendar.between(at, to, pauses) }
        : { days: calendar.betweenDays(at, to, pauses) };
    const rest = leftOf(left, used);
    if (rest === null) return legs;
    left = rest;
    at = to;
  }
  return legs.length === 0 ? null : legs;
}

/** The instant at which `amount` is used up: time used before an edit stays, the rest counts on the new hours. */
export function addOn(
  timeline: Timeline,
  from: Instant,
  amount: Amount,
  pauses: readonly Span[],
): Instant | null {
  const last = legsOf(timeline, from, amount, pauses)?.at(-1);
  return last === undefined ? null : last.calendar.add(last.from, last.amount, pauses);
}

/** The latest instant from which `ms` of open time lead up to `until`. */
export function subtractOn(
  timeline: Timeline,
  until: Instant,
  ms: number,
  pauses: readonly Span[],
): Instant | null {
  let at = until;
  let left = ms;
  for (const { from, calendar } of timeline.toReversed()) {
    if (from >= at) continue;
    const room = from === Number.NEGATIVE_INFINITY ? left : calendar.between(from, at, pauses);
    if (room >= left) return calendar.add(at, { ms: -left }, pauses);
    left -= room;
    at = from;
  }
  return null;
}

/** Why `addOn` is what it is; null when the amount is never used up. The rows add up to the amount. */
export function explainOn(
  timeline: Timeline,
  from: Instant,
  amount: Amount,
  pauses: readonly Span[],
): Receipt | null {
  const legs = legsOf(timeline, from, amount, pauses);
  if (legs === null) return null;
  const rows: Row[] = [];
  let due: Instant | null = null;
  for (const [index, leg] of legs.entries()) {
    const isLast = index === legs.length - 1;
    const part = isLast ? leg.calendar.explain(leg.from, leg.amount, pauses) : rowsUpTo(leg, pauses);
    if (part === null) return null;
    rows.push(...part.rows);
    due = part.due;
  }
  return due === null ? null : { from, due, rows };
}

/** The rows of a part that ends before the amount is used up: what it counted, then the closed rest. */
function rowsUpTo(leg: Leg, pauses: readonly Span[]): Receipt {
  const isMs = "ms" in leg.amount;
  const usedMs = leg.calendar.between(leg.from, leg.to, pauses);
  const used = isMs ? { ms: usedMs } : { days: leg.calendar.betweenDays(leg.from, leg.to, pauses) };
  const counted = usedMs === 0 ? null : leg.calendar.explain(leg.from, used, pauses);
  const rows = [...(counted?.rows ?? [])];
  const from = rows.at(-1)?.to ?? leg.from;
  const schedule = leg.calendar.schedules[0];
  if (from < leg.to) {
    rows.push({
      from,
      to: leg.to,
      scheduleId: schedule?.id ?? null,
      version: schedule?.version ?? null,
      reason: "closed",
      name: null,
      businessMs: 0,
      dayFraction: isMs ? null : { num: 0, den: 1 },
    });
  }
  return { from: leg.from, due: leg.to, rows };
}
