import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PolicyFiles } from "@troth/policy";
import type { Surroundings } from "./command.ts";

const folder = join(import.meta.dirname, "../../../../policies/neon-2024-09");

const bundled: PolicyFiles = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(yaml|md)$/.test(path))
    .map((path) => [path, readFileSync(join(folder, path), "utf8")]),
);

/** `neon` is the bundled policy, `broken` the same without its calendar, other folders and files as given. */
export function around(
  files: Readonly<Record<string, string>> = {},
  folders: Readonly<Record<string, PolicyFiles>> = {},
): Surroundings {
  const facts = bundled["policy.yaml"] ?? "";
  const broken = {
    ...bundled,
    "policy.yaml": facts.replace("  normal-business-hours:\n", "  other-hours:\n"),
  };
  const known: Readonly<Record<string, PolicyFiles>> = { neon: bundled, broken, ...folders };
  return {
    readFolder: (path) => known[path] ?? null,
    readFile: (path) => files[path] ?? null,
    now: Date.UTC(2026, 6, 1),
  };
}

/** The bundled policy with some of its facts changed. */
export function bundledWith(...changes: readonly (readonly [from: string, to: string])[]): PolicyFiles {
  let text = bundled["policy.yaml"] ?? "";
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`policy.yaml does not hold ${JSON.stringify(from)}`);
    text = text.replaceAll(from, to);
  }
  return { ...bundled, "policy.yaml": text };
}
