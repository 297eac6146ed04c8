import type { LoggedTicketEvent, Ticket, TicketEvent } from "./events.ts";
import type { ProceedingEvent } from "./proceeding-events.ts";
import { NO_PROCEEDINGS, type Proceedings, proceedingsAfter, waitFrom, wordTakenBy } from "./proceedings.ts";
import { UNANSWERED } from "./reopen.ts";

/** The ticket that a log of events makes. Throws only on a log that does not begin with its opening. */
export function ticketOf(log: readonly LoggedTicketEvent[]): Ticket {
  const [first, ...rest] = log;
  if (first?.event.kind !== "ticket.opened") throw new Error("A ticket's log begins with ticket.opened.");
  return rest.reduce(after, opened(first, first.event));
}

function opened({ seq, at }: LoggedTicketEvent, event: TicketEvent & { kind: "ticket.opened" }): Ticket {
  return {
    number: event.number,
    organisation: event.organisation,
    requester: event.requester,
    state: "waiting-on-us",
    category: event.category,
    route: event.route,
    intake: event.intake,
    severityChosen: event.severityChosen,
    severityAssessed: null,
    standing: event.standing,
    subscription: "active",
    policyVersion: event.policyVersion,
    place: event.place,
    isBusinessImpactUnknown: event.isBusinessImpactUnknown,
    flags: event.flags,
    assignee: null,
    outcome: null,
    incident: null,
    release: null,
    wish: null,
    openedAt: event.startedAt ?? at,
    changedAt: at,
    resolvedAt: null,
    version: seq,
    lastCustomerSeq: seq,
    lastStaffSeq: 0,
    proceedings:
      event.asksForCause === true
        ? { ...NO_PROCEEDINGS, causeAskedAt: event.startedAt ?? at }
        : NO_PROCEEDINGS,
  };
}

/** The ticket after one more event. */
export function after(ticket: Ticket, logged: LoggedTicketEvent): Ticket {
  const { seq, at, event } = logged;
  const next = { ...ticket, version: seq, changedAt: at };
  switch (event.kind) {
    case "ticket.opened":
      throw new Error("A ticket is opened once.");
    case "message.written":
      return afterMessage(next, logged, event);
    case "ticket.assigned":
      return { ...next, assignee: event.to, proceedings: wordTakenBy(next.proceedings, event.to) };
    case "severity.assessed":
      return { ...next, severityAssessed: event.to, flags: [] };
    case "ticket.resolved":
      return {
        ...withProceedings(next, {
          wait: null,
          word: null,
          hiddenUntil: null,
          leadAskedSeq: null,
          // Who takes a ticket back asks for nothing more.
          ...(event.by === "customer" ? { causeAskedAt: null } : {}),
        }),
        state: "resolved",
        outcome: { id: event.outcome, detail: event.detail },
        release: event.release ?? null,
        resolvedAt: at,
      };
    case "ticket.reopened":
      return {
        ...withProceedings(next, { rating: null }),
        state: "waiting-on-us",
        outcome: null,
        resolvedAt: null,
      };
    case "incident.linked":
      return { ...next, incident: event.incident };
    case "incident.unlinked":
      return { ...next, incident: null };
    // A ticket merged into this one may have waited for another release than this one does.
    case "release.out":
      return { ...next, release: event.release === ticket.release ? null : ticket.release };
    case "wish.noted":
      return { ...next, wish: event.wish };
    case "wish.left":
      return { ...next, wish: null };
    case "wish.told":
    case "issue.confirmed":
      return next;
    case "plan.changed":
      return { ...next, standing: event.standing, subscription: event.subscription };
    case "misuse.marked":
    case "misuse.withdrawn":
    case "clock.warned":
    case "clock.breached":
      return { ...withProceedings(next, { hiddenUntil: null }), changedAt: ticket.changedAt };
    case "clock.corrected":
    case "promise.moved":
    case "secret.looked-at":
    case "incident.ended":
      return { ...next, changedAt: ticket.changedAt };
    case "ticket.merged":
      return { ...withProceedings(next, { ...ENDED, mergedInto: event.into }), state: "merged" };
    case "ticket.absorbed": {
      const absorbed = [...next.proceedings.absorbed, ...event.tickets];
      return withProceedings(next, { absorbed });
    }
    case "message.split-off":
      return next;
    case "ticket.closed":
      // With the window nothing changes but its state: its outcome is what it was, and it is no news that it rests.
      return event.why === "window"
        ? { ...next, state: "closed", changedAt: ticket.changedAt }
        : afterProceeding(next, { ...logged, event });
    default:
      return afterProceeding(next, { ...logged, event });
  }
}

const ENDED = {
  wait: null,
  word: null,
  hiddenUntil: null,
  leadAskedSeq: null,
  disagreement: null,
  causeAskedAt: null,
  video: null,
  consent: null,
} as const;

function withProceedings(ticket: Ticket, change: Partial<Proceedings>): Ticket {
  return { ...ticket, proceedings: { ...ticket.proceedings, ...change } };
}

function afterProceeding(ticket: Ticket, logged: LoggedTicketEvent & { event: ProceedingEvent }): Ticket {
  const { event } = logged;
  const next = { ...ticket, proceedings: proceedingsAfter(ticket.proceedings, logged) };
  if (event.kind === "ticket.closed") {
    const outcome = { id: UNANSWERED, detail: null };
    return { ...next, state: "closed", outcome, resolvedAt: logged.at };
  }
  // Until we assess it, what the customer says counts (clock.md C4).
  if (event.kind === "ticket.worsened") {
    const isUnknown = event.isBusinessImpactUnknown ?? next.isBusinessImpactUnknown;
    const told = { ...next, isBusinessImpactUnknown: isUnknown };
    return event.isRaised ? { ...told, severityChosen: event.to, flags: event.flags ?? next.flags } : told;
  }
  return next;
}

function afterMessage(
  ticket: Ticket,
  { seq, at }: LoggedTicketEvent,
  event: TicketEvent & { kind: "message.written" },
): Ticket {
  if (event.isNote) return ticket;
  if (event.author === "customer") {
    // The customer's word opens a resolved ticket again (formats.md); the outcome before stays in the log.
    return {
      ...withProceedings(ticket, { wait: null, hiddenUntil: null, rating: null }),
      state: "waiting-on-us",
      outcome: null,
      resolvedAt: null,
      lastCustomerSeq: seq,
    };
  }
  const isAsking = event.waitsForCustomer;
  return {
    ...(isAsking ? withProceedings(ticket, { wait: waitFrom(at) }) : ticket),
    state: isAsking ? "waiting-on-customer" : ticket.state,
    lastStaffSeq: seq,
  };
}
