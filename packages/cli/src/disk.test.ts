import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compilePolicy } from "@troth/policy";
import { afterAll, expect, test } from "vitest";
import { readFolder } from "./disk.ts";
import { around } from "./policy/surroundings.fixture.ts";

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

const bundled = Object.entries(around().readFolder("neon") ?? {});

/** A folder on disk with these files, written in this order. */
function onDisk(files: readonly (readonly [path: string, text: string])[]): string {
  const folder = mkdtempSync(join(tmpdir(), "troth-"));
  made.push(folder);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const hashIn = (folder: string): string | undefined =>
  compilePolicy(readFolder(folder) ?? {}, Date.UTC(2026, 6, 1)).runnable?.policy.hash;

test("a folder has one hash on every machine: by whichever order, with CRLF or LF, with a byte order mark or without", () => {
  const hash = hashIn(onDisk(bundled));
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(hashIn(onDisk(bundled.toReversed()))).toBe(hash);
  const windows = bundled.map(([path, text]) => [path, `\uFEFF${text.replaceAll("\n", "\r\n")}`] as const);
  expect(hashIn(onDisk(windows))).toBe(hash);
});

test("what else lies in the folder is no part of it", () => {
  const more = [
    ...bundled,
    ["notes.txt", "later"],
    [".git/config.md", "# x"],
    ["drafts/policy.yaml", "policy: x"],
  ] as const;
  expect(hashIn(onDisk(more))).toBe(hashIn(onDisk(bundled)));
});

test("a fact makes another hash", () => {
  const other = bundled.map(
    ([path, text]) => [path, text.replace("reopen-within: 14 days", "reopen-within: 15 days")] as const,
  );
  expect(hashIn(onDisk(other))).not.toBe(hashIn(onDisk(bundled)));
});
