import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { childrenOf, memoryMb, nameOf, processesIn, untilHealthy } from "./processes.ts";

const ROOT = join(import.meta.dirname, "..");
const PORT = 3985;
const IDLE_SECONDS = 20;

/** What the demo takes while nobody asks it anything, and how soon it answers on its second start. */
export async function standing(folder: string, say: (line: string) => void): Promise<void> {
  await mkdir(folder, { recursive: true });
  await withDemo(folder, async () => {});
  await withDemo(folder, async ({ pid = 0 }, startMs) => {
    say(`second start by npm start: answers after ${(startMs / 1_000).toFixed(2)} s`);
    await after(IDLE_SECONDS * 1_000);
    const service = childrenOf(pid).filter((child) => nameOf(child).includes("packages/cli/src/main.ts"));
    const postgres = processesIn(join(folder, "postgres", "cluster"));
    const [serviceMb, postgresMb] = [memoryMb(service), memoryMb(postgres)];
    say(
      `idle for ${IDLE_SECONDS} s: ${(serviceMb + postgresMb).toFixed(0)} MB of proportional memory, ${serviceMb.toFixed(0)} in Node and ${postgresMb.toFixed(0)} in ${postgres.length} processes of PostgreSQL\n`,
    );
  });
}

async function withDemo(
  folder: string,
  act: (npm: ChildProcess, startMs: number) => Promise<void>,
): Promise<void> {
  const npm = spawn("npm", ["start", "--", "--data", folder, "--port", String(PORT)], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", openSync(join(folder, "bench.log"), "a")],
  });
  try {
    await act(npm, await untilHealthy(PORT, npm));
  } finally {
    const closed = once(npm, "close");
    npm.kill("SIGINT");
    await closed;
  }
}
