import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { PolicyFiles } from "@troth/policy";
import type { Surroundings } from "./policy/command.ts";

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

function readFile(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
