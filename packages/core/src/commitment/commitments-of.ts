import type { Instant } from "@troth/business-time";
import type { Clock } from "./clock.ts";
import { opOfClock } from "./clock.ts";
import type { ClockEvent } from "./clock-event.ts";
import type { Commitment, Rules, Snapshot } from "./commitment.ts";
import { earliestOf, firmestOf } from "./promise.ts";
import { replay } from "./replay.ts";

/**
 * Every clock of a ticket at `now`, in the order in which they started: a function of the events, the policy
 * versions they name and the time, and of nothing else (clock.md C1–C14). Events may come in any order and are
 * judged by their instants; those after `now` are not looked at. Empty for a ticket that was never
 * opened, and for one whose category is handed off to somebody else, such as Sales (P009).
 */
export function commitmentsOf(
  events: readonly ClockEvent[],
  rules: Rules,
  now: Instant,
): readonly Commitment[] {
  return replay(events, rules, now)
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .flatMap((clock) => {
      const snapshot = earliestOf(clock.promises);
      return snapshot === null ? [] : [commitmentOf(clock, snapshot)];
    });
}

function commitmentOf(clock: Clock, snapshot: Snapshot): Commitment {
  return {
    metric: clock.rule.metric,
    firmness: firmestOf(clock.promises)?.target?.firmness ?? "none",
    op: opOfClock(clock),
    state: clock.state,
    startedAt: clock.startedAt,
    dueAt: clock.state === "withdrawn" ? null : snapshot.dueAt,
    stoppedAt: clock.stoppedAt,
    snapshot,
    others: clock.promises.filter((promise) => promise !== snapshot && promise.dueAt !== null),
    pauses: clock.pauses,
    history: clock.history,
    continuesIn: clock.continuesIn,
  };
}
