import { type Route, type RouteId, routes } from "@troth/contract";
import { saysSomething } from "@troth/core";
import { beforeAll, describe, expect, test } from "vitest";
import { ROUTE_IDS } from "./support/access-matrix.ts";
import {
  type Door,
  done,
  problemIn,
  type RawAnswer,
  type RawQuestion,
  refused,
  send,
} from "./support/ask.ts";
import { badInput } from "./support/bad-input.ts";
import { fresh, portalDoor, useCast } from "./support/cast.ts";
import { requestFor, TICKET } from "./support/requests.ts";

const world = useCast();
let number = 0;

beforeAll(async () => {
  number = (await done(world().cast.owner, "openTicket", { body: TICKET })).number;
});

const injection = badInput("injection");
const ofClass = (...classes: string[]) =>
  injection.filter(({ cls }) => classes.includes(cls)).map(({ s }) => s);

/** Texts that have harmed other desks, and some of our own that harm databases. */
const TEXTS: readonly string[] = [
  ...badInput("naughty-strings").map(({ s }) => s),
  ...badInput("xss-short").map(({ s }) => s),
  ...ofClass("unicode", "sql", "template", "csv-formula", "redos", "header", "path"),
  "line\r\nbreaks\nof\rall kinds\u2028and\u2029more",
  "\u0001\u0008\u001b[31mred\u007f",
  "a\u0000b",
  "\ud800",
  "half \udfff of a letter",
  "\ufeffmarked",
];

/** All but text that nobody sees, NUL and half letters, which no database and no reader can hold. */
const canBeKept = (text: string): boolean =>
  saysSomething(text) && text.isWellFormed() && !text.includes("\u0000");

const expectRefusal = (answer: RawAnswer): void => {
  const problem = problemIn(answer);
  expect([problem.status, problem.code]).toEqual([422, "invalid"]);
  expect(problem.detail).toMatch(/\w \w.*\.$/s);
};

/** In parts, so that the requests of one run side by side but not all at once. */
async function forEach<T>(all: readonly T[], act: (one: T, at: number) => Promise<void>): Promise<void> {
  const WIDTH = 8;
  for (let from = 0; from < all.length; from += WIDTH) {
    await Promise.all(all.slice(from, from + WIDTH).map((one, at) => act(one, from + at)));
  }
}

describe("P005 what somebody writes is given back byte for byte, or refused with a sentence", () => {
  test("as description, business impact and fact of a ticket", async () => {
    const { owner } = world().cast;
    let taken = 0;
    await forEach(TEXTS, async (text) => {
      const facts = [{ name: "page", value: text.slice(0, 500) }];
      const body = { category: "issue", severity: "1", isBusinessImpactUnknown: true };
      const opened = await send(owner, "openTicket", {
        body: { ...body, description: text, businessImpact: text.slice(0, 10_000), facts },
      });
      if (opened.status !== 201) return expectRefusal(opened);
      taken += 1;
      const ticket = await done(owner, "readTicket", { params: { number: JSON.parse(opened.text).number } });
      expect(ticket.messages[0]?.text).toBe(text);
      expect(ticket.facts).toEqual(facts);
      if (saysSomething(text)) expect(ticket.businessImpact).toBe(text.slice(0, 10_000));
      expect(ticket.subject).not.toMatch(/[\r\n]/);
    });
    expect(taken).toBe(TEXTS.filter(canBeKept).length);
  });

  test("as reply, answer and note", async () => {
    const { owner, agent } = world().cast;
    const PER_TICKET = 24;
    const tickets = Array.from({ length: Math.ceil(TEXTS.length / PER_TICKET) }, (_none, at) =>
      TEXTS.slice(at * PER_TICKET, (at + 1) * PER_TICKET),
    );
    await forEach(tickets, async (texts) => {
      const params = { number: (await done(owner, "openTicket", { body: TICKET })).number };
      const kept: string[] = [];
      for (const [at, text] of texts.entries()) {
        const question = { params, body: { text } };
        const answer =
          at % 3 === 0
            ? await send(owner, "replyToTicket", question)
            : await send(agent, at % 3 === 1 ? "replyAsAgent" : "noteTicket", question);
        if (answer.status === 201) kept.push(text);
        else expectRefusal(answer);
      }
      const { messages } = await done(agent, "readDeskTicket", { params });
      expect(messages.slice(1).map(({ text }) => text)).toEqual(kept);
    });
  });

  test("as reason, last word and draft", async () => {
    const { owner, agent } = world().cast;
    await forEach([...TEXTS.slice(-9), ...ofClass("unicode", "sql", "header")], async (text) => {
      const params = { number: (await done(owner, "openTicket", { body: TICKET })).number };
      const draft = { key: `reply-${params.number}` };
      const answers = [
        await send(agent, "assessTicket", {
          params,
          body: { to: "2", factors: ["workaround"], reason: `Because of ${text}` },
        }),
        await send(agent, "resolveTicket", { params, body: { outcome: "answered", message: text } }),
        await send(owner, "putDraft", { params: draft, body: { content: text } }),
      ];
      for (const answer of answers) if (answer.status !== 200) expectRefusal(answer);
      const { messages, timeline } = await done(owner, "readTicket", { params });
      const [reason] = timeline.filter(({ kind }) => kind === "severity.assessed");
      if (answers[0]?.status === 200) expect(reason?.reason).toBe(`Because of ${text}`.trim());
      if (answers[1]?.status === 200) expect(messages.at(-1)?.text).toBe(text);
      const { content } = await done(owner, "readDraft", { params: draft });
      if (answers[2]?.status === 200) expect(content).toBe(text);
    });
  });

  test("as name of a person, of an organisation and of a project", async () => {
    const { directoryKey } = world().cast;
    await forEach(TEXTS, async (text) => {
      const params = { organisation: fresh("org"), member: fresh("m"), project: "p" };
      await done(directoryKey, "putOrganisation", { params, body: { name: "O" } });
      const answers = [
        await send(directoryKey, "putOrganisation", { params, body: { name: text } }),
        await send(directoryKey, "putMember", { params, body: { name: text, email: "m@m.example" } }),
        await send(directoryKey, "putProject", { params, body: { name: text, region: text.slice(0, 100) } }),
      ];
      for (const answer of answers) if (answer.status !== 200) expectRefusal(answer);
      const told = await done(directoryKey, "readOrganisation", { params });
      if (answers[0]?.status === 200) expect(told.name).toBe(text.trim());
      if (answers[1]?.status === 200) expect(told.members[0]?.name).toBe(text.trim());
      if (answers[2]?.status === 200) expect(told.projects[0]?.name).toBe(text.trim());
    });
  });

  test("empty, at the limit, above it, and a megabyte of it", async () => {
    const { owner, agent } = world().cast;
    const open = (description: string) =>
      send(owner, "openTicket", { body: { category: "issue", description } });
    const most = "ä".repeat(100_000);
    const opened = await open(most);
    expect(opened.status).toBe(201);
    const params = { number: JSON.parse(opened.text).number };
    expect((await done(owner, "readTicket", { params })).messages[0]?.text).toBe(most);
    const longer = problemIn(await open("x".repeat(100_001)));
    expect([longer.status, longer.detail]).toEqual([422, expect.stringContaining("100,000 characters")]);
    const megabyte = problemIn(await open("x".repeat(1_048_576)));
    expect([megabyte.status, megabyte.detail]).toEqual([413, expect.stringContaining("1 MiB")]);
    for (const text of ["", " \n ", "x".repeat(100_001)]) {
      expectRefusal(await open(text));
      expectRefusal(await send(owner, "replyToTicket", { params, body: { text } }));
      expectRefusal(await send(agent, "replyAsAgent", { params, body: { text } }));
      expectRefusal(await send(agent, "noteTicket", { params, body: { text } }));
    }
  });
});

describe("no text in any field of any route breaks anything", () => {
  const HOSTILE = [
    "a\u0000b",
    "\ud800",
    "'; drop table troth.ticket; --",
    "\u202e\ufeff",
    "x".repeat(5_000),
    "__proto__",
  ];

  /** Copies of a value, each with one of its texts replaced. */
  function variants(value: unknown, text: string): unknown[] {
    if (typeof value === "string") return [text];
    if (Array.isArray(value))
      return value.flatMap((one, at) => variants(one, text).map((other) => value.with(at, other)));
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([name, one]) =>
      variants(one, text).map((other) => ({ ...value, [name]: other })),
    );
  }

  const doorOf = (id: RouteId): Door => {
    const { cast } = world();
    const { permission }: Route = routes[id];
    if (permission === "policy.publish") return cast.policyKey;
    if (permission.startsWith("directory")) return cast.directoryKey;
    if (permission === "agent.invite") return cast.deskAdmin;
    return permission.startsWith("desk") ? cast.agent : cast.owner;
  };

  const isLeftOut = (id: RouteId) => {
    const route: Route = routes[id];
    return route.isStream === true || id === "publishPolicy";
  };

  test.for(ROUTE_IDS.filter((id) => !isLeftOut(id)))("%s", async (id) => {
    const made = await requestFor(id, world(), number);
    const { params = {}, query = {}, body } = made;
    const questions = HOSTILE.flatMap((text): RawQuestion[] => [
      // An address cannot carry half a character.
      ...Object.keys(params).map((name) => ({
        ...made,
        params: { ...params, [name]: text.toWellFormed() },
      })),
      ...Object.keys(query).map((name) => ({ ...made, query: { ...query, [name]: text } })),
      ...variants(body, text).map((one) => ({ ...made, body: one })),
    ]);
    for (const question of questions) {
      const answer = await send(doorOf(id), id, question);
      expect(answer.status, `${JSON.stringify(question)} ${answer.text}`).toBeLessThan(500);
      if (answer.status >= 400) problemIn(answer);
    }
  });
});

test("numbers in other spellings never lead to another row", async () => {
  const { cast } = world();
  const foreign = (await done(cast.stranger, "openTicket", { body: TICKET })).number;
  const spellings = ofClass("number-id").map((s) =>
    s.replaceAll("1", String(number)).replaceAll("2", String(foreign)),
  );
  for (const spelling of [
    ...spellings,
    `0${number}`,
    `${number}.0`,
    `0x${number.toString(16)}`,
    "1e3",
    "NaN",
    "",
  ]) {
    for (const path of [`/v1/tickets/${spelling}`, `/v1/tickets/${encodeURIComponent(spelling)}/receipt`]) {
      const answer = await fetch(cast.owner.origin + path, { headers: cast.owner.show() });
      const text = await answer.text();
      expect(text).not.toContain("Person stranger");
      expect([200, 404, 422], `${path} ${text}`).toContain(answer.status);
    }
  }
});

describe("more than was asked for", () => {
  test("fields that nobody asked for change nothing", async () => {
    const { owner, directoryKey, agent } = world().cast;
    const extras = ofClass("mass-assign").map((s): object => JSON.parse(s));
    const own = {
      number: 1,
      state: "closed",
      requester: "x",
      policyVersion: "x",
      intake: "agent",
      isNote: false,
    };
    for (const extra of [...extras, own, { author: "agent", waitsForCustomer: false }]) {
      const { number: opened } = await done(owner, "openTicket", { body: { ...TICKET, ...extra } });
      await done(owner, "replyToTicket", { params: { number: opened }, body: { text: "x", ...extra } });
      await done(agent, "noteTicket", { params: { number: opened }, body: { text: "a note", ...extra } });
      const ticket = await done(owner, "readTicket", { params: { number: opened } });
      expect(ticket).toMatchObject({ state: "waiting-on-us", intake: "console", requester: "Person owner" });
      expect(ticket.messages.map(({ author }) => author.kind)).toEqual(["customer", "customer"]);
      expect((await done(owner, "readMe", {})).role).toBe("owner");
    }
    const params = { organisation: "org-b", project: "prj-b" };
    const body = { name: "B", region: "eu", organisation: "org-a", id: "prj-a" };
    await done(directoryKey, "putProject", { params, body });
    const { projects } = await done(directoryKey, "readOrganisation", { params: { organisation: "org-a" } });
    expect(projects.map(({ id, name }) => [id, name])).toEqual([["prj-a", "Project a"]]);
  });

  test("nothing reaches a prototype", async () => {
    const { owner } = world().cast;
    const bodies = ofClass("proto").filter((s) => s.startsWith("{"));
    for (const extra of [
      ...bodies,
      '{"constructor":{"prototype":{"isAdmin":true}}}',
      '{"__proto__":{"isAdmin":true}}',
    ]) {
      const body = `${JSON.stringify(TICKET).slice(0, -1)},${extra.slice(1)}`;
      const answer = await fetch(`${owner.origin}/v1/tickets?__proto__[isAdmin]=true`, {
        method: "POST",
        headers: { ...owner.show(), "content-type": "application/json", "idempotency-key": fresh("key") },
        body,
      });
      expect([201, 400]).toContain(answer.status);
      await answer.text();
      expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
    }
  });

  test("an address is one address", async () => {
    const { visitor, directoryKey } = world().cast;
    for (const email of [...ofClass("email-address", "header"), "a@b.example\u0000", "a@b.example\n"]) {
      const member = { params: { organisation: "org-b", member: fresh("m") }, body: { email, name: "M" } };
      const answers = [
        await send(visitor, "requestPortalLink", { body: { email } }),
        await send(directoryKey, "putMember", member),
        await send(visitor, "startDeskSession", { body: { email, password: "wrong password" } }),
      ];
      for (const { status, text } of answers)
        expect([200, 202, 401, 422], `${email} ${text}`).toContain(status);
      if (/[,;<>"\s\p{Cc}]|@.*@|^[^@]*$/u.test(email)) {
        expect(answers.map(({ status }) => status)).toEqual([422, 422, 422]);
      }
    }
  });

  test("a letter that only looks alike, or folds to it, is another address", async () => {
    const { directoryKey, visitor } = world().cast;
    const email = `${fresh("kim")}@b.example`;
    const params = { organisation: "org-b", member: fresh("kim") };
    await done(directoryKey, "putMember", { params, body: { email, name: "Kim" } });
    const before = (await world().mails()).length;
    await done(visitor, "requestPortalLink", { body: { email: email.replace("k", "\u212a") } });
    await done(visitor, "requestPortalLink", { body: { email: email.replace("i", "\u0131") } });
    await done(visitor, "requestPortalLink", { body: { email: email.toUpperCase() } });
    const told = async () => (await world().mails()).filter(({ to }) => to === email);
    await expect.poll(told, { timeout: 10_000 }).toHaveLength(1);
    expect((await world().mails()).length).toBe(before + 1);
  });

  test("a mail about a hostile ticket has one recipient and one subject", async () => {
    const { owner, agent } = world().cast;
    const word = fresh("word");
    for (const [at, text] of ofClass("header").entries()) {
      const description = `${text} ${word}${at}`;
      const { number: opened } = await done(owner, "openTicket", { body: { ...TICKET, description } });
      await done(agent, "replyAsAgent", { params: { number: opened }, body: { text: description } });
    }
    const mails = async () => (await world().mails()).filter(({ text }) => text.includes(word));
    await expect.poll(mails, { timeout: 10_000 }).toHaveLength(ofClass("header").length);
    for (const { raw, to } of await mails()) {
      const lines = raw.slice(0, raw.search(/\r?\n\r?\n/)).split(/\r?\n/);
      const headers = lines
        .filter((line) => /^\S/.test(line))
        .map((line) => line.split(":")[0]?.toLowerCase());
      expect(to).toBe("owner@a.example");
      expect(headers.filter((name) => name === "to" || name === "subject")).toHaveLength(2);
      expect(headers).not.toContain("bcc");
      expect(headers).not.toContain("cc");
    }
  });
});

const JSONS = badInput("json-parsing");

describe.skipIf(JSONS.length === 0)("bytes that claim to be JSON", () => {
  const post = async (door: Door, path: string, body: Uint8Array) => {
    const headers = { ...door.show(), "content-type": "application/json", "idempotency-key": fresh("key") };
    const answer = await fetch(door.origin + path, { method: "POST", headers, body: new Uint8Array(body) });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };

  test("what is none is refused with 400; what is one is read; nothing breaks", async () => {
    const { owner } = world().cast;
    const wrong: string[] = [];
    await forEach(JSONS, async ({ id, b64, expect: wanted }) => {
      const body = Buffer.from(b64 ?? "", "base64");
      for (const path of ["/v1/tickets", `/v1/tickets/${number}/messages`]) {
        const answer = await post(owner, path, body);
        const { status } = problemIn(answer);
        const isRight = wanted.startsWith("reject") ? status === 400 : status < 500;
        if (!isRight) wrong.push(`${id} ${path} ${status}`);
      }
    });
    expect(wrong).toEqual([]);
  });

  test("a text whose bytes are no UTF-8 is refused, never mended in silence", async () => {
    const { owner } = world().cast;
    const body = Buffer.concat([
      Buffer.from('{"category":"issue","description":"K'),
      Buffer.from([0xf6]),
      Buffer.from('ln"}'),
    ]);
    const problem = problemIn(await post(owner, "/v1/tickets", body));
    expect([problem.status, problem.detail]).toEqual([400, expect.stringContaining("UTF-8")]);
  });
});

test("after all of it the desk answers and the tickets are all there", async () => {
  const { owner, agent } = world().cast;
  await done(owner, "readMe", {});
  expect((await done(agent, "countQueue", {})).counts.all).toBeGreaterThanOrEqual(
    TEXTS.filter(canBeKept).length,
  );
  await done(await portalDoor(world(), "owner"), "listTickets", {});
  await refused(owner, "readQueue");
});
