import type { MailBoard } from "../ports/boards.ts";
import { type Loop, loop } from "./loop.ts";

export type OutboxOptions = {
  readonly board: MailBoard;
  readonly deliver: (item: { workspace: string; id: string }) => Promise<void>;
  readonly onError: (error: unknown) => void;
};

const BATCH = 50;
const LONGEST_SLEEP_MS = 2_000;
const WAKE_MS = 100;

/** Sends what is due. A dead mail server delays its own mails and nothing else: the outbox keeps them. */
export function runOutbox({ board, deliver, onError }: OutboxOptions): Loop {
  const pass = async (isStopped: () => boolean): Promise<number> => {
    const items = await board.due(BATCH);
    for (const item of items) {
      if (isStopped()) break;
      await deliver(item).catch(onError);
    }
    return items.length < BATCH ? LONGEST_SLEEP_MS : WAKE_MS;
  };
  return loop({ pass, restMs: LONGEST_SLEEP_MS, wakeMs: WAKE_MS, onError });
}
