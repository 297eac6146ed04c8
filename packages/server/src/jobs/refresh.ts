import { type Loop, loop } from "./loop.ts";

export type RefreshOptions = {
  /** Reads what is due in each workspace, until nothing is or it is stopped. */
  readonly run: (isStopped: () => boolean) => Promise<void>;
  readonly onError: (error: unknown) => void;
};

/** What somebody asks for begins within this time. */
const LONGEST_SLEEP_MS = 5_000;

/** Looks for sources that are due to be read. */
export function runRefreshes({ run, onError }: RefreshOptions): Loop {
  return loop({
    async pass(isStopped) {
      await run(isStopped);
      return LONGEST_SLEEP_MS;
    },
    restMs: LONGEST_SLEEP_MS,
    wakeMs: LONGEST_SLEEP_MS,
    onError,
  });
}
