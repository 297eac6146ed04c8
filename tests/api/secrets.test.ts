import { routes } from "@troth/contract";
import { beforeAll, describe, expect, test } from "vitest";
import { ROUTE_IDS } from "../support/access-matrix.ts";
import { type Door, done, type RawQuestion, refused, send } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";
import { readSources } from "../support/imports.ts";
import { requestFor } from "../support/requests.ts";

const world = useCast();

/** Letters that stand nowhere else; each place has secrets of its own. */
const CANARY = "k7Canary3Wq9";
const url = (place: string) => `postgres://app:${CANARY}-${place}@db.${place}.example/main`;
const shown = (place: string) => `postgres://app:[masked: password]@db.${place}.example/main`;
const REASON = { reason: "The user decides which pooler it is." };

let number = 0;

beforeAll(async () => {
  const { owner, agent } = world().cast;
  const opened = await done(owner, "openTicket", {
    body: {
      category: "issue",
      severity: "1",
      description: `Cannot connect with ${url("first")} since noon, although nothing was changed by us for ${"many ".repeat(30)}weeks`,
      businessImpact: `Nobody pays; ${url("impact")}`,
      facts: [{ name: "page", value: `/connect?password=${CANARY}-fact` }],
    },
  });
  number = opened.number;
  const params = { number };
  await done(owner, "replyToTicket", { params, body: { text: `Also ${url("reply")}` } });
  await done(agent, "replyAsAgent", { params, body: { text: `Is it ${url("answer")}?` } });
  await done(agent, "noteTicket", { params, body: { text: `Theirs: ${url("note")}` } });
  const reason = `One of two works: ${url("reason")}`;
  await done(agent, "assessTicket", {
    params,
    body: { to: "2", grounds: [], factors: ["workaround"], reason },
  });
});

const messageOf = async (place: string) => {
  const { messages } = await done(world().cast.agent, "readDeskTicket", { params: { number } });
  const found = messages.find(({ text }) => text.includes(`db.${place}.`));
  if (!found) throw new Error(`No message of ${place}.`);
  return found;
};

const lookAt = async (door: Door, place: string, body: { reason: string } = REASON) => ({
  door,
  question: { params: { number, message: (await messageOf(place)).id }, body },
});

describe("a look is refused", () => {
  test("to customers, to visitors, and to agents without a reason", async () => {
    const { cast } = world();
    for (const [door, status] of [
      [cast.owner, 403],
      [cast.stranger, 403],
      [cast.visitor, 401],
      [cast.directoryKey, 403],
    ] as const) {
      const { question } = await lookAt(door, "first");
      expect((await refused(door, "lookAtMessage", question)).status).toBe(status);
    }
    const { question } = await lookAt(cast.agent, "first", { reason: "  " });
    expect(await refused(cast.agent, "lookAtMessage", question)).toMatchObject({
      status: 422,
      fields: [{ path: "reason" }],
    });
  });

  test("at a message of another ticket or none, and at one that holds no secret", async () => {
    const { agent, stranger } = world().cast;
    const other = await done(stranger, "openTicket", {
      body: { category: "issue", description: "No secret here" },
    });
    const { question } = await lookAt(agent, "first");
    const elsewhere = { ...question, params: { ...question.params, number: other.number } };
    expect((await refused(agent, "lookAtMessage", elsewhere)).status).toBe(404);
    const ticket = await done(agent, "readDeskTicket", { params: { number: other.number } });
    const message = ticket.messages[0]?.id ?? "";
    const plain = { params: { number: other.number, message }, body: REASON };
    expect((await refused(agent, "lookAtMessage", plain)).status).toBe(422);
    for (const wrong of ["00000000-0000-4000-8000-000000000000", "../x"]) {
      const nowhere = { params: { number, message: wrong }, body: REASON };
      expect([404, 422]).toContain((await refused(agent, "lookAtMessage", nowhere)).status);
    }
  });
});

test("both sides read the mask in place of each secret, and all else as it was written", async () => {
  const { owner, agent } = world().cast;
  const params = { number };
  for (const ticket of [
    await done(owner, "readTicket", { params }),
    await done(agent, "readDeskTicket", { params }),
  ]) {
    expect(ticket.subject).toContain("postgres://app:[masked: password]@db.first.example/main");
    expect(ticket.businessImpact).toBe(`Nobody pays; ${shown("impact")}`);
    expect(ticket.facts).toContainEqual({ name: "page", value: "/connect?password=[masked: password]" });
    expect(ticket.messages[1]).toMatchObject({ text: `Also ${shown("reply")}`, secrets: 1 });
    const reasons = ticket.timeline.map(({ reason }) => reason);
    expect(reasons).toContain(`One of two works: ${shown("reason")}`);
  }
});

test("a look shows the text as it was written, once, and both sides read who looked, when and why", async () => {
  const { owner, agent } = world().cast;
  const { question } = await lookAt(agent, "reply");
  const key = "look-once";
  const looked = await done(agent, "lookAtMessage", { ...question, key });
  expect(looked.text).toBe(`Also ${url("reply")}`);
  expect(await done(agent, "lookAtMessage", { ...question, key })).toEqual(looked);
  for (const ticket of [
    await done(owner, "readTicket", { params: { number } }),
    await done(agent, "readDeskTicket", { params: { number } }),
  ]) {
    const looks = ticket.timeline.filter(({ kind }) => kind === "secret.looked-at");
    expect(looks).toMatchObject([
      { by: expect.stringContaining("agent"), to: "Person owner", reason: REASON.reason },
    ]);
    expect(ticket.messages[1]?.text).toBe(`Also ${shown("reply")}`);
  }
});

test("a look at a note stays as hidden from the customer as the note, and no look moves a clock or a turn", async () => {
  const { owner, agent } = world().cast;
  const before = await done(owner, "readTicket", { params: { number } });
  const { question } = await lookAt(agent, "note");
  await done(agent, "lookAtMessage", question);
  const after = await done(owner, "readTicket", { params: { number } });
  const { version: _was, ...rest } = before;
  const { version: _is, ...now } = after;
  expect(now).toEqual(rest);
  const { timeline } = await done(agent, "readDeskTicket", { params: { number } });
  expect(timeline.filter(({ kind }) => kind === "secret.looked-at")).toHaveLength(2);
});

test("no answer, mail or kept row of the desk holds a secret that somebody wrote", async () => {
  const { cast, mails, database } = world();
  const reads = ROUTE_IDS.filter((id) => routes[id].method === "GET" && !("isStream" in routes[id]));
  const found: string[] = [];
  for (const door of [cast.owner, cast.teammate, cast.agent, cast.lead, cast.deskAdmin, cast.directoryKey]) {
    for (const id of reads) {
      const question: RawQuestion = await requestFor(id, world(), number);
      const { text } = await send(door, id, question);
      if (text.includes(CANARY)) found.push(id);
    }
  }
  expect(found).toEqual([]);
  await expect.poll(async () => (await mails()).some(({ text }) => text.includes("db.answer."))).toBe(true);
  expect((await mails()).filter(({ raw, text }) => `${raw}${text}`.includes(CANARY))).toEqual([]);
  const { rows } = await database.owner.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'troth'",
  );
  for (const { name } of rows) {
    const held = await database.owner.query(`select 1 from troth.${name} t where t::text like $1`, [
      `%${CANARY}%`,
    ]);
    expect(held.rowCount, name).toBe(0);
  }
});

test("a draft stays as its writer left it, and only they read it", async () => {
  const { owner, teammate } = world().cast;
  const params = { key: "new" };
  await done(owner, "putDraft", { params, body: { content: url("draft") } });
  expect((await done(owner, "readDraft", { params })).content).toBe(url("draft"));
  expect((await done(teammate, "readDraft", { params })).content).not.toContain(CANARY);
});

/** Drafts and looks; a text that is sealed again elsewhere; the address of a meeting, which we made. */
const MAY_OPEN = [
  "http/present/proceedings.ts",
  "verbs/draft/keep-draft.ts",
  "verbs/person/keys.ts",
  "verbs/ticket/look-at-message.ts",
  "verbs/ticket/open-from.ts",
  "verbs/ticket/open-ticket.ts",
  "verbs/ticket/split-message.ts",
  "verbs/video/invitation.ts",
];

test("a text is opened without its masks in these places and no other", () => {
  const openers = readSources()
    .filter(
      ({ path, text }) => path.startsWith("packages/server/src/") && /openUnmasked|vault\.open\(/.test(text),
    )
    .map(({ path }) => path.replace("packages/server/src/", ""));
  expect(openers.filter((path) => !path.endsWith(".test.ts"))).toEqual(MAY_OPEN);
});
