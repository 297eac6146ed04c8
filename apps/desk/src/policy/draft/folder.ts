import type { PolicyFiles } from "@troth/policy";

/** The file without which there is no policy. */
export const FACTS = "policy.yaml";

/** The version that policy.yaml names; null when it names none in a line of its own. */
export function versionIn(files: PolicyFiles): string | null {
  const found = /^version:[ \t]*(["']?)([^\s"'#]+)\1[ \t]*(?:#.*)?$/m.exec(files[FACTS] ?? "");
  return found?.[2] ?? null;
}

/** A version no published one has: this day, with a number where it is taken. */
export function freeVersion(today: string, taken: readonly string[]): string {
  const names = [today, ...taken.map((_, at) => `${today}-${at + 2}`)];
  return names.find((name) => !taken.includes(name)) ?? `${today}-${taken.length + 2}`;
}

/** The folder with another version and instant of change in its facts; everything else stays as it is written. */
export function withVersion(files: PolicyFiles, version: string, updated: Date): PolicyFiles {
  const facts = (files[FACTS] ?? "")
    .replace(/^version:.*$/m, `version: ${version}`)
    .replace(/^updated:.*$/m, `updated: ${updated.toISOString()}`);
  return { ...files, [FACTS]: facts };
}

/** A name for a file of the folder: a path below it, of YAML or Markdown, not taken. */
export function isFreeName(name: string, files: PolicyFiles): boolean {
  return (
    name.length <= 200 &&
    /^[a-z0-9][\w.-]*(?:\/[a-z0-9][\w.-]*)*\.(?:yaml|md)$/i.test(name) &&
    !Object.hasOwn(files, name)
  );
}

/** Names in the order of reading: facts, page, then the rest by the alphabet. */
export function fileNames(files: PolicyFiles): readonly string[] {
  const rank = (name: string) => (name === FACTS ? 0 : name === "page.md" ? 1 : 2);
  return Object.keys(files).toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

export type FileChange = {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** Files that differ between two folders, in the order of reading; null where a folder has none of that name. */
export function changedFiles(before: PolicyFiles, after: PolicyFiles): readonly FileChange[] {
  return fileNames({ ...before, ...after })
    .map((name) => ({ name, before: before[name] ?? null, after: after[name] ?? null }))
    .filter((change) => change.before !== change.after);
}

/** The folder with one file under another name, its place in the order aside. */
export function renamed(files: PolicyFiles, from: string, to: string): PolicyFiles {
  const { [from]: text = "", ...rest } = files;
  return { ...rest, [to]: text };
}

/** The folder without one file. */
export function without(files: PolicyFiles, name: string): PolicyFiles {
  const { [name]: _gone, ...rest } = files;
  return rest;
}

/** Most that one draft holds, in bytes. */
export const MOST_BYTES = 900_000;

export type Picked = { readonly name: string; readonly files: PolicyFiles };

/** A chosen folder's YAML and Markdown files by their path below it; its own name is the first part of every path. */
export async function pickedFolder(chosen: Iterable<File>): Promise<Picked> {
  const files: Record<string, string> = {};
  let name = "";
  for (const file of chosen) {
    const [folder = "", ...path] = file.webkitRelativePath.split("/");
    name = folder;
    const below = path.join("/");
    if (isFreeName(below, files)) files[below] = await file.text();
  }
  return { name, files };
}

/** Size of a folder in UTF-8. */
export function bytesOf(files: PolicyFiles): number {
  const encoder = new TextEncoder();
  return Object.values(files).reduce((sum, text) => sum + encoder.encode(text).byteLength, 0);
}
