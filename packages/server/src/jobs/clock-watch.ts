import type { ClockBoard, DueClock } from "../ports/boards.ts";
import { type Loop, loop } from "./loop.ts";

export type ClockWatchOptions = {
  readonly board: ClockBoard;
  /** Records what the time now says of one ticket and tells how many events that made; any number of nodes may ask. */
  readonly record: (clock: DueClock) => Promise<number>;
  readonly onLag: (ms: number) => void;
  readonly onError: (error: unknown) => void;
};

const BATCH = 200;
/** Looked at least this often, whatever the doorbell did: well under the five seconds we promise. */
const LONGEST_SLEEP_MS = 1_000;
const SHORTEST_SLEEP_MS = 5;
/** After a write, which may fall due sooner than we meant to wake. */
const WAKE_MS = 100;
/** A ticket whose record fails is let alone for this long, so that it cannot hold up the others. */
const SET_ASIDE_MS = 30_000;

/** Another node was first, or there was nothing to tell: no need to ask again at once. */
const NOTHING_NEW_MS = 1_000;

/** Wakes when a clock falls due and has it recorded. State lives in the database; this only wakes up. */
export function watchClocks({ board, record, onLag, onError }: ClockWatchOptions): Loop {
  const aside = new Map<string, number>();

  const pass = async (): Promise<number> => {
    const { now, clocks, nextWakeAt } = await board.due(BATCH);
    const oldest = clocks[0]?.wakeAt;
    if (oldest !== undefined) onLag(now - oldest);
    for (const clock of clocks) {
      if ((aside.get(clock.ticket) ?? 0) > now) continue;
      try {
        if ((await record(clock)) === 0) aside.set(clock.ticket, now + NOTHING_NEW_MS);
        else aside.delete(clock.ticket);
      } catch (error) {
        aside.set(clock.ticket, now + SET_ASIDE_MS);
        onError(error);
      }
    }
    const wait = nextWakeAt === null ? LONGEST_SLEEP_MS : nextWakeAt - now;
    return Math.min(LONGEST_SLEEP_MS, Math.max(SHORTEST_SLEEP_MS, wait));
  };

  return loop({ pass, restMs: LONGEST_SLEEP_MS, wakeMs: WAKE_MS, onError });
}
