import { beforeEach, describe, expect, test } from "vitest";
import { type Door, done, refused, send } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";

const MONDAY = "2026-03-02T15:00:00Z";
const MERGED_AT = "2026-03-02T15:30:00Z";
const LATER = "2026-03-02T18:00:00.000Z";
const clock = new TestClock(MONDAY);
const world = useCast({ clock });
const ISSUE = { category: "issue", description: "The restore stops half way", severity: "3" } as const;
const WISH = { reason: "We would like to show you what happens" };
const SLOT = { startsAt: "2026-03-03T18:00:00Z", minutes: 30, room: "https://meet.example/abc" };

beforeEach(() => clock.set(MONDAY));

async function open(door: Door = world().cast.business): Promise<number> {
  return (await done(door, "openTicket", { body: ISSUE })).number;
}
const read = (number: number, door = world().cast.business) =>
  done(door, "readTicket", { params: { number } });
const atDesk = (number: number) => done(world().cast.agent, "readDeskTicket", { params: { number } });
function merge(number: number, into: number) {
  clock.set(MERGED_AT);
  return done(world().cast.agent, "mergeTickets", { params: { number }, body: { into } });
}
const refusedMerge = (number: number, into: number) =>
  refused(world().cast.agent, "mergeTickets", { params: { number }, body: { into } });

async function assess(number: number): Promise<void> {
  const { agent, business } = world().cast;
  const params = { number };
  const body = { to: "3", grounds: ["S3.d"], factors: [], reason: "As you chose." };
  await done(agent, "assessTicket", { params, body });
  await done(business, "objectToSeverity", { params, body: { reason: "Orders stand still", wants: "2" } });
}

describe("P083 merging ends nothing unsaid", () => {
  test("an open objection goes on in the survivor, with who decides it; the customer can take it back there", async () => {
    const { deskAdmin, agent, lead, business } = world().cast;
    const [source, survivor] = [await open(), await open()];
    await assess(source);
    const before = (await atDesk(source)).proceedings.disagreement;
    const { agents } = await done(deskAdmin, "listAgents", {});
    const asked = agents.find(({ role }) => role === "lead")?.id ?? "";
    await done(agent, "askAdvice", { params: { number: source }, body: { leads: [asked] } });
    await done(lead, "advise", { params: { number: source }, body: { text: "I would raise it." } });
    await merge(source, survivor);
    const { disagreement } = (await atDesk(survivor)).proceedings;
    expect(disagreement).toMatchObject({
      at: before?.at,
      by: "Person business",
      reason: "Orders stand still",
      owner: before?.owner,
      advice: [{ text: "I would raise it." }],
      mayDecide: false,
      whyNotReason: "own-assessment",
    });
    const list = await done(agent, "listDisagreements", {});
    const numbers = JSON.stringify(list);
    expect([numbers.includes(`${survivor}`), numbers.includes(`:${source},`)]).toEqual([true, false]);
    expect((await read(survivor)).timeline).toContainEqual(
      expect.objectContaining({ kind: "disagreement.opened", at: before?.at, reason: "Orders stand still" }),
    );
    await done(business, "takeBackObjection", { params: { number: survivor } });
    expect((await read(survivor)).proceedings.disagreement).toBeNull();
  });

  test("objections on both: decide one first", async () => {
    const [source, survivor] = [await open(), await open()];
    await assess(source);
    await assess(survivor);
    const refusal = await refusedMerge(source, survivor);
    expect(refusal).toMatchObject({ status: 409, reason: "objection-on-both" });
    expect(refusal.detail).toContain("Decide one of the objections first");
    expect((await read(source)).state).not.toBe("merged");
  });

  test("it got worse: a lead is asked for in the survivor, and the customer's raise counts there", async () => {
    const [source, survivor] = [await open(), await open()];
    const body = { to: "1", reason: "Everything is down", isBusinessImpactUnknown: true };
    await done(world().cast.business, "worsenTicket", { params: { number: source }, body });
    await merge(source, survivor);
    const { severity, proceedings, timeline } = await read(survivor);
    expect(severity.current).toBe("1");
    expect(proceedings.leadAskedAt).not.toBeNull();
    expect(timeline.at(-1)).toMatchObject({ kind: "ticket.worsened", reason: body.reason });
  });

  test("an agent's word is kept in the survivor", async () => {
    const { agent } = world().cast;
    const [source, survivor] = [await open(), await open()];
    const body = { by: LATER, text: "what the logs say" };
    await done(agent, "giveWord", { params: { number: source }, body });
    await merge(source, survivor);
    expect((await read(survivor)).proceedings.word).toEqual({
      by: LATER,
      agent: "Agent agent",
      text: "what the logs say",
    });
    const given = { kind: "word.given", to: LATER };
    const seen = await done(agent, "readDeskTicket", { params: { number: survivor } });
    expect(seen.timeline.find(({ kind }) => kind === given.kind)).toMatchObject({
      ...given,
      broughtFrom: source,
    });
    expect((await read(survivor)).timeline.find(({ kind }) => kind === given.kind)).toMatchObject({
      ...given,
      broughtFrom: null,
    });
    await done(agent, "replyAsAgent", { params: { number: survivor }, body: { text: "The logs say" } });
    const kinds = (await read(survivor)).timeline.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.startsWith("word."))).toEqual(["word.given", "word.kept"]);
    const [one, other] = [await open(), await open()];
    for (const number of [one, other]) await done(agent, "giveWord", { params: { number }, body });
    expect(await refusedMerge(one, other)).toMatchObject({ status: 409, reason: "word-on-both" });
  });

  test("a word whose time is over is missed where it was given", async () => {
    const { agent } = world().cast;
    const [source, survivor] = [await open(), await open()];
    const body = { by: "2026-03-02T15:10:00Z", text: null };
    await done(agent, "giveWord", { params: { number: source }, body });
    await merge(source, survivor);
    expect((await read(source)).timeline.map(({ kind }) => kind)).toContain("word.missed");
    expect((await read(survivor)).proceedings.word).toBeNull();
  });

  test("a meeting is the same one in calendars, and is cancelled where it went", async () => {
    const { agent, business } = world().cast;
    const [source, survivor] = [await open(), await open()];
    await done(business, "askVideo", { params: { number: source }, body: WISH });
    await done(agent, "grantVideo", { params: { number: source }, body: SLOT });
    const file = async (number: number) =>
      (await send(business, "readInvitation", { params: { number } })).text;
    const first = await file(source);
    await merge(source, survivor);
    const second = await file(survivor);
    const uid = /UID:(\S+)/;
    expect(uid.exec(second)?.[1]).toBe(uid.exec(first)?.[1]);
    expect(second).toContain("SEQUENCE:1");
    const params = { number: survivor };
    expect((await read(survivor)).proceedings.video).toMatchObject({
      state: "granted",
      room: SLOT.room,
      reason: WISH.reason,
    });
    expect(await refused(business, "readInvitation", { params: { number: source } })).toMatchObject({
      status: 404,
    });
    await done(agent, "grantVideo", { params, body: { ...SLOT, startsAt: "2026-03-04T18:00:00Z" } });
    const moved = await file(survivor);
    expect([uid.exec(moved)?.[1], moved.includes("SEQUENCE:2")]).toEqual([uid.exec(first)?.[1], true]);
    const third = await open();
    await done(business, "askVideo", { params: { number: third }, body: WISH });
    expect(await refusedMerge(third, survivor)).toMatchObject({ status: 409, reason: "meeting-on-both" });
    await done(agent, "cancelVideo", { params, body: { reason: null } });
    expect((await read(survivor)).proceedings.video).toBeNull();
  });

  test("a consent holds in the survivor and no longer where it was given", async () => {
    const { owner, agent } = world().cast;
    const [source, survivor] = [await open(owner), await open(owner)];
    const body = { projects: ["prj-a"], hours: 4 };
    await done(owner, "giveConsent", { params: { number: source }, body });
    await merge(source, survivor);
    expect((await read(survivor, owner)).proceedings.consent).toMatchObject({
      projects: ["prj-a"],
      until: "2026-03-02T19:00:00.000Z",
      by: "Person owner",
    });
    expect((await read(source, owner)).proceedings.consent).toBeNull();
    const look = { project: "prj-a", reason: "Compare the sizes" };
    await done(agent, "useConsent", { params: { number: survivor }, body: look });
    const other = await open(owner);
    await done(owner, "giveConsent", { params: { number: other }, body });
    expect(await refusedMerge(other, survivor)).toMatchObject({
      status: 409,
      reason: "consent-on-both",
      detail: expect.stringContaining("Ask an owner or admin of theirs"),
    });
    // Ended by the customer on one, it no longer stands in the way; what holds on the other goes on.
    await done(owner, "withdrawConsent", { params: { number: survivor } });
    await merge(other, survivor);
    expect((await read(survivor, owner)).proceedings.consent).toMatchObject({ by: "Person owner" });
  });
});
