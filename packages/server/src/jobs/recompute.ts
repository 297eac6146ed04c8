import { type Loop, loop } from "./loop.ts";

export type RecomputeOptions = {
  /** Does what is asked for in each workspace, until it is done or stopped. */
  readonly run: (isStopped: () => boolean) => Promise<void>;
  readonly onError: (error: unknown) => void;
};

const LONGEST_SLEEP_MS = 2_000;
const WAKE_MS = 100;

/** Looks whether a publication asked for open tickets to be computed again, and does it. */
export function runRecomputes({ run, onError }: RecomputeOptions): Loop {
  return loop({
    async pass(isStopped) {
      await run(isStopped);
      return LONGEST_SLEEP_MS;
    },
    restMs: LONGEST_SLEEP_MS,
    wakeMs: WAKE_MS,
    onError,
  });
}
