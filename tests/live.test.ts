import { connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { type Door, done, problemIn, send } from "./support/ask.ts";
import { tokenFor, useCast } from "./support/cast.ts";
import { openDesk } from "./support/desk.ts";
import { type Follower, follow } from "./support/sse.ts";

const world = useCast();
const ISSUE = { category: "issue", description: "Compute restarts by itself" };
const SOON = { timeout: 10_000 };

const open = async (door: Door) => (await done(door, "openTicket", { body: ISSUE })).number;
const reply = (door: Door, number: number) =>
  done(door, "replyToTicket", { params: { number }, body: { text: "More" } });

const followers: Follower[] = [];
afterEach(() => {
  for (const { close } of followers.splice(0)) close();
});

/** Listens from what happened last, or from another place. */
async function listen(door: Door, lastEventId?: string, path = "/v1/stream"): Promise<Follower> {
  return keep(await follow(door, path, lastEventId ?? (await newestId())));
}

function keep(follower: Follower): Follower {
  followers.push(follower);
  return follower;
}

async function newestId(): Promise<string> {
  const { rows } = await world().database.owner.query<{ id: string }>(
    "select txid || '-' || position as id from troth.event order by txid desc, position desc limit 1",
  );
  return rows[0]?.id ?? "";
}

const idsOf = ({ lines }: Follower) => lines.map(({ id }) => id);

/** Ids of all that happened to tickets after one, in the order of the stream. */
async function idsSince(id: string): Promise<string[]> {
  const [txid = "0", position = "0"] = id.split("-");
  const { rows } = await world().database.owner.query<{ id: string }>(
    `select txid || '-' || position as id from troth.event
     where stream = 'ticket' and (txid, position) > ($1::xid8, $2) order by txid, position`,
    [txid, position],
  );
  return rows.map((row) => row.id);
}

/** What the database would let a reader see after a place. */
async function kindsSince(id: string): Promise<string[]> {
  const { rows } = await world().database.app.query<{ kind: string }>(
    "select kind from troth.changes_since($1::xid8, $2, 100)",
    id.split("-"),
  );
  return rows.map(({ kind }) => kind);
}

describe("refused", () => {
  test("a visitor, and a key: 401 and 403", async () => {
    const { cast } = world();
    expect(problemIn(await send(cast.visitor, "followTickets")).status).toBe(401);
    expect(problemIn(await send(cast.directoryKey, "followTickets")).status).toBe(403);
    expect(problemIn(await send(cast.owner, "followDesk")).status).toBe(403);
  });

  test("somebody who wants no event stream", async () => {
    const answer = await send(world().cast.owner, "followTickets", {
      headers: { accept: "application/json" },
    });
    const problem = problemIn(answer);
    expect([problem.status, problem.code]).toEqual([422, "invalid"]);
    expect(problem.detail).toContain("text/event-stream");
  });

  test("HEAD, which would leave a line open that nothing is ever written to", async () => {
    const { owner } = world().cast;
    const headers = owner.show();
    expect((await fetch(`${owner.origin}/v1/stream`, { method: "HEAD", headers })).status).toBe(404);
  });
});

describe("who sees what", () => {
  test("a customer sees what happens to the tickets in reach: no note, nobody else's", async () => {
    const { cast } = world();
    const foreign = await open(cast.stranger);
    const mates = await open(cast.teammate);
    const [owner, restricted, desk] = [
      await listen(cast.owner),
      await listen(cast.restricted),
      await listen(cast.agent, undefined, "/v1/desk/stream"),
    ];
    await reply(cast.stranger, foreign);
    await done(cast.agent, "noteTicket", { params: { number: mates }, body: { text: "Between us" } });
    await reply(cast.teammate, mates);
    const own = await open(cast.restricted);
    const seen = ({ lines }: Follower) => lines.map(({ ticket, kind }) => [ticket, kind]);
    await expect.poll(() => seen(restricted), SOON).toEqual([[own, "ticket.opened"]]);
    await expect
      .poll(() => seen(owner), SOON)
      .toEqual([
        [mates, "message.written"],
        [own, "ticket.opened"],
      ]);
    await expect.poll(() => seen(desk).length, SOON).toBe(4);
  });

  test("a line says that something changed and not what: no text, no name", async () => {
    const { owner } = world().cast;
    const follower = keep(await follow(owner, "/v1/stream"));
    const number = await open(owner);
    await expect.poll(() => follower.lines.map(({ ticket }) => ticket), SOON).toContain(number);
    expect(Object.keys(follower.lines[0] ?? {}).toSorted()).toEqual(["at", "id", "kind", "ticket"]);
    expect(follower.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(follower.headers.get("cache-control")).toBe("no-store");
  });
});

describe("no gap and no double", () => {
  test("while the reader comes and goes and forty write at once", async () => {
    const { cast } = world();
    const start = await newestId();
    const doors = [cast.owner, cast.teammate, cast.admin, cast.restricted];
    const writing = Promise.all(Array.from({ length: 40 }, (_none, at) => open(doors[at % 4] ?? cast.owner)));
    const got: string[] = [];
    let last = start;
    while (got.length < 40) {
      const reader = await listen(cast.owner, last);
      await expect.poll(() => reader.lines.length, SOON).toBeGreaterThan(0);
      reader.close();
      await reader.ended;
      got.push(...idsOf(reader));
      last = got.at(-1) ?? last;
    }
    await writing;
    expect(got).toEqual(await idsSince(start));
  });

  test("over a restart: what happened meanwhile on another node comes first, once", async () => {
    const { database, cast } = world();
    const here = await openDesk({ database });
    const reader = await listen({ origin: here.origin, show: cast.owner.show });
    const number = await open(cast.owner);
    await expect.poll(() => idsOf(reader), SOON).toHaveLength(1);
    await here.stop();
    await reader.ended;
    for (let at = 0; at < 5; at += 1) await reply(cast.owner, number);
    const again = await openDesk({ database });
    try {
      const last = reader.lines[0]?.id ?? "";
      const second = await listen({ origin: again.origin, show: cast.owner.show }, last);
      await expect.poll(() => second.lines.length, SOON).toBe(5);
      await reply(cast.owner, number);
      await expect.poll(() => second.lines.length, SOON).toBe(6);
      expect(idsOf(second)).toEqual(await idsSince(last));
    } finally {
      await again.stop();
    }
  });

  test("a slow transaction is waited for: what it wrote first comes first, though others committed before it", async () => {
    const { database, cast, desk } = world();
    const number = await open(cast.owner);
    const start = await newestId();
    const reader = await listen(cast.owner, start);
    const slow = await database.owner.connect();
    try {
      await slow.query("begin");
      await slow.query(
        `insert into troth.event (workspace_id, stream_id, stream, seq, at, kind, actor_kind, body, previous, hash)
         select workspace_id, id, 'ticket', 900, 0, 'test.slow', 'system', '{}', '', ''
         from troth.ticket where number = $1 and workspace_id = $2`,
        [number, desk.workspace.id],
      );
      await open(cast.owner);
      expect(await kindsSince(start)).toEqual([]);
      await slow.query("commit");
    } finally {
      // Ends the transaction in any case: one left open would hold back every reader.
      slow.release(true);
    }
    await expect
      .poll(() => reader.lines.map(({ kind }) => kind), SOON)
      .toEqual(["test.slow", "ticket.opened"]);
  });

  test.for([
    "x",
    "",
    "0",
    "99999999999999999999-1",
    "18446744073709551615-1",
    "1-99999999999999999999",
    "-1--1",
  ])("a Last-Event-ID that is none of ours leaves the line alive: «%s»", async (lastEventId) => {
    const { owner } = world().cast;
    const reader = await listen(owner, lastEventId);
    const number = await open(owner);
    await expect.poll(() => reader.lines.map(({ ticket }) => ticket), SOON).toContain(number);
  });
});

describe("the end of a line", () => {
  test("a member who is removed hears nothing after five seconds at most", async () => {
    const { cast } = world();
    const { sub: member, org: organisation, name, email } = cast.member("business");
    const reader = await listen(cast.business);
    const began = performance.now();
    await done(cast.directoryKey, "removeMember", { params: { organisation, member } });
    await reader.ended;
    expect(performance.now() - began).toBeLessThan(5_000);
    await done(cast.directoryKey, "putMember", { params: { organisation, member }, body: { email, name } });
  });

  test("a member whose role is narrowed no longer hears of the others' tickets", async () => {
    const { cast } = world();
    const { sub: member, org: organisation, name, email } = cast.member("teammate");
    const reader = await listen(cast.teammate);
    const asRole = (role: "member" | "restricted") =>
      done(cast.directoryKey, "putMember", { params: { organisation, member }, body: { email, name, role } });
    await asRole("restricted");
    await reader.ended;
    const again = await listen(cast.teammate);
    await open(cast.owner);
    const own = await open(cast.teammate);
    await expect.poll(() => again.lines.map(({ ticket }) => ticket), SOON).toEqual([own]);
    await asRole("member");
  });

  test("a line ends with the token that opened it", async () => {
    const { cast, origin } = world();
    const now = Math.floor(Date.now() / 1_000);
    const claims = { iat: now - 328, exp: now - 28 };
    const token = tokenFor(cast.member("owner"), Date.now(), claims);
    const reader = await listen({ origin, show: () => ({ authorization: `Bearer ${token}` }) });
    const began = performance.now();
    await reader.ended;
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test("a reader that does not read is cut off, and the others go on", async () => {
    const { cast, database, desk, origin } = world();
    const number = await open(cast.owner);
    const { port } = new URL(origin);
    const { authorization = "" } = cast.owner.show();
    const slow = connect(Number(port), "127.0.0.1");
    slow.on("error", () => {});
    slow.write(`GET /v1/stream HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\n\r\n`);
    await new Promise((resolve) => slow.once("data", resolve));
    slow.pause();
    const healthy = await listen(cast.owner);
    // Long lines fill the buffers of the system sooner; each step stays below the limit for one that reads.
    const kind = `test.${"long".repeat(5_000)}`;
    const STEPS = 50;
    for (let step = 0; step < STEPS; step += 1) {
      await database.owner.query(
        `insert into troth.event (workspace_id, stream_id, stream, seq, at, kind, actor_kind, body, previous, hash)
         select workspace_id, id, 'ticket', $3::int + g, 0, $2, 'system', '{}', '', ''
         from troth.ticket, generate_series(1, 10) g where number = $1`,
        [number, kind, 900 + step * 10],
      );
      desk.deps.ring();
      await expect.poll(() => healthy.lines.length, { ...SOON, interval: 5 }).toBe((step + 1) * 10);
    }
    let bytes = 0;
    slow.on("data", (piece) => (bytes += piece.length));
    const closed = new Promise((resolve) => slow.once("close", resolve));
    slow.resume();
    await closed;
    expect(bytes).toBeLessThan(STEPS * 10 * kind.length);
  });
});

test("writes wake the readers of every node at once, not at the next look", async () => {
  const { database, cast } = world();
  const other = await openDesk({ database });
  try {
    const reader = await listen({ origin: other.origin, show: cast.owner.show });
    const waits: number[] = [];
    for (let at = 0; at < 5; at += 1) {
      const began = performance.now();
      await open(cast.owner);
      await expect.poll(() => reader.lines.length, { ...SOON, interval: 5 }).toBe(at + 1);
      waits.push(performance.now() - began);
    }
    expect(Math.min(...waits)).toBeLessThan(500);
  } finally {
    await other.stop();
  }
});
