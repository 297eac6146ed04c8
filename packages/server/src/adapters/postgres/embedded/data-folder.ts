import { mkdir, readdir, realpath, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { codeOf } from "../error-code.ts";
import { DatabaseRefusal } from "../refusal.ts";

export const MARKER = "TROTH";
const MARKER_TEXT =
  "A data folder of Troth. Everything here belongs to the program; copy it only while stopped.\n";

/** Makes the folder ours, or finds that it is. A folder with anything else in it is refused and left as it is. */
export async function claimDataFolder(dataDir: string): Promise<string> {
  const wanted = resolve(dataDir);
  try {
    await mkdir(wanted, { recursive: true, mode: 0o700 });
    const folder = await realpath(wanted);
    const entries = await readdir(folder);
    if (!entries.includes(MARKER)) {
      if (entries.length > 0) throw foreign(folder);
      await writeFile(join(folder, MARKER), MARKER_TEXT, { flag: "wx" }).catch(unlessThere);
    }
    return folder;
  } catch (error) {
    throw folderRefusal(wanted, error);
  }
}

/** Says in one line what a file system error means for the operator; other errors pass unchanged. */
export function folderRefusal(folder: string, error: unknown): unknown {
  const why = WHY[codeOf(error)];
  return why === undefined ? error : new DatabaseRefusal(`The data folder ${folder} ${why}`);
}

const WHY: Readonly<Record<string, string>> = {
  EACCES: "cannot be written by this user: change its owner, or choose another with --data.",
  EPERM: "cannot be written by this user: change its owner, or choose another with --data.",
  EROFS: "lies on a read-only file system: choose another with --data.",
  ENOSPC: "has no space left on its disk: free some, or choose another with --data.",
  EDQUOT: "has no quota left on its disk: free some, or choose another with --data.",
  ENOTDIR: "is not a folder: choose another with --data.",
  EEXIST: "is not a folder: choose another with --data.",
};

const foreign = (folder: string) =>
  new DatabaseRefusal(
    `The folder ${folder} is not empty and was not made by Troth: choose an empty or new one with --data.`,
  );

function unlessThere(error: unknown): void {
  if (codeOf(error) !== "EEXIST") throw error;
}
