import type { Ticket } from "./events.ts";

/** What can be done to a ticket. */
export type Act = "reply" | "note" | "assign" | "assess" | "resolve";

const CLOSED = ["resolved", "closed"] as const;

/** In which states an act is not open, and why: the refusal, the disabled button and its words come from here. */
const NOT_OPEN: Record<Act, Partial<Record<Ticket["state"], string>>> = {
  reply: { merged: "This ticket was merged. Write on the one it was merged into." },
  note: {},
  assign: { merged: "This ticket was merged. Assign the one it was merged into." },
  assess: Object.fromEntries([
    ...CLOSED.map((state) => [state, "This ticket has ended. Its severity no longer moves any clock."]),
    ["merged", "This ticket was merged. Assess the one it was merged into."],
  ]),
  resolve: Object.fromEntries([
    ...CLOSED.map((state) => [
      state,
      "This ticket has ended already. A message from the customer opens it again.",
    ]),
    ["merged", "This ticket was merged. End the one it was merged into."],
  ]),
};

/** Why an act is not open in the ticket's state; null when it is. */
export function refusalOf(act: Act, ticket: Pick<Ticket, "state">): string | null {
  return NOT_OPEN[act][ticket.state] ?? null;
}

const DAY_MS = 86_400_000;

/**
 * Whether the customer's message still reopens this ticket. Later it opens a follow-up instead
 * (formats.md, reopen window of the policy).
 */
export function isWithinReopenWindow(ticket: Ticket, reopenDays: number, now: number): boolean {
  return ticket.resolvedAt === null || now - ticket.resolvedAt < reopenDays * DAY_MS;
}
