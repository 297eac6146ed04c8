import type { Instant } from "@troth/policy";
import type { Commitment, PromiseReason } from "../commitment/commitment.ts";
import { nextWakeOf } from "../commitment/next-wake-of.ts";
import type { Reminder } from "../commitment/reminders-of.ts";
import type { LoggedTicketEvent, TicketEvent } from "./events.ts";

/** What time or a publication did to a clock, for the record. Each is written once, by its key. */
export type Notice = Extract<
  TicketEvent,
  { kind: "clock.warned" | "clock.breached" | "clock.corrected" | "promise.moved" }
>;

/** A clock with the instants at which people are to be reminded of it. */
export type Reminded<C extends Commitment = Commitment> = C & { readonly reminders: readonly Reminder[] };

/**
 * What is to be told of a ticket's clocks at `now` and was not yet: dues that a publication moved, reminders whose
 * time has come, breaches, and breaches that turned out to be none (clock.md C8, C9, C13, C14). In that order.
 */
export function noticesOf(
  log: readonly LoggedTicketEvent[],
  clocks: readonly Reminded[],
  now: Instant,
): readonly Notice[] {
  const told = new Set(log.flatMap(({ event }) => keyOfNotice(event) ?? []));
  const due = [
    ...clocks.flatMap(movesOf),
    ...clocks.flatMap((clock) => warningsOf(clock, now)),
    ...clocks.flatMap(breachOf),
    ...correctionsOf(log, clocks),
  ];
  return due.filter((notice) => !told.has(keyOfNotice(notice) ?? ""));
}

/** The key that lets a notice be written once; null for any other event. */
export function keyOfNotice(event: TicketEvent): string | null {
  switch (event.kind) {
    case "clock.warned":
      return `warning:${event.metric}:${event.dueAt}:${event.mark}`;
    case "clock.breached":
      return `breach:${event.metric}:${event.dueAt}`;
    case "clock.corrected":
      return `correction:${event.metric}:${event.dueAt}`;
    case "promise.moved":
      return `move:${event.metric}:${event.movedAt}:${event.dueFrom ?? ""}:${event.dueTo ?? ""}`;
    case "word.reminded":
      return `${event.kind}:${event.given}${event.handed === undefined ? "" : `:${event.handed}`}`;
    case "word.kept":
    case "word.missed":
      return `${event.kind}:${event.given}`;
    case "information.reminded":
      return `${event.kind}:${event.since}:${event.nth}`;
    case "ticket.closed":
      return event.why === "silence" ? `${event.kind}:${event.since}` : `${event.kind}:window:${event.since}`;
    case "ticket.shown":
      return `${event.kind}:${event.until}`;
    case "release.out":
      return `release-out:${event.release}`;
    case "wish.told":
      return `wish-told:${event.wish}:${event.seq}`;
    case "cause.published":
      return `cause:${event.document}:${event.nth}`;
    case "incident.ended":
      return `incident-ended:${event.incident}:${event.endedAt}`;
    default:
      return null;
  }
}

const BY_PUBLICATION: ReadonlySet<PromiseReason> = new Set(["policy-changed", "schedule-changed"]);

function movesOf({ metric, history }: Commitment): Notice[] {
  return history
    .filter(({ why, dueFrom, dueTo }) => BY_PUBLICATION.has(why) && dueFrom !== dueTo)
    .map(({ why, at, dueFrom, dueTo }) => ({
      kind: "promise.moved",
      metric,
      why,
      movedAt: at,
      dueFrom,
      dueTo,
    }));
}

/** Reminders of a clock that still runs; once it has ended there is nothing left to be reminded of. */
function warningsOf(clock: Reminded, now: Instant): Notice[] {
  const { metric, dueAt, reminders } = clock;
  if (dueAt === null || !isRunning(clock)) return [];
  return reminders
    .filter(({ at }) => at <= now)
    .map(({ kind: mark }) => ({ kind: "clock.warned", metric, dueAt, mark }));
}

function breachOf({ state, metric, firmness, dueAt }: Commitment): Notice[] {
  return state === "breached" && dueAt !== null ? [{ kind: "clock.breached", metric, firmness, dueAt }] : [];
}

/** Breaches told of a clock that, with all that is known by now, did not pass that due. */
function correctionsOf(log: readonly LoggedTicketEvent[], clocks: readonly Commitment[]): Notice[] {
  return log.flatMap(({ event }): Notice[] => {
    if (event.kind !== "clock.breached") return [];
    const { metric, dueAt } = event;
    const isStill = clocks.some(
      (clock) => clock.metric === metric && clock.dueAt === dueAt && clock.state === "breached",
    );
    return isStill ? [] : [{ kind: "clock.corrected", metric, dueAt }];
  });
}

/** The next instant after `now` at which a clock is to be looked at although nobody wrote: a reminder or its due. */
export function wakeOf(clock: Reminded, now: Instant): Instant | null {
  const due = nextWakeOf([clock], now);
  if (due === null) return null;
  return Math.min(due, ...clock.reminders.flatMap(({ at }) => (at > now ? [at] : [])));
}

/** Whether it counts here; one that goes on in another ticket falls due there. */
function isRunning({ state, continuesIn }: Commitment): boolean {
  return state === "running" && continuesIn === null;
}
