import type { Ticket } from "./events.ts";

/** Why not, by a code that stays the same, and in words that say where to go instead. */
export type Refused = { readonly reason: string; readonly message: string };

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
  | "worsen"
  | "take-back"
  | "rate"
  | "consent"
  | "ask-cause";

/** The outcome of a ticket that its customer takes back (formats.md). */
export const TAKEN_BACK = "taken-back";

type Closed = Partial<Record<Ticket["state"], string>>;

/** For the states in which a ticket has ended; merged has words of its own, and closed where no message reopens it. */
function ended(because: string, merged: string, closed = because): Closed {
  return { resolved: because, closed, merged };
}

const MERGED = "This ticket was merged. Go on in the one it was merged into.";
const NOT_OVER =
  "This ticket has not ended. Ask for the cause in a message; it can be asked for here at its end.";
const NOT_ENDED = "This ticket has not ended. The question comes with its outcome.";

/** In which states an act is not open, and why: the refusal, the disabled button and its words come from here. */
const NOT_OPEN: Record<Act, Closed> = {
  reply: { merged: "This ticket was merged. Write on the one it was merged into." },
  note: {},
  assign: { merged: "This ticket was merged. Assign the one it was merged into." },
  assess: ended(
    "This ticket has ended. Its severity no longer moves any clock.",
    "This ticket was merged. Assess the one it was merged into.",
  ),
  resolve: ended(
    "This ticket has ended already. A message from the customer opens it again.",
    "This ticket was merged. End the one it was merged into.",
    "This ticket is closed. It goes on only with a message from the customer.",
  ),
  confirm: { merged: "This ticket was merged. Confirm the Issue on the one it was merged into." },
  misuse: {},
  word: ended("This ticket has ended: there is no next word to promise.", MERGED),
  hide: ended("This ticket has ended and stands in no queue.", MERGED),
  merge: { merged: "This ticket was merged already." },
  link: {},
  wish: { merged: "This ticket was merged. Note the one it was merged into." },
  people: { merged: MERGED },
  video: ended(
    "This ticket has ended. Write on it first: that opens it again.",
    MERGED,
    "This ticket is closed. Write first, and ask for a video chat where your message stands.",
  ),
  worsen: ended(
    "This ticket has ended. Write on it: that opens it again, and you can say so there.",
    MERGED,
    "This ticket is closed. Write a message: it goes on where that stands, and you can say so there.",
  ),
  "take-back": ended("This ticket has ended already.", MERGED),
  rate: { open: NOT_ENDED, "waiting-on-us": NOT_ENDED, "waiting-on-customer": NOT_ENDED, merged: MERGED },
  consent: ended("This ticket has ended; nobody needs to look at your data for it.", MERGED),
  "ask-cause": {
    open: NOT_OVER,
    "waiting-on-us": NOT_OVER,
    "waiting-on-customer": NOT_OVER,
    merged: MERGED,
  },
};

/** Whether what we did helped cannot be asked of who ended the ticket without us. */
export function ratingRefusal(ticket: Pick<Ticket, "outcome" | "state">): Refused | null {
  if (ticket.outcome?.id !== TAKEN_BACK) return stateRefusal("rate", ticket);
  const message = "You ended this ticket yourself, so there is nothing of ours to rate.";
  return { reason: "ended-by-yourself", message };
}

/** Why an act is not open in the ticket's state; null when it is. */
export function refusalOf(act: Act, ticket: Pick<Ticket, "state">): string | null {
  return NOT_OPEN[act][ticket.state] ?? null;
}

/** The same with its code. */
export function stateRefusal(act: Act, ticket: Pick<Ticket, "state">): Refused | null {
  const message = refusalOf(act, ticket);
  return message === null ? null : { reason: `not-open-${ticket.state}`, message };
}
