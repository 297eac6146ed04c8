/** A thread that answers what it is asked. */
export type Thread<Ask> = { readonly ask: (ask: Ask) => void; readonly end: () => void };

/** Begins a thread; its answers and its breakdown are told to the listener. */
export type Spawn<Ask, Answer> = (listener: {
  readonly onAnswer: (answer: Answer) => void;
  readonly onBroken: () => void;
}) => Thread<Ask>;

/** The browser's threads. `begin` makes a fresh one each time. */
export function workerThread<Ask, Answer>(begin: () => Worker): Spawn<Ask, Answer> {
  return ({ onAnswer, onBroken }) => {
    const worker = begin();
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => onAnswer(data));
    worker.addEventListener("error", onBroken);
    worker.addEventListener("messageerror", onBroken);
    return { ask: (ask) => worker.postMessage(ask, {}), end: () => worker.terminate() };
  };
}
