import { type HolidayForm, holidayFile } from "../grammar/holidays.ts";
import { policyFile } from "../grammar/policy-file.ts";
import type { Instant, PolicyFiles } from "../types.ts";
import { readFiles } from "./read-files.ts";
import { readYaml } from "./read-yaml.ts";
import type { Report } from "./report.ts";
import type { Source } from "./source.ts";

const nameOf = (path: string): string => path.replace(/^holidays\//, "").replace(/\.ya?ml$/, "");

/** Reads the folder. Null when `policy.yaml` cannot be read at all; the other files are looked at all the same. */
export function readSource(files: PolicyFiles, now: Instant | undefined, report: Report): Source | null {
  const texts = readFiles(files, report);
  const holidays = new Map<string, HolidayForm>();
  const holidayNames = new Set<string>();
  for (const path of Object.keys(files)) if (path.startsWith("holidays/")) holidayNames.add(nameOf(path));
  for (const [path, text] of texts) {
    if (!path.startsWith("holidays/")) continue;
    const tree = readYaml(path, text, report);
    if (tree !== null) holidays.set(nameOf(path), holidayFile.read(tree, report));
  }
  const facts = texts.get("policy.yaml");
  const tree = facts === undefined ? null : readYaml("policy.yaml", facts, report);
  if (tree === null) return null;
  const form = policyFile.read(tree, report);
  return { form, holidays, holidayNames, page: texts.get("page.md") ?? "", now: now ?? form.updated.value };
}
