import { always, type Calendar } from "@troth/business-time";
import type { Commitment, Snapshot } from "@troth/core";
import { settledFor } from "@troth/policy";
import type { ListedTicket } from "../../ports/store.ts";
import { wireInstant } from "./instant.ts";
import type { Versions } from "./promise.ts";

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

/**
 * Open time that is left until the due at `now`, of how much from its start; null when none runs down. Hours that
 * were edited on the way count as they were at the time (clock.md C9).
 */
export function openLeftOf(
  commitment:
    | (Pick<Commitment, "state" | "startedAt" | "dueAt" | "pauses"> & {
        readonly snapshot: Pick<Snapshot, "account" | "calendarId" | "calendars">;
      })
    | null,
  versions: Versions,
  now: number,
) {
  if (commitment?.state !== "running" || commitment.dueAt === null || commitment.dueAt <= now) return null;
  const { startedAt, dueAt, pauses, snapshot } = commitment;
  const parts = partsOf(snapshot, versions);
  const { calendar } = parts.findLast(({ from }) => from <= now) ?? { calendar: always };
  const changes = changesOf(calendar, now, dueAt);
  const between = (from: number, to: number) =>
    parts.reduce((sum, part, at) => {
      const [begin, end] = [Math.max(from, part.from), Math.min(to, parts[at + 1]?.from ?? to)];
      return end > begin ? sum + part.calendar.between(begin, end, pauses) : sum;
    }, 0);
  return {
    ms: between(now, dueAt),
    ofMs: between(startedAt, dueAt),
    isRunning: calendar.isOpen(now),
    changes: changes.map(wireInstant),
    knownUntil: wireInstant((changes.length === MOST_CHANGES && changes.at(-1)) || dueAt),
  };
}

type Part = { readonly from: number; readonly calendar: Calendar };

/** The calendar a clock counts by, and from when each of its versions; round the clock where it names none. */
function partsOf(
  { calendarId, calendars, account }: Pick<Snapshot, "account" | "calendarId" | "calendars">,
  versions: Versions,
): readonly Part[] {
  const parts = calendars.flatMap(({ from, policyVersion }): Part[] => {
    const version = versions.get(policyVersion);
    const settled = version && settledFor(version.runnable, account?.bindings);
    const calendar = settled?.calendars.get(calendarId ?? "");
    return calendar === undefined ? [] : [{ from: from ?? Number.NEGATIVE_INFINITY, calendar }];
  });
  return parts.length === 0 ? [{ from: Number.NEGATIVE_INFINITY, calendar: always }] : parts;
}

/** A reader who holds a page longer than over two closings asks again. */
const MOST_CHANGES = 4;

function changesOf(calendar: Pick<Calendar, "nextChange">, from: number, to: number): number[] {
  const changes: number[] = [];
  let change = calendar.nextChange(from);
  while (change !== null && change.at < to && changes.length < MOST_CHANGES) {
    changes.push(change.at);
    change = calendar.nextChange(change.at);
  }
  return changes;
}

function isUnderWay({ state, stoppedAt }: Pick<Commitment, "state" | "stoppedAt">): boolean {
  return stoppedAt === null && state !== "withdrawn" && state !== "cancelled";
}
