import { beforeEach, describe, expect, test } from "vitest";
import { type Door, done, refused } from "../support/ask.ts";
import { type Part, portalDoor, useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";

// Monday 10:00 in New York, in the middle of Normal Business Hours.
const MONDAY = "2026-03-02T15:00:00.000Z";
const clock = new TestClock("2026-01-05T10:00:00Z");
const world = useCast({ clock });

beforeEach(() => clock.set(MONDAY));

const ISSUE = { category: "issue", description: "Queries on the replica wait for minutes" };
const open = (door: Door, body: Record<string, unknown> = {}) =>
  done(door, "openTicket", { body: { ...ISSUE, ...body } });
const read = (door: Door, number: number) => done(door, "readTicket", { params: { number } });

describe("refused", () => {
  test("P019 P031 P045 the Free plan: the reason, the clause, and community and chat instead, at every door", async () => {
    const { cast } = world();
    const portal = await portalDoor(world(), "free");
    for (const door of [cast.free, portal]) {
      const problem = await refused(door, "openTicket", { body: ISSUE });
      expect(problem).toMatchObject({
        status: 403,
        code: "refused",
        reason: "plan-lacks-channel",
        clause: { id: "support-channels", policyVersion: "2024-09-02" },
      });
      expect(problem.next?.map(({ id }) => id)).toEqual(["discord", "ai-chat", "plans"]);
      expect(problem.next?.[0]?.href).toBe("https://discord.gg/92vNTzKDGp");
      expect(problem.detail).toContain("Free");
      expect((await done(door, "listTickets", {})).tickets).toEqual([]);
    }
  });

  test("P019 P031 a Free account reads the same refusal before it writes anything", async () => {
    const { free } = world().cast;
    const form = await done(free, "readTicketForm", {});
    const problem = await refused(free, "openTicket", { body: ISSUE });
    expect(form.me.tickets).toMatchObject({ decision: "redirect", reason: problem.reason });
    expect(form.me.tickets.next).toEqual(problem.next);
    expect(form.me.exceptions).toMatchObject([
      { door: "email", category: "account", clause: { id: "account-requests" } },
    ]);
    expect((await done(world().cast.owner, "readMe", {})).exceptions).toEqual([]);
    const preview = await done(free, "previewTicket", { query: { category: "issue" } });
    expect(preview).toMatchObject({ promise: null, rows: [], entitlement: { reason: problem.reason } });
  });

  test.for(["", "   ", "\n\t\n", "\u200b\ufeff \u2060"])(
    "P005 an empty description: %j",
    async (description) => {
      const problem = await refused(world().cast.owner, "openTicket", { body: { ...ISSUE, description } });
      expect(problem).toMatchObject({ status: 422, code: "invalid", fields: [{ path: "description" }] });
      expect(problem.detail).toContain("Write at least one word");
    },
  );

  test("an unknown severity and category, each with the list to choose from", async () => {
    const { owner } = world().cast;
    const severity = await refused(owner, "openTicket", { body: { ...ISSUE, severity: "9" } });
    expect(severity).toMatchObject({ status: 422, fields: [{ path: "severity" }] });
    expect(severity.detail).toContain("1, 2, 3, 4");
    const category = await refused(owner, "openTicket", { body: { ...ISSUE, category: "gossip" } });
    expect(category.status).toBe(422);
    expect(category.detail).toContain("root-cause");
  });

  test("P089 Critical without its business impact; with one sentence, or the word that it is unknown, it is taken", async () => {
    const { owner, agent } = world().cast;
    const critical = { ...ISSUE, severity: "1" };
    for (const businessImpact of [null, "", "  "]) {
      const problem = await refused(owner, "openTicket", { body: { ...critical, businessImpact } });
      expect(problem).toMatchObject({ status: 422, fields: [{ path: "businessImpact" }] });
    }
    const known = await open(owner, { severity: "1", businessImpact: "No order goes through." });
    expect(known.isFlagged).toBe(false);
    expect(await read(owner, known.number)).toMatchObject({ businessImpact: "No order goes through." });
    const unknown = await open(owner, { severity: "1", isBusinessImpactUnknown: true });
    expect(unknown.isFlagged).toBe(true);
    const desk = await done(agent, "readDeskTicket", { params: { number: unknown.number } });
    expect(desk).toMatchObject({ businessImpact: null, isBusinessImpactUnknown: true, isFlagged: true });
  });

  test("a branch or endpoint without its project", async () => {
    const problem = await refused(world().cast.owner, "openTicket", { body: { ...ISSUE, branch: "br-a" } });
    expect(problem.status).toBe(422);
    expect(problem.detail).toContain("project");
  });
});

describe("opened", () => {
  test("P003 P028 P029 P030 P032 every paid plan, and the desk sees the support plan it maps to", async () => {
    const { cast } = world();
    const plans: ReadonlyArray<readonly [Part, string, string | null]> = [
      ["launch", "standard", null],
      ["scale", "standard", null],
      ["business", "priority", null],
      ["owner", "enterprise", "standard"],
      ["stranger", "enterprise", "gold"],
    ];
    for (const [part, plan, tier] of plans) {
      const { number } = await open(cast[part]);
      const seen = await done(cast.agent, "readDeskTicket", { params: { number } });
      expect([seen.plan.id, seen.tier?.id ?? null, seen.intake]).toEqual([plan, tier, "console"]);
    }
  });

  test("P005 P041 the text as it was written, the place, the facts, and the version of the policy that governs", async () => {
    const { owner } = world().cast;
    const description = "  First line\r\n\tand *more* — «ünïcode» 🧪\n\n";
    const facts = [{ name: "page", value: "/projects/prj-a" }];
    const place = { project: "prj-a", branch: "br-a", endpoint: "ep-a" };
    const { number } = await open(owner, { description, facts, ...place });
    const ticket = await read(owner, number);
    expect(ticket.messages).toMatchObject([{ text: description, isErased: false, author: { isMe: true } }]);
    expect(ticket).toMatchObject({
      subject: "First line",
      policyVersion: "2024-09-02",
      facts,
      state: "waiting-on-us",
      place: {
        project: { id: "prj-a", name: "Project a" },
        branch: { id: "br-a", name: "main" },
        endpoint: "ep-a",
        region: "eu-central-1",
      },
    });
  });

  test("P078 without a severity: the clock counts with the stated default until somebody assesses", async () => {
    const { owner } = world().cast;
    const { number, promise } = await open(owner);
    expect(promise).toMatchObject({ severity: "3", dueAt: "2026-03-05T15:00:00.000Z" });
    const { severity } = await read(owner, number);
    expect(severity).toMatchObject({ chosen: null, assessed: null, current: "3", name: "Normal" });
    const question = await open(owner, { category: "question" });
    expect(question.promise?.severity).toBe("4");
  });

  test("P084 a question called Critical is warned of, taken, and flagged for a look", async () => {
    const { owner } = world().cast;
    const body = { category: "question", severity: "1", isBusinessImpactUnknown: true };
    const { warnings } = await done(owner, "previewTicket", {
      query: { category: "question", severity: "1" },
    });
    expect(warnings).toEqual(["severity-above-category"]);
    expect(await open(owner, body)).toMatchObject({ isFlagged: true, warnings });
    expect(await open(owner, { ...body, severity: "3" })).toMatchObject({ isFlagged: false, warnings: [] });
  });

  test("what was told before sending is what is promised after it", async () => {
    const { owner, stranger, launch } = world().cast;
    for (const door of [owner, stranger, launch]) {
      for (const severity of ["1", "2", "3", "4"]) {
        const query = { category: "issue", severity };
        const preview = await done(door, "previewTicket", { query });
        const opened = await open(door, { severity, isBusinessImpactUnknown: true });
        expect(opened.promise).toEqual(preview.promise);
        const receipt = await done(door, "readReceipt", { params: { number: opened.number } });
        expect(receipt.rows).toEqual(preview.rows);
      }
    }
  });
});

test("P039 by a door that promises less, the one that promises more is named with what it promises", async () => {
  const portal = await portalDoor(world(), "owner");
  const query = { category: "issue", severity: "2" };
  const [there, here] = [
    await done(world().cast.owner, "previewTicket", { query }),
    await done(portal, "previewTicket", { query }),
  ];
  expect(there).toMatchObject({ promise: { firmness: "commitment" }, elsewhere: null });
  expect(here).toMatchObject({ promise: { firmness: "expectation" }, elsewhere: { intake: "console" } });
  expect(here.elsewhere).toMatchObject({ promise: there.promise, rows: there.rows });
  const business = await done(await portalDoor(world(), "business"), "previewTicket", { query });
  expect(business).toMatchObject({ promise: { firmness: "expectation" }, elsewhere: null });
});

test("P009 P044 what support does not do is handed on to Sales: taken, without a clock, outside the support queue", async () => {
  const { owner, agent } = world().cast;
  for (const category of ["custom-support", "services-not-offered"]) {
    const preview = await done(owner, "previewTicket", { query: { category } });
    expect(preview).toMatchObject({ promise: null, entitlement: { reason: "route-sales" } });
    const opened = await open(owner, { category, severity: "2" });
    expect(opened).toMatchObject({ route: "sales", promise: null });
    const desk = await done(agent, "readDeskTicket", { params: { number: opened.number } });
    expect([desk.promises, desk.receipt]).toEqual([[], null]);
    const numbersIn = async (view: "all" | "handed-on") =>
      (await done(agent, "readQueue", { query: { view } })).rows.map(({ number }) => number);
    expect(await numbersIn("all")).not.toContain(opened.number);
    expect(await numbersIn("handed-on")).toContain(opened.number);
    const receipt = await refused(owner, "readReceipt", { params: { number: opened.number } });
    expect(receipt.status).toBe(404);
  }
});

describe("the promise", () => {
  // Dues by hand: from Monday 2 March 2026, 10:00 in New York.
  const CELLS = [
    ["P069", "owner", "1", "2026-03-02T17:00:00.000Z"],
    ["P070", "stranger", "1", "2026-03-02T16:00:00.000Z"],
    ["P071", "owner", "2", "2026-03-04T15:00:00.000Z"],
    ["P072", "stranger", "2", "2026-03-03T15:00:00.000Z"],
    ["P073", "owner", "3", "2026-03-05T15:00:00.000Z"],
    ["P074", "stranger", "3", "2026-03-05T15:00:00.000Z"],
    ["P075", "owner", "4", "2026-03-05T15:00:00.000Z"],
    ["P076", "stranger", "4", "2026-03-05T15:00:00.000Z"],
  ] as const;

  test.for(CELLS)(
    "P039 %s %s, severity %s: due %s; an answer just before is kept, at due is late",
    async ([, part, severity, due]) => {
      const { cast } = world();
      for (const [answeredAt, state] of [
        [Date.parse(due) - 1, "met"],
        [Date.parse(due), "breached"],
      ] as const) {
        clock.set(MONDAY);
        const { number, promise } = await open(cast[part], { severity, isBusinessImpactUnknown: true });
        expect(promise).toMatchObject({
          dueAt: due,
          firmness: "commitment",
          op: "less-than",
          state: "running",
        });
        clock.set(answeredAt);
        const body = { text: "We are looking." };
        await done(cast.agent, "replyAsAgent", { params: { number }, body });
        expect((await read(cast[part], number)).receipt?.promise).toMatchObject({
          state,
          stoppedAt: new Date(answeredAt).toISOString(),
        });
      }
    },
  );

  test("P022 P065 P066 only Enterprise has a commitment, and its tiers have different ones", async () => {
    const { cast } = world();
    const promised = async (part: Part) => (await open(cast[part], { severity: "2" })).promise;
    expect(await promised("business")).toMatchObject({ firmness: "expectation" });
    expect(await promised("launch")).toMatchObject({ firmness: "expectation" });
    const [standard, gold] = [await promised("owner"), await promised("stranger")];
    expect([standard?.firmness, gold?.firmness]).toEqual(["commitment", "commitment"]);
    expect(standard?.dueAt).not.toBe(gold?.dueAt);
  });

  test("P008 P034 P063 the other plans may expect an answer in three business days, holidays left out", async () => {
    const { cast } = world();
    // Thursday, 21 May 2026, 14:00 in New York; Monday the 25th is Memorial Day.
    clock.set("2026-05-21T18:00:00Z");
    for (const part of ["launch", "scale", "business"] as const) {
      for (const severity of ["1", "4"]) {
        const { promise } = await open(cast[part], { severity, isBusinessImpactUnknown: true });
        expect(promise).toMatchObject({
          firmness: "expectation",
          target: { amount: 3, unit: "business_day" },
          dueAt: "2026-05-27T18:00:00.000Z",
        });
      }
    }
    const { number } = await open(cast.launch);
    const { rows } = await done(cast.launch, "readReceipt", { params: { number } });
    expect(rows.find(({ reason }) => reason === "holiday")?.name).toBe("Memorial Day");
  });

  test("P068 from the portal an Enterprise ticket gets the expectation, not the commitment", async () => {
    const door = await portalDoor(world(), "owner");
    const { promise, number } = await open(door, { severity: "1", isBusinessImpactUnknown: true });
    expect(promise).toMatchObject({ firmness: "expectation", dueAt: "2026-03-05T15:00:00.000Z" });
    expect(await read(door, number)).toMatchObject({ intake: "portal" });
  });

  test("the receipt's rows stand in order, none over another, and add up to the target", async () => {
    const { owner } = world().cast;
    clock.set("2026-07-02T19:30:00Z");
    const { number } = await open(owner, { severity: "2" });
    const { promise, rows } = await done(owner, "readReceipt", { params: { number } });
    expect(rows[0]?.from).toBe(promise.startedAt);
    expect(rows.at(-1)?.to).toBe(promise.dueAt);
    for (const [at, { from, to }] of rows.entries()) {
      expect(from >= (rows[at - 1]?.to ?? "")).toBe(true);
      expect(to > from).toBe(true);
    }
    const days = rows.reduce(
      (sum, { dayFraction }) => sum + (dayFraction ? dayFraction.num / dayFraction.den : 0),
      0,
    );
    expect(days).toBeCloseTo(2, 9);
  });

  test("P067 the first answer stops the clock; what the customer writes later begins no second first response", async () => {
    const { owner, agent } = world().cast;
    const { number } = await open(owner, { severity: "2" });
    await done(owner, "replyToTicket", { params: { number }, body: { text: "One more thing" } });
    const before = await read(owner, number);
    expect(before.receipt?.promise).toMatchObject({ dueAt: "2026-03-04T15:00:00.000Z", state: "running" });
    clock.set("2026-03-02T16:00:00Z");
    await done(agent, "replyAsAgent", { params: { number }, body: { text: "Try this" } });
    clock.set("2026-03-02T17:00:00Z");
    await done(owner, "replyToTicket", { params: { number }, body: { text: "It did not help" } });
    const { promises } = await done(agent, "readDeskTicket", { params: { number } });
    const first = promises.filter(({ metric }) => metric === "first-response");
    expect(first).toMatchObject([{ state: "met", stoppedAt: "2026-03-02T16:00:00.000Z" }]);
    expect((await read(owner, number)).promises).toEqual(promises);
  });
});

describe("the conversation", () => {
  test("P032 the answer reaches the customer, is counted as unread, and read once it was read", async () => {
    const { owner, agent } = world().cast;
    const { number } = await open(owner);
    const unread = async () => (await done(owner, "readMe", {})).unreadAnswers;
    const before = await unread();
    await done(agent, "replyAsAgent", { params: { number }, body: { text: "Here is how" } });
    const { messages, unread: isUnread } = await read(owner, number);
    expect(messages.at(-1)).toMatchObject({
      text: "Here is how",
      author: { kind: "agent", name: "Agent agent", isMe: false },
    });
    expect([isUnread, await unread()]).toEqual([true, before + 1]);
    await done(owner, "markTicketRead", { params: { number } });
    expect([(await read(owner, number)).unread, await unread()]).toEqual([false, before]);
  });

  test("a teammate writes on the organisation's ticket too", async () => {
    const { owner, teammate } = world().cast;
    const { number } = await open(owner);
    await done(teammate, "replyToTicket", { params: { number }, body: { text: "I saw it as well" } });
    const { messages } = await read(owner, number);
    expect(messages.map(({ author }) => [author.name, author.isMe])).toEqual([
      ["Person owner", true],
      ["Person teammate", false],
    ]);
  });

  test("a word from the customer opens an ended ticket again within 14 days; later it opens a follow-up, and both tell of each other", async () => {
    const { owner, agent } = world().cast;
    const { number } = await open(owner);
    const end = { outcome: "workaround", message: "Use the other endpoint." };
    await done(agent, "resolveTicket", { params: { number }, body: end });
    clock.set("2026-03-16T14:59:59.999Z");
    const again = await done(owner, "replyToTicket", { params: { number }, body: { text: "Not yet" } });
    expect(again.state).toBe("waiting-on-us");
    await done(agent, "resolveTicket", { params: { number }, body: end });
    clock.set("2026-03-30T14:59:59.999Z");
    const late = await done(owner, "replyToTicket", { params: { number }, body: { text: "Again" } });
    expect(late).toMatchObject({ state: "waiting-on-us" });
    expect(late.number).not.toBe(number);
    const link = (to: number, relation: string) => [{ number: to, relation, subject: null }];
    expect((await read(owner, number)).proceedings.links).toEqual(link(late.number, "has-follow-up"));
    const next = await read(owner, late.number);
    expect(next.proceedings.links).toEqual(link(number, "follow-up-of"));
    expect(next.messages.map(({ text }) => text)).toEqual(["Again"]);
    expect((await read(owner, number)).state).toBe("closed");
  });
});

describe("P042 the subscription", () => {
  test("lapsed: nothing new is taken, the open ticket shows it; renewed: all is as before", async () => {
    const { launch, directoryKey, agent } = world().cast;
    const { number } = await open(launch);
    const params = { organisation: "org-launch" };
    const put = (state: "active" | "lapsed") =>
      done(directoryKey, "putSubscription", { params, body: { pricing: "launch", state } });
    clock.set("2026-03-02T16:00:00Z");
    await put("lapsed");
    const problem = await refused(launch, "openTicket", { body: ISSUE });
    expect(problem).toMatchObject({ code: "refused", reason: "subscription-lapsed" });
    expect((await read(launch, number)).timeline).toMatchObject([{ kind: "plan.changed", reason: "lapsed" }]);
    expect(await done(agent, "readDeskTicket", { params: { number } })).toMatchObject({
      planNow: { state: "lapsed" },
      promises: [{ state: "withdrawn" }],
    });
    clock.set("2026-03-02T17:00:00Z");
    await put("active");
    expect((await open(launch)).promise?.state).toBe("running");
    expect((await read(launch, number)).receipt?.promise.state).toBe("running");
  });
});

describe("P016 the channels of each plan", () => {
  const YES = ["included", "recommended", "on-request"];
  const MATRIX: ReadonlyArray<readonly [Part, Record<string, boolean>]> = [
    ["free", { tickets: false, "prioritized-tickets": false, video: false, sla: false }],
    ["launch", { tickets: true, "prioritized-tickets": false, video: false, sla: false }],
    ["scale", { tickets: true, "prioritized-tickets": false, video: false, sla: false }],
    ["business", { tickets: true, "prioritized-tickets": true, video: true, sla: false }],
    ["owner", { tickets: true, "prioritized-tickets": true, video: true, sla: true }],
  ];

  test.for(MATRIX)("P017 P018 P019 P020 P021 P022 P024 P027 P038 %s", async ([part, row]) => {
    const { channels } = await done(world().cast[part], "readMe", {});
    const access = Object.fromEntries(channels.map(({ id, access: one }) => [id, YES.includes(one)]));
    expect(access).toEqual({ discord: true, "ai-chat": true, ...row });
    expect(channels.find(({ id }) => id === "discord")?.isOfficial).toBe(false);
  });

  test("P021 video is asked for and decided case by case, never simply had", async () => {
    const { channels } = await done(world().cast.owner, "readMe", {});
    expect(channels.find(({ id }) => id === "video")?.access).toBe("on-request");
  });
});

test("P085 form, desk and page name the same definitions and examples", async () => {
  const { owner, agent } = world().cast;
  const { severities } = await done(owner, "readTicketForm", {});
  const { number } = await open(owner);
  const desk = await done(agent, "readDeskPolicy", { params: { number } });
  expect(desk.severities).toEqual(severities);
  const page = await (await fetch(`${world().origin}/support`)).text();
  for (const { grounds } of severities) {
    for (const { id } of grounds) expect(page).toContain(`id="${id}"`);
  }
});
