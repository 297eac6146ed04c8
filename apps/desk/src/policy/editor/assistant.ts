import type { PolicyFiles } from "@troth/policy";
import type { Completions, Hover } from "@troth/policy/editor";
import type { Spawn, Thread } from "./thread.ts";

export type AssistAsk = {
  readonly id: number;
  readonly kind: "complete" | "hover";
  readonly files: PolicyFiles;
  readonly file: string;
  /** Of the cursor or the pointer, in characters from the beginning of the file. */
  readonly offset: number;
};

export type AssistAnswer =
  | { readonly id: number; readonly kind: "complete"; readonly completions: Completions | null }
  | { readonly id: number; readonly kind: "hover"; readonly hover: Hover | null };

type Place = Pick<AssistAsk, "files" | "file" | "offset">;

export type Assistant = {
  /** What may be written at a place; null where nothing can be proposed. */
  readonly complete: (place: Place) => Promise<Completions | null>;
  /** What stands at a place; null where there is nothing to say. */
  readonly hover: (place: Place) => Promise<Hover | null>;
  readonly stop: () => void;
};

/** Asks a thread of its own, begun with the first question. A thread that breaks has nothing to say. */
export function createAssistant(spawn: Spawn<AssistAsk, AssistAnswer>): Assistant {
  const waiting = new Map<number, (answer: AssistAnswer | null) => void>();
  let thread: Thread<AssistAsk> | null = null;
  let ids = 0;
  const stop = () => {
    thread?.end();
    thread = null;
    for (const settle of waiting.values()) settle(null);
    waiting.clear();
  };
  const ask = (kind: AssistAsk["kind"], place: Place) => {
    thread ??= spawn({
      onBroken: stop,
      onAnswer: (answer) => {
        waiting.get(answer.id)?.(answer);
        waiting.delete(answer.id);
      },
    });
    ids += 1;
    const { promise, resolve } = Promise.withResolvers<AssistAnswer | null>();
    waiting.set(ids, resolve);
    thread.ask({ id: ids, kind, ...place });
    return promise;
  };
  return {
    complete: async (place) => {
      const answer = await ask("complete", place);
      return answer?.kind === "complete" ? answer.completions : null;
    },
    hover: async (place) => {
      const answer = await ask("hover", place);
      return answer?.kind === "hover" ? answer.hover : null;
    },
    stop,
  };
}
