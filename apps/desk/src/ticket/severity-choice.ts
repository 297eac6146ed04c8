import { type DeskWords, dueMinute, type TimeTalk } from "@troth/ui";
import type { AssessPreview, DeskTicket } from "../wire.ts";

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

/** What the customer will read, sentence by sentence, with times in their zone. */
export function noticeOf(
  preview: AssessPreview,
  reason: string,
  time: TimeTalk,
  words: DeskWords,
): readonly string[] {
  const { from, to } = preview;
  const given = reason.trim() === "" ? "…" : reason.trim();
  if (from.current === to.current) return [words.noticeSame(to.name)];
  const isRaised = to.rank < from.rank;
  return [
    isRaised ? words.noticeRaise(to.name) : words.noticeLower(to.name, from.name, given),
    ...(isRaised && reason.trim() !== "" ? [given] : []),
    ...dueSentences(preview, time, words),
    words.noticeObject,
  ];
}

function dueSentences(preview: AssessPreview, time: TimeTalk, words: DeskWords): readonly string[] {
  if (preview.dueTo === null || preview.dueTo === preview.dueFrom) return [];
  const to = dueMinute(Date.parse(preview.dueTo));
  if (preview.dueFrom === null) return [words.noticeDueEarlier(time.full(to))];
  const from = dueMinute(Date.parse(preview.dueFrom));
  return to < from
    ? [words.noticeDueEarlier(time.full(to))]
    : [words.noticeDueLater(time.full(to), time.short(from))];
}
