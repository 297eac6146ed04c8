import { holidayFile } from "../grammar/holidays.ts";
import { policyFile } from "../grammar/policy-file.ts";
import type { Shape } from "../grammar/shape.ts";

/** What a file of the folder is read by; null for pages and for what is no policy file. */
export function shapeOf(file: string): Shape<unknown> | null {
  if (file === "policy.yaml") return policyFile;
  return /^holidays\/[^/]+\.ya?ml$/.test(file) ? holidayFile : null;
}
