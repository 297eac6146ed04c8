import { said, useSpeech } from "@troth/ui";
import type { DeskTicket } from "../wire.ts";
import { type ActName, actState } from "./ticket-facts.ts";

/** Why an act is off, in the reader's language; null for one that is open. */
export function useWhyOff(ticket: DeskTicket): (act: ActName) => string | null {
  const { words } = useSpeech();
  return (act) => {
    const { isOpen, because, reason } = actState(ticket, act);
    return isOpen ? null : said(words, { message: because ?? "", reason: reason ?? undefined });
  };
}
