import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { compilePolicy, type Policy } from "@troth/policy";
import { grantVendor, inviteAtStart, publishAtStart, type VendorAccess } from "@troth/server";
import { readFolder } from "../packages/cli/src/disk.ts";
import { refreshTickets } from "../packages/server/src/verbs/clock/refresh-tickets.ts";
import type { Ctx } from "../packages/server/src/verbs/context.ts";
import { sealHeads } from "../packages/server/src/verbs/record/seal-heads.ts";
import { ask, type Request } from "./load.ts";
import { DESK_URL, type Site, startDesk, withDesk } from "./programs.ts";
import { multiplyTickets } from "./seed.ts";
import { type Member, members, pushDirectory, ticketText, tokens, write } from "./vendor.ts";

const POLICY = join(import.meta.dirname, "../policies/neon-2024-09");
const FEW = 1_000;
const MANY = 100_000;
/** Tickets that come in by the API; the others are copies of them. */
const MODELS = 900;
const LONG_ONES = 24;
const MESSAGES = 10;

/** What stands ready to be measured. */
export type Ground = {
  readonly access: VendorAccess;
  /** Cookie of a signed-in agent. */
  readonly cookie: string;
  /** Tickets with ten messages, and who may read each. */
  readonly longOnes: ReadonlyArray<{ readonly number: number; readonly member: Member }>;
};

/** Databases with a vendor, an agent and 1,000 (`small`) or 100,000 open tickets (`large`, and a copy for the floor). */
export async function layGround(site: Site): Promise<Ground> {
  const files = readFolder(POLICY);
  const policy = files && compilePolicy(files).runnable?.policy;
  if (!files || !policy) throw new Error("The bundled policy does not compile.");
  const { server } = site;
  await server.create("small");
  const { access, invite } = await withDesk(site, "small", async (desk) => {
    await publishAtStart(desk, files);
    return {
      access: await grantVendor(desk, "https://console.vendor.example"),
      invite: await inviteAtStart(desk),
    };
  });
  const ground = await openTickets(site, access, invite ?? "");
  await fill(site, "small", policy, FEW);
  await server.copy("small", "large");
  await fill(site, "large", policy, MANY);
  await server.copy("large", "large_floor");
  return ground;
}

async function fill(site: Site, database: string, policy: Policy, total: number): Promise<void> {
  const owner = site.server.owner(database);
  try {
    await multiplyTickets(owner, policy, total);
  } finally {
    await owner.end();
  }
  // What was copied is sealed, and what is due of it is told, before anybody measures.
  await withDesk(site, database, async (desk) => {
    await tellDue(site, database, desk.system("bench"));
    await sealHeads(desk.system("bench"));
  });
}

const BATCH = 500;

async function tellDue({ server }: Site, database: string, ctx: Ctx): Promise<void> {
  const owner = server.owner(database);
  try {
    const { rows } = await owner.query<{ id: string }>(
      "select distinct ticket_id as id from troth.commitment where wake_at < troth.now_ms()",
    );
    for (let from = 0; from < rows.length; from += BATCH) {
      await refreshTickets(ctx, { tickets: rows.slice(from, from + BATCH).map(({ id }) => id) });
    }
    await owner.query("vacuum analyze");
  } finally {
    await owner.end();
  }
}

async function openTickets(site: Site, access: VendorAccess, invite: string): Promise<Ground> {
  const { port, stop } = await startDesk(site, "small");
  try {
    await pushDirectory(port, access);
    const cookie = await joinDesk(port, invite);
    const token = tokens(access, DESK_URL);
    const open = async (member: Member, at: number): Promise<number> =>
      JSON.parse(await ask(port, write("/v1/tickets", bearer(token(member)), ticketText(at)))).number;
    for (let at = 0; at < MODELS; at += 1) await open(memberAt(at), at);
    const longOnes: Array<Ground["longOnes"][number]> = [];
    for (let at = 0; at < LONG_ONES; at += 1) {
      const member = memberAt(at);
      const number = await open(member, at);
      for (let said = 1; said < MESSAGES; said += 1) {
        await ask(port, messageOn(number, said, said % 2 === 0 ? bearer(token(member)) : { cookie }));
      }
      longOnes.push({ number, member });
    }
    return { access, cookie, longOnes };
  } finally {
    await stop();
  }
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

function memberAt(at: number): Member {
  const member = members[at % members.length];
  if (!member) throw new Error("The vendor has no members.");
  return member;
}

function messageOn(number: number, said: number, who: Readonly<Record<string, string>>): Request {
  const path = "cookie" in who ? `/v1/desk/tickets/${number}/replies` : `/v1/tickets/${number}/messages`;
  const text = `Message ${said}. ${"We looked at it and found the next thing to try. ".repeat(8)}`;
  return write(path, who, { text });
}

async function joinDesk(port: number, invite: string): Promise<string> {
  const accepted = await fetch(`http://127.0.0.1:${port}/v1/invites/accept`, {
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
  const cookies = accepted.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  return cookies.join("; ");
}
