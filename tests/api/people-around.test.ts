import { beforeEach, describe, expect, test } from "vitest";
import { refreshWithin } from "../../packages/server/src/verbs/clock/refresh-tickets.ts";
import { write } from "../../packages/server/src/verbs/context.ts";
import { type Door, done, refused, send, statusesOf } from "../support/ask.ts";
import { newAgent, portalDoor, useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";

const MONDAY = "2026-03-02T15:00:00Z";
const clock = new TestClock(MONDAY);
const world = useCast({ clock });
const ISSUE = { category: "issue", description: "The restore stops half way", severity: "3" } as const;
const HOUR = 3_600_000;

beforeEach(() => clock.set(MONDAY));

async function open(door: Door, more: object = {}): Promise<number> {
  return (await done(door, "openTicket", { body: { ...ISSUE, ...more } })).number;
}
const read = (number: number, door = world().cast.owner) => done(door, "readTicket", { params: { number } });
const atDesk = (number: number) => done(world().cast.agent, "readDeskTicket", { params: { number } });

async function idOf(part: "owner" | "restricted" | "teammate"): Promise<string> {
  const { colleagues } = await done(world().cast.owner, "listColleagues", {});
  return colleagues.find(({ name }) => name === `Person ${part}`)?.id ?? "";
}

/** What time alone does to a ticket. The desk's own watch may hold it, with an instant of before: it is waited for. */
async function letPass(number: number): Promise<void> {
  const ctx = world().desk.system("test");
  await write(ctx, "clock.watch", async (scene) => {
    const held = await scene.tx.tickets.find(number, { tickets: "all" }, "lock");
    await refreshWithin(ctx, scene, [held?.id ?? ""], "news");
  });
}

describe("colleagues on a ticket", () => {
  test("a restricted member reads and writes what they were added to, until they are taken off", async () => {
    const { owner, restricted } = world().cast;
    const number = await open(owner);
    const params = { number };
    expect(await refused(restricted, "readTicket", { params })).toMatchObject({ status: 404 });
    const person = await idOf("restricted");
    await done(owner, "addFollower", { params, body: { person } });
    await done(owner, "addFollower", { params, body: { person } });
    const seen = await read(number, restricted);
    expect(seen.proceedings.followers).toEqual([{ id: person, name: "Person restricted", isMe: true }]);
    await done(restricted, "replyToTicket", { params, body: { text: "I see it as well" } });
    await done(owner, "removeFollower", { params: { number, person } });
    expect(await refused(restricted, "readTicket", { params })).toMatchObject({ status: 404 });
  });

  test("can be there from the beginning", async () => {
    const { owner, restricted, stranger } = world().cast;
    const person = await idOf("restricted");
    const number = await open(owner, { followers: [person, person] });
    expect((await read(number, restricted)).proceedings.followers).toHaveLength(1);
    const { colleagues } = await done(stranger, "listColleagues", {});
    const body = { ...ISSUE, followers: [colleagues[0]?.id ?? ""] };
    expect(await refused(owner, "openTicket", { body })).toMatchObject({ status: 404 });
  });

  test("is told of answers by mail, as far as they want it", async () => {
    const { owner, agent, teammate } = world().cast;
    const number = await open(owner);
    const params = { number };
    await done(owner, "addFollower", { params, body: { person: await idOf("teammate") } });
    const to = async (address: string) =>
      (await world().mails()).filter((mail) => mail.to === address && mail.subject.includes(`${number}`));
    await done(agent, "replyAsAgent", { params, body: { text: "First thing: which size?" } });
    await expect.poll(async () => (await to("owner@a.example")).length).toBe(1);
    // Added, and answered.
    await expect.poll(async () => (await to("teammate@a.example")).length).toBe(2);
    await done(teammate, "putPreference", { body: { mail: "mine", locale: "de", zone: "Europe/Berlin" } });
    await done(agent, "replyAsAgent", { params, body: { text: "And since when?" } });
    await expect.poll(async () => (await to("owner@a.example")).length).toBe(2);
    expect((await to("teammate@a.example")).length).toBe(2);
    const zone = { mail: "all", locale: null, zone: "Atlantis/Lost" } as const;
    expect(await refused(teammate, "putPreference", { body: zone })).toMatchObject({
      fields: [{ path: "zone" }],
    });
    expect(await done(teammate, "readPreference", {})).toMatchObject({ mail: "mine", locale: "de" });
  });

  test("strangers can be neither added nor found, and only some may take others off", async () => {
    const { owner, teammate, stranger } = world().cast;
    const number = await open(owner);
    const params = { number };
    const { colleagues } = await done(stranger, "listColleagues", {});
    const person = colleagues[0]?.id ?? "";
    expect(await refused(owner, "addFollower", { params, body: { person } })).toMatchObject({ status: 404 });
    await done(owner, "addFollower", { params, body: { person: await idOf("restricted") } });
    const removal = { params: { number, person: await idOf("restricted") } };
    expect(await refused(teammate, "removeFollower", removal)).toMatchObject({ status: 403 });
    expect(await refused(stranger, "removeFollower", removal)).toMatchObject({ status: 404 });
  });

  test("a colleague's question of just now is shown before one sends, and nobody else's", async () => {
    const { owner, teammate, stranger } = world().cast;
    const number = await open(teammate, { description: "Restore of branch payments hangs forever" });
    const query = { text: "our restore of payments does not finish" };
    const { tickets } = await done(owner, "findSimilar", { query });
    expect(tickets[0]).toMatchObject({ number, requester: "Person teammate", isMine: false });
    expect((await done(stranger, "findSimilar", { query })).tickets).toEqual([]);
  });
});

describe("P088 a restricted ticket", () => {
  test("is seen by its people, owners and admins, in lists, by number and in the stream", async () => {
    const { owner, admin, teammate, agent, restricted } = world().cast;
    const number = await open(teammate);
    const params = { number };
    expect(
      await refused(restricted, "restrictTicket", { params, body: { isRestricted: true } }),
    ).toMatchObject({ status: 404 });
    await done(teammate, "restrictTicket", { params, body: { isRestricted: true } });
    for (const door of [owner, admin, teammate]) expect((await read(number, door)).number).toBe(number);
    const other = await open(owner);
    await done(agent, "restrictAsAgent", { params: { number: other }, body: { isRestricted: true } });
    expect(await refused(teammate, "readTicket", { params: { number: other } })).toMatchObject({
      status: 404,
    });
    const { tickets } = await done(teammate, "listTickets", {});
    expect(tickets.map((row) => row.number)).toContain(number);
    expect(tickets.map((row) => row.number)).not.toContain(other);
    const hit = await done(teammate, "findSimilar", { query: { text: ISSUE.description } });
    expect(hit.tickets.map((row) => row.number)).not.toContain(other);
  });

  test("follows from what the customer says of security, and from the ground of an assessment", async () => {
    const { owner, teammate, agent } = world().cast;
    const said = await open(owner, { severityFacts: { harm: "breach" } });
    expect(await refused(teammate, "readTicket", { params: { number: said } })).toMatchObject({
      status: 404,
    });
    expect((await read(said)).proceedings.isRestricted).toBe(true);
    const found = await open(owner);
    expect((await read(found, teammate)).proceedings.isRestricted).toBe(false);
    const breach = { to: "1", grounds: ["S1.2"], reason: "Somebody read the table of tokens." };
    await done(agent, "assessTicket", { params: { number: found }, body: breach });
    expect(await refused(teammate, "readTicket", { params: { number: found } })).toMatchObject({
      status: 404,
    });
  });

  test("tells by mail only that there is news", async () => {
    const { owner, agent } = world().cast;
    const number = await open(owner, { description: "Somebody broke in" });
    const params = { number };
    await done(owner, "restrictTicket", { params, body: { isRestricted: true } });
    await done(agent, "replyAsAgent", { params, body: { text: "We are looking at the logs" } });
    const mine = async () => (await world().mails()).filter(({ subject }) => subject.includes(`${number}`));
    await expect.poll(async () => (await mine()).length).toBe(1);
    const [mail] = await mine();
    expect(mail?.raw).not.toContain("broke in");
    expect(mail?.raw).not.toContain("the logs");
  });
});

describe("an agent's own word", () => {
  test("is visible, reminded of, and kept or missed on record", async () => {
    const { owner, agent } = world().cast;
    const number = await open(owner);
    const params = { number };
    const past = { by: "2026-03-02T14:00:00Z" };
    expect(await refused(agent, "giveWord", { params, body: past })).toMatchObject({ status: 422 });
    await done(agent, "giveWord", { params, body: { by: "2026-03-02T19:00:00Z", text: "the cause" } });
    expect((await read(number)).proceedings.word).toEqual({
      by: "2026-03-02T19:00:00.000Z",
      agent: "Agent agent",
      text: "the cause",
    });
    clock.set("2026-03-02T18:00:00Z");
    await letPass(number);
    expect((await atDesk(number)).timeline.at(-1)).toMatchObject({ kind: "word.reminded" });
    await done(agent, "replyAsAgent", { params, body: { text: "It was a bad disk." } });
    expect((await read(number)).timeline.at(-1)).toMatchObject({ kind: "word.kept" });
    expect((await read(number)).proceedings.word).toBeNull();
    await done(agent, "giveWord", { params, body: { by: "2026-03-03T19:00:00Z" } });
    clock.set("2026-03-03T19:00:00.001Z");
    await letPass(number);
    expect((await read(number)).timeline.at(-1)).toMatchObject({ kind: "word.missed" });
  });
});

describe("P126 P127 what we need of the customer", () => {
  test("is listed, reminded of, and ends with the customer's word; nothing closes by itself", async () => {
    const { owner, agent } = world().cast;
    const number = await open(owner);
    const params = { number };
    const body = { text: "To go on we need two things.", asksFor: ["import log", "time of the failure"] };
    await done(agent, "replyAsAgent", { params, body });
    const { state, proceedings } = await read(number);
    expect(state).toBe("waiting-on-customer");
    const { categories } = await done(agent, "readDeskPolicy", { params });
    expect(categories.find(({ id }) => id === "issue")?.asks).toContain("Since when");
    const waiting = await done(agent, "readQueue", { query: { view: "waiting" } });
    expect(waiting.rows.find((row) => row.number === number)?.askedSince).toBe("2026-03-02T15:00:00.000Z");
    expect(proceedings.wait).toEqual({
      since: "2026-03-02T15:00:00.000Z",
      items: body.asksFor,
      reminders: 0,
      nextReminderAt: "2026-03-05T15:00:00.000Z",
      closesAt: null,
    });
    clock.set("2026-03-05T15:00:00Z");
    await letPass(number);
    await letPass(number);
    const reminded = async () =>
      (await world().mails()).filter((mail) =>
        mail.subject.includes(`We wait for your answer: ticket ${number}`),
      );
    await expect.poll(async () => (await reminded()).length).toBe(1);
    expect((await reminded())[0]?.text).toContain("import log, time of the failure");
    clock.set("2026-06-01T15:00:00Z");
    await letPass(number);
    expect((await read(number)).state).toBe("waiting-on-customer");
    expect((await read(number)).proceedings.wait?.reminders).toBe(2);
    await done(owner, "replyToTicket", { params, body: { text: "Here they are" } });
    expect((await read(number)).proceedings.wait).toBeNull();
  });

  test("P127 a lowering of the severity can cite the silence, with the reminders on record", async () => {
    const { owner, agent } = world().cast;
    const number = await open(owner, { severity: "2" });
    const params = { number };
    await done(agent, "replyAsAgent", { params, body: { text: "Which log?", asksFor: ["log"] } });
    for (const at of ["2026-03-05T15:00:00Z", "2026-03-09T15:00:00Z"]) {
      clock.set(at);
      await letPass(number);
    }
    const reason = "We asked on 2 March and were not answered, so we treat it as Normal.";
    await done(agent, "assessTicket", { params, body: { to: "3", factors: ["cooperation"], reason } });
    expect((await read(number)).timeline.map(({ kind }) => kind)).toEqual([
      "information.asked",
      "information.reminded",
      "information.reminded",
      "severity.assessed",
    ]);
  });
});

describe("P021 P036 P037 video chat", () => {
  const WISH = { reason: "To look at the plan together, Tuesday afternoon." };

  test("is refused on plans without it, and asked for only on a ticket", async () => {
    const { scale, business, stranger } = world().cast;
    const number = await open(scale);
    const no = await refused(scale, "askVideo", { params: { number }, body: WISH });
    expect(no).toMatchObject({ status: 403, code: "refused", reason: "plan-lacks-channel" });
    expect((await read(number, scale)).proceedings.acts).toContainEqual({
      act: "video",
      isOpen: false,
      because: expect.stringContaining("not part of your plan"),
      reason: "plan-without-video",
    });
    const own = await open(business);
    await done(business, "askVideo", { params: { number: own }, body: WISH });
    expect((await read(own, business)).proceedings.video).toMatchObject({
      state: "asked",
      slot: null,
      reason: WISH.reason,
    });
    expect(await refused(stranger, "askVideo", { params: { number: own }, body: WISH })).toMatchObject({
      status: 404,
    });
    expect(await refused(business, "askVideo", { params: { number: own }, body: WISH })).toMatchObject({
      status: 409,
    });
  });

  test("P023 nothing is booked without a person's word; declined, the customer reads why", async () => {
    const { business, agent } = world().cast;
    const number = await open(business);
    const params = { number };
    const slot = { startsAt: "2026-03-03T18:00:00Z", minutes: 30, room: "https://meet.example/abc" };
    expect(await refused(agent, "grantVideo", { params, body: slot })).toMatchObject({ status: 409 });
    await done(business, "askVideo", { params, body: WISH });
    expect(await refused(business, "readInvitation", { params })).toMatchObject({ status: 404 });
    const reason = "The log you sent tells us enough; a message helps you sooner.";
    await done(agent, "declineVideo", { params, body: { reason } });
    const { proceedings, timeline } = await read(number, business);
    expect(proceedings.video).toBeNull();
    expect(timeline.at(-1)).toMatchObject({ kind: "video.declined", reason });
  });

  test("granted, it has a slot, a room, an invitation to download and one by mail; moved, the same one changes", async () => {
    const { business, agent } = world().cast;
    const number = await open(business);
    const params = { number };
    await done(business, "askVideo", { params, body: WISH });
    const noRoom = { startsAt: "2026-03-03T18:00:00Z", minutes: 30 };
    expect(await refused(agent, "grantVideo", { params, body: noRoom })).toMatchObject({
      fields: [{ path: "room" }],
    });
    const plain = { ...noRoom, room: "http://meet.example/abc" };
    expect(await refused(agent, "grantVideo", { params, body: plain })).toMatchObject({ status: 422 });
    await done(agent, "grantVideo", { params, body: { ...noRoom, room: "https://meet.example/abc" } });
    expect((await read(number, business)).proceedings.video).toMatchObject({
      state: "granted",
      slot: { startsAt: "2026-03-03T18:00:00.000Z", endsAt: "2026-03-03T18:30:00.000Z", minutes: 30 },
      room: "https://meet.example/abc",
    });
    const file = async () => (await send(business, "readInvitation", { params })).text;
    const first = await file();
    expect(first).toContain("DTSTART:20260303T180000Z");
    expect(first).toContain("DTEND:20260303T183000Z");
    expect(first).toContain("METHOD:REQUEST");
    expect(first).toContain("SEQUENCE:0");
    const invited = async (to: string) =>
      (await world().mails()).filter((mail) => mail.to === to && mail.subject.includes(`ticket ${number}`));
    for (const to of ["business@business.example", "agent@desk.example"]) {
      await expect.poll(async () => (await invited(to)).length).toBe(1);
      expect((await invited(to))[0]?.raw).toMatch(/text\/calendar;[^\n]*method=REQUEST/i);
    }
    const moved = { startsAt: "2026-03-04T18:00:00Z", minutes: 45, room: "https://meet.example/abc" };
    await done(agent, "grantVideo", { params, body: moved });
    const second = await file();
    expect(second).toContain("SEQUENCE:1");
    const uid = /UID:(\S+)/;
    expect(uid.exec(second)?.[1]).toBe(uid.exec(first)?.[1]);
    await done(business, "withdrawVideo", { params });
    expect((await read(number, business)).proceedings.video).toBeNull();
    const none = await send(business, "readInvitation", { params });
    expect([none.status, none.headers.get("content-disposition")]).toEqual([404, null]);
    // The cancellation was number 2: what is granted after it must be newer, or calendars ignore it.
    await done(business, "askVideo", { params, body: WISH });
    await done(agent, "grantVideo", { params, body: moved });
    expect(await file()).toContain("SEQUENCE:3");
  });
});

describe("merging and splitting", () => {
  test("the earlier promise counts on in the survivor, its people take part, and a reply goes there", async () => {
    const { owner, teammate, agent } = world().cast;
    const first = await open(teammate, { description: "Restore stops at 40 %" });
    clock.set("2026-03-02T17:00:00Z");
    const second = await open(owner, { description: "Restore hangs" });
    await done(agent, "mergeTickets", { params: { number: first }, body: { into: second } });
    const survivor = await read(second);
    expect(survivor.promise?.dueAt).toBe("2026-03-05T15:00:00.000Z");
    expect(survivor.messages.map(({ text }) => text)).toEqual(["Restore stops at 40 %", "Restore hangs"]);
    expect(survivor.proceedings.followers.map(({ name }) => name)).toEqual(["Person teammate"]);
    const source = await read(first, teammate);
    expect(source).toMatchObject({ state: "merged", proceedings: { mergedInto: second } });
    const written = await done(teammate, "replyToTicket", {
      params: { number: first },
      body: { text: "And it is slow" },
    });
    expect(written.number).toBe(second);
    await done(agent, "replyAsAgent", { params: { number: second }, body: { text: "We have it" } });
    expect((await read(second)).promises[0]).toMatchObject({ metric: "first-response", state: "met" });
    expect(
      await refused(agent, "replyAsAgent", { params: { number: first }, body: { text: "x" } }),
    ).toMatchObject({ status: 409 });
  });

  test("two agents who merge at once: one does, the other reads the newer state", async () => {
    const { owner, agent, lead } = world().cast;
    const [a, b] = [await open(owner), await open(owner)];
    const merge = (door: Door, number: number, into: number) =>
      send(door, "mergeTickets", { params: { number }, body: { into } });
    expect(statusesOf(await Promise.all([merge(agent, a, b), merge(lead, b, a)]))).toEqual([200, 409]);
  });

  test("refused across organisations, into itself, into what has ended, and on an old sight", async () => {
    const { owner, stranger, agent } = world().cast;
    const [own, foreign, ended] = [await open(owner), await open(stranger), await open(owner)];
    const end = { outcome: "answered", message: "Done." };
    await done(agent, "resolveTicket", { params: { number: ended }, body: end });
    const into = (number: number, more: object = {}) =>
      refused(agent, "mergeTickets", { params: { number: own }, body: { into: number, ...more } });
    expect(await into(foreign)).toMatchObject({ code: "refused", reason: "two-organisations" });
    expect(await into(own)).toMatchObject({ status: 422 });
    expect(await into(ended)).toMatchObject({ status: 409, reason: "survivor-ended" });
    expect(await into(await open(owner), { sawVersion: 99 })).toMatchObject({
      status: 409,
      reason: "changed-meanwhile",
    });
  });

  test("a customer's message becomes a ticket whose clock counts from its arrival", async () => {
    const { owner, agent } = world().cast;
    const number = await open(owner);
    const params = { number };
    await done(agent, "replyAsAgent", { params, body: { text: "Which size?" } });
    clock.set("2026-03-02T16:00:00Z");
    await done(owner, "replyToTicket", { params, body: { text: "By the way, the invoice is wrong" } });
    const message = (await read(number)).messages.at(-1)?.id ?? "";
    const opening = (await read(number)).messages[0]?.id ?? "";
    clock.set("2026-03-02T18:00:00Z");
    const first = await refused(agent, "splitMessage", { params, body: { message: opening } });
    expect(first).toMatchObject({ code: "refused" });
    const split = await done(agent, "splitMessage", { params, body: { message, category: "billing" } });
    const own = await read(split.number);
    expect(own.promise).toMatchObject({
      startedAt: "2026-03-02T16:00:00.000Z",
      dueAt: "2026-03-05T16:00:00.000Z",
    });
    expect(own.category.id).toBe("billing");
    expect(own.proceedings.links).toEqual([{ number, relation: "split-from", subject: null }]);
    const again = await refused(agent, "splitMessage", { params, body: { message } });
    expect(again).toMatchObject({ status: 409 });
  });

  test("links stand on both tickets; customers see none to another organisation", async () => {
    const { owner, stranger, agent } = world().cast;
    const [own, foreign] = [await open(owner), await open(stranger)];
    const body = { to: foreign, relation: "duplicate-of" } as const;
    await done(agent, "linkTickets", { params: { number: own }, body });
    expect((await atDesk(foreign)).proceedings.links).toMatchObject([
      { number: own, relation: "has-duplicate" },
    ]);
    const seen = await read(own);
    expect(seen.proceedings.links).toEqual([]);
    expect(JSON.stringify(seen.timeline)).not.toContain(`${foreign}`);
    await done(agent, "unlinkTickets", { params: { number: own }, body });
    expect((await atDesk(own)).proceedings.links).toEqual([]);
  });
});

describe("who is away", () => {
  test("a reply to an absent assignee goes back to the queue, as do a deactivated agent's tickets", async () => {
    const { cast, desk, origin } = world();
    const leaver = await newAgent(desk, origin, "agent", "leaver@desk.example");
    const { agents } = await done(cast.deskAdmin, "listAgents", {});
    const me = (await done(leaver, "listAgents", {})).agents.find(({ isMe }) => isMe)?.id ?? "";
    expect(agents.map(({ id }) => id)).toContain(me);
    const [waits, theirs] = [await open(cast.owner), await open(cast.owner)];
    for (const number of [waits, theirs])
      await done(leaver, "assignTicket", { params: { number }, body: { assignee: me } });
    await done(leaver, "replyAsAgent", { params: { number: waits }, body: { text: "Which size?" } });
    const until = new Date(clock.now() + 48 * HOUR).toISOString();
    // What waits for us goes at once, what waits for the customer when they answer.
    expect(await done(leaver, "putAway", { body: { until } })).toEqual({ givenBack: 1 });
    expect((await atDesk(theirs)).assignee).toBeNull();
    expect((await atDesk(waits)).assignee).not.toBeNull();
    const listed = (await done(cast.deskAdmin, "listAgents", {})).agents.find(({ id }) => id === me);
    expect(listed).toMatchObject({ awayUntil: until, openTickets: 1 });
    expect((await done(leaver, "readAgentMe", {})).awayUntil).toBe(until);
    await done(cast.owner, "replyToTicket", { params: { number: waits }, body: { text: "40 GB" } });
    expect((await atDesk(waits)).assignee).toBeNull();
    await done(leaver, "putAway", { body: { until: null } });
    await done(leaver, "assignTicket", { params: { number: waits }, body: { assignee: me } });
    expect(await refused(cast.lead, "deactivateAgent", { params: { person: me } })).toMatchObject({
      status: 403,
    });
    expect(await done(cast.deskAdmin, "deactivateAgent", { params: { person: me } })).toEqual({
      givenBack: 1,
    });
    expect((await atDesk(waits)).assignee).toBeNull();
    expect(await refused(leaver, "readQueue", {})).toMatchObject({ status: 401 });
  });

  test("a hand-over note is the desk's, and a hidden ticket comes back by itself", async () => {
    const { owner, agent } = world().cast;
    const number = await open(owner);
    const params = { number };
    const me = (await done(agent, "listAgents", {})).agents.find(({ isMe }) => isMe)?.id ?? "";
    await done(agent, "assignTicket", { params, body: { assignee: me, note: "Ask for the log first." } });
    expect((await atDesk(number)).timeline.at(-1)).toMatchObject({ reason: "Ask for the log first." });
    expect(JSON.stringify(await read(number))).not.toContain("Ask for the log first.");
    const late = { until: "2026-03-20T12:00:00Z" };
    expect(await refused(agent, "hideTicket", { params, body: late })).toMatchObject({
      reason: "past-a-warning",
    });
    await done(agent, "giveWord", { params, body: { by: "2026-03-02T21:00:00Z" } });
    await done(agent, "hideTicket", { params, body: { until: "2026-03-02T20:00:00Z" } });
    const { rows } = await done(agent, "readQueue", { query: { view: "hidden" } });
    expect(rows.find((row) => row.number === number)).toMatchObject({
      hiddenUntil: "2026-03-02T20:00:00.000Z",
      wordBy: "2026-03-02T21:00:00.000Z",
      askedSince: null,
    });
    const shows = async () =>
      (await done(agent, "readQueue", { query: { view: "mine" } })).rows.some((row) => row.number === number);
    expect(await shows()).toBe(false);
    clock.set("2026-03-02T20:00:00Z");
    await letPass(number);
    expect(await shows()).toBe(true);
  });
});

describe("consent to look at data", () => {
  test("is an owner's or admin's, for named projects and a time; each look is on record", async () => {
    const { owner, teammate, agent } = world().cast;
    const number = await open(owner);
    const params = { number };
    const look = { project: "prj-a", reason: "To read the slow query." };
    expect(await refused(agent, "useConsent", { params, body: look })).toMatchObject({
      reason: "no-consent",
    });
    const consent = { projects: ["prj-a"], hours: 2 };
    expect(await refused(teammate, "giveConsent", { params, body: consent })).toMatchObject({
      status: 403,
      reason: "needs-owner",
      detail: expect.stringContaining("owner or admin of your organisation"),
    });
    const foreign = { projects: ["prj-b"], hours: 2 };
    expect(await refused(owner, "giveConsent", { params, body: foreign })).toMatchObject({ status: 404 });
    await done(owner, "giveConsent", { params, body: consent });
    await done(agent, "useConsent", { params, body: look });
    expect((await read(number)).timeline.at(-1)).toMatchObject({
      kind: "consent.used",
      to: "prj-a",
      by: "Agent agent",
      reason: look.reason,
    });
    clock.set("2026-03-02T17:00:00Z");
    expect(await refused(agent, "useConsent", { params, body: look })).toMatchObject({
      reason: "no-consent",
    });
    expect((await read(number)).proceedings.consent).toBeNull();
  });
});

describe("the end of a ticket, by its customer", () => {
  test("P051 solved it myself: taken back, the clock is cancelled; one question after it", async () => {
    const { owner, agent } = world().cast;
    const number = await open(owner);
    const params = { number };
    const rating = { isGood: true, text: "Quick." };
    expect(await refused(owner, "rateTicket", { params, body: rating })).toMatchObject({ status: 409 });
    await done(owner, "takeBackTicket", { params, body: { text: "It was our firewall." } });
    const { state, outcome, promises } = await read(number);
    expect({ state, outcome: outcome?.id }).toEqual({ state: "resolved", outcome: "taken-back" });
    expect(promises[0]).toMatchObject({ metric: "first-response", state: "cancelled" });
    expect(await refused(owner, "rateTicket", { params, body: rating })).toMatchObject({ status: 409 });
    const helped = await open(owner);
    const end = { outcome: "workaround", message: "Use the other endpoint." };
    await done(agent, "resolveTicket", { params: { number: helped }, body: end });
    await done(owner, "rateTicket", { params: { number: helped }, body: rating });
    expect((await atDesk(helped)).proceedings.rating).toEqual({ isGood: true });
    const { teammate } = world().cast;
    const other = { params: { number: helped }, body: { isGood: false } };
    expect(await refused(teammate, "rateTicket", other)).toMatchObject({
      status: 409,
      reason: "rated-already",
    });
    expect((await atDesk(helped)).proceedings.rating).toEqual({ isGood: true });
    await done(owner, "rateTicket", other);
    expect((await atDesk(helped)).proceedings.rating).toEqual({ isGood: false });
    expect(await refused(owner, "takeBackTicket", { params, body: {} })).toMatchObject({ status: 409 });
    expect(
      await refused(agent, "replyAsAgent", { params: { number: 999_999 }, body: { text: "x" } }),
    ).toMatchObject({ status: 404 });
  });

  test("the portal's door is as good as the console's", async () => {
    const door = await portalDoor(world(), "owner");
    const number = await open(world().cast.owner);
    await done(door, "takeBackTicket", { params: { number }, body: {} });
    expect((await read(number)).state).toBe("resolved");
  });
});
