import type { Construct } from "./construct.ts";
import { RIGHTS } from "./constructs-rights.ts";
import { RULES } from "./constructs-rules.ts";
import { TIME } from "./constructs-time.ts";

export const GROUPS = [
  ["A", "Who gets what"],
  ["B", "Ways in"],
  ["C", "Time"],
  ["D", "What is measured, and how firm it is"],
  ["E", "Severity"],
  ["F", "Scope, life cycle, change"],
] as const;

/** What support policies say, in the order of the reference; the ids are stable. */
export const CONSTRUCTS: readonly Construct[] = [...RIGHTS, ...TIME, ...RULES];
