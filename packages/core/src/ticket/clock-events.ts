import type { ClockChange, ClockEvent } from "../commitment/clock-event.ts";
import type { LoggedTicketEvent, TicketEvent } from "./events.ts";

/** What the clocks read of a ticket's log; the rest of the log moves none. */
export function clockEventsOf(log: readonly LoggedTicketEvent[]): ClockEvent[] {
  return log.flatMap(({ at, seq, event }) => {
    const change = changeOf(event);
    return change ? [{ ...change, at, seq }] : [];
  });
}

/** The clock's reading of one event; null when it moves no clock. */
export function changeOf(event: TicketEvent): ClockChange | null {
  switch (event.kind) {
    case "ticket.opened":
      return {
        kind: "opened",
        intake: event.intake,
        severity: event.severityChosen,
        category: event.category,
        plan: event.standing.plan,
        tier: event.standing.tier,
        policyVersion: event.policyVersion,
      };
    case "message.written":
      return {
        kind: "message",
        by: event.author,
        isPublic: !event.isNote,
        setsWaiting: event.waitsForCustomer,
      };
    case "severity.assessed":
      return { kind: "severity", to: event.to };
    case "ticket.resolved":
      return { kind: "state", to: "resolved", by: "agent" };
    case "plan.changed":
      return {
        kind: "plan",
        plan: event.standing.plan,
        tier: event.standing.tier,
        subscription: event.subscription,
      };
    case "ticket.assigned":
    case "clock.breached":
      return null;
  }
}
