import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compilePolicy, type Policy } from "@troth/policy";

const FOLDER = join(import.meta.dirname, "../../../../policies/neon-2024-09");

/** The bundled policy, compiled; `changes` gives words of its policy.yaml to replace. */
export function bundledPolicy(...changes: readonly (readonly [from: string, to: string])[]): Policy {
  const paths = globSync("**/*.{yaml,md}", { cwd: FOLDER });
  const files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(FOLDER, path), "utf8")]));
  for (const [from, to] of changes) {
    const text = files["policy.yaml"] ?? "";
    if (!text.includes(from)) throw new Error(`The bundled policy no longer says «${from}».`);
    files["policy.yaml"] = text.replace(from, to);
  }
  const { runnable, findings } = compilePolicy(files);
  if (runnable === null) throw new Error(findings.map(({ message }) => message).join("\n"));
  return runnable.policy;
}
