import { Worker } from "node:worker_threads";
import type { Answers, FoundReply } from "../../ports/answers.ts";
import type { KnowledgeNews } from "../../ports/knowledge.ts";
import type { FromWorker, ToWorker } from "./worker.ts";

export type AnswersOptions = {
  /** What changed in a workspace's knowledge after a revision. */
  readonly newsSince: (workspace: string, revision: number) => Promise<KnowledgeNews>;
  readonly onError: (error: unknown) => void;
};

type Waiting = { readonly resolve: (told: FromWorker) => void; readonly reject: (error: Error) => void };

/** A library of this size is more than any manual; beyond it the thread ends, and not the desk. */
const MOST_MEMORY_MB = 2_048;

/**
 * Answers from a thread of its own: reading a manual into an index takes seconds of work, and no ticket waits for that.
 * What a thread knows is a copy; one that ends is started again and reads all of it anew.
 */
export function answersInThread({ newsSince, onError }: AnswersOptions): Answers & { stop(): Promise<void> } {
  let thread: Thread | null = null;
  const revisions = new Map<string, number>();
  const reading = new Map<string, Promise<void>>();

  const current = (): Thread => {
    thread ??= startThread((error) => {
      thread = null;
      revisions.clear();
      onError(error);
    });
    return thread;
  };

  /** Questions that come while another one reads the news wait for the same reading. */
  const refresh = (workspace: string): Promise<void> => {
    const under = reading.get(workspace);
    if (under) return under;
    const to = current();
    const began = (async () => {
      const after = revisions.get(workspace) ?? 0;
      const news = await newsSince(workspace, after);
      if (news.revision === after || to !== thread) return;
      to.post({ kind: "news", workspace, news });
      revisions.set(workspace, news.revision);
    })().finally(() => reading.delete(workspace));
    reading.set(workspace, began);
    return began;
  };

  return {
    async reply(asked): Promise<FoundReply> {
      await refresh(asked.workspace);
      const told = await current().ask((id) => ({ kind: "ask", id, asked }));
      if ("reply" in told) return told.reply;
      throw new Error("failure" in told ? told.failure : "The thread answered something else.");
    },
    async learn(pages) {
      const learner = startThread(onError);
      try {
        const told = await learner.ask((id) => ({ kind: "learn", id, pages }));
        if ("meaning" in told) return Buffer.from(told.meaning);
        throw new Error("failure" in told ? told.failure : "The thread answered something else.");
      } finally {
        await learner.stop();
      }
    },
    async stop() {
      await thread?.stop();
      thread = null;
    },
  };
}

type Thread = {
  readonly post: (told: ToWorker) => void;
  readonly ask: (made: (id: number) => ToWorker) => Promise<FromWorker>;
  readonly stop: () => Promise<void>;
};

function startThread(onEnd: (error: Error) => void): Thread {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    name: "troth answers",
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  // The desk ends when it is told to, whatever the thread is at.
  worker.unref();
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let isStopping = false;
  const end = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    if (!isStopping) onEnd(error);
    isStopping = true;
  };
  worker.on("message", (told: FromWorker) => {
    waiting.get(told.id)?.resolve(told);
    waiting.delete(told.id);
  });
  worker.on("error", end);
  worker.on("exit", (code) => end(new Error(`The thread that answers ended with ${code}.`)));
  return {
    post: (told) => worker.postMessage(told, []),
    ask: (made) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.postMessage(made(last), []);
      }),
    async stop() {
      isStopping = true;
      await worker.terminate();
    },
  };
}
