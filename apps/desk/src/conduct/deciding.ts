import type { ConductCase } from "../wire.ts";

/** What may be decided, mildest first. */
const DECISIONS = ["no-action", "word", "warning", "end-support"] as const;
export const SCOPES = ["person", "organisation"] as const;

/** A decision that is being written. */
export type Deciding = {
  readonly decision: (typeof DECISIONS)[number] | null;
  readonly scope: (typeof SCOPES)[number] | null;
  /** What the person concerned reads. */
  readonly words: string;
  /** What the reporter reads. */
  readonly answer: string;
};

/** An agent has no support to end. */
export function decisionsFor({ concerned }: Pick<ConductCase, "concerned">): (typeof DECISIONS)[number][] {
  return DECISIONS.filter((one) => one !== "end-support" || concerned.kind === "customer");
}

/** What keeps it from being taken: the name of the sentence that says so. */
export function missingIn({ decision, scope, words, answer }: Deciding) {
  if (decision === null) return "chooseDecision";
  if (decision === "end-support" && scope === null) return "chooseScope";
  if (decision !== "no-action" && words.trim() === "") return "writeWords";
  return answer.trim() === "" ? "writeAnswer" : null;
}
