import { readdir, readFile } from "node:fs/promises";
import type { Layout } from "./cluster.ts";
import { isPostmasterOf } from "./postmaster.ts";

/**
 * Ends the backends that outlived a postmaster killed with -9: while one computes on, it holds the shared memory and
 * no new server may start. Nothing is lost by it, they can no longer commit, and recovery runs in any case.
 */
export async function endLeftOvers(layout: Layout): Promise<void> {
  if (process.platform !== "linux") return;
  for (const name of await readdir("/proc")) {
    const pid = Number(name);
    if (Number.isInteger(pid) && (await isLeftOver(layout, pid))) tryKill(pid);
  }
}

async function isLeftOver(layout: Layout, pid: number): Promise<boolean> {
  const title = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  if (!title.startsWith("postgres: ") || !(await isPostmasterOf(layout, pid))) return false;
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const parent = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]);
  return parent > 0 && !(await isPostmasterOf(layout, parent));
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself, or is not ours to end.
  }
}
