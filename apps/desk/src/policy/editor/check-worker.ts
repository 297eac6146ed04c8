import { compilePolicy, type PolicyFiles, renderPage } from "@troth/policy";
import type { Answer, Ask, Checked } from "./check-messages.ts";

/** The compiler on a thread of its own, so that a long or broken file never holds up the keys. */
globalThis.addEventListener("message", ({ data }: MessageEvent<Ask>) => {
  const answer: Answer = { id: data.id, checked: check(data.files, Date.now()) };
  globalThis.postMessage(answer, {});
});

function check(files: PolicyFiles, now: number): Checked {
  const { runnable, findings } = compilePolicy(files, now);
  const policy = runnable?.policy ?? null;
  return { findings, policy, page: policy && renderPage(policy, { format: "html", at: now }) };
}
