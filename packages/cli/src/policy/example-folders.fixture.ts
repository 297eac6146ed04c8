import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PolicyFiles } from "@troth/policy";

const root = join(import.meta.dirname, "../../../../policies/examples");

/** The published policies that are written out as examples, by the name of their folder. */
export const EXAMPLES: readonly string[] = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .toSorted();

/** An example as it lies in the repository. */
export function exampleFolder(name: string): PolicyFiles {
  const paths = readdirSync(join(root, name), { recursive: true, encoding: "utf8" });
  const files = paths.filter((path) => /\.(yaml|md)$/.test(path));
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(root, name, path), "utf8")]));
}
