import { beforeEach, describe, expect, test } from "vitest";
import { type Door, done, refused, send, statusesOf } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";
import { brokenChains } from "../support/events.ts";

const START = Date.parse("2026-07-06T13:05:00.000Z");
const clock = new TestClock("2026-01-05T10:00:00Z");
const world = useCast({ clock });

beforeEach(() => clock.set(START));

const TICKET = { category: "issue", description: "Restores stop", project: "prj-a" };
const NOBODYS = "00000000-0000-4000-8000-000000000000";

let names = 0;
const fresh = () => `2026-12.${(names += 1)}`;
const open = async (door: Door, more: object = {}) =>
  (await done(door, "openTicket", { body: { ...TICKET, ...more } })).number;
const end = (number: number, body: object) =>
  done(world().cast.agent, "resolveTicket", {
    params: { number },
    body: { outcome: "fix-in-release", message: "The fix comes with a release.", ...body },
  });
const waitsFor = async (door: Door, name: string, more: object = {}) => {
  const number = await open(door, more);
  await end(number, { detail: name });
  return number;
};
const list = async () => (await done(world().cast.agent, "listReleases", {})).releases;
const found = async (name: string) => {
  const release = (await list()).find((one) => one.name === name);
  if (release === undefined) throw new Error(`There is no release ${name}.`);
  return release;
};
const markOut = async (name: string, note = "") => {
  const { id, version } = await found(name);
  return done(world().cast.agent, "markReleaseOut", {
    params: { release: id },
    body: { note, sawVersion: version },
  });
};
const mailsTo = async (to: string, words: string) =>
  (await world().mails()).filter((mail) => mail.to === to && (mail.subject + mail.text).includes(words));
const outs = async (number: number) =>
  (await done(world().cast.agent, "readDeskTicket", { params: { number } })).timeline.filter(
    ({ kind }) => kind === "release.out",
  );

describe("refused", () => {
  test("a release that is not there, for everybody who may ask, and customers altogether", async () => {
    const { agent, owner, stranger, visitor } = world().cast;
    const params = { release: NOBODYS };
    const body = { note: "", sawVersion: 1 };
    expect((await refused(agent, "readRelease", { params })).status).toBe(404);
    expect((await refused(agent, "markReleaseOut", { params, body })).status).toBe(404);
    const { id } = await done(agent, "planRelease", { body: { name: fresh() } });
    for (const door of [owner, stranger]) {
      expect((await refused(door, "readRelease", { params: { release: id } })).status).toBe(403);
      expect((await refused(door, "markReleaseOut", { params: { release: id }, body })).status).toBe(403);
      expect((await refused(door, "listReleases", {})).status).toBe(403);
    }
    expect((await refused(visitor, "listReleases", {})).status).toBe(401);
  });

  test("a name that is none, is too long, has a line break, or is taken in whatever case", async () => {
    const { agent, owner } = world().cast;
    const number = await open(owner);
    for (const name of ["  ", "x".repeat(101), "2026\n12", "a\u0000b"]) {
      const planned = await refused(agent, "planRelease", { body: { name } });
      expect([planned.status, planned.fields?.[0]?.path], JSON.stringify(name)).toEqual([422, "name"]);
      const ended = await refused(agent, "resolveTicket", {
        params: { number },
        body: { outcome: "fix-in-release", detail: name, message: "It comes." },
      });
      expect([ended.status, ended.fields?.[0]?.path], JSON.stringify(name)).toEqual([422, "detail"]);
    }
    await done(agent, "planRelease", { body: { name: "Winter LTS" } });
    const taken = await refused(agent, "planRelease", { body: { name: " winter  lts" } });
    expect([taken.status, taken.detail]).toEqual([409, expect.stringMatching(/already/)]);
    const note = await refused(agent, "planRelease", { body: { name: fresh(), note: "x".repeat(1_001) } });
    expect([note.status, note.fields?.[0]?.path]).toEqual([422, "note"]);
  });

  test("marking out twice at once, again, or from a version that is not the newest", async () => {
    const { agent } = world().cast;
    const name = fresh();
    const { id: release } = await done(agent, "planRelease", { body: { name } });
    const old = { params: { release }, body: { note: "", sawVersion: 2 } };
    expect((await refused(agent, "markReleaseOut", old)).detail).toMatch(/Read it again/);
    const question = { params: { release }, body: { note: "", sawVersion: 1 } };
    const answers = await Promise.all([1, 2, 3].map(() => send(agent, "markReleaseOut", question)));
    expect(statusesOf(answers)).toEqual([200, 409, 409]);
    const again = await refused(agent, "markReleaseOut", question);
    expect([again.status, again.detail]).toEqual([409, expect.stringMatching(/marked out already/)]);
  });
});

describe("P051 a fix in a named release", () => {
  test("makes the release, or finds it, and the ticket waits for it", async () => {
    const { owner, stranger, agent } = world().cast;
    const name = fresh();
    const first = await waitsFor(owner, name);
    const second = await waitsFor(stranger, ` ${name} `, { project: "prj-b" });
    const release = await found(name);
    expect(release).toMatchObject({
      state: "planned",
      outAt: null,
      waiting: { tickets: 2, organisations: 2 },
    });
    const whole = await done(agent, "readRelease", { params: { release: release.id } });
    expect(whole.tickets.map(({ number }) => number)).toEqual([first, second]);
    expect(whole.mail.en[0]).toContain(`Release ${name} is out`);
    const ticket = await done(agent, "readDeskTicket", { params: { number: second } });
    expect(ticket.outcome).toMatchObject({ id: "fix-in-release", detail: name });
  });

  test("two tickets ended at once with a new name make one release", async () => {
    const { owner } = world().cast;
    const name = fresh();
    const numbers = await Promise.all([open(owner), open(owner), open(owner)]);
    await Promise.all(numbers.map((number) => end(number, { detail: name })));
    expect((await list()).filter((one) => one.name === name)).toHaveLength(1);
    expect((await found(name)).waiting.tickets).toBe(3);
  });

  test("told when it is out: on each ticket and by mail, once, with the note, in their language", async () => {
    const { owner, stranger, agent } = world().cast;
    const name = fresh();
    const mine = await waitsFor(owner, name, { locale: "de" });
    const theirs = await waitsFor(stranger, name, { project: "prj-b" });
    const other = await waitsFor(owner, fresh());
    await markOut(name, "Restores over 1 TB too. <b>Update</b> the agent.");
    await expect.poll(() => outs(mine), { timeout: 20_000 }).toHaveLength(1);
    await expect.poll(() => outs(theirs), { timeout: 20_000 }).toHaveLength(1);
    const seen = await done(owner, "readTicket", { params: { number: mine } });
    expect(seen.timeline.at(-1)).toMatchObject({ kind: "release.out", to: name });
    expect(seen.state).toBe("resolved");
    expect((await refused(stranger, "readTicket", { params: { number: mine } })).status).toBe(404);
    const told = () => mailsTo("owner@a.example", `Version ${name} ist da`);
    await expect.poll(told, { timeout: 20_000 }).toHaveLength(1);
    expect((await told())[0]?.text).toContain("Restores over 1 TB too.");
    await expect
      .poll(() => mailsTo("stranger@b.example", `Release ${name} is out`), { timeout: 20_000 })
      .toHaveLength(1);
    expect(await outs(other)).toEqual([]);
    const after = await found(name);
    expect(after).toMatchObject({ state: "out", waiting: { tickets: 0, organisations: 0 } });
    const late = { params: { release: after.id }, body: { note: "", sawVersion: after.version } };
    expect((await refused(agent, "markReleaseOut", late)).status).toBe(409);
    expect(await told()).toHaveLength(1);
  });

  test("not told: a ticket that ended otherwise meanwhile, or with a release that was out already", async () => {
    const { owner } = world().cast;
    const name = fresh();
    const otherwise = await waitsFor(owner, name);
    await done(owner, "replyToTicket", {
      params: { number: otherwise },
      body: { text: "Please look again" },
    });
    expect((await found(name)).waiting.tickets).toBe(1);
    await end(otherwise, { outcome: "answered", detail: null });
    expect((await found(name)).waiting.tickets).toBe(0);
    await markOut(name);
    const late = await waitsFor(owner, name);
    expect((await found(name)).waiting.tickets).toBe(0);
    expect([...(await outs(otherwise)), ...(await outs(late))]).toEqual([]);
  });

  test("a secret that slipped into a note is masked wherever it is read", async () => {
    const name = fresh();
    const number = await waitsFor(world().cast.owner, name);
    await markOut(name, "Try postgres://app:Tr0ub4dor-and-3@db.example.com/main");
    await expect.poll(() => outs(number), { timeout: 20_000 }).toHaveLength(1);
    expect(JSON.stringify(await list())).not.toContain("Tr0ub4dor");
    const told = () => mailsTo("owner@a.example", `Release ${name} is out`);
    await expect.poll(told, { timeout: 20_000 }).toHaveLength(1);
    expect((await told())[0]?.text).not.toContain("Tr0ub4dor");
  });
});

test("each release has a chain of its own, and all chains hold", async () => {
  const { rows } = await world().database.owner.query<{ count: number }>(
    "select count(*)::int as count from troth.event where stream = 'release'",
  );
  expect(rows[0]?.count).toBeGreaterThan(5);
  expect((await brokenChains(world().database)).breaks).toEqual([]);
});
