import type { DeskWords } from "@troth/ui";
import type { DeskPolicy, DeskTicket } from "../wire.ts";

type Proposal = NonNullable<DeskTicket["proposal"]>;

/** What the dialog holds before it is sent. */
export type Choice = {
  readonly to: string | null;
  readonly grounds: readonly string[];
  readonly factors: readonly string[];
  readonly reason: string;
};

/** The proposal as a choice, with those of its grounds that the level's list shows; the reason stays to be written. */
export function choiceOf(proposal: Proposal, policy: Pick<DeskPolicy, "severities">, choice: Choice): Choice {
  const level = policy.severities.find(({ id }) => id === proposal.severity.id);
  const shown = (level?.grounds ?? []).flatMap(({ id, points }) => [id, ...points.map((point) => point.id)]);
  const grounds = proposal.grounds.map(({ id }) => id).filter((id) => shown.includes(id));
  return { ...choice, to: proposal.severity.id, grounds };
}

/** Whether the customer must be told why: the severity differs from what they chose or were told (P082). */
export function needsReason(ticket: Pick<DeskTicket, "severity">, to: string): boolean {
  const { chosen, assessed, current } = ticket.severity;
  return [chosen, assessed, current].some((known) => known !== null && known !== to);
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
