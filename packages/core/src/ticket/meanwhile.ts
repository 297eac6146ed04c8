import type { LoggedTicketEvent, TicketEvent, TicketEventKind } from "./events.ts";

/** What an act rests on having been seen: all that people said and did, or only who has the ticket. */
export type Sight = "all" | "assignee";

/** What somebody did, as far as a refusal tells it. */
export type Meanwhile =
  | "wrote"
  | "noted"
  | "assessed"
  | "assigned"
  | "took"
  | "gave-back"
  | "ended"
  | "merged"
  | "granted"
  | "objected"
  | "changed";

/** What changes nothing that somebody else would decide by. */
const QUIET: ReadonlySet<string> = new Set<TicketEventKind>([
  "follower.added",
  "follower.removed",
  "ticket.hidden",
  "ticket.shown",
  "secret.looked-at",
  "consent.used",
  "ticket.rated",
]);

const OF_ASSIGNEE: ReadonlySet<string> = new Set<TicketEventKind>([
  "ticket.assigned",
  "ticket.resolved",
  "ticket.merged",
]);

/**
 * The last thing that a person did to a ticket after the revision that was seen; null when an act that rests on that
 * sight may go on. What time, the directory or a publication did needs nobody's second thought.
 */
export function unseenSince(
  log: readonly LoggedTicketEvent[],
  seen: number,
  sight: Sight,
): LoggedTicketEvent | null {
  const counts = (kind: string) => (sight === "assignee" ? OF_ASSIGNEE.has(kind) : !QUIET.has(kind));
  const last = log.findLast(
    ({ seq, actor, event }) =>
      seq > seen && (actor.kind === "agent" || actor.kind === "customer") && counts(event.kind),
  );
  return last ?? null;
}

/** What an event is told as to somebody who had not seen it. */
export function meanwhileOf({ actor, event }: Pick<LoggedTicketEvent, "actor" | "event">): Meanwhile {
  if (event.kind === "message.written") return event.isNote ? "noted" : "wrote";
  if (event.kind === "ticket.assigned") return assignedAs(actor.id, event.to);
  return TOLD_AS[event.kind] ?? "changed";
}

function assignedAs(by: string | null, to: string | null): Meanwhile {
  if (to === null) return "gave-back";
  return to === by ? "took" : "assigned";
}

const TOLD_AS: { readonly [Kind in TicketEvent["kind"]]?: Meanwhile } = {
  "severity.assessed": "assessed",
  "ticket.resolved": "ended",
  "ticket.merged": "merged",
  "ticket.absorbed": "merged",
  "video.granted": "granted",
  "disagreement.opened": "objected",
};
