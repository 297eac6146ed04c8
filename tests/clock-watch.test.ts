import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { refreshTickets } from "../packages/server/src/verbs/clock/refresh-tickets.ts";
import { type Door, done } from "./support/ask.ts";
import { useCast } from "./support/cast.ts";
import { openDesk, TestClock, type TestDesk } from "./support/desk.ts";
import { eventsOf } from "./support/events.ts";
import { follow } from "./support/sse.ts";

/**
 * Gold has an hour for severity 1, round the clock. The store's clock is turned back while a ticket is opened, so
 * that it is as old as the test wants it; then it runs with the database's again, which is the one that wakes.
 */
const HOUR = 3_600_000;
const SOON = { timeout: 15_000, interval: 50 };
const clock = new TestClock("2026-01-05T10:00:00Z");
const world = useCast({ clock });
const others: TestDesk[] = [];

beforeEach(() => clock.run(0));
afterEach(async () => {
  for (const desk of others.splice(0)) await desk.stop();
});

async function anotherDesk(): Promise<TestDesk> {
  const desk = await openDesk({ database: world().database, clock });
  others.push(desk);
  return desk;
}

const URGENT = { category: "issue", severity: "1", description: "All down", isBusinessImpactUnknown: true };

/** Opens tickets that fall due `inMs` from now; below zero: long ago. */
async function openDueIn(inMs: number, count = 1, door: Door = world().cast.stranger) {
  clock.run(inMs - HOUR);
  const opened = await Promise.all(
    Array.from({ length: count }, () => done(door, "openTicket", { body: URGENT })),
  );
  clock.run(0);
  return opened.map(({ number, promise }) => ({ number, dueAt: Date.parse(promise?.dueAt ?? "") }));
}

const breachesOf = (number: number) => eventsOf(world().database, number, "clock.breached");
const idOf = async (number: number) => {
  const { rows } = await world().database.owner.query<{ id: string }>(
    "select id from troth.ticket where number = $1",
    [number],
  );
  return rows[0]?.id ?? "";
};

describe("a clock that nobody stopped", () => {
  test("is told as breached once, within five seconds of its due, and live", async () => {
    const agent = await follow(world().cast.agent, "/v1/desk/stream");
    const [ticket] = await openDueIn(1_500);
    const { number = 0, dueAt = 0 } = ticket ?? {};
    await expect
      .poll(() => agent.lines.map(({ ticket: one, kind }) => [one, kind]), SOON)
      .toContainEqual([number, "clock.breached"]);
    agent.close();
    const [event] = await breachesOf(number);
    expect(event?.body).toMatchObject({ metric: "first-response", firmness: "commitment", dueAt });
    expect(event?.at).toBeGreaterThanOrEqual(dueAt);
    expect((event?.at ?? 0) - dueAt).toBeLessThan(5_000);
    const desk = await done(world().cast.agent, "readDeskTicket", { params: { number } });
    expect(desk.promises).toMatchObject([{ state: "breached", stoppedAt: null }]);
    const late = await done(world().cast.agent, "readQueue", { query: { view: "late" } });
    expect(late.rows.map((row) => row.number)).toContain(number);
  });

  test("is told once though two desks watch, for thirty that fall due in one moment", async () => {
    await anotherDesk();
    const tickets = await openDueIn(1_500, 30);
    for (const { number, dueAt } of tickets) {
      await expect.poll(() => breachesOf(number), SOON).toHaveLength(1);
      const [event] = await breachesOf(number);
      expect((event?.at ?? 0) - dueAt).toBeLessThan(5_000);
    }
    for (const { number } of tickets) expect(await breachesOf(number)).toHaveLength(1);
  });

  test("is found within five seconds though the doorbell was lost", async () => {
    const agent = await follow(world().cast.agent, "/v1/desk/stream");
    const [ticket] = await openDueIn(HOUR);
    const { number = 0, dueAt = 0 } = ticket ?? {};
    await expect.poll(() => agent.lines.map(({ ticket: one }) => one), SOON).toContain(number);
    agent.close();
    clock.run(HOUR);
    // Due in a moment by both clocks, and nobody is told.
    await world().database.owner.query(
      "update troth.commitment set wake_at = troth.now_ms() + 1500 where ticket_id = $1",
      [await idOf(number)],
    );
    await expect.poll(() => breachesOf(number), SOON).toHaveLength(1);
    const [event] = await breachesOf(number);
    expect((event?.at ?? 0) - dueAt).toBeLessThan(1_500 + 5_000);
  });

  test("is told once, however many ask at the same moment", async () => {
    const [ticket] = await openDueIn(-600_000);
    const { number = 0 } = ticket ?? {};
    const id = await idOf(number);
    const { desk } = await anotherDesk();
    const ask = (at: number) =>
      refreshTickets((at % 2 ? desk : world().desk).system("test"), { tickets: [id] });
    await Promise.all(Array.from({ length: 20 }, (_none, at) => ask(at)));
    expect(await breachesOf(number)).toHaveLength(1);
  });

  test("P063 on a plan with an expectation it is late, and never a breach of a commitment", async () => {
    const { launch, agent } = world().cast;
    clock.set("2026-01-06T10:00:00Z");
    const { number } = await done(launch, "openTicket", { body: { ...URGENT, severity: "3" } });
    clock.run(0);
    await expect.poll(() => breachesOf(number), SOON).toHaveLength(1);
    expect((await breachesOf(number))[0]?.body).toMatchObject({ firmness: "expectation" });
    const { promises } = await done(agent, "readDeskTicket", { params: { number } });
    expect(promises).toMatchObject([{ firmness: "expectation" }]);
  });
});

describe("an answer", () => {
  const MONDAY = "2026-03-02T15:00:00.000Z";
  const DUE = Date.parse(MONDAY) + HOUR;

  async function answeredAt(at: number) {
    const { stranger, agent } = world().cast;
    clock.set(MONDAY);
    const { number } = await done(stranger, "openTicket", { body: URGENT });
    clock.set(at);
    await done(agent, "replyAsAgent", { params: { number }, body: { text: "Here" } });
    return number;
  }

  test("P070 just before the due keeps the promise: nothing is told, and nobody need look again", async () => {
    const number = await answeredAt(DUE - 1);
    expect(await breachesOf(number)).toEqual([]);
    const { rows } = await world().database.owner.query(
      "select wake_at, state from troth.commitment where ticket_id = $1",
      [await idOf(number)],
    );
    expect(rows).toEqual([{ wake_at: null, state: "met" }]);
  });

  test("P070 at the due is late: the breach is told with it, once, as of the due", async () => {
    const number = await answeredAt(DUE);
    await refreshTickets(world().desk.system("test"), { tickets: [await idOf(number)] });
    expect(await breachesOf(number)).toMatchObject([{ at: DUE, body: { dueAt: DUE } }]);
  });
});

// The last one: it stops the desk of this file.
test("a due that passed while every desk was down is told within five seconds of the next start, once", async () => {
  const { stranger } = world().cast;
  clock.run(-2 * HOUR);
  const { number } = await done(stranger, "openTicket", { body: URGENT });
  await world().desk.stop();
  clock.run(0);
  expect(await breachesOf(number)).toEqual([]);
  await Promise.all([anotherDesk(), anotherDesk()]);
  const startedAt = Date.now();
  await expect.poll(() => breachesOf(number), SOON).toHaveLength(1);
  const [event] = await breachesOf(number);
  expect((event?.at ?? 0) - startedAt).toBeLessThan(5_000);
  expect(event?.body.dueAt).toBeLessThan(startedAt - HOUR / 2);
});
