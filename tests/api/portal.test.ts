import { beforeEach, describe, expect, test } from "vitest";
import { portalLinkAtStart } from "../../packages/server/src/main.ts";
import { type Door, done, refused, send, statusesOf } from "../support/ask.ts";
import { cookiesIn, fresh, ISSUER, portalDoor, tokenFor, useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";

const START = Date.parse("2026-03-02T15:00:00.000Z");
const HOUR = 3_600_000;
const clock = new TestClock("2026-01-05T10:00:00Z");
const world = useCast({ clock });

beforeEach(() => clock.set(START));

const visitor = (): Door => world().cast.visitor;
const redeem = (token: string) => send(visitor(), "redeemPortalLink", { body: { token } });
const exchange = (token: string) => send(visitor(), "startPortal", { body: { token } });
const tokenOf = (claims: Record<string, unknown>) =>
  tokenFor(world().cast.member("owner"), clock.now(), claims);

async function newLink(): Promise<string> {
  const who = { issuer: ISSUER, member: "owner", organisation: "org-a" };
  const link = await portalLinkAtStart(world().desk, who);
  return link?.split("#")[1] ?? "";
}

describe("a sign-in link", () => {
  test("opens once, even when ten take it at once", async () => {
    const token = await newLink();
    const answers = await Promise.all(Array.from({ length: 10 }, () => redeem(token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(9);
  });

  test("opens for one hour and not a moment longer", async () => {
    const [early, late] = [await newLink(), await newLink()];
    clock.set(START + HOUR - 1);
    expect((await redeem(early)).status).toBe(200);
    clock.set(START + HOUR);
    expect((await redeem(late)).status).toBe(401);
  });

  test("is told to the known address only, and the answer tells nobody whether it is known", async () => {
    const known = await send(visitor(), "requestPortalLink", { body: { email: "Teammate@A.example" } });
    const unknown = await send(visitor(), "requestPortalLink", { body: { email: "nobody@a.example" } });
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    expect(known.status).toBe(202);
    const mails = async () => (await world().mails()).filter(({ text }) => text.includes("/portal/enter#"));
    await expect.poll(mails, { timeout: 10_000 }).toHaveLength(1);
    const [mail] = await mails();
    expect(mail?.to).toBe("teammate@a.example");
    const [, token = ""] = /\/portal\/enter#([\w-]+)/.exec(mail?.text ?? "") ?? [];
    const cookie = cookiesIn((await redeem(token)).headers);
    const me = await done({ origin: world().origin, show: () => ({ cookie }) }, "readMe", {});
    expect(me).toMatchObject({ person: { email: "teammate@a.example" }, organisation: { id: "org-a" } });
  });

  test("asked for a hundred times in a minute is one mail, not a flood", async () => {
    clock.set(START + 5 * 60_000);
    const ask = () => send(visitor(), "requestPortalLink", { body: { email: "launch@launch.example" } });
    await Promise.all(Array.from({ length: 100 }, ask));
    const { rows } = await world().database.owner.query(
      `select count(*) as count from troth.outbox where kind = 'portal-link' and at = $1`,
      [clock.now()],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  test.for(["", "x", "a".repeat(43), "%00", "'; drop table troth.link_token; --"])(
    "guessed: %j",
    async (token) => {
      const { status } = await redeem(token);
      expect([401, 422]).toContain(status);
    },
  );

  test("is in the database as a hash alone", async () => {
    const token = await newLink();
    const { rows } = await world().database.owner.query<{ row: string }>(
      `select t::text as row from troth.link_token t union all select s::text from troth.portal_session s`,
    );
    for (const { row } of rows) {
      expect(row).not.toContain(token);
      expect(row).not.toContain(Buffer.from(token).toString("hex"));
    }
  });
});

describe("the console's token", () => {
  test("is exchanged once by its jti, even when ten try at once", async () => {
    const token = tokenOf({ jti: fresh("jti") });
    const answers = await Promise.all(Array.from({ length: 10 }, () => exchange(token)));
    expect(statusesOf(answers)).toEqual([200, ...Array.from({ length: 9 }, () => 401)]);
    expect((await exchange(tokenOf({ jti: "another" }))).status).toBe(200);
  });

  test("without a jti, or expired, or not signed by the vendor, gives no session", async () => {
    const now = Math.floor(START / 1_000);
    for (const token of [
      tokenOf({}),
      tokenOf({ jti: fresh("jti"), iat: now - 400, exp: now - 100 }),
      `${tokenOf({ jti: fresh("jti") })}x`,
      "",
    ]) {
      const answer = await exchange(token);
      expect(answer.status).toBe(401);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  test("lets in whom the vendor signs for the first time, and not whom it removed", async () => {
    const someone = { sub: fresh("sub"), org: fresh("org"), email: "new@new.example", name: "New" };
    const token = () => tokenFor(someone, clock.now(), { jti: fresh("jti"), plan: "scale" });
    expect((await exchange(token())).status).toBe(200);
    const params = { organisation: someone.org, member: someone.sub };
    await done(world().cast.directoryKey, "removeMember", { params });
    expect((await exchange(token())).status).toBe(401);
  });

  test("P068 leads into a session of the console's own kind: committed targets hold", async () => {
    const answer = await exchange(tokenOf({ jti: fresh("jti") }));
    const cookie = cookiesIn(answer.headers);
    const door = { origin: world().origin, show: () => ({ cookie }) };
    const body = { category: "issue", description: "Through the portal", severity: "2" };
    expect((await done(door, "openTicket", { body })).promise?.firmness).toBe("commitment");
  });
});

describe("the session", () => {
  test("its cookie is kept from scripts and other sites, and ends within a day", async () => {
    const [line = ""] = (await redeem(await newLink())).headers.getSetCookie();
    expect(line).toMatch(/; HttpOnly/i);
    expect(line).toMatch(/; SameSite=Lax/i);
    expect(line).toMatch(/; Path=\//i);
    const door = await portalDoor(world(), "owner");
    clock.set(START + 24 * HOUR - 1);
    await done(door, "readMe", {});
    clock.set(START + 24 * HOUR);
    expect((await refused(door, "readMe")).status).toBe(401);
  });

  test("ends with signing out, on the server too", async () => {
    const door = await portalDoor(world(), "owner");
    await done(door, "endPortal", {});
    expect((await refused(door, "readMe")).status).toBe(401);
  });

  test("is another one at each sign-in", async () => {
    const cookies = await Promise.all([portalDoor(world(), "owner"), portalDoor(world(), "owner")]);
    expect(new Set(cookies.map((door) => door.show()["cookie"])).size).toBe(2);
  });
});

describe("a draft", () => {
  test("is kept, changed, forgotten when empty, and gone once it was sent", async () => {
    const { owner, agent } = world().cast;
    const keep = (door: Door, key: string, content: string) =>
      done(door, "putDraft", { params: { key }, body: { content } });
    const read = async (door: Door, key: string) =>
      (await done(door, "readDraft", { params: { key } })).content;
    await keep(owner, "new", "one");
    await keep(owner, "new", JSON.stringify({ description: "two «ü»\r\n" }));
    expect(JSON.parse(await read(owner, "new"))).toEqual({ description: "two «ü»\r\n" });
    const body = { category: "issue", description: "two" };
    const { number } = await done(owner, "openTicket", { body });
    expect(await read(owner, "new")).toBe("");
    for (const [door, key] of [
      [owner, `reply-${number}`],
      [agent, `reply-${number}`],
      [agent, `note-${number}`],
    ] as const) {
      await keep(door, key, "half");
    }
    await done(agent, "noteTicket", { params: { number }, body: { text: "a note" } });
    await done(agent, "replyAsAgent", { params: { number }, body: { text: "an answer" } });
    expect([await read(agent, `note-${number}`), await read(agent, `reply-${number}`)]).toEqual(["", ""]);
    expect(await read(owner, `reply-${number}`)).toBe("half");
    await done(owner, "replyToTicket", { params: { number }, body: { text: "a word" } });
    expect(await read(owner, `reply-${number}`)).toBe("");
    await keep(owner, "new", "three");
    await keep(owner, "new", "");
    expect(await done(owner, "readDraft", { params: { key: "new" } })).toMatchObject({ savedAt: null });
  });

  test("has one of three keys, and a limit", async () => {
    const { owner } = world().cast;
    for (const key of ["old", "reply-", "reply-x", "note-1;", "__proto__"]) {
      expect((await refused(owner, "readDraft", { params: { key } })).status).toBe(422);
    }
    const body = { content: "x".repeat(200_001) };
    expect((await refused(owner, "putDraft", { params: { key: "new" }, body })).status).toBe(422);
  });
});
