import type { Dirent } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** Whether what lies there was last written before that instant. */
export async function isOlder(path: string, at: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && found.mtimeMs < at;
}

/** What lies in a folder; nothing when there is none. */
export async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

/** Removes what uploads left in a folder when their process died. */
export async function forgetLeftOvers(folder: string, at: number): Promise<void> {
  for (const { name } of await entriesOf(folder)) {
    const path = join(folder, name);
    if (await isOlder(path, at)) await rm(path, { force: true });
  }
}

export function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
