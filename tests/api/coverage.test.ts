import { beforeEach, describe, expect, test } from "vitest";
import { type Door, done, refused, send } from "../support/ask.ts";
import { bundledPolicy, fresh, portalDoor, useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";
import { follow } from "../support/sse.ts";

const MONDAY = Date.parse("2026-03-02T15:00:00.000Z");
const HOUR = 3_600_000;
const clock = new TestClock("2026-01-05T10:00:00Z");
const world = useCast({ clock });
beforeEach(() => clock.set(MONDAY));

async function open(door: Door = world().cast.owner, body: Record<string, unknown> = {}): Promise<number> {
  const about = { category: "issue", description: "The pooler drops connections", ...body };
  return (await done(door, "openTicket", { body: about })).number;
}
const readDesk = (number: number) => done(world().cast.agent, "readDeskTicket", { params: { number } });
const readAs = (door: Door, number: number) => done(door, "readTicket", { params: { number } });
const ending = (number: number, body: Record<string, unknown>) => ({
  params: { number },
  body: { outcome: "out-of-scope", message: "This is what we found, to take there.", ...body },
});
const end = (number: number, body: Record<string, unknown>) =>
  done(world().cast.agent, "resolveTicket", ending(number, body));
const endRefused = (number: number, body: Record<string, unknown>) =>
  refused(world().cast.agent, "resolveTicket", ending(number, body));
const pathsOf = (problem: { fields?: readonly { path: string }[] | undefined }) =>
  problem.fields?.map(({ path }) => path);

describe("P052 an Issue is confirmed", () => {
  const answers = {
    material: "Nobody can pay",
    verifiable: "Seen on a branch of our own",
    documentation: "Pooling, «Transaction mode»",
  };

  test("only with an answer to each of the three questions", async () => {
    const { agent } = world().cast;
    const number = await open();
    for (const lacking of Object.keys(answers)) {
      const body = { answers: { ...answers, [lacking]: " " } };
      const problem = await refused(agent, "confirmIssue", { params: { number }, body });
      expect([problem.status, pathsOf(problem)]).toEqual([422, [`answers.${lacking}`]]);
    }
    const more = { answers: { ...answers, mood: "bad" } };
    expect(pathsOf(await refused(agent, "confirmIssue", { params: { number }, body: more }))).toEqual([
      "answers.mood",
    ]);
    expect((await readDesk(number)).issue).toBeNull();
  });

  test("once, for both sides to read: the desk all answers, the customer which documentation", async () => {
    const { owner, agent } = world().cast;
    const number = await open();
    await done(agent, "confirmIssue", { params: { number }, body: { answers } });
    const { issue } = await readDesk(number);
    expect(issue?.by).toBe("Agent agent");
    expect(Object.fromEntries((issue?.answers ?? []).map(({ id, text }) => [id, text]))).toEqual(answers);
    const seen = (await readAs(owner, number)).timeline.find(({ kind }) => kind === "issue.confirmed");
    expect(seen?.reason).toBe(answers.documentation);
    const again = await refused(agent, "confirmIssue", { params: { number }, body: { answers } });
    expect(again.status).toBe(409);
  });
});

describe("P053 use against the documentation", () => {
  test("needs the documentation; the customer sees it with the exclusion and its clause", async () => {
    const { owner } = world().cast;
    const number = await open();
    const problem = await endRefused(number, { detail: "against-documentation" });
    expect([problem.status, pathsOf(problem), problem.clause?.id]).toEqual([
      422,
      ["named"],
      "issue-resolution",
    ]);
    await end(number, { detail: "against-documentation", named: "Pooling, «Limits»" });
    expect((await readAs(owner, number)).notCovered).toMatchObject({
      code: "exclusion:against-documentation",
      number: 1,
      text: "Use of the product against its documentation",
      named: "Pooling, «Limits»",
      clause: { id: "issue-resolution" },
    });
  });
});

describe("P054 an approval in writing", () => {
  const approval = (body: Record<string, unknown> = {}) => ({
    exclusion: "unapproved-changes",
    covers: "Our build of the proxy",
    document: "Addendum 4",
    ...body,
  });
  const register = async (body: Record<string, unknown> = {}, organisation = "org-a") =>
    (await done(world().cast.lead, "registerApproval", { params: { organisation }, body: approval(body) }))
      .id;
  const withdraw = (id: string) =>
    done(world().cast.lead, "withdrawApproval", { params: { organisation: "org-a", approval: id } });

  test("is registered by leads, of this desk's organisations, for an exclusion that it lifts", async () => {
    const { lead, agent } = world().cast;
    const params = { organisation: "org-a" };
    expect((await refused(agent, "registerApproval", { params, body: approval() })).status).toBe(403);
    const nowhere = { organisation: "org-z" };
    expect((await refused(lead, "registerApproval", { params: nowhere, body: approval() })).status).toBe(404);
    const wrong = { exclusion: "third-party-software", until: "2026-03-01T00:00:00Z" };
    const problem = await refused(lead, "registerApproval", { params, body: approval(wrong) });
    expect([problem.status, pathsOf(problem)]).toEqual([422, ["exclusion", "until"]]);
  });

  test("of another organisation is as if absent, and lifts nothing here", async () => {
    const { lead } = world().cast;
    const id = await register({}, "org-b");
    const params = { organisation: "org-a", approval: id };
    expect((await refused(lead, "withdrawApproval", { params })).status).toBe(404);
    await end(await open(), { detail: "unapproved-changes" });
  });

  test("the same ticket ends otherwise with it and without", async () => {
    const without = await open();
    await end(without, { detail: "unapproved-changes", named: "our build of the Proxy" });
    expect((await readDesk(without)).notCovered?.number).toBe(2);

    const id = await register();
    const number = await open();
    const body = { detail: "unapproved-changes", named: "our build of the Proxy" };
    const problem = await endRefused(number, body);
    expect([problem.status, pathsOf(problem)]).toEqual([422, ["named"]]);
    expect(problem.detail).toContain("Addendum 4");
    expect(pathsOf(await endRefused(number, { detail: "unapproved-changes" }))).toEqual(["named"]);
    await end(number, { outcome: "workaround", detail: null });
    expect(await readDesk(number)).toMatchObject({ outcome: { id: "workaround" }, notCovered: null });

    const other = await open();
    await end(other, { detail: "unapproved-changes", named: "A patched kernel" });
    expect((await readDesk(other)).notCovered?.named).toBe("A patched kernel");
    await withdraw(id);
  });

  test("counts until its day or its withdrawal, and stays on record with who did both", async () => {
    const { agent, lead, owner } = world().cast;
    const params = { organisation: "org-a" };
    const id = await register({ until: new Date(MONDAY + 2 * HOUR).toISOString() });
    const kept = await register({ covers: "A patched kernel" });
    const number = await open();
    expect((await endRefused(number, { detail: "unapproved-changes" })).status).toBe(422);
    await withdraw(kept);
    expect((await refused(lead, "withdrawApproval", { params: { ...params, approval: kept } })).status).toBe(
      409,
    );
    clock.set(MONDAY + 3 * HOUR);
    await end(number, { detail: "unapproved-changes" });
    const { approvals, liftable } = await done(agent, "readDeskOrganisation", { params });
    expect(liftable.map((one) => one.id)).toEqual(["unapproved-changes"]);
    expect(approvals.find((one) => one.id === kept)).toMatchObject({
      registeredBy: "Agent lead",
      withdrawnBy: "Agent lead",
      isInForce: false,
    });
    expect(approvals.find((one) => one.id === id)?.isInForce).toBe(false);
    expect((await send(owner, "readDeskOrganisation", { params })).status).toBe(403);
    const { rows } = await world().database.owner.query<{ kind: string }>(
      `select e.kind from troth.event e join troth.organisation o on o.id = e.stream_id
       where o.external_id = 'org-a' and e.body->>'id' = $1 order by e.seq`,
      [kept],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(["approval.registered", "approval.withdrawn"]);
  });
});

describe("P057 misuse of support", () => {
  const mark = (number: number, isMisuse = true) =>
    done(world().cast.agent, "markMisuse", {
      params: { number },
      body: { isMisuse, reason: "It is about another vendor's product." },
    });

  test("two marked tickets are two in the account's view, with who and why; one taken back is one less", async () => {
    const { stranger, agent } = world().cast;
    const first = await open(stranger);
    const second = await open(stranger);
    await mark(first);
    await mark(second);
    const params = { organisation: "org-b" };
    const view = await done(agent, "readDeskOrganisation", { params });
    expect(view.figures.misuses).toBe(2);
    expect(view.misuses.map(({ ticket, by }) => [ticket, by])).toEqual(
      expect.arrayContaining([
        [first, "Agent agent"],
        [second, "Agent agent"],
      ]),
    );
    const desk = await readDesk(second);
    expect(desk.organisationFigures.misuses).toBe(2);
    expect(desk.misuse?.reason).toBe("It is about another vendor's product.");
    await mark(second, false);
    expect((await done(agent, "readDeskOrganisation", { params })).figures.misuses).toBe(1);
    expect((await readDesk(second)).misuse).toBeNull();
  });

  test("needs a reason, and a second mark is a conflict", async () => {
    const { agent } = world().cast;
    const number = await open();
    const body = { isMisuse: true, reason: " " };
    expect((await refused(agent, "markMisuse", { params: { number }, body })).status).toBe(422);
    await mark(number);
    const again = { isMisuse: true, reason: "Twice" };
    expect((await refused(agent, "markMisuse", { params: { number }, body: again })).status).toBe(409);
  });

  test("the customer reads nothing of it, and their stream does not say that something happened", async () => {
    const { owner, agent } = world().cast;
    const number = await open();
    const follower = await follow(owner, "/v1/stream");
    const reason = fresh("misuse");
    await done(agent, "markMisuse", { params: { number }, body: { isMisuse: true, reason } });
    const { text } = await send(owner, "readTicket", { params: { number } });
    expect(text).not.toContain("misuse");
    await done(agent, "replyAsAgent", { params: { number }, body: { text: "Which version of it?" } });
    await expect.poll(() => follower.lines.map(({ kind }) => kind)).toContain("message.written");
    expect(follower.lines.map(({ kind }) => kind)).not.toContain("misuse.marked");
    follower.close();
    await follower.ended;
  });
});

test("P056 another product is a validation error, in the console and in the portal", async () => {
  const { owner } = world().cast;
  for (const door of [owner, await portalDoor(world(), "owner")]) {
    const body = { category: "issue", description: "It fails", product: "another-database" };
    const problem = await refused(door, "openTicket", { body });
    expect([problem.status, pathsOf(problem)]).toEqual([422, ["product"]]);
  }
});

test("P058 a third-party cause is found after diagnosis: taken, answered in time, then ended with that reason", async () => {
  const { owner, agent } = world().cast;
  const number = await open(owner, { description: "The ORM of another maker cannot connect" });
  clock.set(MONDAY + HOUR);
  await done(agent, "replyAsAgent", { params: { number }, body: { text: "Which version of it?" } });
  expect(pathsOf(await endRefused(number, { detail: "third-party-software" }))).toEqual(["named"]);
  await end(number, { detail: "third-party-software", named: "Fjord ORM" });
  const seen = await readAs(owner, number);
  expect(seen.notCovered).toMatchObject({ number: 3, named: "Fjord ORM" });
  expect(seen.promises).toMatchObject([{ metric: "first-response", state: "met" }]);
});

test("P043 P044 a request for training ends as no part of support: with its code, the hand-off, and no late clock", async () => {
  const { owner } = world().cast;
  const number = await open(owner, { category: "services-not-offered", description: "Train our team" });
  clock.set(MONDAY + 300 * HOUR);
  await end(number, { detail: null });
  const seen = await readAs(owner, number);
  expect(seen.outcome?.id).toBe("out-of-scope");
  expect(seen.notCovered).toMatchObject({
    code: "category:services-not-offered",
    next: { id: "sales" },
    clause: { id: "general-support-policy" },
  });
  expect(seen.promises.filter(({ state }) => state === "breached")).toEqual([]);
});

describe("P079 triage", () => {
  const rowOf = async (number: number) => {
    const { rows } = await done(world().cast.agent, "readQueue", { query: { view: "unassigned" } });
    return rows.find((row) => row.number === number);
  };

  test("a ticket not assessed within the policy's time is flagged in the queue and on itself", async () => {
    const number = await open(world().cast.stranger, { severity: "1", isBusinessImpactUnknown: true });
    clock.set(MONDAY + 22 * HOUR);
    expect((await rowOf(number))?.unassessedSince).toBeNull();
    clock.set(MONDAY + 24 * HOUR);
    const since = new Date(MONDAY).toISOString();
    expect((await rowOf(number))?.unassessedSince).toBe(since);
    expect((await readDesk(number)).unassessedSince).toBe(since);
  });

  test("an assessed one is not, and names its grounds and factors to both sides", async () => {
    const { owner, agent } = world().cast;
    const number = await open();
    const body = {
      to: "2",
      grounds: ["S2.1.restore"],
      factors: ["workaround"],
      reason: "Restores are stopped for you.",
    };
    await done(agent, "assessTicket", { params: { number }, body });
    clock.set(MONDAY + 100 * HOUR);
    const desk = await readDesk(number);
    expect(desk.unassessedSince).toBeNull();
    for (const { timeline } of [desk, await readAs(owner, number)]) {
      expect(timeline.find(({ kind }) => kind === "severity.assessed")?.severity).toMatchObject({
        grounds: [{ id: "S2.1.restore", text: "A branch restore does not go through" }],
        factors: [{ id: "workaround", name: "A workaround exists" }],
      });
    }
  });

  test("what support does not answer needs no assessment", async () => {
    const number = await open(world().cast.owner, { category: "custom-support", description: "More of it" });
    clock.set(MONDAY + 100 * HOUR);
    expect((await readDesk(number)).unassessedSince).toBeNull();
  });
});

test("P055 software that the policy approves is covered, other software is not", async () => {
  const { policyKey } = world().cast;
  const files = bundledPolicy({
    "policy.yaml": [
      ["version: 2024-09-02", "version: 2024-09-03"],
      ["approved: []", "approved: [PgBouncer]"],
    ],
  });
  await done(policyKey, "publishPolicy", { body: { files } });
  const number = await open();
  const problem = await endRefused(number, { detail: "third-party-software", named: "pgbouncer" });
  expect([problem.status, pathsOf(problem)]).toEqual([422, ["named"]]);
  await end(number, { detail: "third-party-software", named: "Fjord ORM" });
  expect((await readDesk(number)).notCovered?.named).toBe("Fjord ORM");
});
