import { randomBytes, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Door, done, refused, send, statusesOf } from "../support/ask.ts";
import { portalDoor, signInAgent, useCast } from "../support/cast.ts";
import { deskUpload, follow, png, upload } from "../support/files.ts";
import { TICKET } from "../support/requests.ts";

const world = useCast();
const LOG = Buffer.from("12:00:01 restore stops at 40 %\n");

async function ticketOf(door: Door, attachments: string[] = []): Promise<number> {
  return (await done(door, "openTicket", { body: { ...TICKET, attachments } })).number;
}

const filesSeen = async (door: Door, number: number) =>
  (await done(door, "readTicket", { params: { number } })).messages.map(({ attachments }) => attachments);

/** Every file below the desk's folder, sealed as it lies there. */
async function kept(): Promise<Buffer[]> {
  const { folder } = world();
  const found = await readdir(join(folder, "files"), { recursive: true, withFileTypes: true });
  const files = found.filter((one) => one.isFile());
  return Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name))));
}

describe("an upload is refused", () => {
  test("with 413 and the limit, before a byte is read, where its length says so", async () => {
    const { owner } = world().cast;
    const before = (await kept()).length;
    const problem = await refused(owner, "uploadAttachment", {
      query: { name: "huge.log" },
      bytes: Buffer.alloc(25_000_001),
    });
    expect(problem).toMatchObject({ status: 413, code: "invalid", reason: "file-too-large" });
    expect(problem.detail).toContain("25 MB");
    expect((await kept()).length).toBe(before);
  });

  test("with 413 while it streams, where it says nothing of its length: 1 GB is never taken in", async () => {
    const { owner } = world().cast;
    const before = (await kept()).length;
    const part = Buffer.alloc(1_000_000, "log ");
    let sent = 0;
    const bytes = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent >= 1_000) return controller.close();
        sent += 1;
        controller.enqueue(part);
      },
    });
    const problem = await refused(owner, "uploadAttachment", { query: { name: "huge.log" }, bytes });
    expect(problem).toMatchObject({ status: 413, reason: "file-too-large" });
    expect((await kept()).length).toBe(before);
  });

  test.for(["setup.exe", "SETUP.EXE", "log.txt.scr", "fdp.\u202eexe", "a.e\u200bxe"])(
    "for an ending that a double click would run: %j",
    async (name) => {
      const problem = await refused(world().cast.owner, "uploadAttachment", { query: { name }, bytes: LOG });
      expect(problem).toMatchObject({ status: 422, reason: "file-type-refused" });
    },
  );

  test("of 0 bytes, in words, and nothing of it is kept", async () => {
    const before = (await kept()).length;
    const question = { query: { name: "empty.log" }, bytes: Buffer.alloc(0) };
    const problem = await refused(world().cast.owner, "uploadAttachment", question);
    expect(problem).toMatchObject({ status: 422, reason: "file-empty" });
    expect(problem.detail).toContain("0 bytes");
    expect((await kept()).length).toBe(before);
  });

  test("without a name, with one of more than 1,000 characters, with JSON, with a form", async () => {
    const { owner } = world().cast;
    for (const name of ["", "a".repeat(1_001)]) {
      expect((await refused(owner, "uploadAttachment", { query: { name }, bytes: LOG })).status).toBe(422);
    }
    const query = { name: "a.log" };
    expect((await refused(owner, "uploadAttachment", { query, body: {} })).status).toBe(415);
    for (const type of ["multipart/form-data; boundary=a", "text/plain", "image/png"]) {
      const headers = { "content-type": type };
      expect((await refused(owner, "uploadAttachment", { query, bytes: LOG, headers })).status).toBe(415);
    }
  });

  test("bytes are taken nowhere but there", async () => {
    const { owner } = world().cast;
    expect((await refused(owner, "openTicket", { bytes: LOG })).status).toBe(415);
  });

  test("past fifty that no message has taken, until some are taken back", async () => {
    const { business } = world().cast;
    let last = "";
    for (let at = 0; at < 50; at += 1) last = (await upload(business, `${at}.log`, LOG)).id;
    const problem = await refused(business, "uploadAttachment", { query: { name: "more.log" }, bytes: LOG });
    expect(problem).toMatchObject({ status: 429, reason: "too-many-waiting" });
    await done(business, "forgetAttachment", { params: { attachment: last } });
    await upload(business, "more.log", LOG);
  });
});

describe("an upload goes with a message", () => {
  test("text as PowerShell writes it is text", async () => {
    const bytes = Buffer.from("\ufeff13:02 ERROR: größer\r\n", "utf16le");
    const file = await upload(world().cast.owner, "app.log", bytes);
    expect(file.type).toBe("text/plain");
  });

  test("of a ticket that is opened, of a reply, of an agent's answer, in the order it names them", async () => {
    const { owner, teammate, agent } = world().cast;
    const first = await upload(owner, "first.log", LOG);
    const second = await upload(owner, "shot.png", png());
    const number = await ticketOf(owner, [second.id, first.id]);
    const third = await upload(teammate, "third.log", LOG);
    await done(teammate, "replyToTicket", {
      params: { number },
      body: { text: "And", attachments: [third.id] },
    });
    const fourth = await deskUpload(agent, "answer.sql", Buffer.from("select 1;"));
    await done(agent, "replyAsAgent", {
      params: { number },
      body: { text: "Try", attachments: [fourth.id] },
    });
    for (const door of [owner, teammate]) {
      const names = (await filesSeen(door, number)).map((files) => files.map(({ name }) => name));
      expect(names).toEqual([["shot.png", "first.log"], ["third.log"], ["answer.sql"]]);
    }
    const [files = []] = await filesSeen(owner, number);
    expect(files[0]).toMatchObject({ type: "image/png", picture: { width: 4, height: 3 }, remark: null });
    expect(files[1]).toMatchObject({ type: "text/plain", bytes: LOG.length, picture: null });
    for (const [at, bytes] of [[1, LOG]] as const) {
      const got = await follow(owner, files[at]?.href);
      expect(got.status).toBe(200);
      expect(got.bytes.equals(bytes)).toBe(true);
    }
  });

  test("once: what was sent, is somebody else's, or never was reads alike, and nothing is written", async () => {
    const { owner, teammate, stranger, agent } = world().cast;
    const used = await upload(owner, "used.log", LOG);
    const number = await ticketOf(owner, [used.id]);
    const others = [
      used.id,
      (await upload(teammate, "t.log", LOG)).id,
      (await upload(stranger, "s.log", LOG)).id,
      (await deskUpload(agent, "a.log", LOG)).id,
    ];
    const shape = async (id: string) => {
      const body = { text: "Here", attachments: [id] };
      const { requestId: _, ...problem } = await refused(owner, "replyToTicket", {
        params: { number },
        body,
      });
      return JSON.parse(JSON.stringify(problem).replaceAll(id, "ID"));
    };
    const absent = await shape(randomUUID());
    expect(absent.status).toBe(404);
    for (const id of others) expect(await shape(id)).toEqual(absent);
    const body = { ...TICKET, attachments: [used.id] };
    expect((await refused(owner, "openTicket", { body })).status).toBe(404);
    expect((await filesSeen(owner, number)).length).toBe(1);
    for (const id of others) {
      expect((await refused(owner, "forgetAttachment", { params: { attachment: id } })).status).toBe(404);
    }
  });

  test("of two messages that name one upload at once, one has it and the other is refused", async () => {
    const { owner } = world().cast;
    const number = await ticketOf(owner);
    for (let round = 0; round < 5; round += 1) {
      const { id } = await upload(owner, "race.log", LOG);
      const body = { text: "Mine", attachments: [id] };
      const answers = await Promise.all(
        [1, 2, 3].map(() => send(owner, "replyToTicket", { params: { number }, body })),
      );
      expect(statusesOf(answers)).toEqual([201, 404, 404]);
    }
    expect((await filesSeen(owner, number)).flat()).toHaveLength(5);
  });

  test("ten with one message, for the policy says no other number", async () => {
    const { owner } = world().cast;
    const attachments: string[] = [];
    for (let at = 0; at < 11; at += 1) attachments.push((await upload(owner, `${at}.log`, LOG)).id);
    const problem = await refused(owner, "openTicket", { body: { ...TICKET, attachments } });
    expect(problem).toMatchObject({ status: 422, reason: "too-many-files" });
    await ticketOf(owner, attachments.slice(0, 10));
  });

  test("a retry with the same key is the same file; other bytes or another name under it are refused", async () => {
    const { owner } = world().cast;
    const key = randomUUID();
    const ask = (name: string, bytes: Buffer) =>
      send(owner, "uploadAttachment", { query: { name }, bytes, key });
    const first = await ask("same.log", LOG);
    const before = (await kept()).length;
    const again = await Promise.all([ask("same.log", LOG), ask("same.log", LOG), ask("same.log", LOG)]);
    for (const { status, text } of again) expect([status, text]).toEqual([201, first.text]);
    expect((await ask("same.log", Buffer.from("other"))).status).toBe(422);
    expect((await ask("other.log", LOG)).status).toBe(422);
    expect((await kept()).length).toBe(before);
    const { rows } = await world().database.owner.query(
      "select response::text || route as text from troth.idempotency where key = $1",
      [key],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("same.log");
  });
});

describe("T20 a file is read by the link that was made for its reader, and by nothing else", () => {
  test("another person, another session, a changed link, a bare address: not there", async () => {
    const { owner, teammate, stranger, restricted, agent, visitor } = world().cast;
    const { id } = await upload(owner, "private.log", LOG);
    const number = await ticketOf(owner, [id]);
    const [files = []] = await filesSeen(owner, number);
    const href = files[0]?.href ?? "";
    expect((await follow(owner, href)).bytes.equals(LOG)).toBe(true);
    for (const door of [teammate, stranger, restricted]) expect((await follow(door, href)).status).toBe(404);
    expect((await follow(agent, href)).status).toBe(403);
    expect((await follow(agent, href.replace("/v1/", "/v1/desk/"))).status).toBe(404);
    expect((await follow(visitor, href)).status).toBe(401);
    const url = new URL(href, "http://desk.test");
    const until = Number(url.searchParams.get("until"));
    for (const [name, value] of [
      ["until", until + 1],
      ["until", until + 300_000],
      ["seal", "A".repeat(43)],
      ["seal", ""],
    ] as const) {
      const changed = new URL(url);
      changed.searchParams.set(name, String(value));
      expect((await follow(owner, changed.pathname + changed.search)).status).toBe(404);
    }
    expect((await follow(owner, url.pathname)).status).toBe(422);
    expect((await follow(owner, `/v1/attachments/${id}`)).status).toBe(404);
    for (const path of ["/v1/attachments", "/v1/attachments/", "/files", "/files/", "/.troth/files"]) {
      expect((await follow(owner, path)).status).toBe(404);
    }
    expect(until - Date.now()).toBeGreaterThan(290_000);
    expect(until - Date.now()).toBeLessThanOrEqual(600_000);
    expect(files[0]?.hrefEndsAt).toBe(new Date(until).toISOString());
  });

  test("another session of the same person, customer or agent", async () => {
    const { cast, origin } = world();
    const one = await portalDoor(world(), "owner");
    const other = await portalDoor(world(), "owner");
    const number = await ticketOf(one, [(await upload(one, "mine.log", LOG)).id]);
    const [files = []] = await filesSeen(one, number);
    expect((await follow(one, files[0]?.href)).status).toBe(200);
    expect((await follow(other, files[0]?.href)).status).toBe(404);
    expect((await follow(cast.owner, files[0]?.href)).status).toBe(404);
    const first = await signInAgent(origin, "agent@desk.example");
    const second = await signInAgent(origin, "agent@desk.example");
    const { messages } = await done(first, "readDeskTicket", { params: { number } });
    const href = messages[0]?.attachments[0]?.href;
    expect((await follow(first, href)).status).toBe(200);
    expect((await follow(second, href)).status).toBe(404);
  });

  test("it ends within ten minutes", async () => {
    const { cast, clock } = world();
    const number = await ticketOf(cast.owner, [(await upload(cast.owner, "soon.log", LOG)).id]);
    const [files = []] = await filesSeen(cast.owner, number);
    try {
      clock.run(600_000);
      expect((await follow(cast.owner, files[0]?.href)).status).toBe(404);
      const [fresh = []] = await filesSeen(cast.owner, number);
      expect((await follow(cast.owner, fresh[0]?.href)).status).toBe(200);
    } finally {
      clock.run(0);
    }
  });

  test("it is worth nothing once its reader may no longer see the ticket", async () => {
    const { cast } = world();
    const { sub: member, org: organisation, email, name, role } = cast.member("admin");
    const number = await ticketOf(cast.owner, [(await upload(cast.owner, "team.log", LOG)).id]);
    const [files = []] = await filesSeen(cast.admin, number);
    expect((await follow(cast.admin, files[0]?.href)).status).toBe(200);
    const params = { organisation, member };
    await done(cast.directoryKey, "putMember", { params, body: { email, name, role: "restricted" } });
    expect((await follow(cast.admin, files[0]?.href)).status).toBe(404);
    await done(cast.directoryKey, "putMember", { params, body: { email, name, role } });
    expect((await follow(cast.admin, files[0]?.href)).status).toBe(200);
  });

  test("T19 a note's file is the desk's alone", async () => {
    const { owner, agent } = world().cast;
    const number = await ticketOf(owner);
    const { id } = await deskUpload(agent, "CANARY-note.log", LOG);
    await done(agent, "noteTicket", { params: { number }, body: { text: "For us", attachments: [id] } });
    const { messages } = await done(agent, "readDeskTicket", { params: { number } });
    const href = messages.at(-1)?.attachments[0]?.href ?? "";
    expect((await follow(agent, href)).bytes.equals(LOG)).toBe(true);
    const seen = await send(owner, "readTicket", { params: { number } });
    expect(seen.text).not.toContain("CANARY-note");
    expect(seen.text).not.toContain(id);
    expect((await follow(owner, href)).status).toBe(403);
    expect((await follow(owner, href.replace("/desk/", "/"))).status).toBe(404);
    const { deps, workspace } = world().desk;
    const seenBy = (isForDesk: boolean) =>
      deps.store.read(workspace.id, (tx) =>
        tx.attachments.find({ id, number }, { tickets: "all" }, isForDesk),
      );
    expect((await seenBy(true))?.id).toBe(id);
    expect(await seenBy(false)).toBeNull();
  });

  test("an erased person's files cannot be read, and their names neither", async () => {
    const { cast, database } = world();
    const { id } = await upload(cast.launch, "CANARY-name.log", LOG);
    const number = await ticketOf(cast.launch, [id]);
    const { messages } = await done(cast.agent, "readDeskTicket", { params: { number } });
    const href = messages[0]?.attachments[0]?.href;
    expect((await follow(cast.agent, href)).status).toBe(200);
    await database.owner.query(
      "delete from troth.person_key where person_id = (select person_id from troth.attachment where id = $1)",
      [id],
    );
    expect((await follow(cast.agent, href)).status).toBe(404);
    const erased = await done(cast.agent, "readDeskTicket", { params: { number } });
    expect(erased.messages[0]?.attachments[0]).toMatchObject({ name: "(erased)", href: null });
  });
});

describe("the files of a message that becomes a ticket of its own", () => {
  test("go with it: both sides read them there, and nobody reads them on the old ticket any more", async () => {
    const { owner, teammate, restricted, stranger, agent } = world().cast;
    const number = await ticketOf(owner);
    const params = { number };
    const [first, second] = [await upload(owner, "first.log", LOG), await upload(owner, "shot.png", png())];
    const body = { text: "Another thing: the invoice.", attachments: [second.id, first.id] };
    const { id: message } = await done(owner, "replyToTicket", { params, body });
    const other = (await upload(owner, "other.log", LOG)).id;
    await done(owner, "replyToTicket", { params, body: { text: "And still this", attachments: [other] } });
    const before = (await filesSeen(owner, number))[1]?.[0]?.href;
    const split = await done(agent, "splitMessage", { params, body: { message } });
    const there = { number: split.number };
    const names = (files: readonly { readonly name: string }[] | undefined) => files?.map(({ name }) => name);
    const [mine] = await filesSeen(owner, split.number);
    expect(names(mine)).toEqual(["shot.png", "first.log"]);
    expect((await follow(owner, mine?.[1]?.href)).bytes).toEqual(LOG);
    const atDesk = (await done(agent, "readDeskTicket", { params: there })).messages[0]?.attachments;
    expect(names(atDesk)).toEqual(["shot.png", "first.log"]);
    expect((await follow(agent, atDesk?.[1]?.href)).bytes).toEqual(LOG);
    // The old ticket keeps what came with other messages, and the old link leads nowhere.
    expect((await filesSeen(owner, number)).map((files) => names(files))).toEqual([[], [], ["other.log"]]);
    expect((await follow(owner, before)).status).toBe(404);
    // Who reads the old ticket alone reads none of them; who reads the new one does.
    const seen = (await filesSeen(teammate, split.number))[0]?.[1]?.href;
    expect((await follow(teammate, seen)).bytes).toEqual(LOG);
    await done(owner, "restrictTicket", { params: there, body: { isRestricted: true } });
    expect((await follow(teammate, seen)).status).toBe(404);
    for (const door of [restricted, stranger]) {
      expect((await follow(door, mine?.[1]?.href)).status).toBe(404);
      expect(await refused(door, "readTicket", { params: there })).toMatchObject({ status: 404 });
    }
  });
});

test("what lies on the disk is sealed, whole, and under names of ours", async () => {
  const { owner } = world().cast;
  const secret = randomBytes(200_000);
  const { id } = await upload(owner, "CANARY-sealed.bin", secret);
  const lying = await kept();
  expect(lying.some((bytes) => bytes.includes(secret.subarray(0, 32)) || bytes.includes("CANARY"))).toBe(
    false,
  );
  const { rows } = await world().database.owner.query(
    "select row_to_json(a)::text as text from troth.attachment a where id = $1",
    [id],
  );
  expect(JSON.stringify(rows)).not.toContain("CANARY");
  expect(lying.some(({ length }) => length > 200_000 && length < 200_200)).toBe(true);
});
