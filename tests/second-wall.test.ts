import { randomUUID } from "node:crypto";
import { canonicalJson } from "@troth/core";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sealHeads } from "../packages/server/src/verbs/record/seal-heads.ts";
import { type Door, done, send } from "./support/ask.ts";
import { fresh, inviteFor, PASSWORD, useCast } from "./support/cast.ts";
import { brokenChains, dump, sha256 } from "./support/events.ts";

const world = useCast();
const STRANGE = randomUUID();
const CANARY = `canary-${randomUUID()}`;
let number = 0;

/** A member, a ticket and an agent whose every word is the canary, by every door that takes words. */
async function plantCanaries(): Promise<void> {
  const { cast, desk } = world();
  const { owner, agent, deskAdmin, directoryKey, visitor } = cast;
  const text = `${CANARY} was here`;
  const { sub: member, org: organisation, role } = cast.member("owner");
  const email = `${CANARY}@a.example`;
  const params = { organisation, member, key: "new" };
  await done(directoryKey, "putMember", { params, body: { email, name: `Ana ${CANARY}`, role } });
  const body = {
    category: "issue",
    severity: "1",
    description: text,
    businessImpact: text,
    facts: [{ name: "page", value: text }],
  };
  number = (await done(owner, "openTicket", { body })).number;
  await done(owner, "replyToTicket", { params: { number }, body: { text } });
  await done(owner, "putDraft", { params, body: { content: text } });
  await done(agent, "noteTicket", { params: { number }, body: { text } });
  await done(agent, "putDraft", { params: { key: `note-${number}` }, body: { content: text } });
  await done(agent, "replyAsAgent", { params: { number }, body: { text } });
  const assessment = { to: "3", factors: ["workaround"], reason: text };
  await done(agent, "assessTicket", { params: { number }, body: assessment });
  const answers = { material: text, verifiable: text, documentation: text };
  await done(agent, "confirmIssue", { params: { number }, body: { answers } });
  await done(agent, "markMisuse", { params: { number }, body: { isMisuse: true, reason: text } });
  const outcome = { outcome: "out-of-scope", detail: "third-party-software", named: text, message: text };
  await done(agent, "resolveTicket", { params: { number }, body: outcome });
  await done(visitor, "requestPortalLink", { body: { email } });
  const invited = `${CANARY}@desk.example`;
  await done(deskAdmin, "inviteAgent", { body: { email: invited, role: "agent" } });
  const token = await inviteFor(desk, invited, "agent");
  await done(visitor, "acceptInvite", { body: { token, name: `Bo ${CANARY}`, password: PASSWORD } });
  await send(visitor, "startDeskSession", { body: { email: invited, password: "wrong password" } });
}

beforeAll(async () => {
  await plantCanaries();
  await sealHeads(world().desk.system("seal-heads"));
});

/** Acts as the service does in a workspace, and takes it back. */
async function asService<T>(workspace: string, act: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await world().database.app.connect();
  try {
    await client.query("begin");
    await client.query(`set local troth.workspace = '${workspace}'`);
    return await act(client);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

async function tablesOfWorkspaces(): Promise<{ name: string; isGuarded: boolean; policies: number }[]> {
  const { rows } = await world().database.owner.query<{ name: string; isGuarded: boolean; policies: number }>(
    `select format('%I.%I', c.relnamespace::regnamespace, c.relname) as name, c.relrowsecurity as "isGuarded",
       (select count(*) from pg_policy p where p.polrelid = c.oid
          and pg_get_expr(p.polqual, p.polrelid) like '%this_workspace()%'
          and pg_get_expr(p.polwithcheck, p.polrelid) like '%this_workspace()%') as policies
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
     where c.relkind in ('r', 'p') and c.relnamespace = 'troth'::regnamespace order by 1`,
  );
  return rows;
}

describe("the second wall: the database itself keeps workspaces apart", () => {
  beforeAll(async () => {
    await world().database.owner.query(
      `insert into troth.workspace (id, slug, name, base_url, created_at) values ($1, 'strange', 'S', 'http://s', 0)`,
      [STRANGE],
    );
  });
  // Beside another workspace ours would answer at its own address alone.
  afterAll(() => world().database.owner.query("delete from troth.workspace where id = $1", [STRANGE]));

  test("every table with a workspace has a policy on it for reading and for writing", async () => {
    const tables = await tablesOfWorkspaces();
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter(({ isGuarded, policies }) => !isGuarded || policies !== 1)).toEqual([]);
  });

  test("every other table of ours is one that belongs to the whole installation", async () => {
    const { rows } = await world().database.owner.query<{ name: string }>(
      `select format('%I.%I', c.relnamespace::regnamespace, c.relname) as name from pg_class c
       where c.relkind in ('r', 'p') and c.relnamespace in ('troth'::regnamespace, 'auth'::regnamespace)
         and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id')
       order by 1`,
    );
    expect(new Set(rows.map(({ name }) => name))).toEqual(
      new Set([
        "auth.account",
        "auth.rate_limit",
        "auth.session",
        'auth."user"',
        "auth.verification",
        "troth.installation",
        "troth.workspace",
      ]),
    );
  });

  test("from another workspace no row of ours is seen, changed or taken, in any table", async () => {
    const { id: ours } = world().desk.workspace;
    let seen = 0;
    for (const { name } of await tablesOfWorkspaces()) {
      const count = `select count(*) as count from ${name}`;
      const own = await asService(ours, (client) => client.query<{ count: number }>(count));
      seen += own.rows[0]?.count ?? 0;
      const others = await asService(STRANGE, (client) => client.query<{ count: number }>(count));
      expect(others.rows, name).toEqual([{ count: 0 }]);
      for (const change of [`update ${name} set workspace_id = workspace_id`, `delete from ${name}`]) {
        const rows = await asService(STRANGE, (client) => client.query(change)).then(
          ({ rowCount }) => rowCount,
          (error: unknown) => String(error),
        );
        expect(rows === 0 || /permission denied/.test(String(rows)), `${name}: ${rows}`).toBe(true);
      }
    }
    expect(seen).toBeGreaterThan(50);
  });

  test("a row cannot be written into a workspace that is not the one at work", async () => {
    const { id: ours } = world().desk.workspace;
    for (const { name } of await tablesOfWorkspaces()) {
      const copy = `insert into ${name} select (jsonb_populate_record(r, $1)).* from ${name} r limit 1`;
      const { rows } = await world().database.owner.query(`select from ${name} limit 1`);
      if (rows.length === 0) continue;
      const intoStrange = asService(ours, (client) => client.query(copy, [{ workspace_id: STRANGE }]));
      await expect(intoStrange, name).rejects.toThrow(
        /row-level security|non-DEFAULT value into column "position"/,
      );
    }
  });

  test("without a workspace the service sees nothing", async () => {
    for (const { name } of await tablesOfWorkspaces()) {
      const { rows } = await world().database.app.query(`select from ${name} limit 1`);
      expect(rows, name).toEqual([]);
    }
  });

  test.for(["troth.event", "troth.seal"])("%s only ever grows", async (table) => {
    const { id } = world().desk.workspace;
    for (const act of [`update ${table} set hash = ''`, `delete from ${table}`, `truncate ${table}`]) {
      await expect(asService(id, (client) => client.query(act))).rejects.toThrow(/permission denied/);
    }
  });

  test("the service cannot lift the wall: no policy off, no table changed, no workspace made", async () => {
    const { id } = world().desk.workspace;
    for (const act of [
      "alter table troth.ticket disable row level security",
      "drop policy own_workspace on troth.ticket",
      "create table troth.mine (id int)",
      "insert into troth.workspace (id, slug, name, base_url, created_at) values (gen_random_uuid(), 'x', 'x', 'x', 0)",
      "update troth.installation set key_check = ''",
      "select * from pg_authid",
    ]) {
      await expect(
        asService(id, (client) => client.query(act)),
        act,
      ).rejects.toThrow(/permission denied|must be owner/);
    }
  });
});

describe("what people wrote is sealed", () => {
  test("no table holds a word, a name or an address of theirs that could be read", async () => {
    const lines = await dump(world().database);
    const hex = Buffer.from(CANARY).toString("hex");
    const base64 = Buffer.from(CANARY).toString("base64").slice(0, 40);
    const found = lines.filter((line) => [CANARY, hex, base64].some((form) => line.includes(form)));
    expect(lines.length).toBeGreaterThan(100);
    expect(found).toEqual([]);
  });

  test("the same words can be read through the desk", async () => {
    const { messages } = await done(world().cast.agent, "readDeskTicket", { params: { number } });
    expect(messages.filter(({ text }) => text.includes(CANARY))).toHaveLength(5);
  });

  test("equal texts are sealed unequally", async () => {
    const { rows } = await world().database.owner.query<{ bodies: number; messages: number }>(
      "select count(distinct body) as bodies, count(*) as messages from troth.message",
    );
    expect(rows[0]?.bodies).toBe(rows[0]?.messages);
  });
});

/** A ticket of a member of their own, with an answer. */
async function ticketOf(sub: string): Promise<{ door: Door; number: number; stream: string }> {
  const { cast, database } = world();
  const door = cast.teammate;
  const description = fresh(sub);
  const opened = await done(door, "openTicket", { body: { category: "issue", description } });
  await done(cast.agent, "replyAsAgent", {
    params: { number: opened.number },
    body: { text: "An answer to it" },
  });
  const { rows } = await database.owner.query<{ id: string }>(
    "select id from troth.ticket where number = $1",
    [opened.number],
  );
  return { door, number: opened.number, stream: rows[0]?.id ?? "" };
}

describe("the record", () => {
  test("every chain of tickets and organisations holds", async () => {
    const { streams, breaks } = await brokenChains(world().database);
    expect(streams).toBeGreaterThan(6);
    expect(breaks).toEqual([]);
  });

  test("a body, an instant, an actor or an order that was changed behind our back is found, where it was changed", async () => {
    const { owner } = world().database;
    const { stream } = await ticketOf("tampering");
    const tampered = [
      [
        `update troth.event set body = jsonb_set(body, '{category}', '"billing"') where stream_id = $1 and seq = 1`,
        1,
      ],
      [`update troth.event set at = at - 1 where stream_id = $1 and seq = 2`, 2],
      [`update troth.event set actor_id = null where stream_id = $1 and seq = 2`, 2],
      [`delete from troth.event where stream_id = $1 and seq = 1`, 2],
    ] as const;
    for (const [act, seq] of tampered) {
      const { rows } = await owner.query("select * from troth.event where stream_id = $1 order by seq", [
        stream,
      ]);
      await owner.query(act, [stream]);
      const { breaks } = await brokenChains(world().database);
      expect(breaks).toMatchObject([{ stream, seq }]);
      await owner.query("delete from troth.event where stream_id = $1", [stream]);
      for (const row of rows) {
        await owner.query(
          `insert into troth.event overriding system value select * from jsonb_populate_record(null::troth.event, $1)`,
          [JSON.stringify(row)],
        );
      }
    }
    expect((await brokenChains(world().database)).breaks).toEqual([]);
  });

  test("seals take in every head that grew, follow each other, and say nothing twice", async () => {
    const { database, desk } = world();
    await sealHeads(desk.system("seal-heads"));
    const { stream } = await ticketOf("sealing");
    await expect.poll(() => sealHeads(desk.system("seal-heads")), { timeout: 10_000 }).toBeGreaterThan(0);
    expect(await sealHeads(desk.system("seal-heads"))).toBe(0);
    const { rows } = await database.owner.query<Seal>("select * from troth.seal order by seq");
    let previous = "0".repeat(64);
    for (const seal of rows) {
      expect(seal.previous).toBe(previous);
      const sealed = [previous, desk.workspace.id, seal.seq, seal.at, seal.heads];
      expect(seal.hash).toBe(sha256(canonicalJson(sealed)));
      previous = seal.hash;
    }
    const newest = new Map(rows.flatMap(({ heads }) => heads.map(([id, seq, hash]) => [id, [seq, hash]])));
    const heads = await database.owner.query<{ id: string; seq: number; hash: string }>(
      "select distinct on (stream_id) stream_id as id, seq, hash from troth.event order by stream_id, seq desc",
    );
    for (const { id, seq, hash } of heads.rows) expect(newest.get(id)).toEqual([seq, hash]);
    expect(newest.has(stream)).toBe(true);
  });

  test("of a person whose key is gone nothing can be read, by any door, and the chain still holds", async () => {
    const { database, cast } = world();
    const erased = await ticketOf("erased");
    const before = await done(cast.owner, "readTicket", { params: { number: erased.number } });
    expect(before.messages[0]).toMatchObject({ isErased: false, text: before.subject });
    await database.owner.query(
      `delete from troth.person_key where person_id = (select id from troth.person where subject = 'teammate')`,
    );
    const params = { number: erased.number };
    const [asCustomer, asAgent] = [
      await done(cast.owner, "readTicket", { params }),
      await done(cast.agent, "readDeskTicket", { params }),
    ];
    for (const { messages, subject } of [asCustomer, asAgent]) {
      expect(messages.map(({ text, isErased }) => [text, isErased])).toEqual([
        ["", true],
        ["An answer to it", false],
      ]);
      expect(subject).toBe("(erased)");
    }
    expect(asAgent.requester).toMatchObject({ name: "(erased)", email: "(erased)" });
    const queue = await send(cast.agent, "readQueue");
    expect(queue.status).toBe(200);
    expect(queue.text).not.toContain(before.subject);
    expect((await send(cast.owner, "listTickets")).text).not.toContain(before.subject);
    const answer = { params, body: { text: "To nobody any more" } };
    await done(cast.agent, "replyAsAgent", answer);
    expect((await brokenChains(database)).breaks).toEqual([]);
  });
});

type Seal = {
  readonly seq: number;
  readonly at: number;
  readonly heads: [string, number, string][];
  readonly previous: string;
  readonly hash: string;
};
