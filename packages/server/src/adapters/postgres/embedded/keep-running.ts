import { setTimeout as after } from "node:timers/promises";
import { messageOf } from "../error-code.ts";
import { removeSocketFolder } from "./cluster.ts";
import { ensureRunning } from "./ensure-running.ts";
import { recordedPostmaster, shutDown } from "./postmaster.ts";
import type { Site } from "./site.ts";

export interface Kept {
  readonly adopted: boolean;
  readonly socketFolder: string;
  stop(): Promise<void>;
}

const AGAIN_MS = 1_000;

/** Brings the server up and starts it again whenever it goes away, until `stop`. */
export async function keepRunning(site: Site): Promise<Kept> {
  let isStopping = false;
  let current = ensureRunning(site, restore);

  function restore(): void {
    if (isStopping) return;
    site.log("The database went away; starting it again.");
    current = untilRunning();
  }

  async function untilRunning(): ReturnType<typeof ensureRunning> {
    let why = "";
    for (;;) {
      try {
        const running = await ensureRunning(site, restore);
        site.log("The database is back.");
        return running;
      } catch (error) {
        if (isStopping) throw error;
        if (messageOf(error) !== why) site.log(`The database is still away: ${messageOf(error)}`);
        why = messageOf(error);
        await after(AGAIN_MS);
      }
    }
  }

  async function leave(): Promise<void> {
    const running = await current.catch(() => undefined);
    if (running === undefined) return;
    const postmaster = await recordedPostmaster(site.layout);
    const isLast = await running.lease.leaveAsLast().catch(() => true);
    if (isLast && postmaster !== undefined && !(await shutDown(site.layout, postmaster)))
      site.log(`The database process ${postmaster.pid} could not be ended; it goes on.`);
    await running.lease.close();
    if (isLast) await removeSocketFolder(site.layout);
  }

  const { adopted, socketFolder } = await current;
  let left: Promise<void> | undefined;
  return {
    adopted,
    socketFolder,
    stop() {
      isStopping = true;
      left ??= leave();
      return left;
    },
  };
}
