import type { RouteId } from "@troth/contract";
import { beforeAll, describe, expect, test } from "vitest";
import { type Door, done, type RawQuestion, refused, send } from "./support/ask.ts";
import { type Cast, useCast } from "./support/cast.ts";

const world = useCast();
const ABSENT = 2_000_000_000;
let ofOwner = 0;
let ofTeammate = 0;

beforeAll(async () => {
  const { cast } = world();
  const body = { category: "issue", description: "Backups stop", project: "prj-a", branch: "br-a" };
  ofOwner = (await done(cast.owner, "openTicket", { body })).number;
  ofTeammate = (await done(cast.teammate, "openTicket", { body })).number;
  await done(cast.agent, "replyAsAgent", { params: { number: ofOwner }, body: { text: "Looking into it" } });
});

/** The refusal without what names the request or the id asked for. */
async function shapeOf(door: Door, id: RouteId, question: RawQuestion, asked: string | number) {
  const { requestId, ...problem } = await refused(door, id, question);
  expect(requestId).not.toBe("");
  return JSON.parse(JSON.stringify(problem).replaceAll(String(asked), "ID"));
}

const ON_A_TICKET: ReadonlyArray<readonly [RouteId, RawQuestion]> = [
  ["readTicket", {}],
  ["readReceipt", {}],
  ["readTranscript", {}],
  ["readTranscript", { query: { format: "md" } }],
  ["replyToTicket", { body: { text: "Let me in" } }],
  ["markTicketRead", {}],
];

describe("somebody else's ticket is as if absent", () => {
  const pairs: ReadonlyArray<readonly [string, (cast: Cast) => Door, () => number]> = [
    ["the stranger of another organisation", (cast) => cast.stranger, () => ofOwner],
    ["a restricted member of the same one", (cast) => cast.restricted, () => ofTeammate],
  ];
  for (const [who, doorIn, foreign] of pairs) {
    test.for(ON_A_TICKET)(`${who}: %s`, async ([id, question]) => {
      const door = doorIn(world().cast);
      const yours = await shapeOf(door, id, { ...question, params: { number: foreign() } }, foreign());
      const absent = await shapeOf(door, id, { ...question, params: { number: ABSENT } }, ABSENT);
      expect(yours).toEqual(absent);
      expect(yours.status).toBe(404);
    });
  }
});

test("nobody finds a ticket by a number near their own", async () => {
  const { cast } = world();
  const own = await done(cast.stranger, "openTicket", { body: { category: "issue", description: "Mine" } });
  for (let number = own.number - 20; number <= own.number + 20; number += 1) {
    if (number === own.number) continue;
    const problem = await refused(cast.stranger, "readTicket", { params: { number } });
    expect(problem.status).toBe(404);
  }
});

describe("another organisation's place is as if absent", () => {
  const places: ReadonlyArray<readonly [string, Record<string, string>, Record<string, string>]> = [
    ["project", { project: "prj-b" }, { project: "prj-nowhere" }],
    ["branch", { project: "prj-a", branch: "br-b" }, { project: "prj-a", branch: "br-nowhere" }],
    ["endpoint", { project: "prj-a", endpoint: "ep-b" }, { project: "prj-a", endpoint: "ep-nowhere" }],
  ];
  test.for(places)("%s", async ([kind, foreign, absent]) => {
    const { owner } = world().cast;
    const body = { category: "issue", description: "Not mine" };
    const one = await shapeOf(owner, "openTicket", { body: { ...body, ...foreign } }, foreign[kind] ?? "");
    const other = await shapeOf(owner, "openTicket", { body: { ...body, ...absent } }, absent[kind] ?? "");
    expect(one).toEqual(other);
    expect(one.status).toBe(404);
  });

  test("and a branch or endpoint of another branch or project of one's own", async () => {
    const { directoryKey, owner } = world().cast;
    const place = { organisation: "org-a", project: "prj-second", branch: "br-second" };
    const second = { params: place, body: { name: "Second", region: "us-east-1" } };
    await done(directoryKey, "putProject", second);
    await done(directoryKey, "putBranch", { params: place, body: { name: "second" } });
    const body = { category: "issue", description: "Mixed up" };
    for (const mixed of [{ branch: "br-second" }, { branch: "br-a", endpoint: "ep-second" }]) {
      const problem = await refused(owner, "openTicket", { body: { ...body, project: "prj-a", ...mixed } });
      expect(problem.status).toBe(404);
    }
  });
});

test("drafts are their writer's: the same key is another draft for everybody else", async () => {
  const { cast } = world();
  const key = `reply-${ofOwner}`;
  await done(cast.owner, "putDraft", { params: { key }, body: { content: "only mine" } });
  for (const door of [cast.teammate, cast.stranger, cast.agent]) {
    const draft = await done(door, "readDraft", { params: { key } });
    expect(draft).toEqual({ key, content: "", savedAt: null });
    await done(door, "putDraft", { params: { key }, body: { content: "" } });
  }
  const kept = await done(cast.owner, "readDraft", { params: { key } });
  expect(kept.content).toBe("only mine");
});

test("a cursor leads through one's own tickets, wherever it came from", async () => {
  const { cast } = world();
  for (let at = 0; at < 51; at += 1) {
    await done(cast.owner, "openTicket", { body: { category: "question", description: `Question ${at}` } });
  }
  const first = await done(cast.owner, "listTickets", {});
  expect(first.tickets).toHaveLength(50);
  const cursor = first.nextCursor ?? "";
  const rest = await done(cast.owner, "listTickets", { query: { cursor } });
  const numbers = [...first.tickets, ...rest.tickets].map((row) => row.number);
  expect(new Set(numbers).size).toBe(53);
  const strangers = await done(cast.stranger, "listTickets", { query: { cursor } });
  for (const { number } of strangers.tickets) expect(numbers).not.toContain(number);
});

test.for(["", "x", "1", "1.2.3", "-1.-1", "1e3.1e3", "5.99999999999", "9".repeat(200), "1001.5;select 1"])(
  "a cursor that is none of ours is refused or leads nowhere: «%s»",
  async (cursor) => {
    const { cast } = world();
    expect([200, 422]).toContain((await send(cast.restricted, "listTickets", { query: { cursor } })).status);
    expect([200, 422]).toContain((await send(cast.agent, "readQueue", { query: { cursor } })).status);
  },
);

test("a restricted member's list has the own tickets, everybody else's that of the organisation", async () => {
  const { cast } = world();
  const body = { category: "issue", description: "For all of A" };
  const own = (await done(cast.restricted, "openTicket", { body })).number;
  const { number } = await done(cast.teammate, "openTicket", { body });
  const numbersOf = async (door: Door) =>
    (await done(door, "listTickets", {})).tickets.map((row) => row.number);
  expect(await numbersOf(cast.restricted)).toEqual([own]);
  expect(await numbersOf(cast.owner)).toEqual(expect.arrayContaining([own, number]));
  expect(await numbersOf(cast.admin)).toEqual(expect.arrayContaining([own, number]));
  expect(await numbersOf(cast.stranger)).not.toContain(number);
});
