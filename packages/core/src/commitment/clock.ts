import type { Instant, Span } from "@troth/business-time";
import type { ClockState } from "../vocabulary.ts";
import { accountKey } from "./account-facts.ts";
import { isLate, type PromiseChange, type PromiseReason, type Snapshot } from "./commitment.ts";
import type { MetricRule } from "./metric-rules.ts";
import { type Book, earliestOf, firmestOf, type PromiseCase, promiseFor, reprice } from "./promise.ts";
import type { Terms } from "./terms.ts";

/** When and by which event something happened. */
export type Moment = { readonly at: Instant; readonly seq: number };

/** One clock while its ticket's events are read. Each act below answers the clock after it. */
export type Clock = {
  readonly rule: MetricRule;
  readonly state: ClockState;
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
  /** True when nothing that happens can change it any more. */
  readonly isOver: boolean;
  readonly severity: string;
  readonly terms: readonly Terms[];
  /** The promises in force; the due is the earliest. */
  readonly promises: readonly Snapshot[];
  /** The promises in force when it last left a severity: a raise back brings them back (C6). */
  readonly former: ReadonlyMap<string, readonly Snapshot[]>;
  readonly pauses: readonly Span[];
  readonly waitingSince: Instant | null;
  readonly history: readonly PromiseChange[];
  readonly continuesIn: string | null;
};

export function dueOfClock(clock: Clock): Instant | null {
  return earliestOf(clock.promises)?.dueAt ?? null;
}

/** What people are shown: a withdrawn clock has no due. */
function shownDue(clock: Clock): Instant | null {
  return clock.state === "withdrawn" ? null : dueOfClock(clock);
}

export function opOfClock(clock: Clock): "less-than" | "within" {
  return firmestOf(clock.promises)?.target?.op ?? "less-than";
}

/** Whether it still waits for what stops it and its due may still move: a passed due is final (C6). */
function isMovable(clock: Clock): boolean {
  return !clock.isOver && clock.stoppedAt === null && clock.state !== "breached";
}

function noted(before: Clock, after: Clock, moment: Moment, why: PromiseReason): Clock {
  const change = { ...moment, why, dueFrom: shownDue(before), dueTo: shownDue(after) };
  return { ...after, history: [...after.history, change] };
}

function notedIfMoved(before: Clock, after: Clock, moment: Moment, why: PromiseReason): Clock {
  return shownDue(before) === shownDue(after) ? after : noted(before, after, moment, why);
}

/** A clock that starts at `startedAt` under one set of terms. */
export function startClock(
  book: Book,
  rule: MetricRule,
  terms: Terms,
  severity: string,
  startedAt: Instant,
): Clock {
  const first = { why: "started", metric: rule.metric, terms, severity, countedFrom: startedAt } as const;
  return {
    rule,
    state: "running",
    startedAt,
    stoppedAt: null,
    isOver: false,
    severity,
    terms: [terms],
    promises: [promiseFor(book, first, [])],
    former: new Map(),
    pauses: [],
    waitingSince: null,
    history: [],
    continuesIn: null,
  };
}

/** Breached once its due has passed by `now`. A clock that goes on in another ticket falls due there. */
export function settled(clock: Clock, now: Instant): Clock {
  const dueAt = dueOfClock(clock);
  if (clock.state !== "running" || clock.continuesIn !== null || dueAt === null) return clock;
  return isLate(now, dueAt, opOfClock(clock)) ? { ...clock, state: "breached" } : clock;
}

/** What the clock measures has happened: met, or late when its due had passed. */
export function stopped(clock: Clock, book: Book, { at }: Moment): Clock {
  if (clock.isOver || clock.stoppedAt !== null) return clock;
  if (clock.state === "withdrawn") return { ...clock, stoppedAt: at };
  const awake = clock.waitingSince === null ? clock : repriced(resumed(clock, at), book);
  const dueAt = dueOfClock(awake);
  const isInTime = awake.state !== "breached" && (dueAt === null || !isLate(at, dueAt, opOfClock(awake)));
  return { ...awake, state: isInTime ? "met" : "breached", stoppedAt: at, isOver: true };
}

/** No answer is owed any more. A breach stays a breach. */
export function cancelled(clock: Clock): Clock {
  if (clock.isOver) return clock;
  return { ...clock, state: clock.state === "breached" ? "breached" : "cancelled", isOver: true };
}

/** Marks a clock that goes on in the ticket this one was merged into. */
export function handedOver(clock: Clock, ticket: string): Clock {
  return isMovable(clock) ? { ...clock, continuesIn: ticket } : clock;
}

/** The wait for the customer begins (C5). */
export function waiting(clock: Clock, { at }: Moment): Clock {
  const mayPause = clock.rule.isPausedByWaiting && isMovable(clock) && clock.waitingSince === null;
  if (!mayPause) return clock;
  const state = clock.state === "running" ? "paused" : clock.state;
  return { ...clock, state, waitingSince: at };
}

function resumed(clock: Clock, at: Instant): Clock {
  if (clock.waitingSince === null) return clock;
  const pauses = [...clock.pauses, { start: clock.waitingSince, end: at }];
  const state = clock.state === "paused" ? "running" : clock.state;
  return { ...clock, state, pauses, waitingSince: null };
}

/** The customer's message is here: the time spent waiting for it does not count. */
export function answeredByCustomer(clock: Clock, book: Book, moment: Moment): Clock {
  if (clock.isOver || clock.waitingSince === null) return clock;
  return notedIfMoved(clock, repriced(resumed(clock, moment.at), book), moment, "resumed");
}

function repriced(clock: Clock, book: Book): Clock {
  const again = (promise: Snapshot) => reprice(book, promise, clock.pauses);
  const former = new Map([...clock.former].map(([severity, promises]) => [severity, promises.map(again)]));
  return { ...clock, promises: clock.promises.map(again), former };
}

/** Calendars were edited: time used stays, the rest counts on the new hours (C9). */
export function rescheduled(clock: Clock, book: Book, moment: Moment): Clock {
  if (!isMovable(clock)) return clock;
  return notedIfMoved(clock, repriced(clock, book), moment, "schedule-changed");
}

type Making = Pick<PromiseCase, "why" | "severity" | "countedFrom">;

function promisesUnder(clock: Clock, book: Book, terms: readonly Terms[], making: Making): Snapshot[] {
  return terms.map((one) =>
    promiseFor(book, { ...making, metric: clock.rule.metric, terms: one }, clock.pauses),
  );
}

/** Raised: the earlier of the old due and raise + new target; one it had before counts as it did then (C6). */
export function raised(clock: Clock, book: Book, moment: Moment, severity: string): Clock {
  if (!isMovable(clock))
    return isOpenBreach(clock) ? kept(clock, moment, severity, "severity-raised") : clock;
  const before = clock.former.get(severity);
  const why = before === undefined ? "severity-raised" : "severity-restored";
  const isNew = (terms: Terms) => !before?.some((promise) => sameTerms(promise, terms));
  const added = promisesUnder(clock, book, clock.terms.filter(isNew), {
    why,
    severity,
    countedFrom: moment.at,
  });
  const others = (before ?? []).filter((one) => !clock.promises.some((other) => samePromise(one, other)));
  const promises = [...clock.promises, ...others, ...added];
  return noted(clock, { ...left(clock), severity, promises }, moment, why);
}

/**
 * Lowered: the original start + new target (C6). Where that has passed already, the earlier promises stay:
 * lowering must not break a promise that was being kept.
 */
export function lowered(clock: Clock, book: Book, moment: Moment, severity: string): Clock {
  const why = "severity-lowered";
  if (!isMovable(clock)) return isOpenBreach(clock) ? kept(clock, moment, severity, why) : clock;
  const making = { why, severity, countedFrom: clock.startedAt } as const;
  const after = { ...left(clock), severity, promises: promisesUnder(clock, book, clock.terms, making) };
  const dueAt = dueOfClock(after);
  const isBroken = clock.state === "running" && dueAt !== null && isLate(moment.at, dueAt, opOfClock(after));
  return isBroken ? kept(left(clock), moment, severity, why) : noted(clock, after, moment, why);
}

function isOpenBreach(clock: Clock): boolean {
  return clock.state === "breached" && !clock.isOver;
}

function kept(clock: Clock, moment: Moment, severity: string, why: PromiseReason): Clock {
  return noted(clock, { ...clock, severity }, moment, why);
}

function left(clock: Clock): Clock {
  return { ...clock, former: new Map([...clock.former, [clock.severity, clock.promises]]) };
}

/** Of a promise or of terms. */
type Same = Omit<Terms, "openedAt">;

function sameTerms(a: Same, b: Same): boolean {
  return (
    a.policyVersion === b.policyVersion &&
    a.plan === b.plan &&
    a.tier === b.tier &&
    a.intake === b.intake &&
    a.category === b.category &&
    (a.account === b.account || accountKey(a.account) === accountKey(b.account))
  );
}

function samePromise(a: Snapshot, b: Snapshot): boolean {
  return a.countedFrom === b.countedFrom && a.severity === b.severity && sameTerms(a, b);
}

/** Other terms: the earlier of the old due and change + new target; never worse than before (C7, C8, C2). */
export function offered(clock: Clock, book: Book, moment: Moment, terms: Terms, why: PromiseReason): Clock {
  if (!isMovable(clock) || clock.terms.some((one) => sameTerms(one, terms))) return clock;
  const making = { why, severity: clock.severity, countedFrom: moment.at };
  const promises = [...clock.promises, ...promisesUnder(clock, book, [terms], making)];
  return notedIfMoved(clock, { ...clock, terms: [...clock.terms, terms], promises }, moment, why);
}

/** The subscription lapsed: neither met nor breached; a breach before stays (C7). */
export function withdrawn(clock: Clock, moment: Moment): Clock {
  if (!isMovable(clock)) return clock;
  return noted(clock, { ...clock, state: "withdrawn" }, moment, "lapsed");
}

/** Reinstated in time: the gap since `lapsedAt` was a pause (C7, E4). */
export function reinstated(clock: Clock, book: Book, moment: Moment, lapsedAt: Instant): Clock {
  if (clock.isOver || clock.state !== "withdrawn") return clock;
  const gap = { start: Math.max(lapsedAt, clock.startedAt), end: moment.at };
  const running = clock.waitingSince === null ? "running" : "paused";
  const isStopped = clock.stoppedAt !== null;
  const after: Clock = {
    ...clock,
    pauses: [...clock.pauses, gap],
    state: isStopped ? "met" : running,
    isOver: isStopped,
  };
  return noted(clock, repriced(after, book), moment, "reinstated");
}

/** Merged with the same clock of another ticket: the earliest due of both, counted from the earlier start (C12). */
export function joined(clock: Clock, other: Clock, moment: Moment): Clock {
  const after = {
    ...clock,
    startedAt: Math.min(clock.startedAt, other.startedAt),
    promises: [...clock.promises, ...other.promises],
  };
  return noted(clock, after, moment, "merged");
}
