import { beforeEach, describe, expect, test } from "vitest";
import { done, refused } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";

const MONDAY = "2026-03-02T15:00:00Z";
const DUE = "2026-03-02T15:01:00.000Z";
const AFTER_DUE = "2026-03-02T15:02:00Z";
const LATER = "2026-03-02T18:00:00.000Z";
const clock = new TestClock(MONDAY);
const world = useCast({ clock });
const ISSUE = { category: "issue", description: "The restore stops half way", severity: "3" } as const;
const END = { outcome: "answered", message: "It works again." };

beforeEach(() => clock.set(MONDAY));

const give = (number: number, by: string) =>
  done(world().cast.agent, "giveWord", { params: { number }, body: { by, text: null } });

async function promised(): Promise<number> {
  const { number } = await done(world().cast.owner, "openTicket", { body: ISSUE });
  await give(number, DUE);
  return number;
}

async function record(number: number) {
  const { timeline } = await done(world().cast.owner, "readTicket", { params: { number } });
  return timeline.filter(({ kind }) => kind.startsWith("word.") || kind === "ticket.resolved");
}
const kinds = async (number: number) => (await record(number)).map(({ kind }) => kind);

describe("an agent's own word is kept or missed on record", () => {
  test("missed, before a new one is given", async () => {
    const number = await promised();
    clock.set(AFTER_DUE);
    await give(number, LATER);
    expect(await kinds(number)).toEqual(["word.given", "word.missed", "word.given"]);
    expect((await record(number)).at(-1)).toMatchObject({ from: null, to: LATER });
  });

  test("missed, and then there is none to take back", async () => {
    const number = await promised();
    clock.set(AFTER_DUE);
    const params = { number };
    expect(await refused(world().cast.agent, "withdrawWord", { params })).toMatchObject({
      status: 409,
      reason: "no-word",
    });
    await done(world().cast.agent, "noteTicket", { params, body: { text: "Ask again tomorrow" } });
    expect(await kinds(number)).toEqual(["word.given", "word.missed"]);
  });

  test("missed, before the ticket is ended", async () => {
    const number = await promised();
    clock.set(AFTER_DUE);
    await done(world().cast.agent, "resolveTicket", { params: { number }, body: END });
    expect(await kinds(number)).toEqual(["word.given", "word.missed", "ticket.resolved"]);
  });

  test("kept, by the message that ends the ticket in time", async () => {
    const number = await promised();
    await done(world().cast.agent, "resolveTicket", { params: { number }, body: END });
    expect(await kinds(number)).toEqual(["word.given", "word.kept", "ticket.resolved"]);
  });

  test("moved before it is due, with the time that it was promised for", async () => {
    const number = await promised();
    await give(number, LATER);
    expect(await record(number)).toMatchObject([
      { kind: "word.given", from: null, to: DUE },
      { kind: "word.given", from: DUE, to: LATER },
    ]);
  });
});
