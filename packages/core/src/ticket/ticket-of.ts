import type { LoggedTicketEvent, Ticket, TicketEvent } from "./events.ts";

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
    openedAt: at,
    changedAt: at,
    resolvedAt: null,
    version: seq,
    lastCustomerSeq: seq,
    lastStaffSeq: 0,
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
      return afterMessage(next, seq, event);
    case "ticket.assigned":
      return { ...next, assignee: event.to };
    case "severity.assessed":
      return { ...next, severityAssessed: event.to, flags: [] };
    case "ticket.resolved":
      return {
        ...next,
        state: "resolved",
        outcome: { id: event.outcome, detail: event.detail },
        resolvedAt: at,
      };
    case "plan.changed":
      return { ...next, standing: event.standing, subscription: event.subscription };
    case "clock.warned":
    case "clock.breached":
    case "clock.corrected":
    case "promise.moved":
    case "secret.looked-at":
      return { ...next, changedAt: ticket.changedAt };
  }
}

function afterMessage(ticket: Ticket, seq: number, event: TicketEvent & { kind: "message.written" }): Ticket {
  if (event.isNote) return ticket;
  if (event.author === "customer") {
    // The customer's word opens a resolved ticket again (formats.md); the outcome before stays in the log.
    return { ...ticket, state: "waiting-on-us", outcome: null, resolvedAt: null, lastCustomerSeq: seq };
  }
  return {
    ...ticket,
    state: event.waitsForCustomer ? "waiting-on-customer" : ticket.state,
    lastStaffSeq: seq,
  };
}
