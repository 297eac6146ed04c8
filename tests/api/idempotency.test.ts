import { routes } from "@troth/contract";
import { describe, expect, test } from "vitest";
import { done, type RawAnswer, refused, send } from "../support/ask.ts";
import { fresh, useCast } from "../support/cast.ts";
import { openDesk } from "../support/desk.ts";

const world = useCast();
const ISSUE = { category: "issue", description: "Storage grows without reason" };

const ticketsWith = async (description: string) => {
  const { tickets } = await done(world().cast.owner, "listTickets", {});
  return tickets.filter(({ subject }) => subject === description).length;
};

const statusAndBody = ({ status, text }: RawAnswer) => [status, text];

describe("refused", () => {
  test.for([null, "", "k".repeat(256)])(
    "a write whose key is %j, with a sentence on what a key is",
    async (key) => {
      const problem = await refused(world().cast.owner, "openTicket", { body: ISSUE, key });
      expect(problem).toMatchObject({ status: 422, reason: "idempotency-key-missing" });
      expect(problem.detail).toContain("Idempotency-Key");
    },
  );

  test("a key that was used with another body, or at another address", async () => {
    const { owner } = world().cast;
    const key = fresh("key");
    const { number } = await done(owner, "openTicket", { body: ISSUE, key });
    const body = { ...ISSUE, description: "Something else" };
    for (const problem of [
      await refused(owner, "openTicket", { body, key }),
      await refused(owner, "replyToTicket", { params: { number }, body: { text: "x" }, key }),
    ]) {
      expect(problem).toMatchObject({ status: 422, reason: "idempotency-key-reused" });
    }
    expect(await ticketsWith("Something else")).toBe(0);
  });
});

describe("done once", () => {
  test("fifty posts at once with one key are one ticket, and fifty equal answers", async () => {
    const description = fresh("Fifty at once");
    const key = fresh("key");
    const post = () => send(world().cast.owner, "openTicket", { body: { ...ISSUE, description }, key });
    const answers = await Promise.all(Array.from({ length: 50 }, post));
    expect(new Set(answers.map((answer) => JSON.stringify(statusAndBody(answer)))).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await ticketsWith(description)).toBe(1);
  });

  test("a retry gets the first answer, also from another desk that was started since", async () => {
    const { database, cast } = world();
    const key = fresh("key");
    const first = await send(cast.owner, "openTicket", { body: ISSUE, key });
    const other = await openDesk({ database });
    try {
      const elsewhere = { origin: other.origin, show: cast.owner.show };
      const again = await send(elsewhere, "openTicket", { body: ISSUE, key });
      expect(statusAndBody(again)).toEqual(statusAndBody(first));
    } finally {
      await other.stop();
    }
  });

  test("a key is its sender's own: the same one from a teammate, an agent and another organisation is another write", async () => {
    const { owner, teammate, stranger, agent } = world().cast;
    const key = fresh("key");
    const numbers = [];
    for (const door of [owner, teammate, stranger]) {
      numbers.push((await done(door, "openTicket", { body: ISSUE, key })).number);
    }
    expect(new Set(numbers).size).toBe(3);
    const question = { params: { number: numbers[0] ?? 0 }, body: { text: "Hello" }, key };
    await done(agent, "replyAsAgent", question);
  });

  test("a refused write leaves its key free for the mended one", async () => {
    const { owner } = world().cast;
    const key = fresh("key");
    await refused(owner, "openTicket", { body: { ...ISSUE, severity: "1" }, key });
    const body = { ...ISSUE, severity: "1", businessImpact: "Nobody can pay." };
    await done(owner, "openTicket", { body, key });
  });

  test("every write of desk and directory answers a retry alike and happens once", async () => {
    const { owner, agent, directoryKey } = world().cast;
    const { number } = await done(owner, "openTicket", { body: ISSUE });
    const member = fresh("member");
    const params = {
      number,
      organisation: "org-a",
      member,
      project: "prj-a",
      branch: "br-a",
      endpoint: "ep-a",
    };
    const reason = "There is a way around it.";
    const writes = [
      [owner, "replyToTicket", { text: "once" }],
      [owner, "markTicketRead", undefined],
      [agent, "replyAsAgent", { text: "once" }],
      [agent, "noteTicket", { text: "once" }],
      [agent, "assignTicket", { assignee: null }],
      [agent, "assessTicket", { to: "4", factors: ["workaround"], reason }],
      [agent, "resolveTicket", { outcome: "answered", message: "once" }],
      [directoryKey, "putOrganisation", { name: fresh("Name") }],
      [directoryKey, "putSubscription", { pricing: "enterprise", tier: "standard" }],
      [directoryKey, "putMember", { email: `${member}@a.example`, name: "Once" }],
      [directoryKey, "removeMember", undefined],
      [directoryKey, "putProject", { name: "Once", region: "eu" }],
      [directoryKey, "putBranch", { name: "once" }],
      [directoryKey, "putEndpoint", {}],
      [directoryKey, "removeEndpoint", undefined],
      [directoryKey, "removeBranch", undefined],
      [directoryKey, "removeProject", undefined],
    ] as const;
    for (const [door, id, body] of writes) {
      const key = fresh("key");
      const [first, again] = [
        await send(door, id, { params, body, key }),
        await send(door, id, { params, body, key }),
      ];
      expect(first.status, `${id} ${first.text}`).toBe(routes[id].status);
      expect(statusAndBody(again), id).toEqual(statusAndBody(first));
    }
    const { messages } = await done(agent, "readDeskTicket", { params: { number } });
    expect(messages.filter(({ text }) => text === "once")).toHaveLength(4);
  });
});

test("the kept answers hold no text that a person wrote, no name and no address", async () => {
  const { owner, agent, deskAdmin, directoryKey } = world().cast;
  const canary = fresh("canary");
  const text = `${canary} text`;
  const body = {
    ...ISSUE,
    description: text,
    severity: "1",
    businessImpact: text,
    facts: [{ name: "page", value: text }],
  };
  const { number } = await done(owner, "openTicket", { body });
  const params = { number, organisation: "org-a", member: fresh("member"), key: "new" };
  await done(owner, "replyToTicket", { params, body: { text } });
  await done(owner, "putDraft", { params, body: { content: text } });
  await done(agent, "replyAsAgent", { params, body: { text } });
  await done(agent, "noteTicket", { params, body: { text } });
  await done(agent, "assessTicket", { params, body: { to: "3", factors: ["workaround"], reason: text } });
  await done(agent, "resolveTicket", { params, body: { outcome: "answered", message: text } });
  await done(directoryKey, "putMember", { params, body: { email: `${canary}@a.example`, name: canary } });
  await done(deskAdmin, "inviteAgent", { body: { email: `${canary}@desk.example`, role: "agent" } });
  const { rows } = await world().database.owner.query<{ row: string }>(
    "select i::text as row from troth.idempotency i",
  );
  expect(rows.length).toBeGreaterThan(8);
  for (const { row } of rows) expect(row).not.toContain(canary);
});
