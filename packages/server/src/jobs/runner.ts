import type { ClientConfig } from "pg";
import { PgBoss } from "pg-boss";
import type { Ctx } from "../verbs/context.ts";
import type { Job } from "./table.ts";

export type RunnerOptions = {
  /** Connects as the owner of the schema: pg-boss keeps its own tables. */
  readonly connection: ClientConfig;
  readonly jobs: readonly Job[];
  /** A context in each workspace, in the job's own name. */
  readonly contexts: (job: string) => Promise<readonly Ctx[]>;
  readonly onRun: (job: string, outcome: "done" | "failed", ms: number) => void;
  readonly onError: (error: unknown) => void;
};

const POLL_SECONDS = 15;

/** Runs the scheduled jobs on pg-boss: one node takes each run, and a node that dies gives it back. */
export async function runJobs(options: RunnerOptions): Promise<{ stop(): Promise<void> }> {
  const { connection, jobs, contexts, onRun, onError } = options;
  const { host, port, user, password, database, connectionString, ssl } = connection;
  const where =
    connectionString === undefined ? { host, port, user, password, database } : { connectionString };
  const boss = new PgBoss({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- pg and pg-boss name the same settings
    ...(where as { connectionString: string }),
    ...(ssl === undefined ? {} : { ssl }),
    application_name: "troth jobs",
    max: 2,
    schema: "pgboss",
  });
  boss.on("error", onError);
  await boss.start();
  for (const { name, schedule, run } of jobs) {
    // «exclusive»: a run that is waiting or under way keeps a second one from piling up.
    await boss.createQueue(name, { policy: "exclusive" });
    await boss.work(name, { pollingIntervalSeconds: POLL_SECONDS }, async () => {
      const began = performance.now();
      try {
        for (const ctx of await contexts(name)) await run(ctx);
        onRun(name, "done", performance.now() - began);
      } catch (error) {
        onRun(name, "failed", performance.now() - began);
        throw error;
      }
    });
    await boss.schedule(name, schedule);
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 5_000 }) };
}
