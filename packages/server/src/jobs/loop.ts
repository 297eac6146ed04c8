/** Work that is looked for again and again until `stop`, which waits for the run under way. */
export type Loop = { stop(): Promise<void>; wake(): void };

export type LoopOptions = {
  /** One run; answers how many milliseconds may pass before the next. A long one asks whether it shall end. */
  readonly pass: (isStopped: () => boolean) => Promise<number>;
  /** Rest after a run that failed. */
  readonly restMs: number;
  /** After `wake`, the next run begins within this; a steady stream of calls never puts it off. */
  readonly wakeMs: number;
  readonly onError: (error: unknown) => void;
};

export function loop({ pass, restMs, wakeMs, onError }: LoopOptions): Loop {
  let isStopped = false;
  let isWoken = false;
  let timer: NodeJS.Timeout | null = null;
  let runsAt = 0;
  let running: Promise<void> = Promise.resolve();

  const run = async (): Promise<void> => {
    isWoken = false;
    let wait = restMs;
    try {
      wait = await pass(() => isStopped);
    } catch (error) {
      onError(error);
    }
    if (!isStopped) sleep(isWoken ? Math.min(wait, wakeMs) : wait);
  };

  const start = (): void => {
    timer = null;
    running = run();
  };

  const sleep = (ms: number): void => {
    runsAt = performance.now() + ms;
    timer = setTimeout(start, ms);
  };

  start();
  return {
    wake() {
      isWoken = true;
      if (timer === null || isStopped || runsAt - performance.now() <= wakeMs) return;
      clearTimeout(timer);
      sleep(wakeMs);
    },
    async stop() {
      isStopped = true;
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}
