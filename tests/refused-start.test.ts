import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDesk, readConfig } from "../packages/server/src/index.ts";
import { useDatabase } from "./support/database.ts";

const database = useDatabase();
const MAIN = join(import.meta.dirname, "../packages/cli/src/main.ts");

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "troth-start-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Opens a desk on the one database with the key of this data folder. */
async function open(dataDir: string) {
  const config = readConfig({ TROTH_DATA: dataDir, TROTH_LOG: "silent" });
  if ("problems" in config) throw new Error(config.problems.join("\n"));
  const own = { ...database(), stop: async () => {} };
  return openDesk({
    config,
    version: "test",
    appsDir: folder,
    demo: null,
    say: () => {},
    database: own,
  });
}

test("a database that was sealed with another key is refused, and no fresh key is left behind", async () => {
  const first = join(folder, "first");
  await (await open(first)).stop();
  expect(existsSync(join(first, "key"))).toBe(true);
  const second = join(folder, "second");
  await expect(open(second)).rejects.toThrow("sealed with another key");
  expect(await readdir(second)).toEqual([]);
});

test("a key that was there before a refusal stays", async () => {
  const other = join(folder, "other");
  await expect(open(other)).rejects.toThrow("sealed with another key");
  await writeFile(join(other, "key"), Buffer.alloc(32, "other").toString("base64"));
  await expect(open(other)).rejects.toThrow("sealed with another key");
  expect(await readdir(other)).toEqual(["key"]);
});

test("a policy folder that is not there is wrong use, before anything is made", async () => {
  const data = join(folder, "data");
  const argv = [MAIN, "up", "--data", data, "--policy", join(folder, "nope")];
  const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
    execFile(process.execPath, argv, (error, _stdout, words) =>
      resolve({ code: error?.code, stderr: words }),
    );
  });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^There is no policy folder \S+nope\. Name one with --policy DIR\.\n$/);
  expect(existsSync(data)).toBe(false);
});
