import { beforeEach, describe, expect, test } from "vitest";
import { type Door, done, refused, send, statusesOf } from "../support/ask.ts";
import { bundledPolicy, useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";
import { brokenChains, dump } from "../support/events.ts";

const START = Date.parse("2026-07-06T13:05:00.000Z");
const clock = new TestClock("2026-01-05T10:00:00Z");
const world = useCast({ clock });

beforeEach(() => clock.set(START));

const TICKET = { category: "issue", description: "Writes stopped for ten minutes", project: "prj-a" };
const NOBODYS = "00000000-0000-4000-8000-000000000000";
const PARTS = {
  happened: "At 2026-07-06 12:05 UTC writes stopped for ten minutes.",
  impact: "Every write in eu-central-1.",
  cause: "A full disk on one node.",
  changed: "An alarm at 70 %, and a limit.",
};
const SECRET = "postgres://app:Tr0ub4dor-and-3@db.example.com/main";

const open = async (door: Door, more: object = {}) =>
  (await done(door, "openTicket", { body: { ...TICKET, ...more } })).number;
const end = (number: number) =>
  done(world().cast.agent, "resolveTicket", {
    params: { number },
    body: { outcome: "answered", message: "It is over." },
  });
const declare = async () =>
  (
    await done(world().cast.agent, "declareIncident", {
      body: { title: "Writes stop", text: "We look.", regions: ["eu-central-1"] },
    })
  ).number;
const link = (number: number, incident: number | null) =>
  done(world().cast.agent, "linkIncident", { params: { number }, body: { incident } });
const begin = (about: object, sections: object = PARTS, door: Door = world().cast.agent) =>
  done(door, "beginDocument", { body: { ...about, sections } });
const publish = ({ id, version }: { id: string; version: number }, more: object = {}) =>
  done(world().cast.agent, "publishDocument", {
    params: { document: id },
    body: { sections: PARTS, sawVersion: version, ...more },
  });
const seen = (door: Door, number: number) => done(door, "readTicket", { params: { number } });
const desk = (number: number) => done(world().cast.agent, "readDeskTicket", { params: { number } });
const cause = (door: Door, number: number, document: string) =>
  done(door, "readCause", { params: { number, document } });
const toldOn = async (number: number) =>
  (await desk(number)).timeline.filter(({ kind }) => kind === "cause.published");
const told = (number: number, times = 1) =>
  expect.poll(() => toldOn(number), { timeout: 20_000 }).toHaveLength(times);
const mailsTo = async (to: string, words: string) =>
  (await world().mails()).filter((mail) => mail.to === to && (mail.subject + mail.text).includes(words));

describe("refused", () => {
  test("customers and visitors at the desk's doors, and what is not there for agents", async () => {
    const { agent, owner, stranger, restricted, visitor, incidentsKey } = world().cast;
    const { id, version } = await begin({ ticket: await open(owner) });
    const params = { document: id };
    const body = { sections: PARTS, sawVersion: version };
    for (const [door, status] of [
      [owner, 403],
      [stranger, 403],
      [restricted, 403],
      [visitor, 401],
      [incidentsKey, 403],
    ] as const) {
      expect((await refused(door, "listDocuments")).status).toBe(status);
      expect((await refused(door, "readDocument", { params })).status).toBe(status);
      expect((await refused(door, "saveDocument", { params, body })).status).toBe(status);
      expect((await refused(door, "publishDocument", { params, body })).status).toBe(status);
      expect((await refused(door, "beginDocument", { body: { ticket: 1, sections: PARTS } })).status).toBe(
        status,
      );
    }
    const nowhere = { document: NOBODYS };
    expect((await refused(agent, "readDocument", { params: nowhere })).status).toBe(404);
    expect((await refused(agent, "saveDocument", { params: nowhere, body })).status).toBe(404);
    expect((await refused(agent, "publishDocument", { params: nowhere, body })).status).toBe(404);
    const query = { sawVersion: 1 };
    expect((await refused(agent, "dropDraft", { params: nowhere, query })).status).toBe(404);
    for (const about of [{ ticket: 2_000_000_000 }, { incident: 2_000_000_000 }])
      expect((await refused(agent, "beginDocument", { body: { ...about, sections: PARTS } })).status).toBe(
        404,
      );
  });

  test("a draft by every door of a customer, by count and by hint", async () => {
    const { owner, stranger, agent } = world().cast;
    const incident = await declare();
    const mine = await open(owner);
    await link(mine, incident);
    const before = JSON.stringify(await seen(owner, mine));
    const own = await begin({ ticket: mine });
    const shared = await begin({ incident });
    expect(JSON.stringify(await seen(owner, mine))).toBe(before);
    for (const { id } of [own, shared]) {
      for (const door of [owner, stranger]) {
        const params = { number: mine, document: id };
        expect((await refused(door, "readCause", { params })).status).toBe(404);
        expect((await refused(door, "readCauseText", { params })).status).toBe(404);
      }
    }
    expect((await refused(owner, "readPublicCause", { params: { number: incident } })).status).toBe(404);
    expect((await desk(mine)).causes.documents.map(({ nth, draft }) => [nth, draft?.by])).toEqual([
      [0, expect.any(String)],
      [0, expect.any(String)],
    ]);
    const listed = await done(agent, "readIncident", { params: { number: incident } });
    expect(listed.document).toMatchObject({ id: shared.id, nth: 0 });
    // The next version of one that is published is as hidden.
    const first = await publish(own);
    await told(mine);
    const after = JSON.stringify(await cause(owner, mine, own.id));
    await done(agent, "saveDocument", {
      params: { document: own.id },
      body: { sections: { ...PARTS, cause: "Not yet said." }, sawVersion: first.version },
    });
    expect(JSON.stringify(await cause(owner, mine, own.id))).toBe(after);
  });

  test("another organisation's document, by its id on one's own ticket and through an incident", async () => {
    const { owner, stranger } = world().cast;
    const incident = await declare();
    const mine = await open(owner);
    const theirs = await open(stranger, { project: "prj-b" });
    await link(mine, incident);
    const own = await begin({ ticket: mine });
    await publish(own);
    const shared = await begin({ incident });
    await publish(shared);
    await told(mine, 2);
    for (const { id } of [own, shared]) {
      expect((await cause(owner, mine, id)).id).toBe(id);
      for (const number of [mine, theirs]) {
        const params = { number, document: id };
        expect((await refused(stranger, "readCause", { params })).status).toBe(404);
        expect((await refused(stranger, "readCauseText", { params })).status).toBe(404);
      }
    }
    expect((await seen(stranger, theirs)).causes).toEqual({ askedAt: null, documents: [] });
    await link(mine, null);
    const params = { number: mine, document: shared.id };
    expect((await refused(owner, "readCause", { params })).status).toBe(404);
  });

  test("a restricted ticket's document, for colleagues who do not take part in it", async () => {
    const { owner, restricted } = world().cast;
    const number = await open(owner);
    await done(owner, "restrictTicket", { params: { number }, body: { isRestricted: true } });
    const own = await begin({ ticket: number });
    await publish(own);
    await told(number);
    const params = { number, document: own.id };
    expect((await refused(restricted, "readCause", { params })).status).toBe(404);
    expect((await cause(owner, number, own.id)).versions).toHaveLength(1);
    const mails = () => mailsTo("owner@a.example", `ticket ${number}`);
    await expect.poll(mails, { timeout: 20_000 }).not.toEqual([]);
    expect(JSON.stringify(await mails())).not.toContain("root cause");
  });

  test("a version that leaves a part out, hides its change, or puts a ticket on the status page", async () => {
    const { owner, agent } = world().cast;
    const { id, version } = await begin({ ticket: await open(owner) }, { cause: "A full disk." });
    const params = { document: id };
    const wrong = async (body: object) => {
      const question = { params, body: { sections: PARTS, sawVersion: version, ...body } };
      const problem = await refused(agent, "publishDocument", question);
      return [problem.status, problem.fields?.map(({ path }) => path)];
    };
    expect(await wrong({ sections: { cause: "A full disk." } })).toEqual([
      422,
      ["sections.happened", "sections.impact", "sections.changed"],
    ]);
    expect(await wrong({ isOnStatusPage: true })).toEqual([422, ["isOnStatusPage"]]);
    expect(await wrong({ change: "A time" })).toEqual([422, ["change"]]);
    expect(await wrong({ sections: { ...PARTS, cause: "x".repeat(20_001) } })).toEqual([
      422,
      ["sections.cause"],
    ]);
    const first = await publish({ id, version });
    const second = { params, body: { sections: PARTS, sawVersion: first.version } };
    expect((await refused(agent, "publishDocument", second)).fields?.[0]?.path).toBe("change");
    for (const about of [{}, { ticket: 1, incident: 1 }])
      expect((await refused(agent, "beginDocument", { body: { ...about, sections: PARTS } })).status).toBe(
        422,
      );
    const empty = { params, body: { sections: { cause: " " }, sawVersion: first.version } };
    expect((await refused(agent, "saveDocument", empty)).status).toBe(422);
  });

  test("two at once: one begins, one saves, one publishes, and the others learn of the newer state", async () => {
    const { owner, agent, lead } = world().cast;
    const body = { ticket: await open(owner), sections: PARTS };
    const begun = await Promise.all(
      [agent, lead, agent].map((door) => send(door, "beginDocument", { body })),
    );
    expect(statusesOf(begun)).toEqual([201, 409, 409]);
    const [{ id, version } = { id: "", version: 0 }] = (await desk(body.ticket)).causes.documents;
    const params = { document: id };
    const save = (why: string) => ({
      params,
      body: { sections: { ...PARTS, cause: why }, sawVersion: version },
    });
    const saved = await Promise.all([
      send(agent, "saveDocument", save("One.")),
      send(lead, "saveDocument", save("Other.")),
    ]);
    expect(statusesOf(saved)).toEqual([200, 409]);
    const late = await refused(agent, "saveDocument", save("Late."));
    expect([late.status, late.detail]).toEqual([409, expect.stringMatching(/Read what they wrote/)]);
    const whole = await done(agent, "readDocument", { params });
    const question = { params, body: { sections: PARTS, sawVersion: whole.version } };
    const published = await Promise.all([1, 2, 3].map(() => send(agent, "publishDocument", question)));
    expect(statusesOf(published)).toEqual([201, 409, 409]);
    const drop = { params, query: { sawVersion: version } };
    expect((await refused(agent, "dropDraft", drop)).status).toBe(409);
  });

  test("asking for the cause: of a ticket that has not ended, twice, of a stranger's, or where it is published", async () => {
    const { owner, stranger, agent } = world().cast;
    const number = await open(owner);
    const ask = { params: { number } };
    const early = await refused(owner, "askCause", ask);
    expect([early.status, early.detail]).toEqual([409, expect.stringMatching(/has not ended/)]);
    await end(number);
    expect((await refused(stranger, "askCause", ask)).status).toBe(404);
    expect((await refused(agent, "askCause", ask)).status).toBe(403);
    await done(owner, "askCause", ask);
    expect((await refused(owner, "askCause", ask)).detail).toMatch(/asked for already/);
    await publish(await begin({ ticket: number }));
    await told(number);
    const late = await refused(owner, "askCause", ask);
    expect([late.status, late.detail]).toEqual([409, expect.stringMatching(/is published/)]);
  });
});

describe("a root-cause document", () => {
  test("P112 is asked for by a ticket of its category or on one that ended, until one is published", async () => {
    const { owner, agent } = world().cast;
    const asking = await open(owner, { category: "root-cause", description: "Why did writes stop?" });
    const ended = await open(owner);
    await end(ended);
    const act = async () =>
      (await seen(owner, ended)).proceedings.acts.find((one) => one.act === "ask-cause");
    expect(await act()).toMatchObject({ act: "ask-cause", isOpen: true, because: null });
    clock.set(START + 60_000);
    await done(owner, "askCause", { params: { number: ended } });
    expect((await act())?.isOpen).toBe(false);
    const after = await seen(owner, ended);
    expect([after.state, after.causes.askedAt]).toEqual(["resolved", "2026-07-06T13:06:00.000Z"]);
    expect(after.timeline.at(-1)).toMatchObject({ kind: "cause.asked" });
    const list = await done(agent, "listDocuments", {});
    const mine = list.asked.filter(({ number }) => number === asking || number === ended);
    expect(mine.map(({ number, askedAt }) => [number, askedAt])).toEqual([
      [asking, "2026-07-06T13:05:00.000Z"],
      [ended, "2026-07-06T13:06:00.000Z"],
    ]);
    for (const number of [asking, ended]) await publish(await begin({ ticket: number }));
    for (const number of [asking, ended]) await told(number);
    const left = (await done(agent, "listDocuments", {})).asked.map(({ number }) => number);
    expect([left.includes(asking), left.includes(ended)]).toEqual([false, false]);
    expect((await seen(owner, asking)).causes.askedAt).toBeNull();
  });

  test("of a ticket is read by its customers with its date, told once by mail, and kept as Markdown", async () => {
    const { owner, teammate, agent } = world().cast;
    const number = await open(owner);
    const { id, version } = await begin({ ticket: number });
    const whole = await done(agent, "readDocument", { params: { document: id } });
    expect(whole).toMatchObject({ readBy: { tickets: 1, organisations: 1 }, subject: expect.any(String) });
    expect(whole.mail.en.join(" ")).toContain("the impact, the cause and what we changed");
    const first = await publish({ id, version });
    await told(number);
    const { causes, timeline } = await seen(owner, number);
    expect(causes.documents).toEqual([
      { id, incident: null, nth: 1, publishedAt: "2026-07-06T13:05:00.000Z" },
    ]);
    expect(timeline.at(-1)).toMatchObject({ kind: "cause.published", from: id, to: "1", by: "" });
    const read = await cause(teammate, number, id);
    expect(read.versions[0]).toMatchObject({ nth: 1, change: null, isErased: false, sections: PARTS });
    const mails = () => mailsTo("owner@a.example", `The root cause is published: ticket ${number}`);
    await expect.poll(mails, { timeout: 20_000 }).toHaveLength(1);
    expect((await mails())[0]?.text).toContain(`/portal/tickets/${number}`);
    // A later version has its own date and says what changed; the first stays as it was.
    clock.set(START + 3_600_000);
    const change = "The time was 12:05, not 12:15.";
    await publish(
      { id, version: first.version },
      { sections: { ...PARTS, cause: "Two full disks." }, change },
    );
    await told(number, 2);
    const both = await cause(owner, number, id);
    expect(both.versions.map(({ nth, at, change: line }) => [nth, at, line])).toEqual([
      [1, "2026-07-06T13:05:00.000Z", null],
      [2, "2026-07-06T14:05:00.000Z", change],
    ]);
    expect(both.versions[0]?.sections).toEqual(PARTS);
    const second = () => mailsTo("owner@a.example", `The root cause, version 2: ticket ${number}`);
    await expect.poll(second, { timeout: 20_000 }).toHaveLength(1);
    expect((await second())[0]?.text).toContain(change);
    const text = await send(owner, "readCauseText", {
      params: { number, document: id },
      query: { nth: 1, locale: "de", zone: "Europe/Berlin" },
    });
    expect(text.headers.get("content-disposition")).toBe(`attachment; filename="root-cause-${number}-1.md"`);
    expect(text.text).toContain("## Was wir geändert haben");
    expect(text.text).toMatch(/14:05 MESZ \(2026-07-06 12:05 UTC\)/);
    const params = { number, document: id };
    expect((await refused(owner, "readCauseText", { params, query: { nth: 3 } })).status).toBe(404);
  });

  test("of an incident is read on every ticket in it, and for a merged one where it goes on", async () => {
    const { owner, stranger, agent } = world().cast;
    const incident = await declare();
    const mine = await open(owner);
    const twin = await open(owner);
    const survivor = await open(owner);
    const theirs = await open(stranger, { project: "prj-b", locale: "de" });
    for (const number of [mine, twin, theirs]) await link(number, incident);
    await done(agent, "mergeTickets", { params: { number: twin }, body: { into: survivor } });
    const begun = await begin({ incident });
    const whole = await done(agent, "readDocument", { params: { document: begun.id } });
    expect(whole.readBy).toEqual({ tickets: 3, organisations: 2 });
    expect(whole.tickets.map(({ number }) => number)).toEqual([mine, survivor, theirs]);
    await publish(begun);
    for (const number of [mine, survivor, theirs]) await told(number);
    expect(await toldOn(twin)).toEqual([]);
    for (const [door, number] of [
      [owner, mine],
      [owner, survivor],
      [stranger, theirs],
    ] as const) {
      expect((await seen(door, number)).causes.documents[0]?.incident?.number).toBe(incident);
      expect((await cause(door, number, begun.id)).versions[0]?.sections).toEqual(PARTS);
    }
    await expect
      .poll(() => mailsTo("stranger@b.example", "Die Ursache ist veröffentlicht"), { timeout: 20_000 })
      .toHaveLength(1);
  });

  test("a wish for the cause goes on in the ticket it is merged into", async () => {
    const { owner, agent } = world().cast;
    const source = await open(owner, { category: "root-cause" });
    const survivor = await open(owner);
    clock.set(START + 60_000);
    await done(agent, "mergeTickets", { params: { number: source }, body: { into: survivor } });
    expect((await desk(source)).causes.askedAt).toBeNull();
    expect((await desk(survivor)).causes.askedAt).toBe("2026-07-06T13:05:00.000Z");
  });

  test("is on the status page only where the agent says so, and off it again with the next version", async () => {
    const { visitor, owner } = world().cast;
    const incident = await declare();
    await done(world().cast.agent, "updateIncident", {
      params: { number: incident },
      body: { state: "resolved", text: "Steady." },
    });
    const begun = await begin({ incident });
    const first = await publish(begun);
    const params = { number: incident };
    const status = async (path = "/status") => {
      const answer = await fetch(world().origin + path);
      return { code: answer.status, text: await answer.text() };
    };
    const path = `/status/incidents/${incident}/cause`;
    expect((await refused(visitor, "readPublicCause", { params })).status).toBe(404);
    expect((await status(path)).code).toBe(404);
    expect((await status()).text).not.toContain(path);
    const second = await publish(
      { id: begun.id, version: first.version },
      {
        change: "<b>A time</b>",
        isOnStatusPage: true,
      },
    );
    const shownToAll = await done(visitor, "readPublicCause", { params });
    expect(shownToAll.versions.map(({ nth, by, sections }) => [nth, by, sections])).toEqual([[2, "", PARTS]]);
    expect((await status()).text).toContain(path);
    const page = await status(path);
    expect(page.text).toContain("A full disk on one node.");
    expect(page.text).toContain("At 2026-07-06 12:05 UTC (08:05 New York) writes stopped");
    expect(page.text).not.toContain("<b>A time");
    const shown = await done(owner, "readPublicIncident", { params });
    expect(shown.causeAt).toBe("2026-07-06T13:05:00.000Z");
    await publish({ id: begun.id, version: second.version }, { change: "Taken off the page" });
    expect((await status(path)).code).toBe(404);
    expect((await status("/status/incidents/x/cause")).code).toBe(404);
  });

  test("masks the secrets in it for all but the draft's own author, and is sealed where it is kept", async () => {
    const { owner, agent, lead } = world().cast;
    const number = await open(owner);
    const sections = { ...PARTS, cause: `The pool held ${SECRET} open.` };
    const begun = await begin({ ticket: number }, sections);
    const params = { document: begun.id };
    expect((await done(agent, "readDocument", { params })).sections.cause).toContain("Tr0ub4dor");
    expect((await done(lead, "readDocument", { params })).sections.cause).not.toContain("Tr0ub4dor");
    await publish(begun, { sections });
    await told(number);
    for (const text of [
      JSON.stringify(await done(agent, "readDocument", { params })),
      JSON.stringify(await cause(owner, number, begun.id)),
      (await send(owner, "readCauseText", { params: { number, document: begun.id } })).text,
    ]) {
      expect(text).toContain("[masked: ");
      expect(text).not.toContain("Tr0ub4dor");
    }
    const rows = (await dump(world().database)).filter((row) => row.includes("full disk on one"));
    expect(rows).toEqual([]);
  });

  test("a dropped draft leaves what was published, and one that never was leaves nothing", async () => {
    const { owner, agent } = world().cast;
    const number = await open(owner);
    const { id, version } = await begin({ ticket: number });
    const dropped = await done(agent, "dropDraft", {
      params: { document: id },
      query: { sawVersion: version },
    });
    expect((await desk(number)).causes.documents).toEqual([]);
    const question = { params: { document: id }, query: { sawVersion: dropped.version } };
    expect((await refused(agent, "dropDraft", question)).status).toBe(409);
    const again = await begin({ ticket: number });
    expect(again.id).toBe(id);
    const first = await publish(again);
    const saved = await done(agent, "saveDocument", {
      params: { document: id },
      body: { sections: { cause: "Half a thought" }, sawVersion: first.version },
    });
    await done(agent, "dropDraft", { params: { document: id }, query: { sawVersion: saved.version } });
    expect((await cause(owner, number, id)).versions).toHaveLength(1);
  });
});

test("each document has a chain of its own, and all chains hold", async () => {
  const { rows } = await world().database.owner.query<{ count: number }>(
    "select count(*)::int as count from troth.event where stream = 'document'",
  );
  expect(rows[0]?.count).toBeGreaterThan(20);
  expect((await brokenChains(world().database)).breaks).toEqual([]);
});

// The last one: from it on another version is in force.
test("P112 which category asks for the cause, the policy says, whatever its name", async () => {
  const { owner, policyKey } = world().cast;
  const files = bundledPolicy({
    "policy.yaml": [
      ["version: 2024-09-02", "version: after-us"],
      ["  root-cause: { name: Root cause", "  aftermath: { name: Aftermath"],
      [
        "  feature-request: {",
        "  root-cause: { name: No such thing, default-severity: 4 }\n  feature-request: {",
      ],
      ["from: category.root-cause", "from: category.aftermath"],
    ],
  });
  expect((await done(policyKey, "publishPolicy", { body: { files } })).published).not.toBeNull();
  const askedOn = async (category: string) => (await desk(await open(owner, { category }))).causes.askedAt;
  expect(await askedOn("aftermath")).not.toBeNull();
  expect(await askedOn("root-cause")).toBeNull();
});

describe("a ticket that joins an incident after its cause was published", () => {
  test("is told of the newest version once, by mail too, however often it is linked", async () => {
    const { owner, agent } = world().cast;
    const incident = await declare();
    const first = await begin({ incident });
    const { version } = await publish(first);
    await publish({ id: first.id, version }, { change: "The cause is known." });
    const number = await open(owner);
    await link(number, incident);
    await told(number);
    expect((await toldOn(number))[0]).toMatchObject({ from: first.id, to: "2" });
    const mails = async () =>
      (await mailsTo("owner@a.example", `${number}`)).filter(({ text }) =>
        text.includes("The cause is known."),
      );
    await expect.poll(async () => (await mails()).length, { timeout: 20_000 }).toBe(1);
    await link(number, null);
    await link(number, incident);
    // Ended with the incident as its outcome, another one joins it too; by then the first would have been told again.
    const ended = await open(owner);
    const body = { outcome: "incident", detail: String(incident), message: "It is this one." };
    await done(agent, "resolveTicket", { params: { number: ended }, body });
    await told(ended);
    expect(await toldOn(number)).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
  });

  test("is told nothing while there is only a draft", async () => {
    const { owner } = world().cast;
    const incident = await declare();
    await begin({ incident });
    const number = await open(owner);
    await link(number, incident);
    const { rows } = await world().database.owner.query(
      "select 1 from troth.outbox where kind = 'document-published' and body ->> 'ticket' = (select id::text from troth.ticket where number = $1)",
      [number],
    );
    expect(rows).toEqual([]);
  });
});

describe("an agent declines the wish for the root cause", () => {
  const decline = (number: number, reason = "The status page tells all that we know.") => ({
    params: { number },
    body: { reason },
  });

  test("refused without a reason, without a wish, to customers, and on a ticket that is not there", async () => {
    const { owner, stranger, visitor, agent } = world().cast;
    const number = await open(owner);
    expect(await refused(agent, "declineCause", decline(number))).toMatchObject({
      status: 409,
      reason: "cause-not-asked",
    });
    expect((await refused(agent, "declineCause", decline(number, "  "))).status).toBe(422);
    expect((await refused(agent, "declineCause", decline(2_000_000_000))).status).toBe(404);
    for (const [door, status] of [
      [owner, 403],
      [stranger, 403],
      [visitor, 401],
    ] as const)
      expect((await refused(door, "declineCause", decline(number))).status).toBe(status);
  });

  test("once: the customer reads the reason and may ask again, and the list of the desk has it no more", async () => {
    const { owner, agent, lead } = world().cast;
    const number = await open(owner);
    await end(number);
    await done(owner, "askCause", { params: { number } });
    const asked = async () =>
      (await done(agent, "listDocuments", {})).asked.some((ticket) => ticket.number === number);
    expect(await asked()).toBe(true);
    const answers = await Promise.all(
      [agent, lead].map((door) => send(door, "declineCause", decline(number))),
    );
    expect(statusesOf(answers)).toEqual([200, 409]);
    expect(await asked()).toBe(false);
    const seenNow = await seen(owner, number);
    expect(seenNow.causes.askedAt).toBeNull();
    expect(seenNow.timeline.filter(({ kind }) => kind === "cause.declined")).toMatchObject([
      { reason: "The status page tells all that we know.", by: expect.stringMatching(/^Agent /) },
    ]);
    const mails = () => mailsTo("owner@a.example", `no document on the root cause: ticket ${number}`);
    await expect.poll(mails, { timeout: 20_000 }).toHaveLength(1);
    expect((await mails())[0]?.text).toContain("The status page tells all that we know.");
    expect(seenNow.proceedings.acts.find(({ act }) => act === "ask-cause")?.isOpen).toBe(true);
  });
});
