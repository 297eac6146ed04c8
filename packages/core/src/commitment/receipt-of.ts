import type { Instant, Row } from "@troth/business-time";
import type { Clause, Target } from "@troth/policy";
import { amountOn, explainOn, type Timeline, timelineOf } from "./calendar-timeline.ts";
import type { Commitment, Rules, Snapshot } from "./commitment.ts";

/** Why a commitment falls due when it does. */
export type CommitmentReceipt = {
  /** Where counting began: the start, or the change that gave the promise (C6–C8). */
  readonly from: Instant;
  readonly due: Instant;
  /** The counted amounts add up to the target exactly (D3). */
  readonly rows: readonly Row[];
  readonly target: Target;
  /** The clause of the published page that states the target. */
  readonly clause: Clause;
  readonly given: Snapshot;
  /** Promises that were in force too and fall due later, so that the reader sees that the earliest was taken. */
  readonly later: readonly Snapshot[];
  /** True when the due is an instant at which the desk closes, e.g. “by the end of Wed 4 Mar”. */
  readonly isDueAtClosing: boolean;
};

/** The receipt of a commitment, computed anew from what it was computed from; null when it has no due. */
export function receiptOf(commitment: Commitment, rules: Rules): CommitmentReceipt | null {
  const { snapshot, others, pauses, dueAt } = commitment;
  const { target, countedFrom } = snapshot;
  if (dueAt === null || target?.lowered == null) return null;
  const timeline = timelineOf(snapshot, rules);
  const amount = amountOn(timeline, target, countedFrom) ?? target.lowered.amount;
  const receipt = explainOn(timeline, countedFrom, amount, pauses);
  if (receipt === null) return null;
  return {
    ...receipt,
    target,
    clause: target.clause,
    given: snapshot,
    later: others,
    isDueAtClosing: closesAt(timeline, receipt.due),
  };
}

/** Whether a commitment falls due at an instant at which the desk closes; without its receipt. */
export function isDueAtClosing({ snapshot, dueAt }: Commitment, rules: Rules): boolean {
  return dueAt !== null && snapshot.target?.lowered != null && closesAt(timelineOf(snapshot, rules), dueAt);
}

function closesAt(timeline: Timeline, due: Instant): boolean {
  const inForce = timeline.findLast(({ from }) => from < due);
  const change = inForce?.calendar.nextChange(due - 1) ?? null;
  return change !== null && change.at === due && !change.isOpen;
}
