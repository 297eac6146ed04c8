import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openDesk, readConfig } from "../packages/server/src/index.ts";
import { useDatabase } from "./support/database.ts";

const database = useDatabase();
const MAIN = join(import.meta.dirname, "../packages/cli/src/main.ts");
const KEY = Buffer.alloc(32, "the first key of these tests").toString("base64");

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "troth-start-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A real desk in the database, sealed with KEY. */
beforeAll(async () => {
  await (await open({ TROTH_KEY: KEY, TROTH_DATA: tmpdir() })).stop();
}, 60_000);

/** Opens a desk on the one database. */
async function open(settings: NodeJS.ProcessEnv) {
  const config = readConfig({ TROTH_LOG: "silent", ...settings });
  if ("problems" in config) throw new Error(config.problems.join("\n"));
  const own = { ...database(), stop: async () => {} };
  return openDesk({
    config,
    version: "test",
    appsDir: tmpdir(),
    demo: null,
    say: () => {},
    database: own,
  });
}

/** The command itself, until it ends. */
function up(argv: readonly string[], settings: NodeJS.ProcessEnv = {}) {
  const env = { ...process.env, ...settings };
  return new Promise<{ code: unknown; stderr: string }>((resolve) => {
    execFile(process.execPath, [MAIN, "up", ...argv], { env }, (error, _stdout, stderr) =>
      resolve({ code: error?.code, stderr }),
    );
  });
}

test("a database that was sealed with another key is refused, and no fresh key is left behind", async () => {
  await expect(open({ TROTH_DATA: folder })).rejects.toThrow("sealed with another key");
  expect(await readdir(folder)).toEqual([]);
});

test("a key that was there before a refusal stays", async () => {
  await writeFile(join(folder, "key"), Buffer.alloc(32, "other").toString("base64"));
  await expect(open({ TROTH_DATA: folder })).rejects.toThrow("sealed with another key");
  expect(await readdir(folder)).toEqual(["key"]);
});

test("a demo does not move into a real desk", async () => {
  const { user, password, host = "", database: name, port } = database().connection;
  const address = `${user}:${encodeURIComponent(String(password))}@/${name}`;
  const DATABASE_URL = `postgres://${address}?host=${encodeURIComponent(host)}&port=${port}`;
  const { code, stderr } = await up(["--demo", "--data", folder], { DATABASE_URL, TROTH_KEY: KEY });
  expect(stderr).toMatch(/^There is a real desk in this database, /);
  expect(code).toBe(1);
  expect((await database().owner.query("select from troth.issuer")).rowCount).toBe(0);
});

test("a policy folder that is not there is wrong use, before anything is made", async () => {
  const data = join(folder, "data");
  const { code, stderr } = await up(["--data", data, "--policy", join(folder, "nope")]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^There is no policy folder \S+nope\. Name one with --policy DIR\.\n$/);
  expect(existsSync(data)).toBe(false);
});
