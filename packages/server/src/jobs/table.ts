import { forgetUnusedFiles, sweepFiles } from "../verbs/attachment/forget-files.ts";
import { wakeEnded } from "../verbs/clock/wake-ended.ts";
import type { Ctx } from "../verbs/context.ts";
import { forgetExpired } from "../verbs/record/forget-expired.ts";
import { sealHeads } from "../verbs/record/seal-heads.ts";

/** One job: its name, when it runs (cron, UTC), and the verb it is. Runs once in each workspace. */
export type Job = {
  readonly name: string;
  readonly schedule: string;
  readonly run: (ctx: Ctx) => Promise<unknown>;
};

/** Every scheduled job. What must happen within seconds has a doorbell instead: clock-watch and outbox. */
export const JOBS: readonly Job[] = [
  { name: "seal-heads", schedule: "* * * * *", run: sealHeads },
  { name: "forget-expired", schedule: "17 * * * *", run: forgetExpired },
  { name: "wake-ended", schedule: "*/10 * * * *", run: wakeEnded },
  { name: "forget-files", schedule: "41 * * * *", run: forgetUnusedFiles },
  { name: "sweep-files", schedule: "23 3 * * *", run: sweepFiles },
];
