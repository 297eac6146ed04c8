import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pool } from "pg";
import { afterAll, afterEach } from "vitest";
import {
  type EmbeddedOptions,
  startEmbedded,
} from "../../../packages/server/src/adapters/postgres/connect-embedded.ts";
import { createPool } from "../../../packages/server/src/adapters/postgres/create-pool.ts";
import type { Database } from "../../../packages/server/src/adapters/postgres/database.ts";

const folders: string[] = [];
const started: Database[] = [];
const pools: Pool[] = [];
const mounts: string[] = [];
const programs: ChildProcess[] = [];

afterEach(async () => {
  for (const program of programs.splice(0)) program.kill("SIGKILL");
  await Promise.all(pools.splice(0).map((pool) => pool.end()));
  await Promise.all(started.splice(0).map((database) => database.stop()));
  for (const mount of mounts.splice(0)) execFileSync("umount", ["--lazy", mount]);
  for (const folder of folders.splice(0)) {
    for (const pid of processesOn(folder)) process.kill(pid, "SIGKILL");
    await rm(folder, { recursive: true, force: true });
  }
});

/** A new folder, gone after the test with whatever still runs on it. Only its owner reaches it, as in CI. */
export function freshFolder(mode = 0o700): string {
  const folder = mkdtempSync(join(tmpdir(), "troth-fault-"));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

/** A disk of its own size; undefined where we may not mount one. */
export function smallDisk(size: string): string | undefined {
  const folder = freshFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size},mode=700`, "troth-test", folder], {
      stdio: "ignore",
    });
  } catch {
    return undefined;
  }
  mounts.push(folder);
  return folder;
}

let seed: string | undefined;
afterAll(async () => {
  if (seed !== undefined) await rm(seed, { recursive: true, force: true });
});

/** A data folder with a database in it that was stopped in order: the first start is made once a file. */
export async function seededData(): Promise<string> {
  if (seed === undefined) {
    seed = mkdtempSync(join(tmpdir(), "troth-seed-"));
    await (await startEmbedded({ dataDir: dataIn(seed), log: () => {} })).stop();
  }
  const data = dataIn(freshFolder());
  execFileSync("cp", ["-a", dataIn(seed), data]);
  return data;
}

export const dataIn = (folder: string) => join(folder, "data");

/** Starts the embedded database; the test's end stops it. */
export async function start(dataDir: string, forTests: EmbeddedOptions["forTests"] = {}): Promise<Database> {
  const database = await startEmbedded({ dataDir, log: () => {}, forTests });
  started.push(database);
  return database;
}

/** A pool that the test's end closes. */
export function poolOf(database: Database, role?: string): Pool {
  const pool = createPool(database, { log: () => {}, ...(role === undefined ? {} : { role }) });
  pools.push(pool);
  return pool;
}

/** One of the programs beside this file, in a process of its own that the test's end kills. */
export function runProgram(name: string, ...words: string[]): { child: ChildProcess; lines: () => string[] } {
  const child = spawn(process.execPath, [join(import.meta.dirname, name), ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  programs.push(child);
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  return { child, lines: () => said.split("\n").slice(0, -1) };
}

export async function killProgram(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "close");
}

export const clusterOf = (dataDir: string) => join(dataDir, "postgres", "cluster");

export function postmasterPid(dataDir: string): number {
  return Number.parseInt(readFileSync(join(clusterOf(dataDir), "postmaster.pid"), "utf8"), 10);
}

/** Every process whose working folder lies below: a postmaster and its backends sit in their cluster. */
export function processesOn(folder: string): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && (workingFolder(pid)?.startsWith(`${folder}/`) ?? false));
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** Proportional memory of the processes, in MB: shared pages are counted once among those who share them. */
export function memoryMb(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => {
    const [, pss = "0"] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")) ?? [];
    return Number(pss);
  });
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

export const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
