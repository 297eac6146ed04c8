import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { clockEventsOf, commitmentsOf, type LoggedTicketEvent, type Publication } from "@troth/core";
import { compilePolicy, type PolicyFiles, type RunnablePolicy } from "@troth/policy";
import type { VendorAccess } from "@troth/server";
import { readFolder } from "../packages/cli/src/disk.ts";
import type { Server } from "./databases.ts";
import { ask } from "./load.ts";
import { clusterCpuMs, cpuMs, type Program } from "./processes.ts";
import { write } from "./vendor.ts";

const POLICY = join(import.meta.dirname, "../policies/neon-2024-09");
const ROUNDS = 5;

/** The bundled policy under another version, with other hours. */
function edited(version: string, hours: string): PolicyFiles {
  const files = readFolder(POLICY);
  const yaml = files?.["policy.yaml"];
  if (!files || yaml === undefined) throw new Error("The bundled policy is not there.");
  const text = yaml
    .replace("version: 2024-09-02", `version: ${version}`)
    .replace('"09:00-17:00"', `"${hours}"`);
  return { ...files, "policy.yaml": text };
}

function compiled(files: PolicyFiles): RunnablePolicy {
  const { runnable } = compilePolicy(files);
  if (!runnable) throw new Error("The edited policy does not compile.");
  return runnable;
}

/** Replays the logs of all open tickets under an edited schedule, in this process: seconds, the median of a few rounds. */
export async function recomputeInCore(
  server: Server,
  database: string,
  say: (line: string) => void,
): Promise<void> {
  const logs = await openLogs(server, database);
  const now = Date.now();
  const [first] = logs;
  const opening = first?.[0]?.event;
  if (opening?.kind !== "ticket.opened") throw new Error("There is no open ticket.");
  const versions = new Map([
    [opening.policyVersion, compiled(edited(opening.policyVersion, "09:00-17:00"))],
    ["edited", compiled(edited("edited", "10:00-16:00"))],
  ]);
  const rules = (version: string): RunnablePolicy => {
    const found = versions.get(version);
    if (!found) throw new Error(`There is no version ${version}.`);
    return found;
  };
  const publications: Publication[] = [
    { version: opening.policyVersion, publishedAt: 0 },
    { version: "edited", publishedAt: now - 60_000 },
  ];
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    let dues = 0;
    for (const log of logs) {
      for (const { dueAt } of commitmentsOf(clockEventsOf(log, publications), rules, now)) {
        if (dueAt !== null) dues += 1;
      }
    }
    times.push(performance.now() - began);
    if (dues < logs.length) throw new Error("A ticket has no due.");
  }
  const median = times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  say(
    `recompute in core: ${logs.length} open tickets with their events, ${(median / 1_000).toFixed(2)} s (${((median * 1_000) / logs.length).toFixed(1)} µs each)\n`,
  );
}

async function openLogs(server: Server, database: string): Promise<LoggedTicketEvent[][]> {
  const owner = server.owner(database);
  try {
    const { rows } = await owner.query<LoggedTicketEvent & { stream: string }>(
      `select e.stream_id as stream, e.seq, e.at, jsonb_build_object('kind', e.actor_kind, 'id', e.actor_id) as actor,
         e.body || jsonb_build_object('kind', e.kind) as event
       from troth.event e join troth.ticket t on t.workspace_id = e.workspace_id and t.id = e.stream_id
       where t.is_open order by e.stream_id, e.seq`,
    );
    return [...Map.groupBy(rows, ({ stream }) => stream).values()];
  } finally {
    await owner.end();
  }
}

type Progress = {
  total: number | null;
  done: number;
  earlier: number;
  later: number;
  finishedAt: string | null;
};

/** Publishes other hours on the desk and waits until every open ticket is written anew. */
export async function recomputeWritten(
  server: Server,
  desk: Program,
  { access, cookie }: { readonly access: VendorAccess; readonly cookie: string },
  say: (line: string) => void,
): Promise<void> {
  const spent = () => ({ app: cpuMs(desk.pid), database: clusterCpuMs(server.cluster, server.postmaster) });
  await server.checkpoint();
  const before = spent();
  const began = performance.now();
  const who = { authorization: `Bearer ${access.apiKey}` };
  await ask(desk.port, write("/v1/policies", who, { files: edited("shorter-hours", "10:00-16:00") }));
  const published = performance.now();
  let progress = await progressOf(desk, cookie);
  while (progress?.finishedAt == null) {
    await after(50);
    progress = await progressOf(desk, cookie);
  }
  const seconds = (performance.now() - began) / 1_000;
  const now = spent();
  const cpu = (ms: number) => (ms / 1_000).toFixed(1);
  say(
    `recompute written: published in ${(published - began).toFixed(0)} ms; ${progress.done} tickets, ${progress.later} later, ${progress.earlier} earlier, all written after ${seconds.toFixed(1)} s (CPU: application ${cpu(now.app - before.app)} s, database ${cpu(now.database - before.database)} s)\n`,
  );
}

async function progressOf(desk: Program, cookie: string): Promise<Progress | undefined> {
  const text = await ask(desk.port, { method: "GET", path: "/v1/desk/recomputes", headers: { cookie } });
  const { recomputes }: { recomputes: Progress[] } = JSON.parse(text);
  return recomputes[0];
}
