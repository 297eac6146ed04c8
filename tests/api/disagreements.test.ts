import { beforeEach, describe, expect, test } from "vitest";
import { done, refused, send, statusesOf } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";

const MONDAY = "2026-03-02T15:00:00Z";
const clock = new TestClock(MONDAY);
const world = useCast({ clock });
const ISSUE = { category: "issue", description: "Staging stands still", severity: "2" } as const;
const LOWERED = { to: "3", grounds: ["S3.d"], reason: "Staging is not a production project." };
const OBJECTION = { reason: "Orders stand still because of it.", wants: "2" };

beforeEach(() => clock.set(MONDAY));

async function assessed(): Promise<number> {
  const { owner, agent } = world().cast;
  const { number } = await done(owner, "openTicket", { body: ISSUE });
  await done(agent, "assessTicket", { params: { number }, body: LOWERED });
  return number;
}

const read = (number: number) => done(world().cast.owner, "readTicket", { params: { number } });
const atDesk = (number: number) => done(world().cast.agent, "readDeskTicket", { params: { number } });

describe("P083 an objection to a severity", () => {
  test("needs an assessment, a reason and a severity of the policy", async () => {
    const { owner, stranger, restricted } = world().cast;
    const { number } = await done(owner, "openTicket", { body: ISSUE });
    const params = { number };
    const early = await refused(owner, "objectToSeverity", { params, body: OBJECTION });
    expect(early).toMatchObject({ status: 409, code: "conflict" });
    const other = await assessed();
    const on = { params: { number: other } };
    expect(await refused(owner, "objectToSeverity", { ...on, body: { reason: " " } })).toMatchObject({
      status: 422,
    });
    const unknown = { reason: "It is worse.", wants: "9" };
    expect(await refused(owner, "objectToSeverity", { ...on, body: unknown })).toMatchObject({
      fields: [{ path: "wants" }],
    });
    for (const door of [stranger, restricted]) {
      expect(await refused(door, "objectToSeverity", { ...on, body: OBJECTION })).toMatchObject({
        status: 404,
      });
    }
  });

  test("opens a disagreement with owner, reason and age, and the clock goes on as it was", async () => {
    const { owner, lead } = world().cast;
    const number = await assessed();
    const before = (await read(number)).promise?.dueAt;
    clock.set("2026-03-02T16:00:00Z");
    await done(owner, "objectToSeverity", { params: { number }, body: OBJECTION });
    const { proceedings, promise, timeline } = await read(number);
    expect(promise?.dueAt).toBe(before);
    expect(proceedings.disagreement).toMatchObject({
      at: "2026-03-02T16:00:00.000Z",
      by: "Person owner",
      severity: { id: "3", name: "Normal" },
      wants: { id: "2", name: "High" },
      reason: OBJECTION.reason,
      owner: { name: expect.stringMatching(/^Agent (lead|admin)$/) },
      advice: [],
      mayDecide: false,
    });
    expect(timeline.at(-1)).toMatchObject({ kind: "disagreement.opened", reason: OBJECTION.reason });
    const { disagreements } = await done(lead, "listDisagreements", {});
    expect(disagreements).toContainEqual(
      expect.objectContaining({ number, at: "2026-03-02T16:00:00.000Z", owner: expect.anything() }),
    );
    const twice = await refused(owner, "objectToSeverity", { params: { number }, body: OBJECTION });
    expect(twice).toMatchObject({ status: 409, code: "conflict" });
  });

  test("one lead or two can be asked, and what they say stays at the desk", async () => {
    const { owner, agent, lead, deskAdmin } = world().cast;
    const number = await assessed();
    const params = { number };
    await done(owner, "objectToSeverity", { params, body: OBJECTION });
    const { agents } = await done(agent, "listAgents", {});
    const idOf = (role: string) => agents.find((one) => one.role === role)?.id ?? "";
    const notALead = await refused(agent, "askAdvice", { params, body: { leads: [idOf("agent")] } });
    expect(notALead).toMatchObject({ status: 422, code: "invalid" });
    const three = { leads: [idOf("lead"), idOf("admin"), idOf("agent")] };
    expect(await refused(agent, "askAdvice", { params, body: three })).toMatchObject({ status: 422 });
    const unasked = await refused(lead, "advise", { params, body: { text: "Keep it." } });
    expect(unasked).toMatchObject({ status: 403, code: "refused" });
    await done(agent, "askAdvice", { params, body: { leads: [idOf("lead"), idOf("admin")] } });
    await done(lead, "advise", { params, body: { text: "I would keep it." } });
    expect((await atDesk(number)).proceedings.disagreement?.advice).toEqual([
      { lead: { id: idOf("lead"), name: "Agent lead" }, text: "I would keep it." },
      { lead: { id: idOf("admin"), name: "Agent admin" }, text: null },
    ]);
    const seen = await read(number);
    expect(JSON.stringify(seen)).not.toContain("I would keep it.");
    expect(seen.proceedings.disagreement?.advice).toEqual([]);
    const nobodys = await refused(deskAdmin, "ownDisagreement", { params, body: { owner: "nobody" } });
    expect(nobodys).toMatchObject({ status: 422 });
  });

  test("nobody judges their own assessment; a lead upholds it with reasons that both sides read", async () => {
    const { owner, agent, lead } = world().cast;
    const number = await assessed();
    const params = { number };
    await done(owner, "objectToSeverity", { params, body: OBJECTION });
    const upheld = { to: "3", reason: "Staging serves no customers, so essential work goes on." };
    const own = await refused(agent, "endDisagreement", { params, body: upheld });
    expect(own).toMatchObject({ status: 403, code: "refused", reason: "own-assessment" });
    expect((await atDesk(number)).proceedings.disagreement).toMatchObject({ mayDecide: false });
    await done(lead, "endDisagreement", { params, body: upheld });
    const { proceedings, severity, timeline } = await read(number);
    expect(proceedings.disagreement).toBeNull();
    expect(severity.assessed).toBe("3");
    expect(timeline.at(-1)).toMatchObject({
      kind: "disagreement.ended",
      from: "upheld",
      by: "Agent lead",
      reason: upheld.reason,
    });
    expect(await refused(lead, "endDisagreement", { params, body: upheld })).toMatchObject({ status: 409 });
    await done(owner, "objectToSeverity", { params, body: OBJECTION });
  });

  test("changed, it moves the clock as any change of severity does, on grounds", async () => {
    const { owner, lead } = world().cast;
    const number = await assessed();
    const params = { number };
    await done(owner, "objectToSeverity", { params, body: OBJECTION });
    clock.set("2026-03-02T17:00:00Z");
    const change = { to: "2", grounds: ["S2"], reason: "Orders depend on staging, as you say." };
    const groundless = { ...change, grounds: [] };
    expect(await refused(lead, "endDisagreement", { params, body: groundless })).toMatchObject({
      status: 422,
      reason: "ground-missing",
    });
    await done(lead, "endDisagreement", { params, body: change });
    const { severity, promise, timeline } = await read(number);
    expect(severity.assessed).toBe("2");
    // Back to the severity of the opening: due as under that promise (clock.md C6).
    expect(promise?.dueAt).toBe("2026-03-04T15:00:00.000Z");
    expect(timeline.slice(-2).map(({ kind }) => kind)).toEqual(["severity.assessed", "disagreement.ended"]);
    const { text } = await send(owner, "readTranscript", { params, query: { format: "md" } });
    expect(text.split(change.reason)).toHaveLength(2);
  });

  test("P088 changed on a ground of security, the ticket is shown to few from then on", async () => {
    const { owner, teammate, lead } = world().cast;
    const number = await assessed();
    const params = { number };
    await done(owner, "objectToSeverity", { params, body: { ...OBJECTION, wants: "1" } });
    expect((await done(teammate, "readTicket", { params })).number).toBe(number);
    const change = { to: "1", grounds: ["S1.2"], reason: "Somebody read the table of tokens." };
    await done(lead, "endDisagreement", { params, body: change });
    expect(await refused(teammate, "readTicket", { params })).toMatchObject({ status: 404 });
    expect((await read(number)).proceedings.isRestricted).toBe(true);
  });

  test("the customer takes it back; who decides hears of that", async () => {
    const { owner } = world().cast;
    const number = await assessed();
    const params = { number };
    expect(await refused(owner, "takeBackObjection", { params })).toMatchObject({ status: 409 });
    await done(owner, "objectToSeverity", { params, body: OBJECTION });
    await done(owner, "takeBackObjection", { params });
    expect((await read(number)).proceedings.disagreement).toBeNull();
  });

  test("two who decide at once: one counts, the other reads the newer state", async () => {
    const { owner, lead, deskAdmin } = world().cast;
    const number = await assessed();
    const params = { number };
    await done(owner, "objectToSeverity", { params, body: OBJECTION });
    const body = { to: "3", reason: "Staging serves no customers." };
    const answers = await Promise.all(
      [lead, deskAdmin].map((door) => send(door, "endDisagreement", { params, body })),
    );
    expect(statusesOf(answers)).toEqual([200, 409]);
  });
});

describe("P083 assessing beside an open objection", () => {
  const CHANGE = { to: "2", grounds: ["S2"], reason: "Orders depend on staging, as you say." };
  const assess = { act: "assess", isOpen: false, reason: "objection-open" };

  test("is refused to everybody, the first assessor too, with where to go; the objection's end changes it", async () => {
    const { owner, agent, lead, deskAdmin } = world().cast;
    const number = await assessed();
    const params = { number };
    await done(owner, "objectToSeverity", { params, body: OBJECTION });
    for (const door of [agent, lead, deskAdmin]) {
      for (const body of [CHANGE, LOWERED, { ...LOWERED, to: "4", grounds: ["S4"] }]) {
        expect(await refused(door, "assessTicket", { params, body })).toMatchObject({
          status: 409,
          code: "conflict",
          reason: "objection-open",
          detail: expect.stringContaining("Whoever decides the objection ends it there"),
        });
      }
    }
    const { acts, severity } = await atDesk(number);
    expect(severity.assessed).toBe("3");
    expect(acts).toContainEqual({ ...assess, because: expect.stringContaining("objection") });
    await done(lead, "endDisagreement", { params, body: CHANGE });
    expect((await read(number)).severity.assessed).toBe("2");
    await done(agent, "assessTicket", { params, body: { ...LOWERED, reason: "Staging it was after all." } });
  });

  test("may raise it where the customer says that it got worse since, and nothing else", async () => {
    const { owner, agent } = world().cast;
    const number = await assessed();
    const params = { number };
    await done(owner, "objectToSeverity", { params, body: OBJECTION });
    await done(owner, "worsenTicket", { params, body: { to: "2", reason: "Production too, since noon." } });
    expect((await atDesk(number)).acts.find(({ act }) => act === "assess")?.isOpen).toBe(true);
    expect(await refused(agent, "assessTicket", { params, body: LOWERED })).toMatchObject({
      status: 409,
      reason: "objection-open-raise",
    });
    await done(agent, "assessTicket", { params, body: CHANGE });
    const { severity, proceedings } = await read(number);
    expect(severity.assessed).toBe("2");
    expect(proceedings.disagreement).not.toBeNull();
  });

  test("taken back, the objection leaves the severity to assessment again", async () => {
    const { owner, agent } = world().cast;
    const number = await assessed();
    const params = { number };
    await done(owner, "objectToSeverity", { params, body: OBJECTION });
    await done(owner, "takeBackObjection", { params });
    await done(agent, "assessTicket", { params, body: CHANGE });
  });

  test("after the end of the ticket the objection is decided all the same", async () => {
    const { owner, agent, lead } = world().cast;
    const number = await assessed();
    const params = { number };
    await done(owner, "objectToSeverity", { params, body: OBJECTION });
    await done(agent, "resolveTicket", { params, body: { outcome: "answered", message: "It runs again." } });
    expect((await atDesk(number)).proceedings.disagreement).not.toBeNull();
    const upheld = { to: "3", reason: "Staging serves no customers." };
    await done(lead, "endDisagreement", { params, body: upheld });
    expect((await read(number)).timeline.at(-1)).toMatchObject({
      kind: "disagreement.ended",
      from: "upheld",
    });
  });
});

describe("it got worse", () => {
  test("P080 unassessed, the severity rises at once and a lead is asked", async () => {
    const { owner, agent, lead } = world().cast;
    const { number } = await done(owner, "openTicket", { body: { ...ISSUE, severity: "3" } });
    const params = { number };
    clock.set("2026-03-02T16:00:00Z");
    const body = { to: "1", reason: "Now production is down as well.", businessImpact: "Nobody can pay" };
    await done(owner, "worsenTicket", { params, body });
    const { severity, promise, proceedings } = await read(number);
    expect(severity).toMatchObject({ chosen: "1", current: "1", assessed: null });
    expect(promise?.dueAt).toBe("2026-03-02T18:00:00.000Z");
    expect(proceedings.leadAskedAt).toBe("2026-03-02T16:00:00.000Z");
    const { rows } = await done(agent, "readQueue", { query: { view: "asked" } });
    expect(rows.map((row) => row.number)).toContain(number);
    expect(await refused(owner, "worsenTicket", { params, body })).toMatchObject({ status: 409 });
    expect(await refused(agent, "answerAsLead", { params })).toMatchObject({ status: 403 });
    await done(lead, "answerAsLead", { params });
    expect((await read(number)).proceedings.leadAskedAt).toBeNull();
  });

  test("assessed, the severity stays ours, and the wish is on record", async () => {
    const { owner } = world().cast;
    const number = await assessed();
    const params = { number };
    const lower = { to: "4", reason: "It is less bad now." };
    expect(await refused(owner, "worsenTicket", { params, body: lower })).toMatchObject({ status: 422 });
    await done(owner, "worsenTicket", {
      params,
      body: { to: "1", reason: "Nothing answers.", isBusinessImpactUnknown: true },
    });
    const { severity, timeline } = await read(number);
    expect(severity.current).toBe("3");
    expect(timeline.at(-1)).toMatchObject({ kind: "ticket.worsened", to: "Critical" });
  });
});

describe("P082 a change of severity is told by mail", () => {
  test("with old and new due and the reason; confirming tells nothing", async () => {
    const { owner, agent } = world().cast;
    const number = await assessed();
    const told = async () =>
      (await world().mails()).filter(({ subject }) => subject.includes(`ticket ${number}`));
    await expect.poll(async () => (await told()).length).toBe(1);
    const [mail] = await told();
    expect(mail?.subject).toContain("Normal");
    expect(mail?.text).toContain(LOWERED.reason);
    expect(mail?.text).toContain("object on the ticket");
    const again = { to: "3", grounds: ["S3.d"], reason: LOWERED.reason };
    await done(agent, "assessTicket", { params: { number }, body: again });
    await done(owner, "objectToSeverity", { params: { number }, body: OBJECTION });
    const all = async () => (await world().mails()).filter(({ subject }) => subject.includes(`${number}`));
    await expect.poll(async () => (await all()).length).toBe(2);
    expect((await all()).some(({ subject }) => subject.includes("objection waits for you"))).toBe(true);
  });
});
