import { useQuery } from "@tanstack/react-query";
import { type OtherZone, type SeverityNames, useDeskWords, useSpeech } from "@troth/ui";
import { read } from "../queries.ts";
import type { DeskTicket } from "../wire.ts";
import { firstPromise } from "./ticket-facts.ts";

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
