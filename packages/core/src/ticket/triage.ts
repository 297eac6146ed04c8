import type { Instant, RunnablePolicy } from "@troth/policy";
import type { Ticket } from "./events.ts";

/** How long a ticket waits for its assessment where the policy does not say: a day. */
const DESK_LIMIT_MS = 86_400_000;

const ENDED: ReadonlySet<Ticket["state"]> = new Set(["resolved", "closed", "merged"]);

/**
 * Since when a ticket waits for an assessment that should have been made by now; null while there is time, and for
 * one that was assessed, has ended or is not for support (P079).
 */
export function unassessedSince(
  { policy, calendars }: Pick<RunnablePolicy, "policy" | "calendars">,
  ticket: Pick<Ticket, "severityAssessed" | "state" | "route" | "openedAt">,
  now: Instant,
): Instant | null {
  const { severityAssessed, state, route, openedAt } = ticket;
  if (severityAssessed !== null || route !== "support" || ENDED.has(state)) return null;
  const { ms, calendar } = policy.assessWithin ?? { ms: DESK_LIMIT_MS, calendar: null };
  const open = calendar === null ? undefined : calendars.get(calendar);
  const limit = open === undefined ? openedAt + ms : open.add(openedAt, { ms });
  return limit !== null && now >= limit ? openedAt : null;
}
