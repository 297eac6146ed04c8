import { beforeEach, describe, expect, test } from "vitest";
import { type Door, done, refused, send, statusesOf } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";
import { brokenChains } from "../support/events.ts";

const START = Date.parse("2026-07-06T13:05:00.000Z");
const clock = new TestClock("2026-01-05T10:00:00Z");
const world = useCast({ clock });

beforeEach(() => clock.set(START));

const TICKET = { category: "feature-request", description: "A console in dark colours" };
const NOBODYS = "00000000-0000-4000-8000-000000000000";
const TEXT = "The console can be read in dark colours.";

let names = 0;
const fresh = (word = "Wish") => `${word} ${(names += 1)}`;
const open = async (door: Door, more: object = {}) =>
  (await done(door, "openTicket", { body: { ...TICKET, ...more } })).number;
const note = (number: number, body: object, door = world().cast.agent) =>
  done(door, "noteWish", { params: { number }, body });
/** A ticket of this customer's, noted as a new wish. */
const newWish = async (door: Door, title = fresh(), more: object = {}) => {
  const number = await open(door, more);
  return { number, title, wish: (await note(number, { title, text: TEXT })).wish };
};
const alsoAsks = async (door: Door, wish: string, more: object = {}) => {
  const number = await open(door, more);
  await note(number, { wish });
  return number;
};
const whole = (wish: string) => done(world().cast.agent, "readWish", { params: { wish } });
type Step = { to: "noted" | "planned" | "out" | "declined"; release?: string; reason?: string };
const change = async (wish: string, body: Step) => {
  const { version } = await whole(wish);
  return done(world().cast.agent, "changeWish", { params: { wish }, body: { sawVersion: version, ...body } });
};
const ofTicket = async (door: Door, number: number) =>
  (await done(door, "readTicket", { params: { number } })).wishes;
const told = async (number: number) =>
  (await done(world().cast.agent, "readDeskTicket", { params: { number } })).timeline.filter(
    ({ kind }) => kind === "wish.told",
  );
const soon = { timeout: 20_000 };
const mailsTo = async (to: string, words: string) =>
  (await world().mails()).filter((mail) => mail.to === to && (mail.subject + mail.text).includes(words));
const markOut = async (name: string) => {
  const { agent } = world().cast;
  const release = (await done(agent, "listReleases", {})).releases.find((one) => one.name === name);
  const { id, version } = release ?? { id: NOBODYS, version: 0 };
  return done(agent, "markReleaseOut", { params: { release: id }, body: { sawVersion: version } });
};

describe("refused", () => {
  test("a wish that is not there, for everybody who may ask, and customers altogether", async () => {
    const { agent, owner, stranger, visitor } = world().cast;
    const { number, wish } = await newWish(owner);
    const body = { to: "out", sawVersion: 1 };
    const elsewhere = { params: { wish: NOBODYS } };
    expect((await refused(agent, "readWish", elsewhere)).status).toBe(404);
    expect((await refused(agent, "previewWish", { ...elsewhere, query: { to: "out" } })).status).toBe(404);
    expect((await refused(agent, "changeWish", { ...elsewhere, body })).status).toBe(404);
    const other = await open(owner);
    const onOther = { params: { number: other } };
    expect((await refused(agent, "noteWish", { ...onOther, body: elsewhere.params })).status).toBe(404);
    expect((await refused(agent, "leaveWish", { ...onOther, body: elsewhere.params })).status).toBe(404);
    expect((await refused(agent, "noteWish", { params: { number: 999_999 }, body: { wish } })).status).toBe(
      404,
    );
    for (const door of [owner, stranger]) {
      expect((await refused(door, "listWishes", {})).status).toBe(403);
      expect((await refused(door, "readWish", { params: { wish } })).status).toBe(403);
      expect((await refused(door, "changeWish", { params: { wish }, body })).status).toBe(403);
      expect((await refused(door, "noteWish", { params: { number }, body: { wish } })).status).toBe(403);
      expect((await refused(door, "leaveWish", { params: { number }, body: { wish } })).status).toBe(403);
    }
    expect((await refused(visitor, "listWishes", {})).status).toBe(401);
  });

  test("words that are none, too long or hold a NUL, and a title that stands already", async () => {
    const { agent, owner } = world().cast;
    const number = await open(owner);
    const tries: ReadonlyArray<readonly [object, string]> = [
      [{ title: " ", text: TEXT }, "title"],
      [{ title: "x".repeat(121), text: TEXT }, "title"],
      [{ title: "a\u0000b", text: TEXT }, "title"],
      [{ title: "Dark", text: "  " }, "text"],
      [{ title: "Dark", text: "x".repeat(1_001) }, "text"],
    ];
    for (const [body, path] of tries) {
      const answer = await refused(agent, "noteWish", { params: { number }, body });
      expect([answer.status, answer.fields?.[0]?.path], JSON.stringify(body)).toEqual([422, path]);
    }
    const { title } = await newWish(owner);
    const body = { title: ` ${title.toUpperCase()} `, text: TEXT };
    const taken = await refused(agent, "noteWish", { params: { number }, body });
    expect([taken.status, taken.detail]).toEqual([409, expect.stringContaining(`«${title.toUpperCase()}»`)]);
  });

  test("a step without what it needs: a reason, a release to come", async () => {
    const { agent, owner } = world().cast;
    const { wish } = await newWish(owner);
    const step = (body: object) =>
      refused(agent, "changeWish", { params: { wish }, body: { sawVersion: 1, ...body } });
    for (const reason of ["", "  \n "]) {
      const declined = await step({ to: "declined", reason });
      expect([declined.status, declined.fields?.[0]?.path]).toEqual([422, "reason"]);
    }
    for (const release of ["", "x".repeat(101), "2026\n12"]) {
      const planned = await step({ to: "planned", release });
      expect([planned.status, planned.fields?.[0]?.path], release).toEqual([422, "release"]);
    }
    const name = fresh("R");
    await done(agent, "planRelease", { body: { name } });
    await markOut(name);
    expect(await step({ to: "planned", release: name })).toMatchObject({
      status: 409,
      detail: expect.stringMatching(/out already/),
    });
    expect((await step({ to: "noted" })).status).toBe(409);
    expect((await whole(wish)).version).toBe(1);
    expect((await done(agent, "listReleases", {})).releases.some((one) => one.name === "2026\n12")).toBe(
      false,
    );
  });

  test("two agents at once, with how it stands now, and any step after the last", async () => {
    const { agent, owner } = world().cast;
    const { wish } = await newWish(owner);
    const question = {
      params: { wish },
      body: { to: "declined", reason: "Browsers do it.", sawVersion: 1 },
    } as const;
    const answers = await Promise.all([1, 2, 3].map(() => send(agent, "changeWish", question)));
    expect(statusesOf(answers)).toEqual([200, 409, 409]);
    const late = await refused(agent, "changeWish", question);
    expect(late).toMatchObject({
      status: 409,
      reason: "wish-now-declined",
      revision: 2,
      detail: expect.stringMatching(/declined now/),
    });
    const again = { ...question, body: { to: "out", sawVersion: 2 } };
    expect((await refused(agent, "changeWish", again)).detail).toMatch(/declined/);
    const number = await open(owner);
    const noted = await refused(agent, "noteWish", { params: { number }, body: { wish } });
    expect([noted.status, noted.detail]).toEqual([409, expect.stringMatching(/declined/)]);
  });

  test("a second wish on a ticket, whoever comes first; one that left leaves once", async () => {
    const { agent, owner } = world().cast;
    const { wish } = await newWish(owner);
    const { wish: other } = await newWish(owner);
    const number = await open(owner);
    const answers = await Promise.all(
      [wish, other].map((one) => send(agent, "noteWish", { params: { number }, body: { wish: one } })),
    );
    expect(statusesOf(answers)).toEqual([200, 409]);
    const [held] = (await done(agent, "readDeskTicket", { params: { number } })).wishes;
    const off = { params: { number }, body: { wish: held?.id ?? "" } };
    const leaving = await Promise.all([1, 2].map(() => send(agent, "leaveWish", off)));
    expect(statusesOf(leaving)).toEqual([200, 409]);
    expect(await ofTicket(owner, number)).toEqual([]);
  });
});

describe("what customers ask for", () => {
  test("is noted once, counted by organisations and found by words and state", async () => {
    const { owner, teammate, stranger, scale, agent } = world().cast;
    const first = await newWish(owner, fresh("Dark"));
    await alsoAsks(teammate, first.wish);
    const second = await newWish(owner, fresh("Dark"));
    await alsoAsks(stranger, second.wish);
    await alsoAsks(scale, second.wish);
    const { wishes } = await done(agent, "listWishes", { query: { find: " dARK " } });
    const seen = wishes.filter(({ id }) => [first.wish, second.wish].includes(id));
    expect(seen.map(({ id, asking }) => [id, asking])).toEqual([
      [second.wish, { organisations: 3, tickets: 3 }],
      [first.wish, { organisations: 1, tickets: 2 }],
    ]);
    const planned = await done(agent, "listWishes", { query: { state: "planned", find: "dark" } });
    expect(planned.wishes.some(({ id }) => id === first.wish)).toBe(false);
    const { tickets, history } = await whole(second.wish);
    expect(tickets).toHaveLength(3);
    expect(history).toMatchObject([{ state: "noted", by: "Agent agent", release: null, reason: null }]);
    const shown = await ofTicket(owner, second.number);
    expect(shown).toEqual([{ title: second.title, text: TEXT, state: "noted", release: null, reason: null }]);
    expect(JSON.stringify(shown)).not.toMatch(/Organisation|asking|tickets/);
  });

  test("lives on when the ticket ends, and an ended ticket may be noted; told, it stays ended", async () => {
    const { owner, agent } = world().cast;
    const { number, wish } = await newWish(owner);
    const end = { outcome: "answered", message: "We noted it." };
    await done(agent, "resolveTicket", { params: { number }, body: end });
    const late = await open(owner);
    await done(agent, "resolveTicket", { params: { number: late }, body: end });
    await note(late, { wish });
    expect((await whole(wish)).asking).toEqual({ organisations: 1, tickets: 2 });
    await change(wish, { to: "out" });
    for (const one of [number, late]) await expect.poll(() => told(one), soon).toHaveLength(1);
    expect((await done(owner, "readTicket", { params: { number } })).state).toBe("resolved");
  });

  test("is planned: each asker is told once, by mail in their language, and reads it on the ticket", async () => {
    const { owner, stranger, agent } = world().cast;
    const { number: mine, wish, title } = await newWish(owner, fresh(), { locale: "de" });
    const theirs = await alsoAsks(stranger, wish);
    const { number: bystander } = await newWish(owner);
    const release = fresh("R");
    const effect = await done(agent, "previewWish", { params: { wish }, query: { to: "planned", release } });
    expect(effect.asking).toEqual({ organisations: 2, tickets: 2 });
    expect(effect.mail.en[0]).toContain(`is planned for release ${release}`);
    await change(wish, { to: "planned", release });
    await expect.poll(() => told(mine), soon).toHaveLength(1);
    await expect.poll(() => told(theirs), soon).toHaveLength(1);
    expect(await ofTicket(stranger, theirs)).toMatchObject([{ title, state: "planned", release }]);
    const { timeline } = await done(owner, "readTicket", { params: { number: mine } });
    expect(timeline.at(-1)).toMatchObject({ kind: "wish.told", from: "planned", to: title, reason: release });
    const german = () => mailsTo("owner@a.example", `Für Version ${release} geplant: ${title}`);
    await expect.poll(german, soon).toHaveLength(1);
    await expect
      .poll(() => mailsTo("stranger@b.example", `Planned for release ${release}: ${title}`), soon)
      .toHaveLength(1);
    expect(await told(bystander)).toEqual([]);
    expect((await refused(stranger, "readTicket", { params: { number: mine } })).status).toBe(404);
    const again = await whole(wish);
    const same = { to: "planned", release, sawVersion: again.version };
    expect((await refused(agent, "changeWish", { params: { wish }, body: same })).status).toBe(409);
    expect([await told(mine), await german()].map(({ length }) => length)).toEqual([1, 1]);
  });

  test("goes back to noted, and whoever was told of the plan is told of that", async () => {
    const { owner } = world().cast;
    const { number, wish, title } = await newWish(owner);
    await change(wish, { to: "planned", release: fresh("R") });
    await expect.poll(() => told(number), soon).toHaveLength(1);
    await change(wish, { to: "noted", reason: "It needs more time than that release has." });
    await expect.poll(() => told(number), soon).toHaveLength(2);
    expect(await ofTicket(owner, number)).toMatchObject([
      { state: "noted", release: null, reason: "It needs more time than that release has." },
    ]);
    await expect.poll(() => mailsTo("owner@a.example", `No longer planned: ${title}`), soon).toHaveLength(1);
    expect((await whole(wish)).history.map(({ state }) => state)).toEqual(["noted", "planned", "noted"]);
  });

  test("is declined with a reason that its askers read; a ticket that was taken off is told nothing", async () => {
    const { owner, stranger, agent } = world().cast;
    const { number, wish, title } = await newWish(owner);
    const off = await alsoAsks(stranger, wish);
    await done(agent, "leaveWish", { params: { number: off }, body: { wish } });
    expect((await whole(wish)).asking).toEqual({ organisations: 1, tickets: 1 });
    await change(wish, { to: "declined", reason: "Try postgres://app:Tr0ub4dor-and-3@db.example.com/main" });
    await expect.poll(() => told(number), soon).toHaveLength(1);
    const mails = () => mailsTo("owner@a.example", `We decided against it: ${title}`);
    await expect.poll(mails, soon).toHaveLength(1);
    const transcript = await send(owner, "readTranscript", { params: { number }, query: { format: "md" } });
    expect(transcript.text).toMatch(new RegExp(`We decided against “${title}”`));
    expect(transcript.text).toContain("Try postgres:");
    const read = [
      await ofTicket(owner, number),
      await told(number),
      await mails(),
      await whole(wish),
      transcript,
    ];
    expect(JSON.stringify(read)).not.toContain("Tr0ub4dor");
    expect((await ofTicket(owner, number))[0]?.reason).toMatch(/^Try postgres:\/\/app:/);
    expect(await told(off)).toEqual([]);
    expect(await ofTicket(stranger, off)).toEqual([]);
  });

  test("a restricted ticket's mail says only that there is news", async () => {
    const { owner } = world().cast;
    const { number, wish, title } = await newWish(owner);
    await done(owner, "restrictTicket", { params: { number }, body: { isRestricted: true } });
    await change(wish, { to: "out" });
    await expect.poll(() => told(number), soon).toHaveLength(1);
    await expect.poll(() => mailsTo("owner@a.example", String(number)), soon).not.toHaveLength(0);
    expect(await mailsTo("owner@a.example", title)).toEqual([]);
  });
});

describe("a wish and its release", () => {
  test("is out by itself once its release is; who waits for the release itself is told once", async () => {
    const { owner, stranger, agent } = world().cast;
    const release = fresh("R");
    const { number, wish, title } = await newWish(owner);
    const waits = await alsoAsks(stranger, wish);
    await change(wish, { to: "planned", release });
    for (const one of [number, waits]) await expect.poll(() => told(one), soon).toHaveLength(1);
    const end = { outcome: "fix-in-release", detail: release, message: "It comes." };
    await done(agent, "resolveTicket", { params: { number: waits }, body: end });
    const { release: planned } = await whole(wish);
    const { wishes } = await done(agent, "readRelease", { params: { release: planned?.id ?? NOBODYS } });
    expect(wishes).toEqual([{ id: wish, title, asking: { organisations: 2, tickets: 2 } }]);
    await markOut(release);
    await expect.poll(() => told(number), soon).toHaveLength(2);
    await expect.poll(() => mailsTo("stranger@b.example", `Release ${release} is out`), soon).toHaveLength(1);
    expect(await told(waits)).toHaveLength(1);
    expect(await mailsTo("stranger@b.example", `It is out: ${title}`)).toEqual([]);
    expect(await ofTicket(stranger, waits)).toMatchObject([{ state: "out", release }]);
    expect((await whole(wish)).history.at(-1)).toMatchObject({ state: "out", release });
  });
});

describe("a ticket that was merged", () => {
  const merge = (number: number, into: number) =>
    done(world().cast.agent, "mergeTickets", { params: { number }, body: { into } });

  test("asks as the ticket it went into: counted once, told there, and taken off there", async () => {
    const { owner, teammate, agent } = world().cast;
    const { number: merged, wish, title } = await newWish(teammate);
    const into = await alsoAsks(owner, wish);
    const last = await open(owner);
    await merge(merged, into);
    await merge(into, last);
    const refusal = await refused(agent, "noteWish", { params: { number: merged }, body: { wish } });
    expect([refusal.status, refusal.detail]).toEqual([409, expect.stringMatching(/merged/)]);
    expect((await whole(wish)).asking).toEqual({ organisations: 1, tickets: 1 });
    expect((await whole(wish)).tickets.map(({ number }) => number)).toEqual([last]);
    expect(await ofTicket(owner, last)).toMatchObject([{ title, state: "noted" }]);
    expect(await ofTicket(owner, merged)).toEqual([]);
    await change(wish, { to: "planned", release: fresh("R") });
    await expect.poll(() => told(last), soon).toHaveLength(1);
    await expect.poll(() => mailsTo("teammate@a.example", title), soon).toHaveLength(1);
    expect([...(await told(merged)), ...(await told(into))]).toEqual([]);
    const second = await refused(agent, "noteWish", {
      params: { number: last },
      body: { title: fresh(), text: TEXT },
    });
    expect(second.detail).toContain(`«${title}»`);
    await done(agent, "leaveWish", { params: { number: last }, body: { wish } });
    expect((await whole(wish)).asking).toEqual({ organisations: 0, tickets: 0 });
    expect(await ofTicket(owner, last)).toEqual([]);
  });

  test("P051 hears of its release where it went, and nothing on its own number", async () => {
    const { owner, agent } = world().cast;
    const release = fresh("R");
    const merged = await open(owner);
    const end = { outcome: "fix-in-release", detail: release, message: "It comes." };
    await done(agent, "resolveTicket", { params: { number: merged }, body: end });
    const into = await open(owner);
    await merge(merged, into);
    const found = async () =>
      (await done(agent, "listReleases", {})).releases.find((one) => one.name === release);
    expect((await found())?.waiting).toEqual({ organisations: 1, tickets: 1 });
    const id = (await found())?.id ?? NOBODYS;
    const { tickets } = await done(agent, "readRelease", { params: { release: id } });
    expect(tickets.map(({ number }) => number)).toEqual([into]);
    await markOut(release);
    const outs = async (number: number) =>
      (await done(agent, "readDeskTicket", { params: { number } })).timeline.filter(
        ({ kind }) => kind === "release.out",
      );
    await expect.poll(() => outs(into), soon).toHaveLength(1);
    expect(await outs(merged)).toEqual([]);
    const mails = () => mailsTo("owner@a.example", `Release ${release} is out: ticket ${into}`);
    await expect.poll(mails, soon).toHaveLength(1);
    await expect.poll(async () => (await found())?.waiting.tickets, soon).toBe(0);
  });
});

test("each wish has a chain of its own, and all chains hold", async () => {
  const { rows } = await world().database.owner.query<{ count: number }>(
    "select count(*)::int as count from troth.event where stream = 'wish'",
  );
  expect(rows[0]?.count).toBeGreaterThan(15);
  expect((await brokenChains(world().database)).breaks).toEqual([]);
});
