import type { Instant } from "@troth/business-time";
import type { ClockState } from "../vocabulary.ts";
import type { ClockChange, ClockEvent } from "./clock-event.ts";
import type { Commitment, Rules } from "./commitment.ts";
import { commitmentsOf } from "./commitments-of.ts";

/** What a change would do to one commitment that still waits for its answer. */
export type DuePreview = {
  readonly metric: string;
  readonly dueFrom: Instant | null;
  readonly dueTo: Instant | null;
  readonly stateFrom: ClockState;
  /** `breached` where the change brings back a promise whose due has passed (C6). */
  readonly stateTo: ClockState;
};

/**
 * Old and new due of every unanswered commitment, were `change` to happen at `now`; nothing is changed. The first
 * is the first response where one is owed. Empty when nothing is owed.
 */
export function duePreview(
  events: readonly ClockEvent[],
  change: ClockChange,
  rules: Rules,
  now: Instant,
): readonly DuePreview[] {
  const seq = events.reduce((last, event) => Math.max(last, event.seq), 0) + 1;
  const before = commitmentsOf(events, rules, now);
  const after = commitmentsOf([...events, { ...change, at: now, seq }], rules, now);
  return before.flatMap((old, index) => {
    const next = after[index];
    if (next === undefined || !isOwed(old)) return [];
    const { metric, dueAt: dueFrom, state: stateFrom } = old;
    return [{ metric, dueFrom, dueTo: next.dueAt, stateFrom, stateTo: next.state }];
  });
}

function isOwed(commitment: Commitment): boolean {
  return commitment.stoppedAt === null && commitment.state !== "cancelled";
}
