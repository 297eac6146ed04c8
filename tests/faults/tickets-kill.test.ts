import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { signer } from "@troth/sample-console/server";
import { afterEach, expect, test } from "vitest";
import { freshFolder, postmasterPid } from "./support/embedded.ts";

const ROOT = join(import.meta.dirname, "../..");
const ROUNDS = 24;
const WRITERS = 4;
const soon = { timeout: 40_000, interval: 20 };
const running = new Set<ChildProcess>();

afterEach(async () => {
  const ending = [...running].map((child) => once(child, "exit"));
  for (const child of running) child.kill("SIGINT");
  await Promise.all(ending);
});

/** One wish of a customer, sent again with the same key until it is answered. */
type Wish = { readonly key: string; readonly text: string; number: number | null };

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function startNode(port: number, data: string): Promise<ChildProcess> {
  const args = [
    join(ROOT, "packages/cli/src/main.ts"),
    "up",
    "--demo",
    "--port",
    String(port),
    "--data",
    data,
  ];
  const env = { ...process.env, TROTH_LOG: "silent", TROTH_METRICS_PORT: "0", DATABASE_URL: "" };
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  await expect.poll(() => said, soon).toContain("Stop with Ctrl-C");
  return child;
}

function customerOf(url: string, data: string) {
  const access: unknown = JSON.parse(readFileSync(join(data, "demo-vendor.json"), "utf8"));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the demo wrote it a moment ago
  const { issuer, secret } = access as { issuer: string; secret: string };
  const sign = signer({ issuer, secret, audience: url.replace("127.0.0.1", "localhost") });
  const ana = { id: "usr-ana-ruiz", name: "Ana Ruiz", email: "ana@nordwind.example", role: "owner" } as const;
  return async (path: string, wish?: Wish): Promise<{ status: number; body: string }> => {
    const token = await sign.token(ana, "org-nordwind", Date.now());
    const headers = new Headers({ authorization: `Bearer ${token}`, "content-type": "application/json" });
    if (wish) headers.set("idempotency-key", wish.key);
    const write = wish && {
      method: "POST",
      body: JSON.stringify({ category: "issue", description: wish.text }),
    };
    const answer = await fetch(url + path, { ...write, headers, signal: AbortSignal.timeout(5_000) });
    return { status: answer.status, body: await answer.text() };
  };
}

test("F1 F3 kill -9 of node and of the embedded PostgreSQL while tickets are opened: none acknowledged is missing, none is double", async () => {
  const data = freshFolder();
  const port = await freePort();
  let node = await startNode(port, data);
  const send = customerOf(`http://127.0.0.1:${port}`, data);
  const wishes: Wish[] = [];
  const writers = { areDone: false };

  const open = async (wish: Wish): Promise<void> => {
    while (wish.number === null) {
      const answer = await send("/v1/tickets", wish).catch(() => null);
      if (answer?.status === 201) wish.number = Number(JSON.parse(answer.body).number);
      else await after(50);
    }
  };
  const writing = Array.from({ length: WRITERS }, async (_, writer) => {
    for (let at = 0; !writers.areDone; at += 1) {
      const wish: Wish = { key: randomUUID(), text: `wish ${writer}-${at}`, number: null };
      wishes.push(wish);
      await open(wish);
    }
  });
  const acknowledged = () => wishes.filter(({ number }) => number !== null).length;

  for (let round = 0; round < ROUNDS; round += 1) {
    const before = acknowledged();
    await expect.poll(acknowledged, soon).toBeGreaterThan(before + 5);
    if (round % 2 === 0) {
      node.kill("SIGKILL");
      await once(node, "exit");
      node = await startNode(port, data);
    } else {
      process.kill(postmasterPid(join(data, "postgres")), "SIGKILL");
    }
  }
  writers.areDone = true;
  await Promise.all(writing);

  const seen = new Map<number, string>();
  let cursor: string | null = null;
  do {
    const page: string = `/v1/tickets?mine=true${cursor === null ? "" : `&cursor=${cursor}`}`;
    const { tickets, nextCursor } = JSON.parse((await send(page)).body);
    for (const { number, subject } of tickets) seen.set(number, subject);
    cursor = nextCursor;
  } while (cursor !== null);
  const opened = [...seen.values()].filter((subject) => subject.startsWith("wish "));
  expect(wishes.filter(({ number, text }) => number === null || seen.get(number) !== text)).toEqual([]);
  expect(opened.length).toBe(new Set(opened).size);
  expect(opened.length).toBe(wishes.length);
}, 400_000);
