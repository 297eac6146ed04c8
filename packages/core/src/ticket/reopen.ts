import type { Instant, Policy } from "@troth/policy";
import type { Refused } from "../reasons.ts";
import type { Ticket } from "./events.ts";

const DAY_MS = 86_400_000;

/** The desk's own outcome: closed after silence, as the policy says. */
export const UNANSWERED = "unanswered";

type Ended = Pick<Ticket, "state" | "resolvedAt" | "outcome">;
type Window = Pick<Policy, "reopenDays">;

/** What a customer's message does: goes on, opens the ticket again, or opens a follow-up (formats.md). */
export type ReplyEffect = "goes-on" | "reopens" | "follows-up";

/**
 * The instant from which a customer's message no longer opens this ticket again; null for one that has not ended, and
 * for one whose window has ended on record: no later policy gives that back.
 */
export function reopenEndsAt(ticket: Ended, { reopenDays }: Window): Instant | null {
  const isForGood = ticket.state === "closed" && ticket.outcome !== null && ticket.outcome.id !== UNANSWERED;
  return ticket.resolvedAt === null || isForGood ? null : ticket.resolvedAt + reopenDays * DAY_MS;
}

/** The reopen window is that of the policy in force, as its page says it. */
export function replyEffectOf(ticket: Ended, window: Window, now: Instant): ReplyEffect {
  if ((ticket.state !== "resolved" && ticket.state !== "closed") || ticket.resolvedAt === null) {
    return "goes-on";
  }
  const endsAt = reopenEndsAt(ticket, window);
  return endsAt !== null && now < endsAt ? "reopens" : "follows-up";
}

/** What an agent's message does to whose turn it is; `reopens`: the ticket goes on with it. */
export type AnswerEffect =
  | { readonly ok: true; readonly waitsForCustomer: boolean; readonly reopens: boolean }
  | { readonly ok: false; readonly refused: Refused };

/**
 * A friendly word of an agent on a ticket that has ended changes nothing of it: nobody owes an answer. Asking for
 * something opens it again, as long as a message of the customer's would (formats.md).
 */
export function answerEffectOf(
  ticket: Ended,
  { asks, waitsForCustomer }: { readonly asks: boolean; readonly waitsForCustomer: boolean },
  { window, now }: { readonly window: Window; readonly now: Instant },
): AnswerEffect {
  if (ticket.state !== "resolved" && ticket.state !== "closed") {
    return { ok: true, waitsForCustomer, reopens: false };
  }
  if (!asks) return { ok: true, waitsForCustomer: false, reopens: false };
  if (replyEffectOf(ticket, window, now) === "reopens") {
    return { ok: true, waitsForCustomer: true, reopens: true };
  }
  const message =
    "The time to open this ticket again is over, so nothing can be asked for on it. Write without a list; a message of the customer opens a new ticket.";
  return { ok: false, refused: { reason: "ask-after-window", message } };
}
