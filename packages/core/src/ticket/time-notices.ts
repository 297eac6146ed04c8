import type { Instant, LifeCycle, Policy } from "@troth/policy";
import type { LoggedTicketEvent, Ticket } from "./events.ts";
import type { ProceedingEvent } from "./proceeding-events.ts";
import type { Proceedings, Wait, Word } from "./proceedings.ts";
import { reopenEndsAt } from "./reopen.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Reminders of what we wait for, where the policy closes nothing after silence. */
const REMINDED_AFTER_MS = [3 * DAY_MS, 7 * DAY_MS];
/** Reminders before a closing, where the policy names no number of attempts. */
const ATTEMPTS = 2;
/** The customer has at least this long between the last reminder and the closing. */
const SHORTEST_NOTICE_MS = DAY_MS;

/** When the customer is reminded of what we wait for, and when silence closes the ticket; null: it never does. */
export type WaitSchedule = {
  readonly reminders: readonly Instant[];
  readonly closesAt: Instant | null;
};

/** Nothing closes after silence unless the policy says so, and never without the notice it names (P127). */
export function waitScheduleOf(
  { lifeCycle }: Pick<Policy, "lifeCycle">,
  { since, remindedAt, reminders: given }: Wait,
): WaitSchedule {
  const silence = lifeCycle?.silence ?? null;
  if (silence === null) {
    return { reminders: REMINDED_AFTER_MS.map((after) => since + after), closesAt: null };
  }
  const reminders = remindersBefore(silence).map((after) => since + after);
  const notice = noticeOf(silence);
  const isLastGiven = given >= reminders.length && remindedAt !== null;
  const closesAt = Math.max(since + silence.closesMs, (isLastGiven ? remindedAt : 0) + notice);
  return { reminders, closesAt };
}

type Silence = NonNullable<LifeCycle["silence"]>;

function noticeOf({ closesMs, noticeMs }: Silence): number {
  return noticeMs ?? Math.min(SHORTEST_NOTICE_MS, closesMs / 2);
}

/** Evenly over the silence, the last one as long before the closing as the notice. */
function remindersBefore(silence: Silence): number[] {
  const count = Math.max(1, silence.attempts ?? ATTEMPTS);
  const last = Math.max(0, silence.closesMs - noticeOf(silence));
  return Array.from({ length: count }, (_, at) => Math.round((last * (at + 1)) / count));
}

/** An agent is reminded of a word this long before it is due, at the latest when a quarter of the time is left. */
export function wordReminderAt({ at, by }: Word): Instant {
  return by - Math.min(HOUR_MS, Math.floor((by - at) / 4));
}

type Timed = Pick<Ticket, "state" | "proceedings" | "resolvedAt" | "outcome">;
/** The life cycle is that of the ticket's own policy; the reopen window that of the one in force. */
type Timing = Pick<Policy, "lifeCycle" | "reopenDays">;

/**
 * What time alone did to what stands around a ticket by `now`, for the record: an agent's word reminded of, kept or
 * missed; a customer reminded of what we wait for; a ticket closed after silence or once its reopen window is over, or
 * shown again. In the order in which it happened. Each is written once, by its key.
 */
export function timeNoticesOf(
  ticket: Timed,
  log: readonly LoggedTicketEvent[],
  policy: Timing,
  now: Instant,
): readonly ProceedingEvent[] {
  const { word, wait, hiddenUntil } = ticket.proceedings;
  return [
    ...(word ? wordNotices(word, log, now) : []),
    ...(wait && ticket.state === "waiting-on-customer" ? waitNotices(wait, policy, now) : []),
    ...(hiddenUntil !== null && hiddenUntil <= now
      ? [{ kind: "ticket.shown", until: hiddenUntil } as const]
      : []),
    ...windowNotices(ticket, policy, now),
  ];
}

function windowNotices(ticket: Timed, policy: Timing, now: Instant): ProceedingEvent[] {
  const { state, resolvedAt } = ticket;
  const endsAt = state === "resolved" ? reopenEndsAt(ticket, policy) : null;
  if (endsAt === null || resolvedAt === null || endsAt > now) return [];
  return [{ kind: "ticket.closed", why: "window", since: resolvedAt }];
}

/** What became of an open word by `now`: kept or missed; null while it is neither. Comes before any act of then. */
export function wordEndOf(
  { word }: Pick<Proceedings, "word">,
  log: readonly LoggedTicketEvent[],
  now: Instant,
): ProceedingEvent | null {
  const [notice] = word ? wordNotices(word, log, now) : [];
  return notice && notice.kind !== "word.reminded" ? notice : null;
}

function wordNotices(word: Word, log: readonly LoggedTicketEvent[], now: Instant): ProceedingEvent[] {
  const { seq: given, by, agent } = word;
  const answer = log.find(
    ({ seq, event }) =>
      seq > given && event.kind === "message.written" && event.author === "agent" && !event.isNote,
  );
  if (answer && answer.at <= by) return [{ kind: "word.kept", given, by, agent }];
  if (now > by) return [{ kind: "word.missed", given, by, agent }];
  if (word.isReminded || wordReminderAt(word) > now) return [];
  const handed = word.handedSeq === undefined ? {} : { handed: word.handedSeq };
  return [{ kind: "word.reminded", given, by, agent, ...handed }];
}

function waitNotices(wait: Wait, policy: Pick<Policy, "lifeCycle">, now: Instant): ProceedingEvent[] {
  const { reminders, closesAt } = waitScheduleOf(policy, wait);
  const due = reminders.filter((at) => at <= now).length;
  const isLast = due === reminders.length;
  // After a long stop of ours one reminder is enough: the last that came due.
  const reminded: ProceedingEvent[] =
    due > wait.reminders
      ? [
          {
            kind: "information.reminded",
            since: wait.since,
            nth: due,
            closesAt: isLast ? closingAfter(policy, wait, due, now) : closesAt,
          },
        ]
      : [];
  if (reminded.length > 0 || closesAt === null || wait.reminders < reminders.length) return reminded;
  return closesAt <= now ? [{ kind: "ticket.closed", why: "silence", since: wait.since }] : [];
}

/** The closing as it stands once the last reminder was given now. */
function closingAfter(policy: Pick<Policy, "lifeCycle">, wait: Wait, nth: number, now: Instant) {
  return waitScheduleOf(policy, { ...wait, reminders: nth, remindedAt: now }).closesAt;
}

/** The next instant after `now` at which time alone does something here; null when it does nothing. */
export function attentionAt(ticket: Timed, policy: Timing, now: Instant): Instant | null {
  const { state, proceedings } = ticket;
  const { word, wait, hiddenUntil } = proceedings;
  const instants = [
    ...(word ? [word.isReminded ? null : wordReminderAt(word), word.by + 1] : []),
    ...(wait && state === "waiting-on-customer" ? instantsOf(waitScheduleOf(policy, wait), wait) : []),
    hiddenUntil,
    state === "resolved" ? reopenEndsAt(ticket, policy) : null,
  ].filter((at) => at !== null);
  return instants.length === 0 ? null : Math.max(now + 1, Math.min(...instants));
}

function instantsOf({ reminders, closesAt }: WaitSchedule, wait: Wait): (Instant | null)[] {
  const left = reminders.slice(wait.reminders);
  return left.length > 0 ? [left[0] ?? null] : [closesAt];
}
