import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as after } from "node:timers/promises";

export type Program = { readonly pid: number; readonly port: number; readonly stop: () => Promise<void> };

export type Start = {
  readonly name: string;
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
};

const PATIENCE_MS = 60_000;

/** A Node program in a process of its own, on a port that is told to it as PORT, once it answers at /healthz. */
export async function startProgram({ name, words, env, logFile }: Start): Promise<Program> {
  const port = await freePort();
  const child = spawn(process.execPath, words, {
    stdio: ["ignore", "ignore", openSync(logFile, "a")],
    env: { PATH: process.env["PATH"] ?? "", PORT: String(port), ...env },
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, "close");
    child.kill("SIGTERM");
    await closed;
  };
  try {
    await untilHealthy(port, child);
    return { pid: child.pid ?? 0, port, stop };
  } catch (error) {
    await stop();
    throw new Error(`${name} did not start:\n${readFileSync(logFile, "utf8").slice(-2_000)}`, {
      cause: error,
    });
  }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}

/** Milliseconds until the port answers well. */
export async function untilHealthy(port: number, child: ChildProcess): Promise<number> {
  const beganAt = performance.now();
  while (performance.now() - beganAt < PATIENCE_MS) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}.`);
    const isUp = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) return performance.now() - beganAt;
    await after(10);
  }
  throw new Error("It did not answer in time.");
}

const MS_PER_TICK = 10;

/** Processor time of one process so far: user and system (proc(5), fields 14 and 15). */
export function cpuMs(pid: number): number {
  const [user, system] = ticksOf(pid);
  return (user + system) * MS_PER_TICK;
}

/** The same for a whole PostgreSQL: all that live, and those that ended, which the postmaster inherits. */
export function clusterCpuMs(folder: string, postmaster: number): number {
  const living = processesIn(folder).map(cpuMs);
  const [, , endedUser, endedSystem] = ticksOf(postmaster);
  return living.reduce((sum, each) => sum + each, 0) + (endedUser + endedSystem) * MS_PER_TICK;
}

function ticksOf(pid: number): [user: number, system: number, endedUser: number, endedSystem: number] {
  const fields = statOf(pid);
  const at = (field: number): number => Number(fields[field - FIRST_FIELD] ?? 0);
  return [at(14), at(15), at(16), at(17)];
}

const FIRST_FIELD = 3;

/** Fields of /proc/PID/stat from the third on; none for a process that has ended. */
function statOf(pid: number): string[] {
  const text = contentOf(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

const running = (): number[] => readdirSync("/proc").map(Number).filter(Number.isInteger);

/** All that a process has started, and what those have started. */
export function childrenOf(pid: number): number[] {
  const parents = running().map((one) => [one, Number(statOf(one)[4 - FIRST_FIELD])] as const);
  const below = (parent: number): number[] =>
    parents.flatMap(([child, its]) => (its === parent ? [child, ...below(child)] : []));
  return below(pid);
}

/** Every process whose working folder is this one: a postmaster and its children sit in their cluster. */
export function processesIn(folder: string): number[] {
  return running().filter((pid) => workingFolder(pid) === folder);
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** Proportional memory in MB: a page that several processes share counts once among them. */
export function memoryMb(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => {
    const [, pss = "0"] = /^Pss:\s+(\d+)/m.exec(contentOf(`/proc/${pid}/smaps_rollup`)) ?? [];
    return Number(pss);
  });
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1_024;
}
