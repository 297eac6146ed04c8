import type { ClockBoard, DueClock } from "../ports/boards.ts";
import { type Loop, loop } from "./loop.ts";

export type ClockWatchOptions = {
  readonly board: ClockBoard;
  /** Records what the time now says of these tickets of one workspace; tells of how many it wrote something. */
  readonly record: (workspace: string, tickets: readonly string[]) => Promise<number>;
  /** Lets a ticket alone for a while whose record fails, so that it cannot hold up the others. */
  readonly setAside: (clock: DueClock) => Promise<void>;
  readonly onLag: (ms: number) => void;
  readonly onError: (error: unknown) => void;
};

/** Clocks looked for at a time, and tickets of one transaction. */
const MOST = 1_000;
const BATCH = 100;
/** Looked at least this often, whatever the doorbell did: well under the five seconds we promise. */
const LONGEST_SLEEP_MS = 1_000;
const SHORTEST_SLEEP_MS = 5;
/** All that is due is in other hands, such as another node's. */
const HELD_MS = 200;
/** After a write, which may fall due sooner than we meant to wake. */
const WAKE_MS = 100;

/** Wakes when a clock falls due and has it recorded. State lives in the database; this only wakes up. */
export function watchClocks({ board, record, setAside, onLag, onError }: ClockWatchOptions): Loop {
  const recordBatch = async (batch: readonly DueClock[]): Promise<number> => {
    const [first] = batch;
    if (!first) return 0;
    const tickets = batch.map(({ ticket }) => ticket);
    try {
      return await record(first.workspace, tickets);
    } catch (error) {
      if (batch.length === 1) {
        onError(error);
        await setAside(first);
        return 1;
      }
      // One of them is at fault; each by itself shows which.
      let written = 0;
      for (const one of batch) written += await recordBatch([one]);
      return written;
    }
  };

  const pass = async (isStopped: () => boolean): Promise<number> => {
    const { now, clocks, nextWakeAt } = await board.due(MOST);
    const oldest = clocks[0]?.wakeAt;
    if (oldest === undefined) {
      const wait = nextWakeAt === null ? LONGEST_SLEEP_MS : nextWakeAt - now;
      return Math.min(LONGEST_SLEEP_MS, Math.max(SHORTEST_SLEEP_MS, wait));
    }
    onLag(now - oldest);
    let written = 0;
    for (const batch of batchesOf(clocks)) {
      if (isStopped()) break;
      written += await recordBatch(batch);
    }
    return written > 0 ? SHORTEST_SLEEP_MS : HELD_MS;
  };

  return loop({ pass, restMs: LONGEST_SLEEP_MS, wakeMs: WAKE_MS, onError });
}

/** Batches of one workspace each, in an order of chance: two nodes that look at the same time begin elsewhere. */
function batchesOf(clocks: readonly DueClock[]): DueClock[][] {
  const batches = [...Map.groupBy(clocks, ({ workspace }) => workspace).values()].flatMap((all) =>
    Array.from({ length: Math.ceil(all.length / BATCH) }, (_, at) => all.slice(at * BATCH, (at + 1) * BATCH)),
  );
  return batches
    .map((batch) => ({ batch, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ batch }) => batch);
}
