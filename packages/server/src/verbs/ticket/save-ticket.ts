import {
  after,
  attentionAt,
  type Commitment,
  clockEventsOf,
  commitmentsOf,
  GENESIS,
  isDueAtClosing,
  isHoursUnknown,
  keyOfNotice,
  type LoggedTicketEvent,
  noticesOf,
  queueKeyOf,
  type Reminded,
  remindersOf,
  severityInForce,
  type Ticket,
  type TicketEvent,
  ticketOf,
  timeNoticesOf,
  wakeOf,
  wordEndOf,
} from "@troth/core";
import type { Instant } from "@troth/policy";
import type { NewMessage, StoredCommitment, TicketChange } from "../../ports/store.ts";
import { type Ctx, type Scene } from "../context.ts";
import { queueCauses } from "../document/queue-causes.ts";
import { Fail } from "../fail.ts";
import { linkOfLogged } from "../record/link.ts";
import { type Rulebook, rulebookFor } from "./rulebook.ts";
import { tellMoves } from "./tell-moves.ts";
import { tellNews } from "./tell-news.ts";

/** A ticket as loaded for a change; `null` parts for one that is being opened. */
export type Loaded = {
  readonly id: string;
  readonly stored: (Ticket & { readonly head: string }) | null;
  readonly log: readonly LoggedTicketEvent[];
};

export type NewEvent = {
  readonly event: TicketEvent;
  readonly actor: LoggedTicketEvent["actor"];
  /** Author of the message that the event carries. */
  readonly author?: string | null;
};

export type Saved = { readonly ticket: Ticket; readonly commitments: readonly StoredCommitment[] };

/** Adds events to a ticket and brings row, messages, clocks and queue place to what the whole log now says. */
export async function saveTicket(
  ctx: Ctx,
  scene: Scene,
  loaded: Loaded,
  added: readonly NewEvent[],
  texts: TicketChange["texts"] = null,
): Promise<Saved> {
  const base = loaded.log.at(-1)?.seq ?? 0;
  const at = instantFor(loaded, scene.now);
  const events = withWordEnds(loaded, added, at);
  const logged = events.map(({ event, actor }, index) => ({ seq: base + index + 1, at, actor, event }));
  const rulebook = await rulebookFor(ctx, scene, [[...loaded.log, ...logged]]);
  const change = changeOf(ctx, rulebook, loaded, logged, at);
  const messages = messagesIn(events, logged);
  if (!(await scene.tx.tickets.write({ ...change, messages, texts })))
    throw new Fail("conflict", "Someone else changed this ticket first. Read it again, then repeat.", {
      reason: "ticket-changed",
    });
  await tellMoves(ctx, scene, [change]);
  await tellNews(ctx, scene, [change]);
  await queueCauses(ctx, scene, change);
  return { ticket: change.after, commitments: change.commitments };
}

/** An agent's open word is kept or missed before anything else happens to it: no act takes it off the record. */
function withWordEnds({ stored, log }: Loaded, added: readonly NewEvent[], at: Instant): readonly NewEvent[] {
  const word = stored?.proceedings.word ?? null;
  if (word === null) return added;
  const system = { kind: "system", id: null };
  const ended = wordEndOf({ word }, log, at);
  if (ended) return [{ actor: system, event: ended }, ...added];
  const answer = added.findIndex(
    ({ event }) => event.kind === "message.written" && event.author === "agent" && !event.isNote,
  );
  if (answer === -1) return added;
  const { seq: given, by, agent } = word;
  const kept: NewEvent = { actor: system, event: { kind: "word.kept", given, by, agent } };
  return added.toSpliced(answer + 1, 0, kept);
}

/** A ticket's events never go back in time, even when the database's clock does. */
export function instantFor({ log }: Pick<Loaded, "log">, now: Instant): Instant {
  return Math.max(now, log.at(-1)?.at ?? now);
}

/**
 * What becomes of a ticket with these events added at `now`: the one place that decides it, whoever came by. What
 * time or a publication did to its clocks meanwhile is told by whoever finds it: the timer, an answer, a change.
 */
export function changeOf(
  ctx: Ctx,
  { rules, publications, policy, computedUnder }: Rulebook,
  loaded: Loaded,
  logged: readonly LoggedTicketEvent[],
  now: Instant,
): TicketChange {
  const log = [...loaded.log, ...logged];
  const clocks = commitmentsOf(clockEventsOf(log, publications), rules, now).map((commitment) => ({
    ...commitment,
    reminders: commitment.state === "running" ? remindersOf(commitment, rules) : [],
  }));
  const base = log.at(-1)?.seq ?? 0;
  const acted = ticketAfter(loaded, logged);
  const own = rules(acted.policyVersion).policy;
  const timing = { ...own, reopenDays: policy.reopenDays };
  const notices = [...noticesOf(log, clocks, now), ...timeNoticesOf(acted, log, timing, now)];
  const noticed = notices.map((event, index) => ({
    seq: base + index + 1,
    at: now,
    actor: { kind: "system", id: null },
    event,
  }));
  const events = chained(ctx, loaded, [...logged, ...noticed]);
  const ticket = noticed.reduce<Ticket>(after, acted);
  const severity =
    ticket.severityAssessed ??
    severityInForce(own, {
      severity: ticket.severityChosen,
      category: ticket.category,
    });
  const { state, standing, openedAt } = ticket;
  const dueAt = owedOf(clocks)?.dueAt ?? null;
  const key = queueKeyOf({ state, severity, ...standing, dueAt, openedAt }, policy);
  return {
    id: loaded.id,
    expected: loaded.stored?.version ?? null,
    head: events.at(-1)?.hash ?? loaded.stored?.head ?? GENESIS,
    events,
    after: ticket,
    texts: null,
    messages: [],
    commitments: clocks.map((clock) => storedOf(clock, rules, now)),
    queueKey: `${key}${String(ticket.number).padStart(10, "0")}`,
    severity,
    isLate: clocks.some((clock) => clock.state === "breached" && clock.stoppedAt === null),
    wakes: clocks.map((clock) => wakeOf(clock, now)),
    attentionAt: attentionAt(ticket, timing, now),
    computedUnder,
  };
}

/** A clock as it is stored and shown, with what has come of it by now. */
export function storedOf(
  { reminders, ...commitment }: Reminded,
  rules: Rulebook["rules"],
  now: Instant,
): StoredCommitment {
  return {
    ...commitment,
    isDueAtClosing: isDueAtClosing(commitment, rules),
    warned: reminders.findLast(({ at }) => at <= now)?.kind ?? null,
  };
}

function ticketAfter({ stored, log }: Loaded, events: readonly LoggedTicketEvent[]): Ticket {
  return stored ? events.reduce<Ticket>(after, stored) : ticketOf([...log, ...events]);
}

/** What to tell of an answer to come: the one owed next, else one whose hours nobody knows yet. */
export function toldOf<C extends Commitment>(commitments: readonly C[]): C | null {
  return owedOf(commitments) ?? commitments.find(isHoursUnknown) ?? null;
}

/** The clock whose answer is owed next: running with the earliest due. */
export function owedOf<C extends Commitment>(commitments: readonly C[]): C | null {
  const open = commitments.filter(
    ({ state, stoppedAt, dueAt }) =>
      stoppedAt === null && dueAt !== null && state !== "cancelled" && state !== "withdrawn",
  );
  return open.toSorted((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))[0] ?? null;
}

function chained(
  ctx: Ctx,
  { id, stored }: Loaded,
  events: readonly LoggedTicketEvent[],
): TicketChange["events"] {
  let previous = stored?.head ?? GENESIS;
  return events.map((logged) => {
    const hash = linkOfLogged(ctx, previous, { stream: id, ...logged });
    const link = { logged, previous, hash, effectKey: keyOfNotice(logged.event) };
    previous = hash;
    return link;
  });
}

function messagesIn(added: readonly NewEvent[], logged: readonly LoggedTicketEvent[]): NewMessage[] {
  return added.flatMap(({ event, author }, at) => {
    const place = logged[at];
    if (!place || author === undefined) return [];
    const { seq, at: written } = place;
    if (event.kind === "ticket.opened") {
      const by = event.intake === "agent" ? "agent" : "customer";
      return [
        { id: event.message, seq, at: written, author, authorKind: by, isNote: false, body: event.text },
      ];
    }
    if (event.kind === "message.written") {
      const { message: id, author: authorKind, isNote, text: body } = event;
      return [{ id, seq, at: written, author, authorKind, isNote, body }];
    }
    return [];
  });
}
