import { join } from "node:path";
import type { VendorAccess } from "@troth/server";
import { readFolder } from "../packages/cli/src/disk.ts";
import type { Server } from "./databases.ts";
import { clusterCpuMs, cpuMs, type Program } from "./processes.ts";

const POLICY = join(import.meta.dirname, "../policies/neon-2024-09");
const ROUNDS = 3;

type Answer = { readonly summary: { readonly tickets: number; readonly changed: number } | null };

/** Asks the desk what all its tickets would have had under a draft with other hours and figures: seconds, each round. */
export async function replay(
  server: Server,
  desk: Program,
  access: VendorAccess,
  say: (line: string) => void,
): Promise<void> {
  const files = draft();
  const spent = () => ({ app: cpuMs(desk.pid), database: clusterCpuMs(server.cluster, server.postmaster) });
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = spent();
    const began = performance.now();
    const answer = await fetch(`http://127.0.0.1:${desk.port}/v1/policies/replay`, {
      method: "POST",
      headers: { authorization: `Bearer ${access.apiKey}`, "content-type": "application/json" },
      body: JSON.stringify({ files, days: 30 }),
    });
    const seconds = (performance.now() - began) / 1_000;
    const now = spent();
    const { summary }: Answer = JSON.parse(await answer.text());
    if (summary === null) throw new Error("The draft does not compile.");
    const cpu = (ms: number) => (ms / 1_000).toFixed(1);
    say(
      `replay: ${summary.tickets} tickets, ${summary.changed} of them otherwise, in ${seconds.toFixed(1)} s (CPU: application ${cpu(now.app - before.app)} s, database ${cpu(now.database - before.database)} s)\n`,
    );
  }
}

/** The bundled policy with shorter hours and one figure less. */
function draft(): Readonly<Record<string, string>> {
  const files = readFolder(POLICY);
  const yaml = files?.["policy.yaml"];
  if (!files || yaml === undefined) throw new Error("The bundled policy is not there.");
  const text = yaml
    .replace("version: 2024-09-02", "version: replayed")
    .replace('"09:00-17:00"', '"10:00-16:00"')
    .replace("within: 3 business days", "within: 2 business days");
  return { ...files, "policy.yaml": text };
}
