import type { Instant } from "@troth/business-time";
import type { Clock, Moment } from "./clock.ts";
import * as clocks from "./clock.ts";
import type { ClockEvent } from "./clock-event.ts";
import type { Rules } from "./commitment.ts";
import { type MetricRule, metricRulesOf, startsVary } from "./metric-rules.ts";
import type { CalendarEdit } from "./promise.ts";
import { severityInForce, severityRankOf } from "./severity-in-force.ts";
import { targetUnder } from "./target-for.ts";
import type { Terms } from "./terms.ts";

/** Days in which a reinstated subscription takes its withdrawn clocks up again (clock.md C7, E4). */
const REINSTATEMENT_MS = 7 * 86_400_000;

/** All that a ticket's clocks know of it so far. */
type Desk = {
  readonly rules: Rules;
  readonly edits: readonly CalendarEdit[];
  /** The terms a clock that starts now would have. */
  readonly terms: Terms;
  readonly openedUnder: string;
  readonly severity: string;
  readonly lapsedAt: Instant | null;
  /** Arrivals of customer messages that nobody has answered, oldest first. */
  readonly unanswered: readonly Instant[];
  readonly hasResponse: boolean;
  /** Somebody else's matter, such as a sales request, carries no clock (P009). */
  readonly isHandedOff: boolean;
  readonly clocks: readonly Clock[];
};

type Event<Kind extends ClockEvent["kind"]> = Extract<ClockEvent, { kind: Kind }>;

/** The clocks of a ticket as they stand at `now`. Empty until it is opened; later events are not looked at. */
export function replay(events: readonly ClockEvent[], rules: Rules, now: Instant): readonly Clock[] {
  let desk: Desk | null = null;
  for (const event of inOrder(events, now)) {
    if (desk === null) desk = event.kind === "opened" ? opened(event, rules) : null;
    else desk = after(settledAt(desk, event.at), event);
  }
  return desk === null ? [] : settledAt(desk, now).clocks;
}

/** By the server's instant, then by sequence (A1), without what is void or still to come. */
function inOrder(events: readonly ClockEvent[], now: Instant): readonly ClockEvent[] {
  const known = events.filter((event) => event.at <= now).toSorted((a, b) => a.at - b.at || a.seq - b.seq);
  const isVoid = new Set<number>();
  for (const event of known) if (event.kind === "message-void") isVoid.add(event.message);
  return isVoid.size === 0 ? known : known.filter((event) => !isVoid.has(event.seq));
}

function settledAt(desk: Desk, at: Instant): Desk {
  return each(desk, (clock) => clocks.settled(clock, at));
}

function each(desk: Desk, act: (clock: Clock) => Clock): Desk {
  const next = desk.clocks.map(act);
  return next.every((clock, at) => clock === desk.clocks[at]) ? desk : { ...desk, clocks: next };
}

function opened(event: Event<"opened">, rules: Rules): Desk {
  const { policy } = rules(event.policyVersion);
  const { plan, tier, intake, category, policyVersion, account } = event;
  const startedAt = event.startedAt ?? event.at;
  const desk: Desk = {
    rules,
    edits: [{ from: null, policyVersion, calendar: null }],
    terms: {
      policyVersion,
      plan,
      tier,
      intake,
      category,
      openedAt: startedAt,
      ...(account === undefined ? {} : { account }),
    },
    openedUnder: policyVersion,
    severity: severityInForce(policy, event),
    lapsedAt: null,
    unanswered: [startedAt],
    hasResponse: false,
    isHandedOff: policy.categories.some((one) => one.id === category && one.route !== "support"),
    clocks: [],
  };
  return started(desk, (rule) => rule.startsAt === "opening", startedAt);
}

/** With what a clock that counts from the opening starts. */
type Occasion = "request" | "priority-set";

function started(
  desk: Desk,
  isDue: (rule: MetricRule) => boolean,
  at: Instant,
  occasion: Occasion = "request",
): Desk {
  if (desk.isHandedOff) return desk;
  const { policy } = desk.rules(desk.terms.policyVersion);
  const rules = metricRulesOf(policy).filter((rule) => isDue(rule) && isWanted(desk, rule, occasion));
  return rules.reduce((next, rule) => startedOne(next, rule, at), desk);
}

/**
 * Whether a clock of this metric should start now: not beside one that runs, for some only with a target, and with
 * what the target says. Enough information is taken to be there from the beginning; what starts with something that a
 * ticket's events do not tell has no clock.
 */
function isWanted(desk: Desk, rule: MetricRule, occasion: Occasion): boolean {
  if (desk.clocks.some((clock) => clock.rule === rule && !clock.isOver)) return false;
  const { policy } = desk.rules(desk.terms.policyVersion);
  if (!rule.needsTarget && !startsVary(policy)) return occasion === "request";
  const target = targetUnder(desk.rules, desk.terms, { severity: desk.severity, metric: rule.metric });
  if (rule.needsTarget && (target === null || target.firmness === "none")) return false;
  const starts = target?.starts ?? "request";
  return (starts === "enough-information" ? "request" : starts) === occasion;
}

function startedOne(desk: Desk, rule: MetricRule, at: Instant): Desk {
  const clock = clocks.startClock(desk, rule, desk.terms, desk.severity, at);
  const isLapsed = desk.lapsedAt !== null;
  return { ...desk, clocks: [...desk.clocks, isLapsed ? { ...clock, state: "withdrawn" } : clock] };
}

function after(desk: Desk, event: ClockEvent): Desk {
  switch (event.kind) {
    case "message":
      return event.by === "customer" ? customerWrote(desk, event) : deskWrote(desk, event);
    case "severity":
      return assessed(desk, event);
    case "plan":
      return planChanged(desk, event);
    case "confirmed-in-console":
      return offered(desk, event, { ...desk.terms, intake: "console" }, "confirmed-in-console");
    case "policy":
      return policyPublished(desk, event);
    case "schedule":
      return scheduleEdited(desk, event, {
        from: Math.max(event.effectiveAt, event.at),
        policyVersion: event.policyVersion,
        calendar: event.calendar,
      });
    case "state":
      return moved(desk, event);
    case "merged-into":
      return each(desk, (clock) => clocks.handedOver(clock, event.ticket));
    case "merged-from":
      return mergedFrom(desk, event);
    case "split-off":
      return splitOff(desk, event);
    case "discarded":
      return { ...each(desk, clocks.cancelled), unanswered: [] };
    case "opened":
    case "message-void":
      break;
  }
  return desk;
}

/** Starts what is owed for it: a first response after a cancelled one, else a next response (C10, C11). */
function customerWrote(desk: Desk, event: Event<"message">): Desk {
  if (!event.isPublic) return desk;
  const awake = each(desk, (clock) => clocks.answeredByCustomer(clock, desk, event));
  const unanswered = [...desk.unanswered, event.at];
  return answerOwed({ ...awake, unanswered }, event.at);
}

function answerOwed(desk: Desk, since: Instant): Desk {
  const isOwed = (rule: MetricRule) => {
    if (rule.startsAt === "unanswered-message") return desk.hasResponse;
    return rule.startsAt === "opening" && (!desk.hasResponse || rule.stopsAt === "resolution");
  };
  return started(desk, isOwed, since);
}

/** Only what a person sends in public answers, unless the policy reads it otherwise (C3). */
function deskWrote(desk: Desk, event: Event<"message">): Desk {
  const { readings } = desk.rules(desk.openedUnder).policy;
  const counts =
    event.by === "agent" ||
    (event.by === "automation" && readings.automaticReplyStopsClock) ||
    (event.by === "ai" && readings.aiReplyStopsClock);
  if (!event.isPublic || !counts) return desk;
  const answered = each(desk, (clock) =>
    clock.rule.stopsAt === "public-answer" ? clocks.stopped(clock, desk, event) : clock,
  );
  const spoken = { ...answered, unanswered: [], hasResponse: true };
  const next = started(spoken, (rule) => rule.startsAt === "public-answer", event.at);
  return event.setsWaiting === true ? each(next, (clock) => clocks.waiting(clock, event)) : next;
}

function assessed(desk: Desk, event: Event<"severity">): Desk {
  const { policy } = desk.rules(desk.openedUnder);
  const next = withClocksOfPriority({ ...desk, severity: event.to }, event.at);
  return each(next, (clock) => {
    if (clock.severity === event.to) return clock;
    const isRaise = severityRankOf(policy, event.to) < severityRankOf(policy, clock.severity);
    return (isRaise ? clocks.raised : clocks.lowered)(clock, desk, event, event.to);
  });
}

/** Clocks that start once we have set the priority; what was answered or resolved before has none. */
function withClocksOfPriority(desk: Desk, at: Instant): Desk {
  const isOwed = (rule: MetricRule) =>
    rule.startsAt === "opening" &&
    (rule.stopsAt === "resolution" || !desk.hasResponse) &&
    !desk.clocks.some((clock) => clock.rule === rule);
  return started(desk, isOwed, at, "priority-set");
}

function planChanged(desk: Desk, event: Event<"plan">): Desk {
  const { account: _, ...before } = desk.terms;
  const { plan, tier, account } = event;
  const terms = { ...before, plan, tier, ...(account === undefined ? {} : { account }) };
  if (event.subscription === "lapsed" || isUnpaid(desk, event.plan)) {
    const lapsedAt = desk.lapsedAt ?? event.at;
    return { ...each(desk, (clock) => clocks.withdrawn(clock, event)), terms, lapsedAt };
  }
  return offered(reinstated(desk, event), event, terms, "plan-changed");
}

/** A plan that only unpaid pricing plans lead to: moving there is a lapse (C7). */
function isUnpaid(desk: Desk, plan: string): boolean {
  const pricing = desk.rules(desk.terms.policyVersion).policy.pricing.filter((one) => one.plan === plan);
  return pricing.length > 0 && pricing.every((one) => !one.isPaid);
}

function reinstated(desk: Desk, moment: Moment): Desk {
  const { lapsedAt } = desk;
  if (lapsedAt === null) return desk;
  const isInTime = moment.at - lapsedAt <= REINSTATEMENT_MS;
  const next = each(desk, (clock) => {
    if (clock.state !== "withdrawn") return clock;
    return isInTime ? clocks.reinstated(clock, desk, moment, lapsedAt) : { ...clock, isOver: true };
  });
  return { ...next, lapsedAt: null };
}

function offered(
  desk: Desk,
  moment: Moment,
  terms: Terms,
  why: "plan-changed" | "confirmed-in-console" | "policy-changed",
): Desk {
  return { ...each(desk, (clock) => clocks.offered(clock, desk, moment, terms, why)), terms };
}

function policyPublished(desk: Desk, event: Event<"policy">): Desk {
  const { policyVersion } = event;
  const rescheduled = scheduleEdited(desk, event, { from: event.at, policyVersion, calendar: null });
  return offered(rescheduled, event, { ...desk.terms, policyVersion }, "policy-changed");
}

function scheduleEdited(desk: Desk, moment: Moment, edit: CalendarEdit): Desk {
  const edits = [...desk.edits, edit].toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0));
  const next = { ...desk, edits };
  return each(next, (clock) => clocks.rescheduled(clock, next, moment));
}

/** Ending a ticket answers nothing: only the customer's own end cancels what is owed (C3, C10). */
function moved(desk: Desk, event: Event<"state">): Desk {
  switch (event.to) {
    case "resolved":
    case "closed":
      return event.by === "customer"
        ? { ...each(desk, clocks.cancelled), unanswered: [] }
        : each(desk, (clock) => ended(clock, desk, event));
    case "waiting-on-customer":
      return desk.unanswered.length > 0 ? desk : each(desk, (clock) => clocks.waiting(clock, event));
    case "open":
    case "waiting-on-us":
      return each(desk, (clock) => clocks.answeredByCustomer(clock, desk, event));
    case "merged":
      break;
  }
  return desk;
}

function ended(clock: Clock, desk: Desk, moment: Moment): Clock {
  if (clock.rule.stopsAt === "resolution") return clocks.stopped(clock, desk, moment);
  return clock.rule.startsAt === "public-answer" ? clocks.cancelled(clock) : clock;
}

/** The survivor takes over what the source still owes, so that one reply answers both (C12). */
function mergedFrom(desk: Desk, event: Event<"merged-from">): Desk {
  const owed = replay(event.events, desk.rules, event.at).filter(
    (clock) => !clock.isOver && (clock.state === "running" || clock.state === "paused"),
  );
  const since = owed.filter(({ rule }) => rule.stopsAt === "public-answer").map((clock) => clock.startedAt);
  const merged = { ...desk, unanswered: [...desk.unanswered, ...since].toSorted((a, b) => a - b) };
  return owed.reduce<Desk>((next, source) => {
    const own = next.clocks.find((clock) => clock.rule === source.rule && clock.state === "running");
    if (own === undefined) return { ...next, clocks: [...next.clocks, { ...source, continuesIn: null }] };
    return each(next, (clock) => (clock === own ? clocks.joined(clock, source, event) : clock));
  }, merged);
}

/** A message that left takes its next response with it; the oldest one that stays is owed from its arrival. */
function splitOff(desk: Desk, event: Event<"split-off">): Desk {
  const unanswered = desk.unanswered.filter((at) => at !== event.messageAt);
  const isLeaving = (clock: Clock) =>
    clock.rule.startsAt === "unanswered-message" && clock.startedAt === event.messageAt;
  const next = each({ ...desk, unanswered }, (clock) => (isLeaving(clock) ? clocks.cancelled(clock) : clock));
  const oldest = unanswered[0];
  return oldest === undefined || !desk.hasResponse ? next : answerOwed(next, oldest);
}
