import type { PlainReason, Refused } from "../reasons.ts";
import type { Ticket } from "./events.ts";

/** What can be done to a ticket. */
export type Act =
  | "reply"
  | "note"
  | "assign"
  | "assess"
  | "confirm"
  | "resolve"
  | "misuse"
  | "word"
  | "hide"
  | "merge"
  | "link"
  | "wish"
  | "people"
  | "video"
  | "grant-video"
  | "worsen"
  | "take-back"
  | "rate"
  | "consent"
  | "use-consent"
  | "ask-cause";

/** The outcome of a ticket that its customer takes back (formats.md). */
export const TAKEN_BACK = "taken-back";

type Closed = Partial<Record<Ticket["state"], Refused>>;

/** For the states in which a ticket has ended; merged has words of its own, and closed where no message reopens it. */
function ended(because: Refused, merged: Refused, closed = because): Closed {
  return { resolved: because, closed, merged };
}

/** The same for all states in which a ticket has not ended. */
function notEnded(because: Refused): Closed {
  return { open: because, "waiting-on-us": because, "waiting-on-customer": because, merged: MERGED };
}

const why = (reason: PlainReason, message: string): Refused => ({ reason, message });

const MERGED = why("not-open-merged", "This ticket was merged. Go on in the one it was merged into.");

/**
 * In which states an act is not open, and why: the refusal, the disabled button and its words come from here. Each
 * sentence speaks to whoever does the act: what the customer may still do is no advice to an agent.
 */
const NOT_OPEN: Record<Act, Closed> = {
  reply: { merged: why("reply-merged", "This ticket was merged. Write on the one it was merged into.") },
  note: {},
  assign: { merged: why("assign-merged", "This ticket was merged. Assign the one it was merged into.") },
  assess: ended(
    why("assess-ended", "This ticket has ended. Its severity no longer moves any clock."),
    why("assess-merged", "This ticket was merged. Assess the one it was merged into."),
  ),
  resolve: ended(
    why("resolve-ended", "This ticket has ended already. A message from the customer opens it again."),
    why("resolve-merged", "This ticket was merged. End the one it was merged into."),
    why("resolve-closed", "This ticket is closed. It goes on only with a message from the customer."),
  ),
  confirm: {
    merged: why("confirm-merged", "This ticket was merged. Confirm the Issue on the one it was merged into."),
  },
  misuse: {},
  word: ended(why("word-ended", "This ticket has ended: there is no next word to promise."), MERGED),
  hide: ended(why("hide-ended", "This ticket has ended and stands in no queue."), MERGED),
  merge: { merged: why("merged-already", "This ticket was merged already.") },
  link: {},
  wish: { merged: why("wish-merged", "This ticket was merged. Note the one it was merged into.") },
  people: { merged: MERGED },
  video: ended(
    why("video-ended", "This ticket has ended. Write on it first: that opens it again."),
    MERGED,
    why(
      "video-closed",
      "This ticket is closed. Write first, and ask for a video chat where your message stands.",
    ),
  ),
  "grant-video": ended(
    why(
      "grant-video-ended",
      "This ticket has ended. A message from the customer opens it again; a video chat can be granted then.",
    ),
    MERGED,
    why(
      "grant-video-closed",
      "This ticket is closed. It goes on only with a message from the customer; a video chat can be granted where that stands.",
    ),
  ),
  worsen: ended(
    why("worsen-ended", "This ticket has ended. Write on it: that opens it again, and you can say so there."),
    MERGED,
    why(
      "worsen-closed",
      "This ticket is closed. Write a message: it goes on where that stands, and you can say so there.",
    ),
  ),
  "take-back": ended(why("take-back-ended", "This ticket has ended already."), MERGED),
  rate: notEnded(why("rate-not-ended", "This ticket has not ended. The question comes with its outcome.")),
  consent: ended(
    why("consent-ended", "This ticket has ended; nobody needs to look at your data for it."),
    MERGED,
  ),
  "use-consent": ended(
    why(
      "use-consent-ended",
      "This ticket has ended, and with it the need to look at the customer's data. A message from the customer opens it again.",
    ),
    MERGED,
    why(
      "use-consent-closed",
      "This ticket is closed, and with it the need to look at the customer's data. It goes on only with a message from the customer.",
    ),
  ),
  "ask-cause": notEnded(
    why(
      "ask-cause-not-ended",
      "This ticket has not ended. Ask for the cause in a message; it can be asked for here at its end.",
    ),
  ),
};

/**
 * Whether what we did helped cannot be asked of who ended the ticket without us. It is answered once for all who take part:
 * by whoever is first, and changed by whoever opened the ticket.
 */
export function ratingRefusal(
  ticket: Pick<Ticket, "outcome" | "proceedings" | "requester" | "state">,
  rater: string,
): Refused | null {
  if (ticket.outcome?.id === TAKEN_BACK) {
    const message = "You ended this ticket yourself, so there is nothing of ours to rate.";
    return { reason: "ended-by-yourself", message };
  }
  if (ticket.proceedings.rating !== null && rater !== ticket.requester) {
    const message = "This was answered already. Whoever opened the ticket can change the answer.";
    return { reason: "rated-already", message };
  }
  return stateRefusal("rate", ticket);
}

/** Why an act is not open in the ticket's state; null when it is. */
export function stateRefusal(act: Act, ticket: Pick<Ticket, "state">): Refused | null {
  return NOT_OPEN[act][ticket.state] ?? null;
}
