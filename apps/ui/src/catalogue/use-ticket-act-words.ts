import { useSpeech } from "../speech/speech.tsx";
import { ticketActs as actsDe } from "./de/ticket-acts.ts";
import { ticketActs as actsEn } from "./en/ticket-acts.ts";
import type { TicketActWords } from "./words.ts";

/** Words of what a customer can do around a ticket, in the reader's language. */
export function useTicketActWords(): TicketActWords {
  return useSpeech().locale === "de" ? actsDe : actsEn;
}
