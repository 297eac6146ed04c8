import { beforeEach, describe, expect, test } from "vitest";
import { type Door, done, refused, send } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";
import { brokenChains } from "../support/events.ts";

const START = Date.parse("2026-07-06T13:05:00.000Z");
const clock = new TestClock("2026-01-05T10:00:00Z");
const world = useCast({ clock });

beforeEach(() => clock.set(START));

const HOUR = 3_600_000;
const at = (ms: number) => new Date(START + ms).toISOString();
const WORD = { text: "Up to 1 in 5 new connections time out.", nextUpdateBy: at(HOUR) };
const EU = {
  title: "Some connections fail",
  regions: ["eu-central-1"],
  components: ["connections"],
  ...WORD,
};
const TICKET = { category: "issue", description: "Connections time out", project: "prj-a" };

const declare = async (body: object = {}, door: Door = world().cast.agent) =>
  (await done(door, "declareIncident", { body: { ...EU, ...body } })).number;
const update = (number: number, body: object) =>
  done(world().cast.agent, "updateIncident", {
    params: { number },
    body: { state: "identified", text: "A bad route; rolling back.", ...body },
  });
const end = (number: number) => update(number, { state: "resolved", text: "Steady since 17:20." });
const formNumbers = async (door: Door) =>
  (await done(door, "readTicketForm", {})).incidents.map((one) => one.number);
const open = async (door: Door, more: object = {}) =>
  (await done(door, "openTicket", { body: { ...TICKET, ...more } })).number;
const mailsTo = async (to: string, words: string) =>
  (await world().mails()).filter((mail) => mail.to === to && (mail.subject + mail.text).includes(words));
const statusText = async (path = "/status", headers = {}) => {
  const answer = await fetch(world().origin + path, { headers });
  return { status: answer.status, type: answer.headers.get("content-type") ?? "", text: await answer.text() };
};

describe("refused", () => {
  test("an incident that says nothing, promises the past, begins ended, or is too long", async () => {
    const { agent } = world().cast;
    const wrong: [object, string][] = [
      [{ title: " " }, "title"],
      [{ title: "x".repeat(121) }, "title"],
      [{ title: "two\nlines" }, "title"],
      [{ text: " " }, "text"],
      [{ text: "x".repeat(4_001) }, "text"],
      [{ text: "a\u0000b" }, "text"],
      [{ nextUpdateBy: at(-1) }, "nextUpdateBy"],
      [{ nextUpdateBy: "soon" }, "nextUpdateBy"],
      [{ state: "resolved", nextUpdateBy: null }, "state"],
      [{ regions: Array.from({ length: 51 }, (_, one) => `r${one}`) }, "regions"],
    ];
    for (const [body, path] of wrong) {
      const problem = await refused(agent, "declareIncident", { body: { ...EU, ...body } });
      expect([problem.status, problem.fields?.map((field) => field.path)]).toEqual([422, [path]]);
    }
  });

  test("an incident that is not there, for everybody and in every way", async () => {
    const { cast } = world();
    const params = { number: 2_000_000_000 };
    const asked = [
      [cast.visitor, "readPublicIncident", {}],
      [cast.owner, "followIncident", { body: {} }],
      [cast.owner, "unfollowIncident", {}],
      [cast.agent, "readIncident", {}],
      [cast.agent, "updateIncident", { body: { state: "identified", text: "?" } }],
    ] as const;
    for (const [door, id, question] of asked) {
      expect((await refused(door, id, { params, ...question })).status, id).toBe(404);
    }
    const incident = 2_000_000_000;
    expect((await refused(cast.owner, "openTicket", { body: { ...TICKET, incident } })).status).toBe(404);
    const number = await open(cast.owner);
    const link = { params: { number }, body: { incident } };
    expect((await refused(cast.agent, "linkIncident", link)).status).toBe(404);
  });

  test("two updates written against the same version: the second is told, and nothing is lost", async () => {
    const number = await declare();
    const body = { state: "identified", text: "Mine", sawVersion: 1 };
    const answers = await Promise.all(
      ["a", "b", "c"].map((text) =>
        send(world().cast.agent, "updateIncident", { params: { number }, body: { ...body, text } }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    const { updates } = await done(world().cast.visitor, "readPublicIncident", { params: { number } });
    expect(updates).toHaveLength(2);
  });

  test("a word after the end, and a ticket opened into it", async () => {
    const number = await declare();
    await end(number);
    const late = await refused(world().cast.agent, "updateIncident", {
      params: { number },
      body: { state: "identified", text: "Again" },
    });
    expect([late.status, late.detail]).toEqual([409, expect.stringMatching(/declare a new one/)]);
    const ticket = await refused(world().cast.owner, "openTicket", { body: { ...TICKET, incident: number } });
    expect([ticket.status, ticket.reason]).toEqual([409, "incident-ended"]);
  });
});

describe("P048 what is declared and posted shows at once", () => {
  test("on the status page, in the JSON and in the feed", async () => {
    const number = await declare({ title: "Restores are slow" });
    await update(number, { text: "A full disk <script>alert(1)</script>", nextUpdateBy: at(2 * HOUR) });
    const status = await done(world().cast.visitor, "readStatus", {});
    const told = status.open.find((one) => one.number === number);
    expect(told).toMatchObject({ state: "identified", nextUpdateBy: at(2 * HOUR), resolvedAt: null });
    expect(told?.updates.map(({ text }) => text)).toEqual([
      WORD.text,
      "A full disk <script>alert(1)</script>",
    ]);
    const page = await statusText();
    expect(page.text).toContain("Restores are slow");
    expect(page.text).toContain("A full disk &#60;script&#62;");
    expect(page.text).not.toMatch(/<script/i);
    // In UTC and in the vendor's own zone.
    expect(page.text).toMatch(
      /Next update by <time datetime="2026-07-06T15:05:00.000Z">Mon 6 Jul, 15:05 UTC \(11:05 New York\)/,
    );
    expect(page.text.length).toBeLessThan(30_000);
    const feed = await statusText("/v1/status/atom");
    expect(feed.type).toBe("application/atom+xml; charset=utf-8");
    expect(feed.text).toContain("<title>Identified: Restores are slow</title>");
    await end(number);
    const after = await done(world().cast.visitor, "readStatus", {});
    expect(after.open.map((one) => one.number)).not.toContain(number);
    expect(after.ended[0]).toMatchObject({ number, state: "resolved" });
  });

  test("a secret that slipped into a public word is masked on every way out", async () => {
    const secret = "postgres://app:Tr0ub4dor-and-3@db.example.com/main";
    const number = await declare({ title: "Slipped", text: `Try ${secret} meanwhile.` });
    for (const path of ["/status", "/v1/status", "/v1/status/atom", `/v1/status/incidents/${number}`]) {
      const { text } = await statusText(path);
      expect(text, path).toContain("db.example.com");
      expect(text, path).not.toContain("Tr0ub4dor");
    }
    await end(number);
  });

  test("in the reader's language, and thirty incidents with long words stay within 30 kB", async () => {
    const text = "Viele Worte. ".repeat(300);
    const numbers = [];
    for (let count = 0; count < 12; count += 1)
      numbers.push(await declare({ text, title: `Incident ${count}` }));
    const page = await statusText("/status", { "accept-language": "de" });
    expect(page.text).toContain('<html lang="de">');
    expect(Buffer.byteLength(page.text)).toBeLessThan(30_000);
    for (const number of numbers) await update(number, { state: "resolved", text });
    expect(Buffer.byteLength((await statusText()).text)).toBeLessThan(30_000);
  });

  test("by the vendor's systems with a key of their own, which reads no customer's words", async () => {
    const { incidentsKey, owner, policyKey } = world().cast;
    const number = await declare({}, incidentsKey);
    await open(owner, { incident: number });
    const whole = await done(incidentsKey, "readIncident", { params: { number } });
    expect([whole.reached.tickets, whole.linked]).toEqual([1, []]);
    expect((await refused(policyKey, "declareIncident", { body: EU })).status).toBe(403);
    await end(number);
  });
});

describe("P049 the form shows first what touches the customer", () => {
  test("an incident in the project's region, one without a region, and none of another region", async () => {
    const { owner } = world().cast;
    const here = await declare();
    const elsewhere = await declare({ regions: ["us-east-9"] });
    const everywhere = await declare({ regions: [] });
    const shown = await formNumbers(owner);
    expect(shown).toEqual(expect.arrayContaining([here, everywhere]));
    expect(shown).not.toContain(elsewhere);
    const [told] = (await done(owner, "readTicketForm", {})).incidents.filter((one) => one.number === here);
    expect(told?.projects).toEqual([{ id: "prj-a", name: "Project a", region: "eu-central-1" }]);
    for (const number of [here, elsewhere, everywhere]) await end(number);
    expect(await formNumbers(owner)).not.toContain(here);
  });

  test("it is never a barrier: a ticket of Severity 1 is taken as ever, with its promise", async () => {
    const number = await declare();
    const body = { ...TICKET, severity: "1", businessImpact: "Nobody can pay" };
    const opened = await done(world().cast.owner, "openTicket", { body });
    expect(opened.promise?.firmness).toBe("commitment");
    await end(number);
  });

  test("followed in one press: a mail an update, none twice, and none after it is unfollowed", async () => {
    const { owner, teammate } = world().cast;
    const number = await declare({ title: "Followed once" });
    const follow = { params: { number }, body: { locale: "de", zone: "Europe/Berlin" } } as const;
    await done(owner, "followIncident", follow);
    await done(owner, "followIncident", follow);
    await done(teammate, "followIncident", { params: { number }, body: {} });
    await done(teammate, "unfollowIncident", { params: { number } });
    const mine = (await done(owner, "listOwnIncidents", {})).incidents;
    expect(mine.find((one) => one.number === number)).toMatchObject({ isFollowed: true });
    const whole = await done(world().cast.agent, "readIncident", { params: { number } });
    expect(whole.reached).toMatchObject({ followers: 1, people: 1 });
    await update(number, { nextUpdateBy: at(2 * HOUR) });
    const mails = () => mailsTo("owner@a.example", "Followed once");
    await expect.poll(mails, { timeout: 10_000 }).toHaveLength(1);
    const [mail] = await mails();
    expect(mail?.text).toContain("A bad route; rolling back.");
    expect(mail?.text).toContain("Ursache gefunden");
    expect(mail?.text).toMatch(/bis Mo\., 6\. Juli 2026, 17:05 MESZ/);
    expect(await mailsTo("teammate@a.example", "Followed once")).toEqual([]);
    await end(number);
    await expect.poll(mails, { timeout: 10_000 }).toHaveLength(2);
    // Still in sight of whom it touched, for a while.
    const after = (await done(owner, "listOwnIncidents", {})).incidents;
    expect(after.find((one) => one.number === number)).toMatchObject({ state: "resolved", isFollowed: true });
  });
});

describe("a ticket in an incident", () => {
  test("linked by its writer or by an agent, it says so on both sides and in the queue's own view", async () => {
    const { owner, agent, stranger } = world().cast;
    const incident = await declare({ title: "Linked" });
    const written = await open(owner, { incident });
    const linked = await open(stranger, { project: "prj-b" });
    const body = { incident };
    await done(agent, "linkIncident", { params: { number: linked }, body });
    await done(agent, "linkIncident", { params: { number: linked }, body });
    const ticket = await done(owner, "readTicket", { params: { number: written } });
    expect(ticket.incident).toMatchObject({ number: incident, title: "Linked", state: "investigating" });
    expect(ticket.timeline.map(({ kind, to }) => [kind, to])).toEqual([
      ["incident.linked", String(incident)],
    ]);
    const { linked: both } = await done(agent, "readIncident", { params: { number: incident } });
    expect(both.map((one) => one.number).toSorted((a, b) => a - b)).toEqual([written, linked]);
    const { incidents } = await done(agent, "countQueue", {});
    expect(incidents.find((one) => one.number === incident)).toMatchObject({ count: 2 });
    const queue = await done(agent, "readQueue", { query: { incident } });
    expect(queue.rows.map((row) => row.number).toSorted((a, b) => a - b)).toEqual([written, linked]);
    await done(agent, "linkIncident", { params: { number: linked }, body: { incident: null } });
    const out = await done(agent, "readDeskTicket", { params: { number: linked } });
    expect(out.incident).toBeNull();
    expect(out.timeline.map(({ kind }) => kind)).toEqual(["incident.linked", "incident.unlinked"]);
    await end(incident);
  });

  test("when it ends, each customer is asked once whether all is well, and nothing closes by itself", async () => {
    const { owner, agent } = world().cast;
    const incident = await declare({ title: "Asked at the end" });
    const number = await open(owner, { incident });
    const before = await done(owner, "readTicket", { params: { number } });
    await end(incident);
    const mails = () => mailsTo("owner@a.example", `Is all well on your side? Ticket ${number}`);
    await expect.poll(mails, { timeout: 10_000 }).toHaveLength(1);
    const ticket = await done(owner, "readTicket", { params: { number } });
    expect(ticket.timeline.map(({ kind }) => kind)).toEqual(["incident.linked", "incident.ended"]);
    expect(ticket.incident).toMatchObject({ state: "resolved", update: { text: "Steady since 17:20." } });
    expect([ticket.state, ticket.promise]).toEqual([before.state, before.promise]);
    // The question is no answer: the first reply is still owed.
    expect(ticket.promise?.stoppedAt).toBeNull();
    const desk = await done(agent, "readDeskTicket", { params: { number } });
    expect(desk.state).toBe("waiting-on-us");
    // Whoever was asked on the ticket gets no second mail as a follower.
    expect(await mailsTo("owner@a.example", "Resolved: Asked at the end")).toEqual([]);
  });

  test("P050 P051 the outcome «incident» needs one that was declared, and links it", async () => {
    const { owner, agent } = world().cast;
    const number = await open(owner);
    const resolve = (detail: string) => ({
      params: { number },
      body: { outcome: "incident", detail, message: "This was part of an incident." },
    });
    for (const detail of ["2000000000", "eu-1", "0", "1e1"]) {
      const problem = await refused(agent, "resolveTicket", resolve(detail));
      expect([problem.status, problem.fields?.[0]?.path], detail).toEqual([422, "detail"]);
    }
    const incident = await declare();
    await done(agent, "resolveTicket", resolve(String(incident)));
    const ticket = await done(owner, "readTicket", { params: { number } });
    expect(ticket).toMatchObject({
      state: "resolved",
      outcome: { id: "incident" },
      incident: { number: incident },
    });
    await end(incident);
  });
});

test("the chain of every incident holds, and its events can neither change nor go", async () => {
  const { owner } = world().database;
  const { rows } = await owner.query<{ count: number }>(
    "select count(*) as count from troth.event where stream = 'incident'",
  );
  expect(rows[0]?.count).toBeGreaterThan(20);
  expect((await brokenChains(world().database)).breaks).toEqual([]);
});
