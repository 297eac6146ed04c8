import type { PolicyFiles } from "@troth/policy";

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
