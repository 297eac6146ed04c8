import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { freshFolder, processesOn } from "./support/embedded.ts";

const ROOT = join(import.meta.dirname, "../..");
const running: ChildProcess[] = [];

afterEach(() => {
  for (const { pid } of running.splice(0)) if (pid !== undefined) signalGroup(pid, "SIGKILL");
});

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // All of the group have ended.
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

interface Start {
  readonly npm: ChildProcess;
  readonly pid: number;
  readonly words: () => string;
}

/** `npm start` as from a terminal: npm leads a process group of its own. */
async function npmStart(data: string): Promise<Start> {
  const port = await freePort();
  const env = { ...process.env, TROTH_METRICS_PORT: "0", TROTH_LOG: "error", DATABASE_URL: "" };
  const npm = spawn("npm", ["start", "--", "--data", data, "--port", String(port)], {
    cwd: ROOT,
    env,
    detached: true,
  });
  running.push(npm);
  let said = "";
  for (const stream of [npm.stdout, npm.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  return { npm, pid: npm.pid ?? 0, words: () => said };
}

async function untilReady(start: Start): Promise<Start> {
  await expect.poll(() => start.words(), { timeout: 55_000 }).toContain("Stop with Ctrl-C");
  return start;
}

/** The desk's own process, as the kernel lists it below npm. */
function deskOf(data: string): number {
  const pid = readdirSync("/proc")
    .map(Number)
    .filter(Number.isInteger)
    .find((each) => commandOf(each).includes(`main.ts\0up\0--demo\0--data\0${data}\0`));
  return pid ?? 0;
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

test.each([
  ["Ctrl-C, which reaches the whole process group", (start: Start) => signalGroup(start.pid, "SIGINT")],
  ["SIGTERM to npm alone", (start: Start) => start.npm.kill("SIGTERM")],
  ["SIGINT to npm alone", (start: Start) => start.npm.kill("SIGINT")],
  ["SIGTERM to the desk alone", (_: Start, data: string) => process.kill(deskOf(data), "SIGTERM")],
])("%s leaves no process behind", async (_, stop) => {
  const data = join(freshFolder(), "data");
  const start = await untilReady(await npmStart(data));
  expect(processesOn(data).length).toBeGreaterThan(0);
  const ended = once(start.npm, "close");
  stop(start, data);
  expect(await ended).toEqual([0, null]);
  await expect.poll(() => [deskOf(data), ...processesOn(data)], { timeout: 10_000 }).toEqual([0]);
});

test("a data folder that is not ours ends the start with one line and exit code 1, and is left as it is", async () => {
  const folder = freshFolder();
  mkdirSync(join(folder, "photos"));
  writeFileSync(join(folder, "letter.txt"), "x");
  const start = await npmStart(folder);
  const [code] = await once(start.npm, "close");
  expect(code).toBe(1);
  expect(start.words()).toContain(`The folder ${folder} is not empty and was not made by Troth`);
  expect(readdirSync(folder).toSorted()).toEqual(["letter.txt", "photos"]);
});
