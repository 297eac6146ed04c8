import { setTimeout as after } from "node:timers/promises";
import { codeOf, messageOf } from "../error-code.ts";
import { DatabaseRefusal } from "../refusal.ts";
import { assertMajor, prepareSocketFolder } from "./cluster.ts";
import { type Lease, takeLease } from "./lease.ts";
import { endLeftOvers } from "./left-overs.ts";
import { isPostmasterOf, type Launched, launch, recordedPostmaster } from "./postmaster.ts";
import type { Site } from "./site.ts";
import { isHeldByOthers, startFailure } from "./start-failure.ts";

export interface Running {
  readonly lease: Lease;
  readonly adopted: boolean;
  readonly socketFolder: string;
}

/** Left-over backends hold the shared memory for a moment: until then an early exit is no failure. */
const RETRY_MS = 15_000;
/** An early exit for any other reason comes again: one more try is enough to be sure. */
const MOST_FAILURES = 2;
/** A server that is up but recovering takes as long as its log is. */
const RECOVERY_MS = 10 * 60_000;
const STEP_MS = 15;
const RECOVERY_STEP_MS = 50;
const RELAUNCH_MS = 250;

/** Adopts the server that answers, else starts one and waits until it does. Refuses with the reason it would not. */
export async function ensureRunning(site: Site, onLost: () => void): Promise<Running> {
  const beganAt = performance.now();
  let launched: Launched | undefined;
  let failures = 0;
  for (;;) {
    const answer = await knock(site, onLost);
    if (typeof answer === "object") return { ...answer, adopted: launched?.hasExited() ?? true };
    const isComing = answer === "not yet" || launched?.hasExited() === false;
    if (performance.now() - beganAt > (isComing ? RECOVERY_MS : RETRY_MS))
      throw await startFailure(site.layout, launched);
    if (!isComing && !(await isHeld(site))) {
      if (launched !== undefined && !(await isHeldByOthers(launched))) failures += 1;
      if (failures === MOST_FAILURES) throw await startFailure(site.layout, launched);
      launched = await launchAgain(site, launched);
    }
    await after(answer === "not yet" ? RECOVERY_STEP_MS : STEP_MS);
  }
}

async function launchAgain(site: Site, before: Launched | undefined): Promise<Launched> {
  const { binaries, runAs } = await site.programs();
  if (before === undefined) {
    await assertMajor(site.layout, binaries);
  } else {
    await endLeftOvers(site.layout);
    await after(RELAUNCH_MS);
  }
  await prepareSocketFolder(site.layout, runAs);
  return launch({ layout: site.layout, binaries, runAs, settings: site.settings });
}

/** Whether a living postmaster has the cluster, though it may not answer yet. */
async function isHeld({ layout }: Site): Promise<boolean> {
  const recorded = await recordedPostmaster(layout);
  return recorded !== undefined && isPostmasterOf(layout, recorded.pid);
}

async function knock(
  site: Site,
  onLost: () => void,
): Promise<Omit<Running, "adopted"> | "absent" | "not yet"> {
  const recorded = await recordedPostmaster(site.layout);
  if (recorded === undefined) return "absent";
  const { socketFolder } = recorded;
  return takeLease({ ...site.connection, host: socketFolder }, onLost).then(
    (lease) => ({ lease, socketFolder }),
    (error: unknown) => {
      if (codeOf(error) === "28P01")
        throw new DatabaseRefusal(
          `The database in ${site.layout.folder} does not take the password in ${site.layout.password}.`,
        );
      const answer = ANSWERS[codeOf(error)] ?? (/terminated/.test(messageOf(error)) ? "absent" : undefined);
      if (answer === undefined) throw error;
      return answer;
    },
  );
}

const ANSWERS: Readonly<Record<string, "absent" | "not yet">> = {
  ENOENT: "absent",
  ECONNREFUSED: "absent",
  ECONNRESET: "absent",
  EPIPE: "absent",
  "57P01": "absent", // shut down while we waited
  "57P02": "absent",
  "57P03": "not yet", // starting, recovering or shutting down
  "53300": "not yet", // every connection is taken
};
