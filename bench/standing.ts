import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { childrenOf, freePort, memoryMb, processesIn, untilHealthy } from "./processes.ts";

const ROOT = join(import.meta.dirname, "..");
const IDLE_SECONDS = 20;

/** What the demo takes while nobody asks it anything, and how soon it answers on its second start. */
export async function standing(folder: string, say: (line: string) => void): Promise<void> {
  await withDemo(folder, async () => {});
  await withDemo(folder, async ({ pid = 0 }, startMs) => {
    say(`second start by npm start: answers after ${(startMs / 1_000).toFixed(2)} s`);
    await after(IDLE_SECONDS * 1_000);
    const below = childrenOf(pid);
    const postgres = processesIn(join(folder, "postgres", "postgres", "cluster"));
    const [nodeMb, postgresMb] = [
      memoryMb(below.filter((one) => !postgres.includes(one))),
      memoryMb(postgres),
    ];
    say(
      `idle for ${IDLE_SECONDS} s: ${(nodeMb + postgresMb).toFixed(0)} MB of proportional memory, ${nodeMb.toFixed(0)} below npm and ${postgresMb.toFixed(0)} in ${postgres.length} processes of PostgreSQL\n`,
    );
  });
}

async function withDemo(
  folder: string,
  act: (npm: ChildProcess, startMs: number) => Promise<void>,
): Promise<void> {
  const port = await freePort();
  const npm = spawn("npm", ["start", "--", "--data", folder, "--port", String(port)], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", openSync(`${folder}.log`, "a")],
  });
  try {
    await act(npm, await untilHealthy(port, npm));
  } finally {
    const closed = once(npm, "close");
    npm.kill("SIGINT");
    await closed;
  }
}
