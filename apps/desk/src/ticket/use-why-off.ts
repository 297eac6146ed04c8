import { said, useDeskWords, useSpeech } from "@troth/ui";
import type { DeskTicket } from "../wire.ts";
import { type ActName, actState } from "./ticket-facts.ts";

/** Why an act is off, in the reader's language; null for one that is open. */
export function useWhyOff(ticket: DeskTicket): (act: ActName) => string | null {
  const { because: byState } = useDeskWords();
  const { words } = useSpeech();
  return (act) => {
    const { isOpen, because, reason } = actState(ticket, act);
    if (isOpen) return null;
    const message = because ?? "";
    return byState[`${act}.${ticket.state}`] ?? said(words, { message, reason: reason ?? undefined });
  };
}
