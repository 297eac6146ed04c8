import { completionsAt, hoverAt } from "@troth/policy/editor";
import type { AssistAnswer, AssistAsk } from "./assistant.ts";

/** Proposals and explanations, on a thread that no long check holds up. */
globalThis.addEventListener("message", ({ data }: MessageEvent<AssistAsk>) => {
  const { id, kind, files, file, offset } = data;
  const answer: AssistAnswer =
    kind === "complete"
      ? { id, kind, completions: completionsAt(files, file, offset) }
      : { id, kind, hover: hoverAt(files, file, offset) };
  globalThis.postMessage(answer, {});
});
