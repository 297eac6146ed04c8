import type { DeskWords } from "@troth/ui";
import type { DeskTicket } from "../wire.ts";

/** What the dialog holds before it is sent. */
export type Choice = {
  readonly to: string | null;
  readonly grounds: readonly string[];
  readonly factors: readonly string[];
  readonly reason: string;
};

/** Whether the customer must be told why: the severity differs from what they chose or were told (P082). */
export function needsReason(ticket: Pick<DeskTicket, "severity">, to: string): boolean {
  const { chosen, assessed } = ticket.severity;
  return [chosen, assessed].some((known) => known !== null && known !== to);
}

/** What is still missing, in one sentence; null when the change may be sent (P081, P082). */
export function missingOf(
  ticket: Pick<DeskTicket, "severity">,
  choice: Choice,
  words: DeskWords,
): string | null {
  if (choice.to === null) return words.chooseFirst;
  if (choice.grounds.length === 0 && choice.factors.length === 0) return words.groundFirst;
  if (needsReason(ticket, choice.to) && choice.reason.trim() === "") return words.writeReasonFirst;
  return null;
}
