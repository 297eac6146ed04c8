import { useQuery } from "@tanstack/react-query";
import { type OtherZone, type SeverityNames, useDeskWords, useSpeech } from "@troth/ui";
import { read } from "../queries.ts";
import type { DeskTicket } from "../wire.ts";

export type ActName = "reply" | "note" | "assign" | "assess" | "resolve";

/** Whether an act is open on this ticket, and why not. What the desk does not list is open. */
export function actState(
  ticket: Pick<DeskTicket, "acts">,
  name: ActName,
): { readonly isOpen: boolean; readonly because: string | null } {
  const found = ticket.acts.find(({ act }) => act === name || act.endsWith(`.${name}`));
  return found ?? { isOpen: true, because: null };
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

/** The zones a time on this ticket opens in: the customer's and the one the policy counts in. */
export function useTicketZones(ticket: DeskTicket): readonly OtherZone[] {
  const words = useDeskWords();
  const shared = useSpeech().words;
  const { zone } = ticket.requester;
  const deskZone = firstPromise(ticket).promise?.calendar?.zone ?? null;
  return [
    ...(zone === null ? [] : [{ label: words.customer, zone }]),
    ...(deskZone === null ? [] : [{ label: shared.policyZone, zone: deskZone }]),
  ];
}

/** Names of the severities, fetched only where an event of the ticket speaks of them by id. */
export function useSeverityNames(ticket: DeskTicket): SeverityNames {
  const isNeeded = ticket.timeline.some((entry) => entry.kind === "severity.assessed");
  const policy = useQuery({ ...read.policy(ticket.number), enabled: isNeeded });
  return policy.data?.severities ?? [];
}
