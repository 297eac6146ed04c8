import type { LoggedTicketEvent } from "./events.ts";

/** The revision of the next invitation: above all that went out from here, or calendars ignore it (RFC 5546, 2.1.4). */
export function nextRevisionOf(log: readonly LoggedTicketEvent[]): number {
  return log.reduce((next, { event }) => {
    if (event.kind === "video.granted") return Math.max(next, event.revision + 1);
    // A cancellation goes out with a revision of its own.
    return event.kind === "video.cancelled" && next > 0 ? next + 1 : next;
  }, 0);
}

/** What was granted last and stood until `seq`, that event included; null where only a wish did. */
export function grantedBefore(log: readonly LoggedTicketEvent[], seq: number): LoggedTicketEvent | null {
  const last = log.findLast(
    (one) => one.seq <= seq && (one.event.kind === "video.granted" || one.event.kind === "video.asked"),
  );
  return last?.event.kind === "video.granted" ? last : null;
}

/** The agents who granted or moved the meeting that stood until `seq`: it is in their calendars. */
export function hostsOf(log: readonly LoggedTicketEvent[], seq: number): readonly string[] {
  const hosts = new Set<string>();
  for (const one of log) {
    if (one.seq > seq) break;
    if (one.event.kind === "video.asked") hosts.clear();
    if (one.event.kind === "video.granted" && one.actor.id !== null) hosts.add(one.actor.id);
  }
  return [...hosts];
}
