import { randomUUID } from "node:crypto";
import { readMarkdown } from "@troth/knowledge";
import { beforeEach, describe, expect, test } from "vitest";
import { type Door, done, refused } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";
import { DESK_URL, TestClock } from "../support/desk.ts";

// Monday 10:00 in New York, in the middle of Normal Business Hours.
const MONDAY = "2026-03-02T15:00:00.000Z";
const clock = new TestClock("2026-01-05T10:00:00Z");
const world = useCast({ clock });

beforeEach(() => clock.set(MONDAY));

const asking = (question: string, more: object = {}) => ({
  body: { question, surface: "portal" as const, ...more },
});
const ask = (door: Door, question: string, more: object = {}) => done(door, "ask", asking(question, more));

const pages = {
  restore:
    "# Restore a branch\n\n## From a point in time\n\nA branch is restored to any instant of its history window.",
  window: "# History window\n\nThe history window lasts seven days on every paid plan.",
};

/** Pages as a source would bring them, for everybody or for one organisation. */
async function shelve(
  texts: Readonly<Record<string, string>>,
  organisation: string | null = null,
): Promise<string> {
  const { store, workspace } = world().desk.deps
    ? { ...world().desk.deps, workspace: world().desk.workspace }
    : never();
  const source = randomUUID();
  await store.transact(workspace.id, async ({ knowledge }, now) => {
    const draft = {
      kind: "folder",
      name: `Docs ${source}`,
      settings: {},
      secret: null,
      everyMs: 86_400_000,
      isPaused: true,
    } as const;
    await knowledge.addSource(source, draft, now);
    for (const [id, text] of Object.entries(texts)) {
      const known = {
        address: `https://docs.vendor.test/${id}`,
        checksum: id,
        sections: [],
        fingerprint: id,
        etag: null,
        lastModified: null,
        changedAt: null,
        leads: [],
        reader: 1,
      };
      await knowledge.putPage({
        source,
        page: readMarkdown(id, text),
        known,
        organisation,
        changedAt: now,
        seenAt: now,
      });
    }
  });
  return source;
}

function never(): never {
  throw new Error("The desk has no store.");
}

const idOfOrganisation = async (external: string): Promise<string> => {
  const { desk } = world();
  const found = await desk.deps.store.read(desk.workspace.id, ({ directory }) =>
    directory.organisation(external, "look"),
  );
  if (!found) throw new Error(`There is no organisation ${external}.`);
  return found.id;
};

describe("P012 P018 asked about support itself", () => {
  test("the policy in force answers, word for word, with clause and version, whoever asks", async () => {
    const { owner, free, visitor } = world().cast;
    const page = await (await fetch(`${world().origin}/support`)).text();
    for (const door of [owner, free, visitor]) {
      const { answer } = await ask(door, "Can I get phone or video support?");
      expect(answer).toMatchObject({ outcome: "answer", why: "policy" });
      expect(answer.sentences.length).toBeGreaterThan(0);
      for (const { cites } of answer.sentences) {
        const place = answer.places[cites[0] ?? -1];
        expect(place?.clause?.policyVersion).toBe("2024-09-02");
        expect(page).toContain(`id="${place?.clause?.id}"`);
        expect(place?.href).toBe(`${DESK_URL}/support#${place?.clause?.id}`);
      }
    }
  });

  test("P008 a paying customer reads until when an answer would come, as the form says it", async () => {
    const { launch, owner } = world().cast;
    const { answer } = await ask(launch, "How long until support answers my ticket?", {
      zone: "America/New_York",
    });
    expect(answer.account?.text).toBe(
      "You are on Standard. For a ticket sent now, expect a first answer by Thu, 5 Mar 2026, 10:00 GMT-5.",
    );
    const german = await ask(owner, "Wie schnell antwortet der Support bei Schweregrad 1?", {
      locale: "de",
      zone: "Europe/Berlin",
    });
    expect(german.answer.account?.text).toMatch(
      /^Sie haben Enterprise .*Schweregrad 1 sagen wir eine erste Antwort bis .* zu\.$/,
    );
    expect(german.answer.account?.clause.id).toBe("enterprise-response-times");
  });

  test("P019 P031 a Free account reads why not, with its clause, and goes on in the community", async () => {
    const { answer } = await ask(world().cast.free, "How do I open a support ticket?");
    expect(answer.account?.text).toContain("Free");
    expect(answer.account?.clause.id).toBe("support-channels");
    expect(answer.next.map(({ id }) => id)).toEqual(["discord", "ai-chat", "plans"]);
  });
});

describe("asked about the product", () => {
  test("sentences of the pages, word for word, each with its place and how old it is", async () => {
    await shelve(pages);
    const { answer } = await ask(world().cast.owner, "How long is the history window on paid plans?");
    expect(answer).toMatchObject({ outcome: "answer", why: "found", account: null });
    expect(answer.sentences.map(({ text }) => text)).toContain(
      "The history window lasts seven days on every paid plan.",
    );
    const place = answer.places[answer.sentences[0]?.cites[0] ?? -1];
    expect(place).toMatchObject({
      href: "https://docs.vendor.test/window#history-window",
      changedAt: MONDAY,
      clause: null,
    });
    expect(answer.next[0]?.id).toBe("ticket");
  });

  test("T40 a page of one organisation is found by its members and by nobody else", async () => {
    const { owner, teammate, stranger, visitor } = world().cast;
    await shelve(
      { secret: "# Zebrafinch migration\n\nThe zebrafinch cluster moves to Frankfurt in May." },
      await idOfOrganisation("org-a"),
    );
    const question = "When does the zebrafinch cluster move to Frankfurt?";
    for (const door of [owner, teammate])
      expect((await ask(door, question)).answer.sentences.map(({ text }) => text)).toContain(
        "The zebrafinch cluster moves to Frankfurt in May.",
      );
    for (const door of [stranger, visitor])
      expect(JSON.stringify((await ask(door, question)).answer)).not.toMatch(/zebrafinch/i);
  });

  test("a page that is gone is not found any more, one that changed says the new", async () => {
    const { owner } = world().cast;
    const source = await shelve({ quokka: "# Quokka limit\n\nThe quokka limit is forty rows a minute." });
    const question = "What is the quokka limit?";
    const said = async () => JSON.stringify((await ask(owner, question)).answer);
    expect(await said()).toContain("forty rows");
    const { desk } = world();
    await desk.deps.store.transact(desk.workspace.id, ({ knowledge }, now) =>
      knowledge.dropPage(source, "quokka", now),
    );
    expect(await said()).not.toContain("forty rows");
  });

  test("what is so with one's own account goes to a person, without a page", async () => {
    const { answer } = await ask(world().cast.owner, "Why was my invoice charged twice?");
    expect(answer).toMatchObject({ outcome: "hand-off", why: "own-affair", places: [], sentences: [] });
    expect(answer.next[0]?.id).toBe("ticket");
  });

  test.for([
    "?",
    "branch",
    "🦓🦓🦓",
    "\u202Eevil",
    "<script>alert(1)</script>",
    "DROP TABLE page; --",
    "\\' OR 1=1",
  ])("odd questions are answered in peace: %j", async (question) => {
    const { answer } = await ask(world().cast.visitor, question);
    expect(["answer", "closest", "hand-off"]).toContain(answer.outcome);
  });

  test.for([
    ["", "empty"],
    [" \u200b ", "empty"],
    ["a".repeat(4_001), "longer than 4,000"],
    ["a\u0000b", "NUL"],
  ])("no question: %j", async ([question = "", why = ""]) => {
    const problem = await refused(world().cast.owner, "ask", asking(question));
    expect(problem).toMatchObject({ status: 422, fields: [{ path: "question" }] });
    expect(problem.detail).toContain(why);
  });
});

describe("T40 a conversation", () => {
  test("goes on for its asker, and is nobody else's", async () => {
    const { owner, teammate, stranger, visitor } = world().cast;
    const first = await ask(owner, "What are the support plans?");
    expect(first).toMatchObject({ seq: 1, key: null });
    const { conversation } = first;
    expect(await ask(owner, "And which channels?", { conversation })).toMatchObject({ conversation, seq: 2 });
    const whole = await done(owner, "readConversation", { params: { conversation } });
    expect(whole.exchanges.map(({ question }) => question)).toEqual([
      "What are the support plans?",
      "And which channels?",
    ]);
    for (const door of [teammate, stranger, visitor]) {
      expect(await refused(door, "readConversation", { params: { conversation } })).toMatchObject({
        status: 404,
      });
      expect(await refused(door, "ask", asking("More?", { conversation }))).toMatchObject({ status: 404 });
      const judged = { params: { conversation, seq: 1 }, body: { helped: true } };
      expect(await refused(door, "judgeAnswer", judged)).toMatchObject({ status: 404 });
    }
  });

  test("of somebody who is not signed in is theirs who hold its key", async () => {
    const { visitor } = world().cast;
    const { conversation, key } = await ask(visitor, "What are the support plans?");
    if (key === null) throw new Error("No key came.");
    expect(await ask(visitor, "And which channels?", { conversation, key })).toMatchObject({
      seq: 2,
      key: null,
    });
    const params = { conversation };
    expect((await done(visitor, "readConversation", { params, query: { key } })).exchanges).toHaveLength(2);
    for (const query of [{}, { key: "" }, { key: "another" }])
      expect(await refused(visitor, "readConversation", { params, query })).toMatchObject({ status: 404 });
  });

  test("that begins has a secret of the desk's making, whatever the asker sends along", async () => {
    const { visitor } = world().cast;
    for (const key of ["", "guessed"]) {
      const begun = await ask(visitor, "What are the support plans?", { key });
      const params = { conversation: begun.conversation };
      for (const query of [{ key }, {}])
        expect(await refused(visitor, "readConversation", { params, query })).toMatchObject({ status: 404 });
      if (begun.key === null) throw new Error("No key came.");
      const query = { key: begun.key };
      expect((await done(visitor, "readConversation", { params, query })).exchanges).toHaveLength(1);
    }
  });

  test("keeps whether an answer helped and why not, and shows no secret that was pasted", async () => {
    const { owner } = world().cast;
    const pasted = "postgres://app:hunter2secret@db.example.com/main";
    const { conversation } = await ask(owner, `Why does ${pasted} time out?`);
    const params = { conversation, seq: 1 };
    await done(owner, "judgeAnswer", { params, body: { helped: false, reason: `It is about ${pasted}` } });
    const whole = await done(owner, "readConversation", { params });
    expect(whole.exchanges[0]).toMatchObject({ helped: false });
    expect(whole.exchanges[0]?.reason).toMatch(/^It is about /);
    expect(JSON.stringify(whole)).not.toContain("hunter2secret");
    expect(
      await refused(owner, "judgeAnswer", { params: { conversation, seq: 9 }, body: { helped: true } }),
    ).toMatchObject({ status: 404 });
  });

  test("T41 sixty questions an hour from one place nobody knows, then a pause", async () => {
    const { visitor } = world().cast;
    clock.set("2026-03-03T15:00:00.000Z");
    for (let count = 0; count < 60; count += 1) await ask(visitor, "branch");
    expect(await refused(visitor, "ask", asking("branch"))).toMatchObject({ status: 429 });
    await ask(world().cast.owner, "branch");
    clock.set("2026-03-03T16:00:01.000Z");
    await ask(visitor, "branch");
  });
});
