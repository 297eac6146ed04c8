import type { Refused } from "../reasons.ts";
import { stateRefusal } from "../ticket/acts.ts";
import type { Ticket } from "../ticket/events.ts";

/** What else decides whether the cause can be asked for. */
export type CauseKnown = {
  /** Whether the policy offers this account an account of the cause. */
  readonly isOffered: boolean;
  /** Whether one is published already, about the ticket or about its incident. */
  readonly isPublished: boolean;
};

/** Why a customer cannot ask for the cause on a ticket; null when they can. */
export function causeAskRefusal(
  ticket: Pick<Ticket, "state" | "proceedings">,
  { isOffered, isPublished }: CauseKnown,
): Refused | null {
  const refused = stateRefusal("ask-cause", ticket);
  if (refused) return refused;
  if (ticket.proceedings.causeAskedAt !== null) {
    const message = "The cause is asked for already. You hear by mail when it is published.";
    return { reason: "cause-asked", message };
  }
  if (isPublished) {
    const message = "The cause is published: read it on this ticket. If something is missing, write.";
    return { reason: "cause-published", message };
  }
  if (isOffered) return null;
  return {
    reason: "cause-not-offered",
    message: "The support policy does not offer you an account of the cause.",
  };
}
