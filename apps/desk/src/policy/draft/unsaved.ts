import type { PolicyFiles } from "@troth/policy";
import { changedFiles } from "./folder.ts";

/** What was written on a draft in this tab and is not saved: the files, and the revision they began with. */
export type Unsaved = { readonly revision: number; readonly files: PolicyFiles };

/** With this beginning it goes when another person signs in on this tab. */
const keyOf = (draft: string) => `troth-draft-policy-${draft}`;

/** What was left of a draft in this tab; null without it, or when it cannot be read. */
export function keptUnsaved(draft: string, tab: Storage = globalThis.sessionStorage): Unsaved | null {
  try {
    const kept: unknown = JSON.parse(tab.getItem(keyOf(draft)) ?? "null");
    return isUnsaved(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isUnsaved(value: unknown): value is Unsaved {
  if (typeof value !== "object" || value === null) return false;
  if (!("revision" in value) || typeof value.revision !== "number") return false;
  if (!("files" in value) || typeof value.files !== "object" || value.files === null) return false;
  return Object.values(value.files).every((text) => typeof text === "string");
}

/** Keeps it for this tab; null forgets it. A tab without room keeps none, and the screen still has it. */
export function keepUnsaved(
  draft: string,
  unsaved: Unsaved | null,
  tab: Storage = globalThis.sessionStorage,
): void {
  try {
    if (unsaved === null) tab.removeItem(keyOf(draft));
    else tab.setItem(keyOf(draft), JSON.stringify(unsaved));
  } catch {
    tab.removeItem(keyOf(draft));
  }
}

/** Whether the draft at the desk is other people's newer work, in words that what is unsaved here does not have. */
export function isOthersWork(unsaved: Unsaved | null, revision: number, files: PolicyFiles): boolean {
  if (unsaved === null || unsaved.revision >= revision) return false;
  return changedFiles(files, unsaved.files).length > 0;
}
