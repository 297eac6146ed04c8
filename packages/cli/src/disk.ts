import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { PolicyFiles } from "@troth/policy";
import { type Surroundings, WrongUse } from "./policy/command.ts";

/** A policy is a few small texts; what is larger or deeper is no policy and is not read. */
const TEXT = /\.(ya?ml|md)$/;
const LARGEST_BYTES = 4 * 1_048_576;
const DEEPEST = 4;

/** The disk as commands see it. */
export function surroundings(): Surroundings {
  return { readFolder, readFile, now: Date.now() };
}

/** The text files of a folder by path relative to it; null when there is no such folder. */
export function readFolder(path: string): PolicyFiles | null {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return null;
  return Object.fromEntries(
    filesIn(path, 0).map((file) => [relative(path, file).split("\\").join("/"), readFileSync(file, "utf8")]),
  );
}

function filesIn(folder: string, depth: number): string[] {
  if (depth > DEEPEST) return [];
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name.startsWith(".") ? [] : filesIn(path, depth + 1);
      return entry.isFile() && TEXT.test(entry.name) && statSync(path).size <= LARGEST_BYTES ? [path] : [];
    });
}

/** The text of a file; null when it cannot be read, wrong use when it is larger than anything we read. */
function readFile(path: string): string | null {
  let bytes: Buffer | null = null;
  try {
    bytes = firstBytes(path, LARGEST_BYTES + 1);
  } catch {
    return null;
  }
  if (bytes.length > LARGEST_BYTES)
    throw new WrongUse(`${path} is too large: more than ${LARGEST_BYTES / 1_048_576} MB.`);
  return bytes.toString("utf8");
}

/** Up to `most` bytes, also of what has no size of its own, such as a pipe. */
function firstBytes(path: string, most: number): Buffer {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(most);
    let length = 0;
    for (let read = 1; read > 0 && length < most; length += read) {
      read = readSync(file, bytes, length, most - length, null);
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
