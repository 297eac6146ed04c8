import type { PolicyFiles } from "@troth/policy";
import type { Answer, Ask, Checked } from "./check-messages.ts";
import type { Spawn, Thread } from "./thread.ts";

/** A thread that says nothing for so long is given up. */
const PATIENCE_MS = 8_000;

export type Checker = {
  /** Checks these files, once, as soon as the check under way is done; of several that wait only the last counts. */
  readonly check: (files: PolicyFiles) => void;
  readonly stop: () => void;
};

/**
 * Asks one thread after another. `onChecked` gets answers in the order asked, each for the files it names;
 * `onStuck` says that files could not be checked in time, and the next `check` begins with a fresh thread.
 */
export function createChecker(options: {
  readonly spawn: Spawn<Ask, Answer>;
  readonly onChecked: (files: PolicyFiles, checked: Checked) => void;
  readonly onStuck: (files: PolicyFiles) => void;
}): Checker {
  let thread: Thread<Ask> | null = null;
  let underWay: Ask | null = null;
  let asked: PolicyFiles | null = null;
  let waiting: PolicyFiles | null = null;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let ids = 0;

  const stop = () => {
    clearTimeout(patience);
    thread?.end();
    thread = null;
    underWay = null;
  };
  const onBroken = () => {
    const files = underWay?.files;
    stop();
    if (waiting !== null) next();
    else if (files !== undefined) options.onStuck(files);
  };
  const onAnswer = ({ id, checked }: Answer) => {
    if (underWay === null || id !== underWay.id) return;
    const { files } = underWay;
    underWay = null;
    clearTimeout(patience);
    options.onChecked(files, checked);
    next();
  };
  const next = () => {
    if (waiting === null || underWay !== null) return;
    thread ??= options.spawn({ onAnswer, onBroken });
    ids += 1;
    underWay = { id: ids, files: waiting };
    waiting = null;
    patience = setTimeout(onBroken, PATIENCE_MS);
    thread.ask(underWay);
  };

  return {
    check: (files) => {
      if (files === asked) return;
      asked = files;
      waiting = files;
      next();
    },
    stop: () => {
      asked = null;
      waiting = null;
      stop();
    },
  };
}
