import type { QueueRow } from "@troth/contract";
import { beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";
import { type Door, done, refused, send, statusesOf } from "../support/ask.ts";
import { fresh, inviteFor, newAgent, PASSWORD, type Part, portalDoor, useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";

const MONDAY = Date.parse("2026-03-02T15:00:00.000Z");
const HOUR = 3_600_000;
const clock = new TestClock("2026-01-05T10:00:00Z");
const world = useCast({ clock });

beforeEach(() => clock.set(MONDAY));

const open = async (door: Door, body: Record<string, unknown> = {}) =>
  (await done(door, "openTicket", { body: { category: "issue", description: "It does not start", ...body } }))
    .number;
const readDesk = (number: number) => done(world().cast.agent, "readDeskTicket", { params: { number } });
const readAs = (door: Door, number: number) => done(door, "readTicket", { params: { number } });

describe("P064 the queue", () => {
  const PARTS: readonly Part[] = ["launch", "scale", "business", "owner", "stranger"];
  const RANK: Readonly<Record<string, number>> = { enterprise: 0, priority: 1, standard: 2 };

  async function wholeQueue(door: Door): Promise<z.infer<typeof QueueRow>[]> {
    const rows: z.infer<typeof QueueRow>[] = [];
    let cursor: string | null = null;
    do {
      const page: { rows: typeof rows; nextCursor: string | null } = await done(door, "readQueue", {
        query: cursor === null ? {} : { cursor },
      });
      rows.push(...page.rows);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return rows;
  }

  /** Severity, then plan, then due, then age: told anew, without a look at how the desk does it. */
  const inOrder = (rows: readonly z.infer<typeof QueueRow>[]) =>
    rows.toSorted(
      (a, b) =>
        Number(a.severity.current) - Number(b.severity.current) ||
        (RANK[a.plan.id] ?? 9) - (RANK[b.plan.id] ?? 9) ||
        Date.parse(a.promise?.dueAt ?? "") - Date.parse(b.promise?.dueAt ?? "") ||
        Date.parse(a.openedAt) - Date.parse(b.openedAt) ||
        a.number - b.number,
    );

  test("P020 P035 over two pages in the order of severity, plan, due and age, each row with its reason", async () => {
    const { cast } = world();
    for (let at = 0; at < 60; at += 1) {
      clock.set(MONDAY + ((at * 7_919) % 1_440) * 60_000);
      const severity = String(1 + ((at * 7) % 4));
      await open(cast[PARTS[(at * 3) % 5] ?? "owner"], { severity, isBusinessImpactUnknown: true });
    }
    const rows = await wholeQueue(cast.agent);
    expect(rows).toHaveLength(60);
    expect(rows.map(({ number }) => number)).toEqual(inOrder(rows).map(({ number }) => number));
    expect(rows[0]?.reason).toMatchObject({ code: "first", values: { severity: "1", plan: "enterprise" } });
    for (const [at, { reason, severity, plan }] of rows.entries()) {
      const before = rows[at - 1];
      if (before === undefined) continue;
      const isWorse = severity.current !== before.severity.current;
      const expected = isWorse ? "severity" : plan.id === before.plan.id ? /^(due|age|number)$/ : "plan";
      expect(reason.code).toMatch(expected);
      expect(reason.values).toMatchObject({
        afterNumber: String(before.number),
        ...(reason.code === "plan" && { afterPlanName: before.plan.name }),
        ...(reason.code === "severity" && { afterSeverityRank: before.severity.current }),
      });
    }
  });

  test("P020 of two alike the one on Priority comes before the one on Standard, though it is younger", async () => {
    const { cast } = world();
    const older = await open(cast.launch, { severity: "2" });
    clock.set(MONDAY + HOUR);
    const younger = await open(cast.business, { severity: "2" });
    const numbers = (await wholeQueue(cast.agent)).map(({ number }) => number);
    expect(numbers.indexOf(younger)).toBeLessThan(numbers.indexOf(older));
  });

  test("the views hold what they say and the counts agree", async () => {
    const { cast } = world();
    const number = await open(cast.owner);
    const me = (await done(cast.agent, "listAgents", {})).agents.find(({ isMe }) => isMe);
    await done(cast.agent, "assignTicket", { params: { number }, body: { assignee: me?.id ?? "" } });
    const mine = await done(cast.agent, "readQueue", { query: { view: "mine" } });
    expect(mine.rows.map((row) => [row.number, row.assignee?.name])).toEqual([[number, "Agent agent"]]);
    expect((await done(cast.lead, "readQueue", { query: { view: "mine" } })).rows).toEqual([]);
    const unassigned = await done(cast.agent, "readQueue", { query: { view: "unassigned" } });
    expect(unassigned.rows.map((row) => row.number)).not.toContain(number);
    await done(cast.agent, "replyAsAgent", { params: { number }, body: { text: "Which version?" } });
    const waiting = await done(cast.agent, "readQueue", { query: { view: "waiting" } });
    expect(waiting.rows.map((row) => row.number)).toEqual([number]);
    expect(waiting.rows[0]?.reason.code).toBe("answered");
    const { counts } = await done(cast.agent, "countQueue", {});
    expect(counts).toMatchObject({ mine: 1, waiting: 1, all: (await wholeQueue(cast.agent)).length });
  });

  test("a row says how long its customer waits and what open time is left, until somebody answers", async () => {
    const { cast } = world();
    const number = await open(cast.launch, { severity: "2" });
    clock.set(MONDAY + HOUR);
    const rowOf = async () => (await wholeQueue(cast.agent)).find((row) => row.number === number);
    expect(await rowOf()).toMatchObject({
      waitingSince: new Date(MONDAY).toISOString(),
      openLeft: { ms: 23 * HOUR, isRunning: true, knownUntil: "2026-03-04T14:00:00.000Z" },
    });
    await done(cast.agent, "replyAsAgent", { params: { number }, body: { text: "Which version?" } });
    expect(await rowOf()).toMatchObject({ reason: { code: "answered" }, waitingSince: null, openLeft: null });
  });
});

describe("answers and notes", () => {
  test("P067 a note stops no clock and the customer sees nothing of it", async () => {
    const { owner, agent } = world().cast;
    const number = await open(owner);
    const before = await readAs(owner, number);
    clock.set(MONDAY + HOUR);
    const canary = fresh("note");
    await done(agent, "noteTicket", { params: { number }, body: { text: canary } });
    const seen = await send(owner, "readTicket", { params: { number } });
    expect(seen.text).not.toContain(canary);
    const after = await readAs(owner, number);
    expect([after.messages, after.receipt, after.unread, after.state]).toEqual([
      before.messages,
      before.receipt,
      false,
      before.state,
    ]);
    const desk = await readDesk(number);
    expect(desk.messages.at(-1)).toMatchObject({ text: canary, isNote: true });
    expect(desk.promises).toMatchObject([{ state: "running" }]);
  });

  test("an answer written before the customer's last word is held back, not sent", async () => {
    const { owner, agent } = world().cast;
    const number = await open(owner);
    const { version } = await readDesk(number);
    await done(owner, "replyToTicket", { params: { number }, body: { text: "It works again" } });
    const body = { text: "Restart it", sawVersion: version };
    const problem = await refused(agent, "replyAsAgent", { params: { number }, body });
    expect(problem).toMatchObject({ status: 409, code: "conflict", reason: "written-meanwhile" });
    expect((await readAs(owner, number)).messages).toHaveLength(2);
    await done(agent, "replyAsAgent", {
      params: { number },
      body: { ...body, sawVersion: (await readDesk(number)).version },
    });
  });

  test("F18 forty messages at once on one ticket are all kept, in the order of one log", async () => {
    const { owner, teammate, agent, lead } = world().cast;
    const number = await open(owner);
    const doors = [owner, teammate, agent, lead];
    await Promise.all(
      Array.from({ length: 40 }, (_none, at) => {
        const door = doors[at % 4] ?? owner;
        const question = { params: { number }, body: { text: `message ${at}` } };
        return at % 4 < 2 ? done(door, "replyToTicket", question) : done(door, "replyAsAgent", question);
      }),
    );
    const { messages, version } = await readDesk(number);
    const texts = messages.map(({ text }) => text).filter((text) => text.startsWith("message"));
    expect(new Set(texts).size).toBe(40);
    expect(version).toBe(41);
  });
});

describe("P079 the severity", () => {
  const assess = (
    number: number,
    body: { to: string; factors?: string[]; grounds?: string[]; reason?: string },
  ) => done(world().cast.agent, "assessTicket", { params: { number }, body });

  test("P081 P082 without a reason the customer can read, or without a ground, it does not change", async () => {
    const { owner, agent } = world().cast;
    const number = await open(owner, { severity: "2" });
    const wrong = [
      [{ to: "3", factors: ["workaround"] }, "reason-missing"],
      [{ to: "3", factors: ["workaround"], reason: "no" }, "reason-too-short"],
      [{ to: "3", reason: "There is a way around it." }, "ground-missing"],
      [{ to: "3", grounds: ["S1.a"], reason: "There is a way around it." }, "ground-of-another-level"],
      [{ to: "7", factors: ["workaround"], reason: "There is a way around it." }, "severity-unknown"],
      [{ to: "3", factors: ["mood"], reason: "There is a way around it." }, "factor-unknown"],
    ] as const;
    for (const [body, reason] of wrong) {
      const problem = await refused(agent, "assessTicket", { params: { number }, body });
      expect(problem).toMatchObject({ status: 422, reason, clause: { id: "severity-levels" } });
    }
    expect((await readAs(owner, number)).severity).toMatchObject({ assessed: null, current: "2" });
  });

  test("P080 P082 lowered: due by the stated rule, and the customer reads who, when, from, to and why", async () => {
    const { owner, agent } = world().cast;
    const number = await open(owner, { severity: "2" });
    clock.set(MONDAY + HOUR);
    const preview = await done(agent, "previewAssessment", { params: { number }, query: { to: "3" } });
    expect(preview).toMatchObject({
      dueFrom: "2026-03-04T15:00:00.000Z",
      dueTo: "2026-03-05T15:00:00.000Z",
      from: { current: "2" },
      to: { current: "3" },
    });
    await assess(number, {
      to: "3",
      grounds: ["S3.c"],
      factors: ["workaround"],
      reason: "Essential work goes on.",
    });
    const ticket = await readAs(owner, number);
    expect(ticket.timeline).toMatchObject([
      {
        kind: "severity.assessed",
        at: "2026-03-02T16:00:00.000Z",
        by: "Agent agent",
        from: "2",
        to: "3",
        reason: "Essential work goes on.",
      },
    ]);
    expect(ticket.receipt?.promise).toMatchObject({
      dueAt: preview.dueTo,
      history: [{ why: "severity-lowered", dueFrom: preview.dueFrom, dueTo: preview.dueTo }],
    });
  });

  test("P080 raised: the earlier of the old due and the new target from the raise", async () => {
    const { owner } = world().cast;
    const number = await open(owner, { severity: "4" });
    clock.set("2026-03-03T16:00:00Z");
    await assess(number, { to: "1", grounds: ["S1.a"], reason: "Production is down after all." });
    expect((await readAs(owner, number)).receipt?.promise.dueAt).toBe("2026-03-03T18:00:00.000Z");
  });

  test("P080 a due that has passed is not moved by lowering the severity", async () => {
    const { owner } = world().cast;
    const number = await open(owner, { severity: "1", isBusinessImpactUnknown: true });
    clock.set("2026-03-02T18:00:00Z");
    await assess(number, { to: "4", factors: ["mitigation"], reason: "It turned out to be harmless." });
    const { promises, timeline } = await readDesk(number);
    expect(promises).toMatchObject([{ state: "breached", dueAt: "2026-03-02T17:00:00.000Z" }]);
    expect(timeline.filter(({ kind }) => kind === "clock.breached")).toHaveLength(1);
  });
});

describe("P050 the end", () => {
  test("P050 P051 P053 without an outcome of the policy, what it needs, and a word to the customer it does not end", async () => {
    const { owner, agent } = world().cast;
    const number = await open(owner);
    const message = "This is how it ended.";
    const wrong = [
      { outcome: "answered", message: "  " },
      { outcome: "bored", message },
      { outcome: "fix-in-release", message },
      { outcome: "out-of-scope", message },
      { outcome: "out-of-scope", detail: "because", message },
    ];
    for (const body of wrong) {
      const problem = await refused(agent, "resolveTicket", { params: { number }, body });
      expect([problem.status, problem.code]).toEqual([422, "invalid"]);
    }
    expect((await readAs(owner, number)).state).toBe("waiting-on-us");
  });

  test("P051 the customer sees the outcome and the message; a second end is refused", async () => {
    const { owner, agent } = world().cast;
    const number = await open(owner);
    const body = { outcome: "fix-in-release", detail: "2026.4", message: "It is mended in 2026.4." };
    await done(agent, "resolveTicket", { params: { number }, body });
    const ticket = await readAs(owner, number);
    expect(ticket).toMatchObject({ state: "resolved", outcome: { id: "fix-in-release" }, unread: true });
    expect(ticket.messages.at(-1)?.text).toBe(body.message);
    expect(ticket.timeline).toMatchObject([{ kind: "ticket.resolved", from: "2026.4" }]);
    const again = await refused(agent, "resolveTicket", { params: { number }, body });
    expect(again.status).toBe(409);
    const { acts } = await readDesk(number);
    expect(acts.find(({ act }) => act === "resolve")).toMatchObject({ isOpen: false, because: again.detail });
  });

  test("P032 an answer is told by mail, once, to the one who asked", async () => {
    const { owner, agent } = world().cast;
    const number = await open(owner);
    const text = fresh("answer");
    await done(agent, "replyAsAgent", { params: { number }, body: { text } });
    const told = async () => (await world().mails()).filter((mail) => mail.text.includes(text));
    await expect.poll(told, { timeout: 10_000 }).toHaveLength(1);
    const [mail] = await told();
    expect(mail?.to).toBe("owner@a.example");
    expect(mail?.text).toContain(`http://desk.test/portal/tickets/${number}`);
  });
});

test("a ticket goes to agents of the desk only", async () => {
  const { owner, agent } = world().cast;
  const number = await open(owner);
  for (const assignee of ["nobody", "0190b7b0-0000-7000-8000-000000000000"]) {
    const problem = await refused(agent, "assignTicket", { params: { number }, body: { assignee } });
    expect(problem.status).toBe(422);
  }
});

describe("invitations", () => {
  const join = (token: string, more: Record<string, unknown> = {}) =>
    send(world().cast.visitor, "acceptInvite", {
      body: { token, name: "New Agent", password: PASSWORD, ...more },
    });

  test("an administrator's invitation comes by mail, works once, and gives the role it was made for", async () => {
    const { deskAdmin, visitor } = world().cast;
    const email = `${fresh("new")}@desk.example`;
    await done(deskAdmin, "inviteAgent", { body: { email, role: "lead" } });
    const told = async () => (await world().mails()).filter(({ to }) => to === email);
    await expect.poll(told, { timeout: 10_000 }).toHaveLength(1);
    const [, token = ""] = /\/desk\/join#([\w-]+)/.exec((await told())[0]?.text ?? "") ?? [];
    const answers = await Promise.all([join(token), join(token), join(token)]);
    expect(statusesOf(answers)).toEqual([200, 401, 401]);
    expect((await join(token)).status).toBe(401);
    const session = await send(visitor, "startDeskSession", { body: { email, password: PASSWORD } });
    expect(session.status).toBe(200);
    const cookie = session.headers.getSetCookie().join("; ");
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const me = await done({ origin: world().origin, show: () => ({ cookie }) }, "readAgentMe", {});
    expect(me).toMatchObject({ role: "lead", person: { email, name: "New Agent" } });
  });

  test("an invitation is worth nothing after an hour, with a short password, or when it was guessed", async () => {
    const email = `${fresh("late")}@desk.example`;
    const token = await inviteFor(world().desk, email, "agent");
    expect((await join(token, { password: "short" })).status).toBe(422);
    expect((await join("a".repeat(43))).status).toBe(401);
    clock.set(MONDAY + HOUR);
    expect((await join(token)).status).toBe(401);
    clock.set(MONDAY + HOUR - 1);
    expect((await join(token)).status).toBe(200);
  });

  test("somebody who is an agent already and accepts another invitation has its role from then on", async () => {
    const email = `${fresh("again")}@desk.example`;
    await newAgent(world().desk, world().origin, "agent", email);
    const again = await join(await inviteFor(world().desk, email, "lead"));
    expect(again.status).toBe(200);
    const cookie = again.headers.getSetCookie().join("; ");
    const me = await done({ origin: world().origin, show: () => ({ cookie }) }, "readAgentMe", {});
    expect(me.role).toBe("lead");
  });

  test("an invitation does not open somebody else's account: another password is refused", async () => {
    const email = `${fresh("taken")}@desk.example`;
    await newAgent(world().desk, world().origin, "agent", email);
    const token = await inviteFor(world().desk, email, "admin");
    const stolen = await join(token, { password: "not the password of it" });
    expect(stolen.status).toBe(409);
  });
});

describe("sign-in of agents", () => {
  const signIn = (email: string, password: string) =>
    send(world().cast.visitor, "startDeskSession", { body: { email, password } });

  test("a wrong password and an unknown address get one answer; after ten tries, a pause", async () => {
    const known = await signIn("lead@desk.example", "wrong password");
    const email = `${fresh("nobody")}@desk.example`;
    const unknown = await signIn(email, "wrong password");
    expect([known.status, unknown.status]).toEqual([401, 401]);
    const { requestId: _one, ...first } = JSON.parse(known.text);
    const { requestId: _other, ...second } = JSON.parse(unknown.text);
    expect(first).toEqual(second);
    for (let tries = 1; tries < 10; tries += 1) await signIn(email, "wrong password");
    const pause = await signIn(email, PASSWORD);
    expect([pause.status, pause.headers.get("retry-after")]).toEqual([429, "900"]);
  });

  test("T24 a forwarded address that nobody vouches for makes no other source", async () => {
    const body = { email: `${fresh("nobody")}@desk.example`, password: "wrong password" };
    const from = (at: number) => ({ body, headers: { "x-forwarded-for": `203.0.113.${at}` } });
    const statuses: number[] = [];
    for (let at = 1; at <= 11; at += 1) {
      statuses.push((await send(world().cast.visitor, "startDeskSession", from(at))).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  });

  test("signing out ends the session", async () => {
    const door = await newAgent(world().desk, world().origin, "agent", `${fresh("out")}@desk.example`);
    await done(door, "readAgentMe", {});
    await done(door, "endDeskSession", {});
    expect((await refused(door, "readAgentMe")).status).toBe(401);
  });
});

test("a portal session does not open the desk, and a desk session is no customer", async () => {
  const { agent } = world().cast;
  expect((await refused(await portalDoor(world(), "owner"), "readQueue")).status).toBe(403);
  expect((await refused(agent, "readMe")).status).toBe(403);
});
