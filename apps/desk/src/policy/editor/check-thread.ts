import type { Answer, Ask } from "./check-messages.ts";
import { workerThread } from "./thread.ts";

/** The browser's threads for the compiler. */
export const checkThread = workerThread<Ask, Answer>(
  () => new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module", name: "policy-check" }),
);
