/** A change of the policy in the making: the files as they stand now, and the version they began with. */
export type Draft = { readonly base: string; readonly files: Readonly<Record<string, string>> };

/** With this beginning it goes when another person signs in on this tab. */
const KEY = "troth-draft-policy";

/** What was left in this tab; null without one, or when it cannot be read. */
export function keptDraft(tab: Storage = globalThis.sessionStorage): Draft | null {
  try {
    const kept: unknown = JSON.parse(tab.getItem(KEY) ?? "null");
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== "object" || value === null) return false;
  if (!("base" in value) || typeof value.base !== "string") return false;
  if (!("files" in value) || typeof value.files !== "object" || value.files === null) return false;
  return Object.values(value.files).every((text) => typeof text === "string");
}

/** Keeps a draft for this tab; null forgets it. A tab without room keeps none, and the screen still has it. */
export function keepDraft(draft: Draft | null, tab: Storage = globalThis.sessionStorage): void {
  try {
    if (draft === null) tab.removeItem(KEY);
    else tab.setItem(KEY, JSON.stringify(draft));
  } catch {
    tab.removeItem(KEY);
  }
}

/** Names of files whose text is not that of the version in force, new ones among them. */
export function changedFiles(files: Draft["files"], inForce: Draft["files"]): readonly string[] {
  return Object.keys(files).filter((name) => files[name] !== inForce[name]);
}

/** The version that policy.yaml names; null when it names none in a line of its own. */
export function versionIn(files: Draft["files"]): string | null {
  const found = /^version:[ \t]*(["']?)([^\s"'#]+)\1[ \t]*(?:#.*)?$/m.exec(files["policy.yaml"] ?? "");
  return found?.[2] ?? null;
}

/** A name for a new file of the folder: a path below it, of YAML or Markdown, not taken. */
export function isNewName(name: string, files: Draft["files"]): boolean {
  return (
    name.length <= 200 &&
    /^[a-z0-9][\w.-]*(?:\/[a-z0-9][\w.-]*)*\.(?:yaml|md)$/i.test(name) &&
    !Object.hasOwn(files, name)
  );
}

/** Where a line of a text begins and ends, counted in characters; lines from 1. */
export function lineRange(text: string, line: number): readonly [number, number] {
  const lines = text.split("\n");
  const from = lines.slice(0, Math.max(line - 1, 0)).reduce((sum, one) => sum + one.length + 1, 0);
  const start = Math.min(from, text.length);
  return [start, Math.min(start + (lines[line - 1]?.length ?? 0), text.length)];
}
