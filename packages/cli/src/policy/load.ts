import { type Compilation, compilePolicy, type Finding, type RunnablePolicy } from "@troth/policy";
import { type CommandResult, refusal, type Surroundings, WrongUse } from "./command.ts";

/** Compiles a folder; wrong use when there is no such folder. */
export function compileFolder(path: string, surroundings: Surroundings): Compilation {
  const files = surroundings.readFolder(path);
  if (files === null) throw new WrongUse(`There is no folder ${path}.`);
  return compilePolicy(files, surroundings.now);
}

/** `policy.yaml:12:3  error  calendar-undefined`, the sentence, and how to mend it. */
export function findingText({ file, line, column, severity, code, message, mend }: Finding): string {
  return `${file}:${line}:${column}  ${severity}  ${code}\n    ${message}\n    ${mend}\n`;
}

/** The policy of a folder, or the refusal that lists its errors. */
export function loadPolicy(
  path: string,
  surroundings: Surroundings,
): { readonly policy: RunnablePolicy } | { readonly refused: CommandResult } {
  const { runnable, findings } = compileFolder(path, surroundings);
  if (runnable !== null) return { policy: runnable };
  const errors = findings.filter((finding) => finding.severity === "error");
  return { refused: refusal(`${errors.map(findingText).join("")}The policy has errors and cannot run.\n`) };
}

/** The policies of several folders, or the refusal of the first that has errors. */
export function loadPolicies(
  paths: readonly string[],
  surroundings: Surroundings,
): { readonly policies: readonly RunnablePolicy[] } | { readonly refused: CommandResult } {
  const policies: RunnablePolicy[] = [];
  for (const path of paths) {
    const loaded = loadPolicy(path, surroundings);
    if ("refused" in loaded) return loaded;
    policies.push(loaded.policy);
  }
  return { policies };
}
