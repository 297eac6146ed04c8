import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compilePolicy } from "./compile.ts";
import type { Policy, PolicyFiles, RunnablePolicy } from "./types.ts";

const folder = join(import.meta.dirname, "../../../policies/neon-2024-09");

/** The bundled policy as it lies in the repository. */
export function bundledFiles(): PolicyFiles {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = paths.filter((path) => /\.(yaml|md)$/.test(path));
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** The bundled policy with some of its text changed; every `from` must be there. */
export function bundledWith(
  path: string,
  ...changes: readonly (readonly [from: string, to: string])[]
): PolicyFiles {
  const files = bundledFiles();
  let text = files[path] ?? "";
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${path} does not hold ${JSON.stringify(from)}`);
    text = text.replace(from, to);
  }
  return { ...files, [path]: text };
}

/** Compiled; throws with the findings when there are errors. */
export function compiled(files: PolicyFiles): RunnablePolicy {
  const { runnable, findings } = compilePolicy(files);
  if (runnable === null) throw new Error(JSON.stringify(findings, null, 2));
  return runnable;
}

export const bundled: RunnablePolicy = compiled(bundledFiles());
export const policy: Policy = bundled.policy;
