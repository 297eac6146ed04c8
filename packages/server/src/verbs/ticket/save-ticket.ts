import {
  after,
  type Commitment,
  clockEventsOf,
  commitmentsOf,
  GENESIS,
  type LoggedTicketEvent,
  linkOf,
  nextWakeOf,
  queueKeyOf,
  type Rules,
  receiptOf,
  severityInForce,
  type Ticket,
  type TicketEvent,
  ticketOf,
} from "@troth/core";
import type { Instant } from "@troth/policy";
import type { NewMessage, StoredCommitment, StoredTicket, TicketChange } from "../../ports/store.ts";
import { type Ctx, type Scene } from "../context.ts";
import { Fail } from "../fail.ts";

/** A ticket as loaded for a change; `null` parts for one that is being opened. */
export type Loaded = {
  readonly id: string;
  readonly stored: StoredTicket | null;
  readonly log: readonly LoggedTicketEvent[];
};

export type NewEvent = {
  readonly event: TicketEvent;
  readonly actor: LoggedTicketEvent["actor"];
  /** Author of the message that the event carries. */
  readonly author?: string | null;
};

export type Saved = { readonly ticket: Ticket; readonly commitments: readonly StoredCommitment[] };

/**
 * Adds events to a ticket and brings row, messages, clocks and queue place to what the whole log now says. A clock
 * found past its due gets its breach event here, whoever came by first: the timer, an answer or a severity change.
 */
export async function saveTicket(
  ctx: Ctx,
  scene: Scene,
  loaded: Loaded,
  added: readonly NewEvent[],
  texts: TicketChange["texts"] = null,
): Promise<Saved> {
  const { now } = scene;
  const base = loaded.log.at(-1)?.seq ?? 0;
  const logged = added.map(({ event, actor }, at) => ({ seq: base + at + 1, at: now, actor, event }));
  const rules = await rulesFor(ctx, scene, [...loaded.log, ...logged]);
  const clockEvents = clockEventsOf([...loaded.log, ...logged]);
  const commitments = commitmentsOf(clockEvents, rules, now).map((commitment) => withRows(commitment, rules));
  const breaches = breachesIn([...loaded.log, ...logged], commitments, now);
  const events = [...logged, ...breaches];
  if (events.length === 0 && loaded.stored) return { ticket: loaded.stored, commitments };
  const ticket = ticketAfter(loaded, events);
  const { policy } = rules(ticket.policyVersion);
  const severity =
    ticket.severityAssessed ??
    severityInForce(policy, { severity: ticket.severityChosen, category: ticket.category });
  const owed = owedOf(commitments);
  const facts = {
    state: ticket.state,
    severity,
    ...ticket.standing,
    dueAt: owed?.dueAt ?? null,
    openedAt: ticket.openedAt,
  };
  const written = await scene.tx.tickets.write({
    id: loaded.id,
    expected: loaded.stored?.version ?? null,
    previousHead: loaded.stored?.head ?? GENESIS,
    events: chained(ctx, loaded, events),
    after: ticket,
    texts,
    messages: messagesIn(added, logged),
    commitments,
    queueKey: `${queueKeyOf(facts, policy)}${String(ticket.number).padStart(10, "0")}`,
    severity,
    isLate: commitments.some(({ state, stoppedAt }) => state === "breached" && stoppedAt === null),
    wakes: commitments.map((commitment) => nextWakeOf([commitment], now)),
  });
  if (!written)
    throw new Fail("conflict", "Someone else changed this ticket first. Read it again, then repeat.");
  return { ticket, commitments };
}

function ticketAfter({ stored, log }: Loaded, events: readonly LoggedTicketEvent[]): Ticket {
  return stored ? events.reduce<Ticket>(after, stored) : ticketOf([...log, ...events]);
}

/** The policy versions that a log names, compiled, as the clocks want them. */
export async function rulesFor(ctx: Ctx, scene: Scene, log: readonly LoggedTicketEvent[]): Promise<Rules> {
  const versions = new Set(
    log.flatMap(({ event }) => ("policyVersion" in event ? [event.policyVersion] : [])),
  );
  const shelved = await Promise.all(
    [...versions].map(
      async (version) => [version, (await ctx.shelf.version(scene.tx, version)).runnable] as const,
    ),
  );
  const byVersion = new Map(shelved);
  return (version) => {
    const runnable = byVersion.get(version);
    if (!runnable) throw new Error(`Policy version ${version} was not loaded.`);
    return runnable;
  };
}

function withRows(commitment: Commitment, rules: Rules): StoredCommitment {
  return { ...commitment, rows: receiptOf(commitment, rules)?.rows ?? null };
}

/** The clock whose answer is owed next: running with the earliest due. */
export function owedOf<C extends Commitment>(commitments: readonly C[]): C | null {
  const open = commitments.filter(
    ({ state, stoppedAt, dueAt }) =>
      stoppedAt === null && dueAt !== null && state !== "cancelled" && state !== "withdrawn",
  );
  return open.toSorted((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))[0] ?? null;
}

/** Breaches are announced for clocks that promised something; one event each, for ever. */
function breachesIn(
  log: readonly LoggedTicketEvent[],
  commitments: readonly Commitment[],
  now: Instant,
): LoggedTicketEvent[] {
  const told = new Set(
    log.flatMap(({ event }) =>
      event.kind === "clock.breached" ? [breachKey(event.metric, event.dueAt)] : [],
    ),
  );
  const base = log.at(-1)?.seq ?? 0;
  return commitments
    .filter(({ state }) => state === "breached")
    .flatMap(({ metric, firmness, dueAt }) => (dueAt === null ? [] : [{ metric, firmness, dueAt }]))
    .filter(({ metric, dueAt }) => !told.has(breachKey(metric, dueAt)))
    .map((breach, at) => ({
      seq: base + at + 1,
      at: now,
      actor: { kind: "system", id: null },
      event: { kind: "clock.breached", ...breach },
    }));
}

function breachKey(metric: string, dueAt: Instant): string {
  return `breach:${metric}:${dueAt}`;
}

function chained(
  ctx: Ctx,
  { id, stored }: Loaded,
  events: readonly LoggedTicketEvent[],
): TicketChange["events"] {
  let previous = stored?.head ?? GENESIS;
  return events.map((logged) => {
    const { kind, ...body } = logged.event;
    const hash = linkOf(
      previous,
      {
        workspace: ctx.workspace.id,
        stream: id,
        seq: logged.seq,
        at: logged.at,
        kind,
        actor: logged.actor,
        body,
      },
      (text) => ctx.vault.sha256(text),
    );
    const link = { logged, previous, hash, effectKey: effectOf(logged.event) };
    previous = hash;
    return link;
  });
}

function effectOf(event: TicketEvent): string | null {
  return event.kind === "clock.breached" ? breachKey(event.metric, event.dueAt) : null;
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
