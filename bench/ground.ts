import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { compilePolicy, type Policy } from "@troth/policy";
import {
  type Desk,
  grantVendor,
  inviteAtStart,
  openDesk,
  publishAtStart,
  readConfig,
  type VendorAccess,
} from "@troth/server";
import { readFolder } from "../packages/cli/src/disk.ts";
import { sealHeads } from "../packages/server/src/verbs/record/seal-heads.ts";
import type { Server } from "./databases.ts";
import { ask } from "./load.ts";
import { type Program, startProgram } from "./processes.ts";
import { multiplyTickets } from "./seed.ts";
import { members, pushDirectory, ticketText, tokens, write } from "./vendor.ts";

const ROOT = join(import.meta.dirname, "..");
export const PORTS = { desk: 3981, smallDesk: 3982, floor: 3983 } as const;
const URL = `http://localhost:${PORTS.desk}`;
/** Nothing here is secret. */
const KEY = Buffer.alloc(32, 1).toString("base64");

const FEW = 1_000;
const MANY = 100_000;
const MODELS = 240;
const LONG_ONES = 24;
const MESSAGES = 10;

/** What stands ready to be measured. */
export type Ground = {
  readonly access: VendorAccess;
  readonly url: string;
  /** Cookie of a signed-in agent. */
  readonly cookie: string;
  /** Tickets with ten messages, and who may read each. */
  readonly longOnes: ReadonlyArray<{ readonly number: number; readonly member: (typeof members)[number] }>;
};

/** Databases with a vendor, an agent, ten-message tickets and 1,000 or 100,000 open tickets; a copy for the floor. */
export async function layGround(server: Server, folder: string): Promise<Ground> {
  const files = readFolder(join(ROOT, "policies/neon-2024-09"));
  const policy = files && compilePolicy(files).runnable?.policy;
  if (!files || !policy) throw new Error("The bundled policy does not compile.");
  await server.create("small");
  const prepared = await withDesk(server, folder, "small", async (desk) => {
    await publishAtStart(desk, files);
    return {
      access: await grantVendor(desk, "https://console.vendor.example"),
      invite: await inviteAtStart(desk),
    };
  });
  const { access, invite } = prepared;
  const program = await startDesk(server, folder, "small", PORTS.desk);
  let written: Pick<Ground, "cookie" | "longOnes">;
  try {
    await pushDirectory(PORTS.desk, access);
    written = await writeTickets(access, await joinDesk(invite ?? ""));
  } finally {
    await program.stop();
  }
  await fill(server, folder, "small", policy, FEW);
  await server.copy("small", "large");
  await fill(server, folder, "large", policy, MANY);
  await server.copy("large", "large_floor");
  return { access, url: URL, ...written };
}

async function fill(server: Server, folder: string, name: string, policy: Policy, total: number) {
  const owner = server.owner(name);
  try {
    await multiplyTickets(owner, policy, total);
  } finally {
    await owner.end();
  }
  // So that the job has nothing left to do for them while we measure.
  await withDesk(server, folder, name, async (desk) => {
    await sealHeads(desk.system("bench"));
  });
}

async function withDesk<T>(
  server: Server,
  folder: string,
  name: string,
  act: (desk: Desk) => Promise<T>,
): Promise<T> {
  const config = readConfig(environment(server, folder, name, PORTS.desk));
  if ("problems" in config) throw new Error(config.problems.join("\n"));
  const desk = await openDesk({
    config,
    version: "bench",
    appsDir: join(ROOT, "apps"),
    demo: null,
    say() {},
  });
  try {
    return await act(desk);
  } finally {
    await desk.stop();
  }
}

function environment(server: Server, folder: string, name: string, port: number) {
  return {
    DATABASE_URL: server.url(name),
    TROTH_DATA: join(folder, name),
    TROTH_KEY: KEY,
    TROTH_URL: URL,
    TROTH_METRICS_PORT: "0",
    PORT: String(port),
  };
}

/** The desk as it is run, on a database of its own; its log lines are written and thrown away. */
export function startDesk(server: Server, folder: string, name: string, port: number): Promise<Program> {
  return startProgram({
    name: `desk on ${name}`,
    words: [join(ROOT, "packages/cli/src/main.ts"), "up"],
    port,
    env: environment(server, folder, name, port),
    logFile: join(folder, `${name}.log`),
  });
}

export function startFloor(server: Server, folder: string, name: string, port: number): Promise<Program> {
  return startProgram({
    name: `floor on ${name}`,
    words: [join(import.meta.dirname, "floor.ts")],
    port,
    env: { DATABASE_URL: server.url(name), PORT: String(port) },
    logFile: join(folder, `${name}.log`),
  });
}

async function joinDesk(invite: string): Promise<string> {
  const accepted = await fetch(`http://127.0.0.1:${PORTS.desk}/v1/invites/accept`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": "join" },
    body: JSON.stringify({
      token: invite.split("#")[1],
      name: "Agent",
      email: "agent@desk.example",
      password: randomBytes(12).toString("hex"),
    }),
  });
  if (!accepted.ok) throw new Error(await accepted.text());
  return accepted.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

async function writeTickets(
  access: VendorAccess,
  cookie: string,
): Promise<Pick<Ground, "cookie" | "longOnes">> {
  const token = tokens(access, URL);
  const asCustomer = (at: number) => {
    const member = members[at % members.length];
    if (!member) throw new Error("There are no members.");
    return { member, authorization: `Bearer ${token(member)}` };
  };
  const open = async (at: number): Promise<number> => {
    const answer = await ask(
      PORTS.desk,
      write("POST", "/v1/tickets", asCustomer(at).authorization, ticketText(at)),
    );
    return JSON.parse(answer).number;
  };
  for (let at = 0; at < MODELS; at += 1) await open(at);
  const longOnes: Array<Ground["longOnes"][number]> = [];
  for (let at = 0; at < LONG_ONES; at += 1) {
    const number = await open(at);
    for (let said = 1; said < MESSAGES; said += 1) {
      const body = {
        text: `Message ${said}: ${"We looked at it and found the next thing to try. ".repeat(8)}`,
      };
      const { authorization } = asCustomer(at);
      await ask(
        PORTS.desk,
        said % 2 === 0
          ? write("POST", `/v1/tickets/${number}/messages`, authorization, body)
          : withCookie(write("POST", `/v1/desk/tickets/${number}/replies`, "", body), cookie),
      );
    }
    longOnes.push({ number, member: asCustomer(at).member });
  }
  return { cookie, longOnes };
}

function withCookie(request: ReturnType<typeof write>, cookie: string) {
  const { authorization: _, ...headers } = request.headers;
  return { ...request, headers: { ...headers, cookie } };
}
