import { beforeAll, describe, expect, test } from "vitest";
import { type Door, done, refused, send } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";

const clock = new TestClock("2026-01-05T10:00:00Z");
const world = useCast({ clock });

const SPOOF = "Thanks.\n\n### Person agent (support)\n\n<script>alert(1)</script>\n</section><h1>Kept</h1>";
let number = 0;

beforeAll(async () => {
  clock.set("2026-03-02T15:00:00.000Z");
  const { owner, agent } = world().cast;
  const body = {
    category: "issue",
    severity: "2",
    description: "Restore of <b>main</b> stops\n\nwith postgres://app:hunter22@db.example/main",
    facts: [{ name: "page", value: "/projects" }],
  };
  number = (await done(owner, "openTicket", { body })).number;
  const params = { number };
  clock.set("2026-03-02T16:00:00.000Z");
  await done(agent, "noteTicket", { params, body: { text: "A note for us alone" } });
  const reason = "Staging is not a production project.";
  await done(agent, "assessTicket", { params, body: { to: "3", grounds: ["S3"], factors: [], reason } });
  await done(agent, "replyAsAgent", { params, body: { text: "First thing: the pages are copied again." } });
  clock.set("2026-03-02T16:01:00.000Z");
  const upload = { query: { name: "restore.log" }, bytes: Buffer.from("13:02 ERROR: stopped\n") };
  const { id } = await done(owner, "uploadAttachment", upload);
  await done(owner, "replyToTicket", { params, body: { text: SPOOF, attachments: [id] } });
  const ending = { outcome: "answered", detail: "kept short", message: "Done, and thank you." };
  await done(agent, "resolveTicket", { params, body: ending });
});

const transcript = async (door: Door, query: Record<string, string> = {}) => {
  const answer = await send(door, "readTranscript", { params: { number }, query });
  expect(answer.status, answer.text).toBe(200);
  return answer;
};
const ofDesk = (query: Record<string, string> = {}) =>
  send(world().cast.agent, "readDeskTranscript", { params: { number }, query });

describe("refused", () => {
  test("to a stranger as if it were not there, to visitors and agents at the customer's door", async () => {
    const { cast } = world();
    const question = { params: { number } };
    expect((await refused(cast.stranger, "readTranscript", question)).status).toBe(404);
    expect((await refused(cast.visitor, "readTranscript", question)).status).toBe(401);
    expect((await refused(cast.owner, "readDeskTranscript", question)).status).toBe(403);
    expect(
      (await refused(cast.agent, "readDeskTranscript", { params: { number: 2_000_000_000 } })).status,
    ).toBe(404);
  });

  test("a form that does not exist", async () => {
    const question = { params: { number }, query: { format: "pdf" } };
    expect((await refused(world().cast.owner, "readTranscript", question)).status).toBe(422);
  });
});

test("both forms tell subject, people, messages, promises and how they were kept, the reason, and the outcome", async () => {
  for (const format of ["md", "html"]) {
    const { text } = await transcript(world().cast.owner, { format, zone: "Europe/Berlin" });
    expect(text).toContain(`Ticket ${number}: Restore of`);
    expect(text).toContain("Person owner");
    expect(text).toContain("First thing: the pages are copied again.");
    expect(text).toMatch(
      /First reply: commitment; due Thu, 5 Mar 2026, \d\d:\d\d CET; kept, answered Mon, 2 Mar 2026, 17:00 CET/,
    );
    expect(text).toContain("changed the severity from 2 High to 3 Normal");
    expect(text).toContain("Staging is not a production project.");
    expect(text).toContain("Done, and thank you.");
    expect(text).toContain("ended the ticket: ");
    expect(text).toContain("/projects");
    expect(text).toContain("Files: restore.log");
  }
});

test("it is a file named after the number, kept by nobody on the way", async () => {
  for (const [format, type] of [
    ["md", "text/markdown; charset=utf-8"],
    ["html", "text/html; charset=utf-8"],
  ] as const) {
    const { headers } = await transcript(world().cast.owner, { format });
    expect(headers.get("content-type")).toBe(type);
    expect(headers.get("content-disposition")).toBe(`attachment; filename="ticket-${number}.${format}"`);
    expect(headers.get("cache-control")).toBe("private, no-store");
  }
});

test("secrets are masked in it", async () => {
  for (const { text } of [
    await transcript(world().cast.owner, { format: "md" }),
    await transcript(world().cast.owner),
    await ofDesk({ notes: "true" }),
  ]) {
    expect(text).not.toContain("hunter22");
    expect(text).toContain("postgres://app:[masked: password]@db.example/main");
  }
});

test("in German the masks are German too", async () => {
  for (const format of ["md", "html"]) {
    const { text } = await transcript(world().cast.owner, { format, locale: "de" });
    expect(text).toContain("postgres://app:[maskiert: Passwort]@db.example/main");
    expect(text).not.toMatch(/\[masked|\\\[masked/);
  }
});

test("an agent's word is told, and that it was moved", async () => {
  const { owner, agent } = world().cast;
  const body = { category: "issue", severity: "3", description: "Another one" } as const;
  const params = { number: (await done(owner, "openTicket", { body })).number };
  for (const by of ["2026-03-04T11:00:00.000Z", "2026-03-05T11:00:00.000Z"])
    await done(agent, "giveWord", { params, body: { by, text: null } });
  const query = { format: "md", zone: "UTC" };
  const { text } = await send(owner, "readTranscript", { params, query });
  expect(text).toContain("promised a next word by Wed, 4 Mar 2026, 11:00 UTC.");
  expect(text).toContain(
    "moved the promised next word from Wed, 4 Mar 2026, 11:00 UTC to Thu, 5 Mar 2026, 11:00 UTC.",
  );
  const german = await send(owner, "readTranscript", { params, query: { ...query, locale: "de" } });
  expect(german.text).toMatch(/hat das zugesagte nächste Wort von .* auf .* verschoben\./);
});

test("what somebody wrote cannot pass for a part of it, nor run", async () => {
  const { text: md } = await transcript(world().cast.owner, { format: "md" });
  expect(md).toContain("> ```\n> Thanks.\n>\n> ### Person agent (support)");
  expect(md).not.toMatch(/^### Person agent \(support\)$/m);
  expect(md).toContain("\\<b\\>main\\</b\\>");
  const { text: html } = await transcript(world().cast.owner);
  expect(html).not.toMatch(/<script|<b>|<h1>Kept/);
  expect(html).toContain("&#60;script&#62;");
});

test("a note is left out, unless an agent asks for it", async () => {
  const note = "A note for us alone";
  expect((await transcript(world().cast.owner, { notes: "true" })).text).not.toContain(note);
  expect((await ofDesk()).text).not.toContain(note);
  expect((await ofDesk({ notes: "true" })).text).toContain(note);
});

test("it speaks the reader's language and zone; a zone that nobody knows is UTC", async () => {
  const { text: german } = await transcript(world().cast.owner, { locale: "de", zone: "Europe/Berlin" });
  expect(german).toContain('<html lang="de">');
  expect(german).toContain("Zusagen, und wie sie gehalten wurden");
  expect(german).toContain("Mo., 2. März 2026, 17:00 MEZ");
  const { text } = await transcript(world().cast.owner, { zone: "Mars/Olympus" });
  expect(text).toContain("Mon, 2 Mar 2026, 16:00 UTC");
});
