import type { Instant } from "@troth/policy";
import type { ClockChange, ClockEvent } from "../commitment/clock-event.ts";
import type { LoggedTicketEvent, TicketEvent } from "./events.ts";

/** A policy version and when it was published. */
export type Publication = { readonly version: string; readonly publishedAt: Instant };

/**
 * What the clocks read of a ticket's log, and of the policy versions published after the one it was opened under:
 * those are events of the whole desk (C8, C9). `publications` are all of them, oldest first.
 */
export function clockEventsOf(
  log: readonly LoggedTicketEvent[],
  publications: readonly Publication[],
): ClockEvent[] {
  const own = log.flatMap(({ at, seq, event }) => {
    const change = changeOf(event);
    return change ? [{ ...change, at, seq }] : [];
  });
  return [...own, ...publishedAfter(log, publications)];
}

/** A version that came out while the ticket was being opened under the one before counts from the opening on. */
function publishedAfter(
  log: readonly LoggedTicketEvent[],
  publications: readonly Publication[],
): ClockEvent[] {
  const [opening] = log;
  if (opening?.event.kind !== "ticket.opened") return [];
  const { policyVersion } = opening.event;
  const own = publications.findIndex(({ version }) => version === policyVersion);
  return publications.slice(own + 1).map(({ version, publishedAt }) => ({
    kind: "policy",
    policyVersion: version,
    at: Math.max(publishedAt, opening.at),
    seq: opening.seq,
  }));
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
        ...(event.account === undefined ? {} : { account: event.account }),
        ...(event.startedAt === undefined ? {} : { startedAt: event.startedAt }),
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
      return { kind: "state", to: "resolved", by: event.by ?? "agent" };
    case "ticket.closed":
      // What ends with the reopen window had ended before; its clocks stand as they stood (clock.md C10).
      return event.why === "silence" ? { kind: "state", to: "closed", by: "automation" } : null;
    case "ticket.worsened":
      return event.isRaised ? { kind: "severity", to: event.to } : null;
    case "ticket.merged":
      return { kind: "merged-into", ticket: String(event.into) };
    case "ticket.absorbed":
      return { kind: "merged-from", ticket: String(event.number), events: event.events };
    case "message.split-off":
      return { kind: "split-off", messageAt: event.messageAt };
    case "plan.changed":
      return {
        kind: "plan",
        plan: event.standing.plan,
        tier: event.standing.tier,
        subscription: event.subscription,
        ...(event.account === undefined ? {} : { account: event.account }),
      };
    default:
      return null;
  }
}
