import type { SharedWords } from "../catalogue/words.ts";
import { dueMinute, type TimeTalk } from "../speech/time.ts";

/** A change of severity with what it does to the reply's due. Instants as on the wire. */
export type SeverityChange = {
  readonly from: string;
  readonly to: string;
  /** True towards the worse. */
  readonly isRaised: boolean;
  /** As the agent wrote it; empty for none. */
  readonly reason: string;
  readonly dueFrom: string | null;
  readonly dueTo: string | null;
};

/** What the customer reads of a change of severity, sentence by sentence, in their own time. */
export function severityNotice(
  change: SeverityChange,
  time: TimeTalk,
  words: SharedWords,
): readonly string[] {
  const { notice } = words;
  const reason = change.reason.trim();
  if (change.from === change.to) return [notice.same(change.to), ...(reason === "" ? [] : [reason])];
  const told = change.isRaised
    ? [notice.raised(change.to), ...(reason === "" ? [] : [reason])]
    : [
        reason === ""
          ? notice.changed(change.to, change.from)
          : notice.changedBecause(change.to, change.from, reason),
      ];
  return [...told, ...dueSentences(change, time, words), notice.object];
}

function dueSentences(
  { dueFrom, dueTo }: SeverityChange,
  time: TimeTalk,
  { notice }: SharedWords,
): readonly string[] {
  if (dueFrom === null || dueTo === null || dueTo === dueFrom) return [];
  const [from, to] = [dueMinute(Date.parse(dueFrom)), dueMinute(Date.parse(dueTo))];
  return to < from ? [notice.dueEarlier(time.full(to))] : [notice.dueLater(time.full(to), time.short(from))];
}
