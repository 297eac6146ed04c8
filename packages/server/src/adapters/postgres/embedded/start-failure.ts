import { DatabaseRefusal } from "../refusal.ts";
import type { Layout } from "./cluster.ts";
import { isPostmasterOf, type Launched, recordedPostmaster } from "./postmaster.ts";

/** Whether it ended because others still hold the cluster: that passes, anything else it says will be said again. */
export async function isHeldByOthers(launched: Launched): Promise<boolean> {
  return /shared memory block|lock file .* already exists|Address already in use/.test(
    await wordsOf(launched),
  );
}

async function wordsOf(launched: Launched | undefined): Promise<string> {
  return (await launched?.said().catch(() => "")) ?? "";
}

/** Why no server came up, in one line. */
export async function startFailure(layout: Layout, launched: Launched | undefined): Promise<DatabaseRefusal> {
  const recorded = await recordedPostmaster(layout);
  if (recorded !== undefined && (await isPostmasterOf(layout, recorded.pid)))
    return new DatabaseRefusal(
      `The database process ${recorded.pid} holds ${layout.folder} but does not answer at ${recorded.socketFolder}: end that process (kill -INT ${recorded.pid}) and start again.`,
    );
  const said = await wordsOf(launched);
  if (/No space left on device|Disk quota exceeded/.test(said))
    return new DatabaseRefusal(
      `The disk of ${layout.folder} is full: free some space and start again; nothing is lost.`,
    );
  const last =
    said.split("\n").findLast((line) => /(FATAL|PANIC|error while loading)/.test(line)) ?? "it said nothing";
  const why = last.replace(/^.*?(FATAL|PANIC):\s*/, "");
  return new DatabaseRefusal(`PostgreSQL did not start: ${why} (its log: ${layout.log})`);
}
