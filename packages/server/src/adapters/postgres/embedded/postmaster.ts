import { type ChildProcess, spawn } from "node:child_process";
import { open, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import { isAlive, type Layout, serverEnvironment } from "./cluster.ts";
import type { RunAs } from "./run-as.ts";

export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
}

/** What the cluster's own pid file says; the process in it need not live any more. */
export async function recordedPostmaster(layout: Layout): Promise<Postmaster | undefined> {
  const text = await readFile(join(layout.cluster, "postmaster.pid"), "utf8").catch(() => "");
  const [pid = "", , , , socketFolder = ""] = text.split("\n");
  return /^\d+$/.test(pid)
    ? { pid: Number(pid), socketFolder: socketFolder || layout.socketFolder }
    : undefined;
}

/** Whether the process is a postmaster on this cluster: pids are used again, and other containers have their own. */
export async function isPostmasterOf(layout: Layout, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  const [itsFolder, ours] = await Promise.all([stat(`/proc/${pid}/cwd`), stat(layout.cluster)]).catch(
    () => [],
  );
  return itsFolder !== undefined && itsFolder.ino === ours?.ino && itsFolder.dev === ours.dev;
}

/** A small server: nobody but this desk uses it. Durability is never traded, so it is not in this list. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  max_connections: "100",
  shared_buffers: "128MB",
  huge_pages: "off",
  max_wal_size: "1GB",
  min_wal_size: "80MB",
  max_wal_senders: "0",
  max_worker_processes: "1",
  max_logical_replication_workers: "0",
  max_parallel_workers_per_gather: "0",
  autovacuum_max_workers: "1",
  io_method: "sync",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
};

export interface Launch {
  readonly layout: Layout;
  readonly binaries: Binaries;
  readonly runAs: RunAs;
  readonly settings: Readonly<Record<string, string>>;
}

export interface Launched {
  hasExited(): boolean;
  /** What the server wrote since it was launched. */
  said(): Promise<string>;
}

/** Starts a postmaster in a session of its own, so that Ctrl-C reaches us alone and we decide its end. */
export async function launch({ layout, binaries, runAs, settings }: Launch): Promise<Launched> {
  await turnLogOver(layout);
  const log = await open(layout.log, "a", 0o600);
  try {
    const from = (await log.stat()).size;
    const child = spawnDetached([...runAs.prefix, binaries.postgres, ...commandLine(layout, settings)], {
      ...runAs.identity,
      cwd: "/",
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
      env: { ...serverEnvironment(), ...(await strangersPid(layout)) },
    });
    let exited = false;
    child
      .once("exit", () => {
        exited = true;
      })
      .once("error", () => {
        exited = true;
      });
    child.unref();
    return {
      hasExited: () => exited,
      said: async () => (await readFile(layout.log)).subarray(from).toString(),
    };
  } finally {
    await log.close();
  }
}

function spawnDetached(words: readonly string[], options: Parameters<typeof spawn>[2]): ChildProcess {
  const [program = "", ...rest] = words;
  return spawn(program, rest, options);
}

function commandLine(layout: Layout, settings: Readonly<Record<string, string>>): string[] {
  const all = Object.entries({ ...SETTINGS, unix_socket_directories: layout.socketFolder, ...settings });
  return ["-D", layout.cluster, ...all.flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

/**
 * After a kill -9 the recorded pid may have gone to an unrelated process, which PostgreSQL would take for a live
 * postmaster. This variable tells it to pass that one over; its check for left-over shared memory still stands.
 */
async function strangersPid(layout: Layout): Promise<NodeJS.ProcessEnv> {
  const recorded = await recordedPostmaster(layout);
  if (recorded === undefined || (await isPostmasterOf(layout, recorded.pid))) return {};
  return { PG_GRANDPARENT_PID: String(recorded.pid) };
}

const LOG_BYTES = 8 * 1024 * 1024;

async function turnLogOver(layout: Layout): Promise<void> {
  const size = await stat(layout.log).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_BYTES) await rename(layout.log, `${layout.log}.1`);
}

const FAST_STOP_MS = 30_000;
const STEP_MS = 20;

/** Ends the postmaster: first in order, and at once when that takes too long (the next start then recovers). */
export async function shutDown(layout: Layout, postmaster: Postmaster): Promise<boolean> {
  if (!(await isPostmasterOf(layout, postmaster.pid))) return false;
  process.kill(postmaster.pid, "SIGINT");
  if (await hasEnded(layout, postmaster.pid, FAST_STOP_MS)) return true;
  process.kill(postmaster.pid, "SIGQUIT");
  return hasEnded(layout, postmaster.pid, FAST_STOP_MS);
}

async function hasEnded(layout: Layout, pid: number, withinMs: number): Promise<boolean> {
  for (let left = withinMs; left > 0; left -= STEP_MS) {
    if (!(await isPostmasterOf(layout, pid))) return true;
    await after(STEP_MS);
  }
  return false;
}
