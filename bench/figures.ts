import { setTimeout as after } from "node:timers/promises";
import type { Server } from "./databases.ts";
import { type Answered, drive, type Request } from "./load.ts";
import { clusterCpuMs, cpuMs, type Program } from "./processes.ts";

/** One program under one kind of request. */
export type Side = { readonly name: string; readonly program: Program; readonly next: () => Request };

/** What one request costs and how many are answered. */
export type Cost = Answered & {
  readonly perSecond: number;
  readonly appMs: number;
  readonly databaseMs: number;
};

export type Plan = { readonly server: Server; readonly rounds: number; readonly seconds: number };

const WARM_SECONDS = 2;
const SETTLE_MS = 200;

/** Rounds of each side in turn, the order turned round each time; the median round of each side. */
export async function compare(
  plan: Plan,
  clients: number,
  sides: readonly Side[],
): Promise<Map<string, Cost>> {
  for (const { program, next } of sides)
    await drive({ port: program.port, clients, seconds: WARM_SECONDS, next });
  const rounds = new Map<string, Cost[]>(sides.map(({ name }) => [name, []]));
  for (let round = 0; round < plan.rounds; round += 1) {
    const order = round % 2 === 0 ? sides : sides.toReversed();
    for (const side of order) rounds.get(side.name)?.push(await measure(plan, clients, side));
  }
  return new Map([...rounds].map(([name, costs]) => [name, medianOf(costs)]));
}

async function measure({ server, seconds }: Plan, clients: number, { program, next }: Side): Promise<Cost> {
  await server.checkpoint();
  await after(SETTLE_MS);
  const spent = () => ({
    app: cpuMs(program.pid),
    database: clusterCpuMs(server.cluster, server.postmaster),
  });
  const before = spent();
  const answered = await drive({ port: program.port, clients, seconds, next });
  // What an answer left to be done, such as telling the other nodes, belongs to its cost.
  await after(SETTLE_MS);
  const now = spent();
  return {
    ...answered,
    perSecond: answered.requests / answered.seconds,
    appMs: (now.app - before.app) / answered.requests,
    databaseMs: (now.database - before.database) / answered.requests,
  };
}

export const totalMs = ({ appMs, databaseMs }: Cost): number => appMs + databaseMs;

function medianOf(costs: readonly Cost[]): Cost {
  const middle = costs.toSorted((a, b) => totalMs(a) - totalMs(b))[Math.floor(costs.length / 2)];
  if (!middle) throw new Error("Nothing was measured.");
  return middle;
}
