import { beforeEach, describe, expect, test } from "vitest";
import { done, refused } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";

const MONDAY = "2026-03-02T15:00:00Z";
const clock = new TestClock(MONDAY);
const world = useCast({ clock });
const ISSUE = { category: "issue", description: "The nightly copy stops" };

beforeEach(() => clock.set(MONDAY));

const read = (number: number) => done(world().cast.owner, "readTicket", { params: { number } });
const reply = (number: number, more: object = {}) =>
  done(world().cast.agent, "replyAsAgent", {
    params: { number },
    body: { text: "Glad to hear it, thank you.", ...more },
  });

/** A ticket that its customer took back, or that an agent ended. */
async function ended(by: "customer" | "agent"): Promise<number> {
  const { owner, agent } = world().cast;
  const { number } = await done(owner, "openTicket", { body: ISSUE });
  const params = { number };
  if (by === "customer") await done(owner, "takeBackTicket", { params, body: { text: "Our firewall." } });
  else await done(agent, "resolveTicket", { params, body: { outcome: "answered", message: "It runs." } });
  return number;
}

describe("an agent writes on a ticket that has ended", () => {
  test.for(["customer", "agent"] as const)(
    "a friendly word leaves it ended, nobody waits and nobody is reminded (ended by the %s)",
    async (by) => {
      const number = await ended(by);
      const before = await read(number);
      expect(await reply(number)).toMatchObject({ state: "resolved" });
      const after = await read(number);
      expect(after).toMatchObject({ state: "resolved", outcome: before.outcome });
      expect(after.proceedings.wait).toBeNull();
      clock.set("2026-03-06T15:00:00Z");
      expect((await read(number)).proceedings.wait).toBeNull();
    },
  );

  test("asking for something opens it again, takes the outcome back and says so in the conversation", async () => {
    const number = await ended("customer");
    await reply(number, { text: "One thing, please:", asksFor: ["The log of the import"] });
    const { state, outcome, proceedings, timeline } = await read(number);
    expect([state, outcome]).toEqual(["waiting-on-customer", null]);
    expect(proceedings.wait?.items).toEqual(["The log of the import"]);
    expect(timeline.map(({ kind }) => kind)).toContain("ticket.reopened");
    expect(timeline.find(({ kind }) => kind === "ticket.reopened")?.by).toBe("Agent agent");
    await done(world().cast.agent, "resolveTicket", {
      params: { number },
      body: { outcome: "answered", message: "Done." },
    });
    expect((await read(number)).state).toBe("resolved");
  });

  test("after the time to open it again a word stays a word, and asking is refused in words", async () => {
    const number = await ended("agent");
    clock.set("2026-03-20T15:00:00Z");
    const params = { number };
    const body = { text: "One thing, please:", asksFor: ["The log"] };
    expect(await refused(world().cast.agent, "replyAsAgent", { params, body })).toMatchObject({
      status: 422,
      reason: "ask-after-window",
      fields: [{ path: "asksFor" }],
    });
    await reply(number);
    const { state, proceedings } = await read(number);
    expect(["resolved", "closed"]).toContain(state);
    expect(proceedings.wait).toBeNull();
  });
});
