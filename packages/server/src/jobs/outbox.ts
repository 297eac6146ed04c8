import type { MailBoard } from "../ports/boards.ts";

export type OutboxLoop = { stop(): Promise<void>; wake(): void };

export type OutboxOptions = {
  readonly board: MailBoard;
  readonly deliver: (item: { workspace: string; id: string }) => Promise<void>;
  readonly onError: (error: unknown) => void;
};

const BATCH = 50;
const LONGEST_SLEEP_MS = 2_000;
const SHORTEST_SLEEP_MS = 20;

/** Sends what is due. A dead mail server delays its own mails and nothing else: the outbox keeps them. */
export function runOutbox({ board, deliver, onError }: OutboxOptions): OutboxLoop {
  let isStopped = false;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();

  const run = async (): Promise<void> => {
    try {
      for (const item of await board.due(BATCH)) {
        if (isStopped) break;
        await deliver(item).catch(onError);
      }
    } catch (error) {
      onError(error);
    }
    if (!isStopped) timer = setTimeout(start, LONGEST_SLEEP_MS);
  };

  const start = (): void => {
    timer = null;
    running = run();
  };

  start();
  return {
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
