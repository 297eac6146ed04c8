import { beforeEach, describe, expect, test } from "vitest";
import { refreshWithin } from "../../packages/server/src/verbs/clock/refresh-tickets.ts";
import { write } from "../../packages/server/src/verbs/context.ts";
import { type Door, done, refused } from "../support/ask.ts";
import { newAgent, useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";

const MONDAY = "2026-03-02T15:00:00Z";
const clock = new TestClock(MONDAY);
const world = useCast({ clock });
const ISSUE = { category: "issue", description: "Staging stands still", severity: "2" } as const;
const LOWERED = { to: "3", grounds: ["S3.d"], reason: "Staging is not a production project." };
const OBJECTION = { reason: "Orders stand still because of it.", wants: "2" };
const WORD = { by: "2026-03-02T19:00:00Z", text: "the cause" };

let leavers = 0;

beforeEach(() => clock.set(MONDAY));

/** Somebody who will leave the desk. */
async function leaver(role: "agent" | "lead"): Promise<{ door: Door; id: string; email: string }> {
  const { desk, origin } = world();
  leavers += 1;
  const email = `leaver-${leavers}@desk.example`;
  const door = await newAgent(desk, origin, role, email);
  return { door, id: await idOf(door), email };
}

async function idOf(door: Door): Promise<string> {
  return (await done(door, "listAgents", {})).agents.find(({ isMe }) => isMe)?.id ?? "";
}

async function open(): Promise<number> {
  return (await done(world().cast.owner, "openTicket", { body: ISSUE })).number;
}

async function objected(): Promise<number> {
  const { owner, agent } = world().cast;
  const number = await open();
  await done(agent, "assessTicket", { params: { number }, body: LOWERED });
  await done(owner, "objectToSeverity", { params: { number }, body: OBJECTION });
  return number;
}

const leave = (person: string) => done(world().cast.deskAdmin, "deactivateAgent", { params: { person } });
const read = (number: number) => done(world().cast.owner, "readTicket", { params: { number } });
const atDesk = (number: number) => done(world().cast.agent, "readDeskTicket", { params: { number } });

async function letPass(number: number): Promise<void> {
  const ctx = world().desk.system("test");
  await write(ctx, "clock.watch", async (scene) => {
    const held = await scene.tx.tickets.find(number, { tickets: "all" }, "lock");
    await refreshWithin(ctx, scene, [held?.id ?? ""], "news");
  });
}

describe("P083 an objection whose owner leaves the desk", () => {
  test("gets another owner who did not assess it, on record for both sides and told by mail", async () => {
    const { lead, deskAdmin } = world().cast;
    const number = await objected();
    const params = { number };
    const gone = await leaver("lead");
    await done(lead, "ownDisagreement", { params, body: { owner: gone.id } });
    await leave(gone.id);
    const { proceedings, timeline } = await atDesk(number);
    const { owner } = proceedings.disagreement ?? {};
    expect([await idOf(lead), await idOf(deskAdmin)]).toContain(owner?.id);
    expect(timeline.at(-1)).toMatchObject({
      kind: "disagreement.owned",
      from: "deactivated",
      to: owner?.name,
      by: "",
    });
    expect((await read(number)).timeline.at(-1)).toMatchObject({
      kind: "disagreement.owned",
      to: owner?.name,
    });
    const told = async () =>
      (await world().mails()).filter(
        (mail) =>
          mail.subject.includes(`objection waits for you: ticket ${number}`) && mail.to !== gone.email,
      );
    await expect.poll(async () => (await told()).length).toBe(2);
  });

  test("does not wait for what somebody gone was asked, and another lead can be asked", async () => {
    const { agent, lead, deskAdmin } = world().cast;
    const number = await objected();
    const params = { number };
    const gone = await leaver("lead");
    await done(agent, "askAdvice", { params, body: { leads: [await idOf(lead), gone.id] } });
    const third = { leads: [await idOf(deskAdmin)] };
    expect(await refused(agent, "askAdvice", { params, body: third })).toMatchObject({ status: 409 });
    await leave(gone.id);
    const { proceedings, timeline } = await atDesk(number);
    expect(proceedings.disagreement?.advice.map((one) => one.lead.id)).toEqual([await idOf(lead)]);
    expect(timeline.at(-1)).toMatchObject({ kind: "disagreement.advice-lapsed", to: "Agent lead" });
    expect((await read(number)).timeline.map(({ kind }) => kind)).not.toContain("disagreement.advice-lapsed");
    await done(agent, "askAdvice", { params, body: third });
  });

  test("what they said before they left stays", async () => {
    const { agent } = world().cast;
    const number = await objected();
    const params = { number };
    const gone = await leaver("lead");
    await done(agent, "askAdvice", { params, body: { leads: [gone.id] } });
    await done(gone.door, "advise", { params, body: { text: "I would keep it." } });
    await leave(gone.id);
    expect((await atDesk(number)).proceedings.disagreement?.advice).toMatchObject([
      { text: "I would keep it." },
    ]);
  });
});

describe("a word whose agent leaves the desk", () => {
  test("stands as the team's, leads are reminded of it, and who takes the ticket keeps it", async () => {
    const { agent } = world().cast;
    const number = await open();
    const params = { number };
    const gone = await leaver("agent");
    await done(gone.door, "assignTicket", { params, body: { assignee: gone.id } });
    await done(gone.door, "giveWord", { params, body: WORD });
    expect(await leave(gone.id)).toEqual({ givenBack: 1 });
    const { proceedings, timeline } = await read(number);
    expect(proceedings.word).toEqual({ by: "2026-03-02T19:00:00.000Z", agent: "", text: WORD.text });
    expect(timeline.at(-1)).toMatchObject({ kind: "word.handed", from: "deactivated", to: null });
    clock.set("2026-03-02T18:00:00Z");
    await letPass(number);
    const told = async (to: string) =>
      (await world().mails()).filter(
        (mail) =>
          mail.to === to && mail.subject.includes("nobody keeps it") && mail.subject.includes(`${number}`),
      );
    await expect.poll(async () => (await told("lead@desk.example")).length).toBe(1);
    await done(agent, "assignTicket", { params, body: { assignee: await idOf(agent) } });
    expect((await read(number)).proceedings.word?.agent).toBe("Agent agent");
    await done(agent, "replyAsAgent", { params, body: { text: "It was a bad disk." } });
    expect((await read(number)).timeline.at(-1)).toMatchObject({ kind: "word.kept" });
  });

  test("goes at once to who has the ticket, and they are reminded although the one before was", async () => {
    const { agent } = world().cast;
    const number = await open();
    const params = { number };
    const gone = await leaver("agent");
    await done(agent, "assignTicket", { params, body: { assignee: await idOf(agent) } });
    await done(gone.door, "giveWord", { params, body: WORD });
    clock.set("2026-03-02T18:10:00Z");
    await letPass(number);
    await leave(gone.id);
    await letPass(number);
    const { proceedings, timeline } = await atDesk(number);
    expect(proceedings.word?.agent).toBe("Agent agent");
    expect(timeline.map(({ kind }) => kind).filter((kind) => kind.startsWith("word."))).toEqual([
      "word.given",
      "word.reminded",
      "word.handed",
      "word.reminded",
    ]);
  });

  test("given by somebody who is away when it is due, it is kept by others", async () => {
    const { owner } = world().cast;
    const number = await open();
    const params = { number };
    const gone = await leaver("agent");
    await done(gone.door, "assignTicket", { params, body: { assignee: gone.id } });
    await done(gone.door, "giveWord", { params, body: WORD });
    const until = "2026-03-04T15:00:00Z";
    expect(await done(gone.door, "putAway", { body: { until } })).toEqual({ givenBack: 1 });
    const { proceedings } = await done(owner, "readTicket", { params });
    expect(proceedings.word?.agent).toBe("");
    expect((await read(number)).timeline.at(-1)).toMatchObject({ kind: "word.handed", from: "away" });
  });
});
