import { always, type Calendar } from "@troth/business-time";
import type { Commitment, Snapshot } from "@troth/core";
import type { RunnablePolicy } from "@troth/policy";
import type { ListedTicket } from "../../ports/store.ts";
import { wireInstant } from "./instant.ts";

/**
 * Since when the customer waits for a word of ours: the opening until somebody answered, then the start of the clock
 * that runs. Null when it is their turn, or when no clock tells.
 */
export function waitingSinceOf({
  state,
  lastStaffSeq,
  openedAt,
  commitment,
}: Pick<ListedTicket, "state" | "lastStaffSeq" | "openedAt"> & {
  readonly commitment: Pick<Commitment, "state" | "startedAt" | "stoppedAt"> | null;
}): string | null {
  if (state !== "open" && state !== "waiting-on-us") return null;
  if (lastStaffSeq === 0) return wireInstant(openedAt);
  return commitment !== null && isUnderWay(commitment) ? wireInstant(commitment.startedAt) : null;
}

/** Open time that is left until the due at `now`, of how much from its start; null when none runs down. */
export function openLeftOf(
  commitment:
    | (Pick<Commitment, "state" | "startedAt" | "dueAt" | "pauses"> & {
        readonly snapshot: Pick<Snapshot, "calendarId">;
      })
    | null,
  { calendars }: Pick<RunnablePolicy, "calendars">,
  now: number,
) {
  if (commitment?.state !== "running" || commitment.dueAt === null || commitment.dueAt <= now) return null;
  const { startedAt, dueAt, pauses, snapshot } = commitment;
  const calendar = (snapshot.calendarId === null ? null : calendars.get(snapshot.calendarId)) ?? always;
  const changes = changesOf(calendar, now, dueAt);
  return {
    ms: calendar.between(now, dueAt, pauses),
    ofMs: calendar.between(startedAt, dueAt, pauses),
    isRunning: calendar.isOpen(now),
    changes: changes.map(wireInstant),
    knownUntil: wireInstant((changes.length === MOST_CHANGES && changes.at(-1)) || dueAt),
  };
}

/** A reader who holds a page longer than over two closings asks again. */
const MOST_CHANGES = 4;

function changesOf({ nextChange }: Pick<Calendar, "nextChange">, from: number, to: number): number[] {
  const changes: number[] = [];
  let change = nextChange(from);
  while (change !== null && change.at < to && changes.length < MOST_CHANGES) {
    changes.push(change.at);
    change = nextChange(change.at);
  }
  return changes;
}

function isUnderWay({ state, stoppedAt }: Pick<Commitment, "state" | "stoppedAt">): boolean {
  return stoppedAt === null && state !== "withdrawn" && state !== "cancelled";
}
