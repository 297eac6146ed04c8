// Writes what the policy language says of itself: the JSON Schemas and docs/reference/language.md.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { generatedFiles } from "@troth/policy/describe";

const root = new URL("../../", import.meta.url);
for (const [path, text] of generatedFiles()) {
  const file = fileURLToPath(new URL(path, root));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
