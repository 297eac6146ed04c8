import type { DeskTicket } from "../wire.ts";

export type ActName =
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
  | "grant-video"
  | "use-consent";

/** Whether an act is open on this ticket, and why not. What the desk does not list is open. */
export function actState(
  ticket: Pick<DeskTicket, "acts">,
  name: ActName,
): Pick<DeskTicket["acts"][number], "because" | "isOpen" | "reason"> {
  const found = ticket.acts.find(({ act }) => act === name || act.endsWith(`.${name}`));
  return found ?? { isOpen: true, because: null, reason: null };
}

/** The promise of a first reply, else the first there is; with it the rows of its receipt. */
export function firstPromise(ticket: Pick<DeskTicket, "promises" | "receipt">) {
  const promise =
    ticket.receipt?.promise ??
    ticket.promises.find((one) => one.metric.startsWith("first")) ??
    ticket.promises[0] ??
    null;
  return { promise, rows: ticket.receipt?.rows ?? [] };
}

/** Since when the customer is to act: our last public message. */
export function theirTurnSince(ticket: Pick<DeskTicket, "state" | "messages">): string | null {
  if (ticket.state !== "waiting-on-customer") return null;
  return ticket.messages.findLast((one) => one.author.kind === "agent" && !one.isNote)?.at ?? null;
}
