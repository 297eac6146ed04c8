import type { ClockBoard, DueClock } from "../ports/boards.ts";

export type ClockWatch = { stop(): Promise<void>; wake(): void };

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
/** A ticket whose record fails is let alone for this long, so that it cannot hold up the others. */
const SET_ASIDE_MS = 30_000;

/** Another node was first, or there was nothing to tell: no need to ask again at once. */
const NOTHING_NEW_MS = 1_000;

/** Wakes when a clock falls due and has it recorded. State lives in the database; this only wakes up. */
export function watchClocks({ board, record, onLag, onError }: ClockWatchOptions): ClockWatch {
  const aside = new Map<string, number>();
  let isStopped = false;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();

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

  const run = async (): Promise<void> => {
    let wait = LONGEST_SLEEP_MS;
    try {
      wait = await pass();
    } catch (error) {
      onError(error);
    }
    if (!isStopped) timer = setTimeout(start, wait);
  };

  const start = (): void => {
    timer = null;
    running = run();
  };

  start();
  return {
    /** Something was written: look whether it falls due sooner than we meant to wake. */
    wake() {
      if (timer === null || isStopped) return;
      clearTimeout(timer);
      timer = setTimeout(start, SHORTEST_SLEEP_MS);
    },
    async stop() {
      isStopped = true;
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}
