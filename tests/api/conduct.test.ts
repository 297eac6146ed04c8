import { beforeEach, describe, expect, test } from "vitest";
import { type Door, done, refused, send } from "../support/ask.ts";
import { portalDoor, useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";
import { brokenChains, dump } from "../support/events.ts";

const START = Date.parse("2026-03-02T15:00:00.000Z");
const clock = new TestClock("2026-01-05T10:00:00Z");
const world = useCast({ clock });

beforeEach(() => clock.set(START));

const ISSUE = { category: "issue", description: "The copy stops", severity: "2" };
const REASON = "Threats against an engineer on ticket and by note.";
const ANSWER = "Thank you for telling us. We acted on it.";

const open = async (door: Door, body: object = ISSUE) =>
  (await done(door, "openTicket", { body: { ...ISSUE, ...body } })).number;
const reply = async (door: Door, number: number, text: string) =>
  (await done(door, "replyToTicket", { params: { number }, body: { text } })).id;
const answer = async (door: Door, number: number, text: string) =>
  (await done(door, "replyAsAgent", { params: { number }, body: { text } })).id;
const report = async (door: Door, ticket: number, message: string, reason = "Abusive words") =>
  (await done(door, "reportMessage", { body: { ticket, message, reason } })).number;
const decide = (number: number, body: object, door: Door = world().cast.lead) =>
  done(door, "decideCase", {
    params: { number },
    body: { decision: "warning", words: REASON, answer: ANSWER, ...body },
  });
const reinstate = (number: number) =>
  done(world().cast.deskAdmin, "reinstateSupport", {
    params: { number },
    body: { words: "Settled by phone." },
  });
const first = async (door: Door, number: number) =>
  (await done(door, "readTicket", { params: { number } })).messages[0]?.id ?? "";

/** A case about words of a customer's, reported by the agent. */
async function caseAbout(door: Door): Promise<{ number: number; ticket: number }> {
  const ticket = await open(door);
  const message = await reply(door, ticket, "You are all fools");
  return { ticket, number: await report(world().cast.agent, ticket, message) };
}

describe("P123 anybody reports words, on either side and in each channel there is", () => {
  test("a customer an agent's message, an agent a customer's and a colleague's note", async () => {
    const { owner, agent, lead, deskAdmin } = world().cast;
    const ticket = await open(owner);
    const byAgent = await answer(agent, ticket, "Read the manual, will you");
    const byCustomer = await reply(owner, ticket, "You are all fools");
    const { id: note } = await done(agent, "noteTicket", {
      params: { number: ticket },
      body: { text: "What a nuisance of a customer" },
    });
    const cases = [
      await report(owner, ticket, byAgent),
      await report(agent, ticket, byCustomer),
      await report(lead, ticket, note),
    ];
    const listed = (await done(deskAdmin, "listCases", {})).cases;
    const shown = cases.map((number) => listed.find((one) => one.number === number));
    expect(shown.map((one) => [one?.channel, one?.reporter.kind, one?.concerned.kind, one?.state])).toEqual([
      ["ticket", "customer", "agent", "reported"],
      ["ticket", "agent", "customer", "reported"],
      ["note", "agent", "agent", "reported"],
    ]);
    const whole = await done(deskAdmin, "readCase", { params: { number: cases[0] ?? 0 } });
    expect(whole).toMatchObject({ reason: "Abusive words", message: { text: "Read the manual, will you" } });
  });

  test("the same message reported again, also ten times at once, is the same case", async () => {
    const { owner, agent } = world().cast;
    const ticket = await open(owner);
    const message = await first(owner, ticket);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        send(agent, "reportMessage", { body: { ticket, message, reason: "Again" } }),
      ),
    );
    const numbers = answers.map(({ text }) => JSON.parse(text).number);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(numbers).size).toBe(1);
  });

  test("a case about an agent is as if absent for that agent, a lead or administrator too", async () => {
    const { owner, lead, deskAdmin, agent } = world().cast;
    const ticket = await open(owner);
    const number = await report(owner, ticket, await answer(lead, ticket, "Nonsense"));
    expect((await done(lead, "listCases", {})).cases.map((one) => one.number)).not.toContain(number);
    const params = { number };
    const body = { decision: "no-action", answer: "Nothing to see" } as const;
    expect((await refused(lead, "readCase", { params })).status).toBe(404);
    expect((await refused(lead, "decideCase", { params, body })).status).toBe(404);
    const query = { decision: "warning" } as const;
    expect((await refused(lead, "previewDecision", { params, query })).status).toBe(404);
    expect((await refused(agent, "decideCase", { params, body })).status).toBe(403);
    const end = { decision: "end-support", scope: "person", words: REASON, answer: ANSWER } as const;
    const problem = await refused(deskAdmin, "decideCase", { params, body: end });
    expect([problem.status, problem.fields?.[0]?.path]).toEqual([422, "decision"]);
    await decide(number, { decision: "word", words: "Please stay kind." }, deskAdmin);
    const { decisions } = await done(lead, "listOwnCases", {});
    expect(decisions.find((one) => one.number === number)).toMatchObject({ words: "Please stay kind." });
  });

  test("one's own words, a note behind the desk, another organisation's ticket and a message elsewhere", async () => {
    const { owner, stranger, teammate, restricted, agent } = world().cast;
    const ticket = await open(owner);
    const other = await open(stranger);
    const own = await first(owner, ticket);
    const { id: note } = await done(agent, "noteTicket", {
      params: { number: ticket },
      body: { text: "Hm" },
    });
    const ask = (door: Door, body: object) =>
      refused(door, "reportMessage", { body: { ticket, message: own, reason: "Bad", ...body } });
    expect((await ask(owner, {})).status).toBe(422);
    expect((await ask(owner, { message: note })).status).toBe(404);
    expect((await ask(stranger, {})).status).toBe(404);
    expect((await ask(restricted, {})).status).toBe(404);
    expect((await ask(agent, { ticket: other })).status).toBe(404);
    expect((await ask(teammate, { reason: " " })).status).toBe(422);
    expect((await ask(teammate, { reason: "x".repeat(4_001) })).status).toBe(422);
    expect((await ask(teammate, { message: "m" })).status).toBe(422);
  });
});

test("P124 no word does anything by itself: a profane log is a ticket like any other until a person decides", async () => {
  const { scale, agent, deskAdmin } = world().cast;
  const description = "The log says: fuck, the damn shit of an index is broken, you idiots";
  const number = await open(scale, { description });
  expect(await reply(scale, number, "fuck fuck fuck, says the log")).not.toBe("");
  const before = (await done(deskAdmin, "listCases", {})).cases.length;
  const message = await first(scale, number);
  const reported = await report(agent, number, message);
  expect((await done(deskAdmin, "listCases", {})).cases).toHaveLength(before + 1);
  // Reported is not decided: all goes on.
  await reply(scale, number, "One more thing");
  await decide(reported, { decision: "no-action", words: "", answer: "It quotes a log." });
  await reply(scale, number, "And another");
  const mine = await done(scale, "listOwnCases", {});
  expect(mine.decisions).toEqual([]);
  const { reports } = await done(agent, "listOwnCases", {});
  expect(reports.find((one) => one.number === reported)).toMatchObject({
    isDecided: true,
    answer: "It quotes a log.",
  });
});

describe("P125 a decision that ends support", () => {
  const END = { decision: "end-support", scope: "organisation" } as const;

  /** What each door of a customer's answers; `ticket` is one of theirs. */
  async function doorsOf(door: Door, ticket: number) {
    const params = { number: ticket };
    const question = { params, body: { text: "Please go on" } };
    return {
      open: await send(door, "openTicket", { body: ISSUE }),
      reply: await send(door, "replyToTicket", question),
      video: await send(door, "askVideo", { params, body: { reason: "Faster that way" } }),
      worse: await send(door, "worsenTicket", { params, body: { to: "1", reason: "All is down" } }),
      solved: await send(door, "takeBackTicket", { params, body: { text: "More threats" } }),
      file: await send(door, "uploadAttachment", { query: { name: "a.log" }, bytes: Buffer.from("threats") }),
    };
  }

  test("closes every door with that reason, its clause and its words; reading, status and billing stay", async () => {
    const { business, directoryKey, visitor, agent, deskAdmin } = world().cast;
    const { number, ticket } = await caseAbout(business);
    const assessment = { to: "3", grounds: ["S3.d"], reason: "Staging is not a production project." };
    await done(agent, "assessTicket", { params: { number: ticket }, body: assessment });
    const byLink = await portalDoor(world(), "business");
    const query = { decision: "end-support", scope: "organisation" } as const;
    const effect = await done(deskAdmin, "previewDecision", { params: { number }, query });
    expect(effect).toMatchObject({ people: 1, openTickets: 1 });
    expect(effect.closes).toEqual(
      expect.arrayContaining(["Support tickets", "Prioritized support tickets", "Video chat"]),
    );
    expect(effect.stays).toEqual(["Neon Discord Server", "Neon AI Chat"]);
    const second = await open(business);
    await decide(number, END);
    for (const door of [business, byLink]) {
      const answers = Object.entries(await doorsOf(door, ticket));
      for (const [name, { status, text }] of answers) {
        const problem = JSON.parse(text);
        expect([name, status, problem.reason]).toEqual([name, 403, "support-ended"]);
        expect(problem.clause.title).toBe("Etiquette");
        expect(problem.detail).toContain(REASON);
      }
      const me = await done(door, "readMe", {});
      expect(me.tickets).toMatchObject({ decision: "deny", reason: "support-ended" });
      expect(me.supportEnd).toMatchObject({ case: number, scope: "organisation", words: REASON });
      const read = await done(door, "readTicket", { params: { number: ticket } });
      expect(read.messages.map(({ text }) => text)).toContain("You are all fools");
      expect(read.promise?.state).toBe("withdrawn");
      const shut = read.proceedings.acts.filter(({ reason }) => reason === "support-ended");
      expect(shut.map(({ act, isOpen }) => [act, isOpen])).toEqual([
        ["object", false],
        ["worsen", false],
        ["video", false],
      ]);
      expect(read.timeline.find(({ kind }) => kind === "plan.changed")?.reason).toBe("support-ended");
      await done(door, "listTickets", {});
    }
    // The vendor's systems, the status page and our own people are not kept out.
    const params = { organisation: "org-business" };
    await done(directoryKey, "putSubscription", { params, body: { pricing: "business", tier: null } });
    expect((await send(visitor, "readStatus")).status).toBe(200);
    await answer(agent, ticket, "A last word on what we found.");
    // What the directory tells meanwhile opens nothing.
    expect((await refused(business, "openTicket", { body: ISSUE })).reason).toBe("support-ended");
    const ended = await done(business, "takeBackTicket", { params: { number: second }, body: {} });
    expect(ended.state).toBe("resolved");
    const rated = { params: { number: second }, body: { isGood: false } };
    const threat = { ...rated, body: { ...rated.body, text: "More threats" } };
    expect((await refused(business, "rateTicket", threat)).reason).toBe("support-ended");
    expect((await refused(business, "rateTicket", rated)).reason).toBe("ended-by-yourself");
    await reinstate(number);
    expect(await reply(business, ticket, "Thank you")).not.toBe("");
    expect((await done(business, "readMe", {})).supportEnd).toBeNull();
    await open(business);
    const after = await done(business, "readTicket", { params: { number: ticket } });
    expect(after.proceedings.acts.filter(({ isOpen }) => isOpen).map(({ act }) => act)).toEqual(
      expect.arrayContaining(["object", "worsen", "video"]),
    );
    expect(after.timeline.filter(({ kind }) => kind === "plan.changed").at(-1)?.reason).toBe("active");
  });

  test("for a person keeps out that person alone", async () => {
    const { teammate, owner } = world().cast;
    const { number, ticket } = await caseAbout(teammate);
    await decide(number, { ...END, scope: "person" });
    const problem = await refused(teammate, "openTicket", { body: ISSUE });
    expect([problem.reason, problem.detail]).toEqual([
      "support-ended",
      expect.stringContaining("Support for you was ended"),
    ]);
    await reply(owner, ticket, "I go on with this one");
    const read = await done(owner, "readTicket", { params: { number: ticket } });
    expect(read.promise?.state).toBe("running");
    expect((await done(owner, "readMe", {})).supportEnd).toBeNull();
    await reinstate(number);
    await open(teammate);
  });

  test("is told to whom it concerns in its words, and to the reporter in theirs", async () => {
    const { launch } = world().cast;
    const { number } = await caseAbout(launch);
    await decide(number, END);
    const mailTo = async (to: string, words: string) =>
      (await world().mails()).filter((mail) => mail.to === to && mail.text.includes(words));
    await expect.poll(() => mailTo("launch@launch.example", REASON), { timeout: 10_000 }).toHaveLength(1);
    await expect.poll(() => mailTo("agent@desk.example", ANSWER), { timeout: 10_000 }).not.toHaveLength(0);
    expect(await mailTo("launch@launch.example", ANSWER)).toEqual([]);
    expect(await mailTo("lead@desk.example", `case ${number}`)).toHaveLength(1);
    await reinstate(number);
    await expect
      .poll(() => mailTo("launch@launch.example", "Settled by phone."), { timeout: 10_000 })
      .toHaveLength(1);
  });

  test("is looked at again when whom it concerns asks for it, once; nobody else can ask", async () => {
    const { launch, stranger, owner, lead, deskAdmin } = world().cast;
    const { number } = await caseAbout(launch);
    const params = { number };
    const body = { text: "It was a joke among friends." };
    expect((await refused(launch, "askReview", { params, body })).status).toBe(404);
    await decide(number, END);
    for (const door of [stranger, owner, deskAdmin]) {
      expect((await refused(door, "askReview", { params, body })).status).toBe(404);
    }
    const [told] = (await done(launch, "listOwnCases", {})).decisions.filter((one) => one.number === number);
    expect(told).toMatchObject({ words: REASON, endsSupport: true, mayAskReview: true });
    await done(launch, "askReview", { params, body });
    expect((await refused(launch, "askReview", { params, body })).status).toBe(409);
    expect(await done(lead, "readCase", { params })).toMatchObject({ state: "review", review: body.text });
    expect((await refused(launch, "openTicket", { body: ISSUE })).reason).toBe("support-ended");
    await reinstate(number);
    await open(launch);
  });

  test("is taken once: of two at once one is told, and none is taken without its reasons", async () => {
    const { free, lead, deskAdmin, scale, agent } = world().cast;
    expect(free).toBeDefined();
    const ticket = await open(scale);
    const number = await report(agent, ticket, await first(scale, ticket));
    const params = { number };
    const nothing = await refused(lead, "decideCase", { params, body: { decision: "end-support" } });
    expect(nothing.fields?.map(({ path }) => path)).toEqual(["scope", "words", "answer"]);
    const body = { decision: "warning", words: REASON, answer: ANSWER, sawVersion: 1 };
    const answers = await Promise.all(
      [lead, deskAdmin].map((door) => send(door, "decideCase", { params, body })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await refused(lead, "decideCase", { params, body: { ...body, sawVersion: 2 } })).status).toBe(
      409,
    );
    const again = await refused(lead, "reinstateSupport", { params, body: { words: "Never mind" } });
    expect(again.status).toBe(409);
  });
});

test("every decision stands in the organisation's log, the chains hold, and no word can be read in the tables", async () => {
  const { rows } = await world().database.owner.query<{ kind: string; body: { case: number } }>(
    `select kind, body from troth.event where stream = 'organisation' and kind like 'support.%' order by at, seq`,
  );
  expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(["support.ended", "support.reinstated"]));
  expect((await brokenChains(world().database)).breaks).toEqual([]);
  const lines = await dump(world().database);
  const readable = lines.filter((line) =>
    [REASON, ANSWER, "Abusive words"].some((text) => line.includes(text)),
  );
  expect(readable).toEqual([]);
});
