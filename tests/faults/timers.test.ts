import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { signer } from "@troth/sample-console/server";
import type { Pool } from "pg";
import { afterEach, expect, test } from "vitest";
import { connectionUrl } from "../../bench/databases.ts";
import { freePort } from "../../bench/processes.ts";
import { copyDueAt } from "../../bench/seed.ts";
import { dataIn, freshFolder, poolOf, start } from "./support/embedded.ts";

const ROOT = join(import.meta.dirname, "../..");
const TIMERS = 10_000;
/** Long enough for two starts and the copies. */
const DUE_IN_MS = 45_000;
const running = new Set<ChildProcess>();

afterEach(async () => {
  for (const child of running) {
    child.kill("SIGCONT");
    child.kill("SIGKILL");
    await once(child, "exit");
  }
});

type Node = { readonly child: ChildProcess; readonly port: number; readonly data: string };

/** A node of the demo on a database that others work on, too. */
async function startNode(databaseUrl: string, folder: string): Promise<Node> {
  const port = await freePort();
  const data = dataIn(folder);
  const log = join(folder, `${port}.log`);
  const words = ["packages/cli/src/main.ts", "up", "--demo", "--port", String(port), "--data", data];
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    TROTH_LOG: "warn",
    TROTH_METRICS_PORT: "0",
    TROTH_KEY: Buffer.alloc(32, 7).toString("base64"),
  };
  const out = openSync(log, "a");
  const child = spawn(process.execPath, words, { cwd: ROOT, env, stdio: ["ignore", out, out] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  const said = () => readFileSync(log, "utf8");
  await expect.poll(said, { timeout: 60_000, interval: 50 }).toContain("Stop with Ctrl-C");
  return { child, port, data };
}

async function kill({ child }: Node): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** A customer on Gold, whose hour runs round the clock, opens a ticket: the copies' model. */
async function openGold({ port, data }: Node): Promise<void> {
  const access: unknown = JSON.parse(readFileSync(join(data, "demo-vendor.json"), "utf8"));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the demo wrote it a moment ago
  const { issuer, secret, apiKey } = access as { issuer: string; secret: string; apiKey: string };
  const send = async (method: string, path: string, bearer: string, body: object): Promise<void> => {
    const headers = {
      authorization: `Bearer ${bearer}`,
      "content-type": "application/json",
      "idempotency-key": path,
    };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
  };
  const gold = { pricing: "enterprise", tier: "gold" };
  await send("PUT", "/v1/directory/organisations/org-nordwind/subscription", apiKey, gold);
  const ana = { id: "usr-ana-ruiz", name: "Ana Ruiz", email: "ana@nordwind.example", role: "owner" } as const;
  const sign = signer({ issuer, secret, audience: `http://localhost:${port}` });
  const token = await sign.token(ana, "org-nordwind", Date.now());
  const ticket = { category: "issue", severity: "1", description: "All down", isBusinessImpactUnknown: true };
  await send("POST", "/v1/tickets", token, ticket);
}

type Fired = { tickets: number; fired: number; twice: number; lastLagMs: number };

async function firedOf(owner: Pool, dueAt: number): Promise<Fired> {
  const { rows } = await owner.query<Fired>(
    `select count(*) as tickets, coalesce(sum(fired), 0)::int as fired, count(*) filter (where fired > 1) as twice,
       coalesce(max(lag), 0) as "lastLagMs"
     from (select c.ticket_id, count(e.seq) as fired, max(e.at - c.due_at) as lag from troth.commitment c
       left join troth.event e on e.stream_id = c.ticket_id and e.kind = 'clock.breached'
       where c.due_at between $1 and $1 + 999 group by c.ticket_id) one`,
    [dueAt],
  );
  const [row] = rows;
  if (!row) throw new Error("Nothing was counted.");
  return row;
}

test("C13 10,000 clocks due in one second, one node killed and one stopped for 90 s: each is told once, all within 60 s", async () => {
  const folder = freshFolder();
  const database = await start(dataIn(folder));
  const owner = poolOf(database);
  const url = connectionUrl(database, "troth");
  const doomed = await startNode(url, freshFolder());
  await openGold(doomed);
  const frozen = await startNode(url, freshFolder());
  const { rows } = await owner.query<{ now: number }>("select troth.now_ms() as now");
  const dueAt = Math.ceil(((rows[0]?.now ?? 0) + DUE_IN_MS) / 1_000) * 1_000;
  await copyDueAt(
    owner,
    Array.from({ length: TIMERS }, (_, at) => dueAt + (at % 1_000)),
  );
  expect(await firedOf(owner, dueAt)).toMatchObject({ tickets: TIMERS, fired: 0 });

  const soon = { timeout: DUE_IN_MS + 30_000, interval: 20 };
  await expect.poll(async () => (await firedOf(owner, dueAt)).fired, soon).toBeGreaterThan(100);
  frozen.child.kill("SIGSTOP");
  const stoppedAt = Date.now();
  await kill(doomed);
  expect((await firedOf(owner, dueAt)).fired).toBeLessThan(TIMERS);
  const fresh = await startNode(url, freshFolder());

  await expect
    .poll(async () => (await firedOf(owner, dueAt)).fired, { timeout: 60_000, interval: 200 })
    .toBe(TIMERS);
  const told = await firedOf(owner, dueAt);
  expect(told.twice).toBe(0);
  expect(told.lastLagMs).toBeLessThan(60_000);

  // What stood still wakes up with what it held long given to others, and goes on as if nothing had been.
  await expect.poll(() => Date.now() - stoppedAt, { timeout: 90_000, interval: 500 }).toBeGreaterThan(90_000);
  frozen.child.kill("SIGCONT");
  await kill(fresh);
  const later = (await owner.query<{ now: number }>("select troth.now_ms() + 3000 as now")).rows[0]?.now ?? 0;
  await copyDueAt(owner, [later]);
  await expect
    .poll(async () => (await firedOf(owner, later)).fired, { timeout: 20_000, interval: 50 })
    .toBe(1);
  expect((await firedOf(owner, later)).lastLagMs).toBeLessThan(5_000);
  expect(await firedOf(owner, dueAt)).toMatchObject({ fired: TIMERS, twice: 0 });
}, 400_000);
