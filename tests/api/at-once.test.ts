import { expect, test } from "vitest";
import { type Door, done, problemIn, type RawAnswer, refused, send, statusesOf } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";

const world = useCast();
const ISSUE = { category: "issue", description: "The restore stops half way", severity: "3" } as const;
const HIGH = { to: "2", grounds: ["S2"], reason: "Restores are stopped for everybody." };
const LOW = { to: "4", grounds: ["S4.a"], reason: "It is a question, nothing is broken." };
const END = { outcome: "answered", message: "It runs again." };
const SLOT = { startsAt: "2099-01-01T12:00:00Z", minutes: 30, room: "https://meet.example/a" };

async function open(door: Door = world().cast.owner): Promise<number> {
  return (await done(door, "openTicket", { body: ISSUE })).number;
}
const atDesk = (number: number) => done(world().cast.agent, "readDeskTicket", { params: { number } });

/** Sends all while the ticket is held by somebody else, so that each came before the first was saved. */
async function atOnce(number: number, requests: readonly (() => Promise<RawAnswer>)[]): Promise<RawAnswer[]> {
  const { owner } = world().database;
  const holder = await owner.connect();
  try {
    await holder.query("begin");
    await holder.query("select 1 from troth.ticket where number = $1 for update", [number]);
    const answers = Promise.all(requests.map((request) => request()));
    const waiting = async () =>
      (
        await owner.query(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
      ).rows.length;
    await expect.poll(waiting).toBeGreaterThanOrEqual(requests.length);
    await holder.query("commit");
    return await answers;
  } finally {
    holder.release();
  }
}

function newerIn(answers: readonly RawAnswer[]) {
  expect(statusesOf(answers)).toEqual([200, 409]);
  const late = answers.find(({ status }) => status === 409);
  if (late === undefined) throw new Error("Nobody came late.");
  return problemIn(late);
}

test("two who assess at once: the second reads what the first said, and the customer is told once", async () => {
  const { agent, lead } = world().cast;
  const number = await open();
  const assess = (door: Door, body: object) => () => send(door, "assessTicket", { params: { number }, body });
  const problem = newerIn(await atOnce(number, [assess(agent, HIGH), assess(lead, LOW)]));
  const { severity, version, state, timeline } = await atDesk(number);
  expect(problem).toMatchObject({
    code: "conflict",
    reason: "changed-meanwhile",
    revision: version,
    state,
    severity: { id: severity.current, name: severity.name },
    change: { what: "assessed", to: `${severity.current} (${severity.name})` },
  });
  expect(problem.detail).toBe(
    `Meanwhile ${problem.change?.by} assessed it as ${severity.current} (${severity.name}). Look at ticket ${number}, then decide again.`,
  );
  expect(timeline.filter(({ kind }) => kind === "severity.assessed")).toHaveLength(1);
});

test("two who end, take, or grant at once: one does, the other reads so", async () => {
  const { agent, lead, business } = world().cast;
  const number = await open();
  const params = { number };
  const idOf = async (door: Door) =>
    (await done(door, "listAgents", {})).agents.find(({ isMe }) => isMe)?.id ?? "";
  const ids = { agent: await idOf(agent), lead: await idOf(lead) };
  const take = (door: Door, assignee: string) => () =>
    send(door, "assignTicket", { params, body: { assignee } });
  const taken = newerIn(await atOnce(number, [take(agent, ids.agent), take(lead, ids.lead)]));
  expect(taken).toMatchObject({ reason: "changed-meanwhile", change: { what: "took" } });

  const end = (door: Door) => () => send(door, "resolveTicket", { params, body: END });
  const ended = newerIn(await atOnce(number, [end(agent), end(lead)]));
  expect(ended).toMatchObject({ state: "resolved", change: { what: "ended" } });

  const wished = await open(business);
  await done(business, "askVideo", { params: { number: wished }, body: { reason: "To look together." } });
  const grant = (door: Door, minutes: number) => () =>
    send(door, "grantVideo", { params: { number: wished }, body: { ...SLOT, minutes } });
  const granted = newerIn(await atOnce(wished, [grant(agent, 30), grant(lead, 60)]));
  expect(granted).toMatchObject({ reason: "changed-meanwhile", change: { what: "granted" } });
});

test("two who merge one ticket into two others at once: it goes into one of them", async () => {
  const { agent, lead } = world().cast;
  const [number, one, other] = [await open(), await open(), await open()];
  const merge = (door: Door, into: number) => () =>
    send(door, "mergeTickets", { params: { number }, body: { into } });
  const problem = newerIn(await atOnce(number, [merge(agent, one), merge(lead, other)]));
  expect(problem).toMatchObject({ state: "merged", reason: "changed-meanwhile" });
});

test("a customer's message that nobody saw is not buried under an end", async () => {
  const { owner, agent } = world().cast;
  const number = await open();
  const params = { number };
  const { version: sawVersion } = await atDesk(number);
  await done(owner, "replyToTicket", { params, body: { text: "It got far worse now" } });
  const end = (saw: number) => ({ params, body: { ...END, sawVersion: saw } });
  const problem = await refused(agent, "resolveTicket", end(sawVersion));
  const { version, state } = await atDesk(number);
  expect(problem).toMatchObject({
    status: 409,
    reason: "changed-meanwhile",
    revision: version,
    state,
    change: { what: "wrote", by: "Person owner", to: null },
  });
  expect(await refused(agent, "assessTicket", { params, body: { ...HIGH, sawVersion } })).toMatchObject({
    reason: "changed-meanwhile",
  });
  await done(agent, "resolveTicket", end(version));
});

test("who has it does not hang on what was said; a colleague who watches stands in nobody's way", async () => {
  const { owner, agent, lead } = world().cast;
  const number = await open();
  const params = { number };
  const { version: sawVersion } = await atDesk(number);
  await done(lead, "watchTicket", { params });
  await done(agent, "assessTicket", { params, body: { ...HIGH, sawVersion } });
  await done(owner, "replyToTicket", { params, body: { text: "Thanks" } });
  const { agents } = await done(agent, "listAgents", {});
  const [first, second] = agents;
  const give = (assignee = "") => ({ params, body: { assignee, sawVersion } });
  await done(agent, "assignTicket", give(first?.id));
  expect(await refused(lead, "assignTicket", give(second?.id))).toMatchObject({
    status: 409,
    reason: "changed-meanwhile",
    change: { what: agents.find(({ isMe }) => isMe)?.id === first?.id ? "took" : "assigned" },
  });
});

test("P082 a change from what the customer was shown needs a reason, and dots are none", async () => {
  const { owner, agent } = world().cast;
  const { number } = await done(owner, "openTicket", { body: { ...ISSUE, severity: null } });
  const params = { number };
  const say = (reason: string) => refused(agent, "assessTicket", { params, body: { ...LOW, reason } });
  expect(await say("")).toMatchObject({ status: 422, reason: "reason-missing" });
  expect(await say("...........")).toMatchObject({ status: 422, reason: "reason-too-short" });
  await done(agent, "assessTicket", { params, body: LOW });
});

test("P083 an objection that is upheld needs a reason in words as well", async () => {
  const { owner, agent, lead } = world().cast;
  const number = await open();
  const params = { number };
  await done(agent, "assessTicket", { params, body: LOW });
  await done(owner, "objectToSeverity", { params, body: { reason: "Orders stand still.", wants: "2" } });
  const end = (reason: string) => ({ params, body: { to: "4", reason } });
  expect(await refused(lead, "endDisagreement", end("x"))).toMatchObject({
    status: 422,
    fields: [{ path: "reason" }],
  });
  await done(lead, "endDisagreement", end("Nothing of yours stands still here."));
});

test("a note for whoever has the ticket already is kept", async () => {
  const { agent } = world().cast;
  const number = await open();
  const me = (await done(agent, "listAgents", {})).agents.find(({ isMe }) => isMe)?.id ?? "";
  const give = (note: string | null) =>
    done(agent, "assignTicket", { params: { number }, body: { assignee: me, note } });
  const { version } = await give(null);
  expect((await give(null)).version).toBe(version);
  expect((await give("Ask for the size first")).version).toBe(version + 1);
  expect(JSON.stringify(await atDesk(number))).toContain("Ask for the size first");
});

test("a hand-over from a list rests on the row that was seen", async () => {
  const { agent, lead } = world().cast;
  const number = await open();
  const params = { number };
  const { rows } = await done(agent, "readQueue", { query: { view: "all" } });
  const seen = rows.find((row) => row.number === number);
  expect(seen?.version).toBe((await atDesk(number)).version);
  const { agents } = await done(lead, "listAgents", {});
  const [first, second] = agents;
  await done(lead, "assignTicket", { params, body: { assignee: first?.id ?? "" } });
  const body = { assignee: second?.id ?? "", note: "Yours now", sawVersion: seen?.version ?? 0 };
  expect(await refused(agent, "assignTicket", { params, body })).toMatchObject({
    status: 409,
    reason: "changed-meanwhile",
    revision: (await atDesk(number)).version,
  });
  expect((await atDesk(number)).assignee?.id).toBe(first?.id);
});
