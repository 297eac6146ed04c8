import type { PolicyFiles } from "@troth/policy";
import type { Answer, Ask, Checked } from "./check-messages.ts";

/** A thread that answers; a browser's `Worker`, or a stand-in. */
export type Thread = {
  postMessage(ask: Ask): void;
  terminate(): void;
  onmessage: ((event: { readonly data: Answer }) => void) | null;
  onerror: ((event: Event) => void) | null;
};

/** A thread that says nothing for so long is given up. */
const PATIENCE_MS = 8_000;

export type Checker = {
  /** Checks these files as soon as the check under way is done; of several that wait only the last counts. */
  readonly check: (files: PolicyFiles) => void;
  readonly stop: () => void;
};

/**
 * Asks one thread after another. `onChecked` gets answers in the order asked, each for the files it names;
 * `onStuck` says that files could not be checked in time, and the next `check` begins with a fresh thread.
 */
export function createChecker(options: {
  readonly spawn: () => Thread;
  readonly onChecked: (files: PolicyFiles, checked: Checked) => void;
  readonly onStuck: (files: PolicyFiles) => void;
}): Checker {
  let thread: Thread | null = null;
  let underWay: { readonly id: number; readonly files: PolicyFiles } | null = null;
  let waiting: PolicyFiles | null = null;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let ids = 0;

  const stop = () => {
    clearTimeout(patience);
    thread?.terminate();
    thread = null;
    underWay = null;
  };
  const giveUp = () => {
    const files = underWay?.files;
    stop();
    if (waiting !== null) next();
    else if (files !== undefined) options.onStuck(files);
  };
  const started = (): Thread => {
    const fresh = options.spawn();
    fresh.onmessage = ({ data }) => {
      if (underWay === null || data.id !== underWay.id) return;
      const { files } = underWay;
      underWay = null;
      clearTimeout(patience);
      options.onChecked(files, data.checked);
      next();
    };
    fresh.onerror = giveUp;
    return fresh;
  };
  const next = () => {
    if (waiting === null || underWay !== null) return;
    thread ??= started();
    ids += 1;
    underWay = { id: ids, files: waiting };
    waiting = null;
    patience = setTimeout(giveUp, PATIENCE_MS);
    thread.postMessage({ kind: "check", ...underWay });
  };

  return {
    check: (files) => {
      waiting = files;
      next();
    },
    stop: () => {
      waiting = null;
      stop();
    },
  };
}
