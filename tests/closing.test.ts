import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { wakeEnded } from "../packages/server/src/verbs/clock/wake-ended.ts";
import { done, refused } from "./support/ask.ts";
import { useCast } from "./support/cast.ts";
import { openDesk, TestClock, type TestDesk } from "./support/desk.ts";
import { eventsOf } from "./support/events.ts";

/** The store's clock is turned back while a ticket ends, so that its 14 days are over when the test wants it. */
const DAY = 86_400_000;
const WINDOW = 14 * DAY;
const SOON = { timeout: 15_000, interval: 50 };
const clock = new TestClock("2026-01-05T10:00:00Z");
const world = useCast({ clock });
const others: TestDesk[] = [];

beforeEach(() => clock.run(0));
afterEach(async () => {
  for (const desk of others.splice(0)) await desk.stop();
});

const ISSUE = { category: "issue", severity: "3", description: "The restore stops half way" };
const END = { outcome: "answered", message: "Set max_size to 2." };

/** Tickets that were answered and ended this long ago. */
async function endedFor(ms: number, count = 1): Promise<number[]> {
  const { owner, agent } = world().cast;
  clock.run(-ms);
  const numbers: number[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const { number } = await done(owner, "openTicket", { body: ISSUE });
    await done(agent, "resolveTicket", { params: { number }, body: END });
    numbers.push(number);
  }
  clock.run(0);
  return numbers;
}

const query = (sql: string, values: unknown[] = []) => world().database.owner.query(sql, values);
const read = (number: number) => done(world().cast.owner, "readTicket", { params: { number } });
const closings = (number: number) => eventsOf(world().database, number, "ticket.closed");
const isClosed = async (number: number) => {
  await expect.poll(() => closings(number), SOON).toHaveLength(1);
  expect((await read(number)).state).toBe("closed");
};

describe("a ticket whose reopen window is over", () => {
  test("closes by itself, once though two desks watch, and stays where it stands in the list", async () => {
    others.push(await openDesk({ database: world().database, clock }));
    const [kept = 0] = await endedFor(WINDOW - DAY);
    const numbers = await endedFor(WINDOW - 2_500, 5);
    const before = await read(numbers[0] ?? 0);
    expect(before).toMatchObject({ state: "resolved", reply: { effect: "reopens" } });
    for (const number of numbers) await isClosed(number);
    const [event] = await closings(numbers[0] ?? 0);
    expect(event?.body).toMatchObject({ why: "window", since: Date.parse(before.changedAt) });
    for (const number of numbers) expect(await closings(number)).toHaveLength(1);
    expect(await read(numbers[0] ?? 0)).toMatchObject({
      state: "closed",
      outcome: { id: "answered" },
      changedAt: before.changedAt,
      reply: { effect: "follows-up", reopensUntil: null },
    });
    expect((await read(kept)).state).toBe("resolved");
    const { tickets } = await done(world().cast.owner, "listTickets", { query: {} });
    expect(tickets.find(({ number }) => number === numbers[0])).toMatchObject({
      state: "closed",
      outcome: { id: "answered" },
    });
  });

  test("is told in the conversation, to nobody by mail, and its clocks stand as they stood", async () => {
    const [number = 0] = await endedFor(WINDOW + 1);
    const promises = (await read(number)).promises;
    await isClosed(number);
    const seen = await read(number);
    expect(seen.timeline.at(-1)).toMatchObject({ kind: "ticket.closed", reason: "window", by: "" });
    expect(seen.promises).toEqual(promises);
    const { rows } = await query(
      `select 1 from troth.outbox o join troth.ticket t on o.body ->> 'ticket' = t.id::text
       join troth.event e on e.stream_id = t.id and e.seq = (o.body ->> 'seq')::int
       where t.number = $1 and e.kind = 'ticket.closed'`,
      [number],
    );
    expect(rows).toEqual([]);
  });

  test("a message opens a follow-up then, and what belongs to an open ticket is refused", async () => {
    const { owner, agent, stranger } = world().cast;
    const [number = 0] = await endedFor(WINDOW + 1);
    await isClosed(number);
    const params = { number };
    expect(await refused(stranger, "replyToTicket", { params, body: { text: "Hi" } })).toMatchObject({
      status: 404,
    });
    expect(await refused(owner, "askVideo", { params, body: { reason: "Talk" } })).toMatchObject({
      status: 409,
      reason: "video-closed",
    });
    expect(await refused(agent, "resolveTicket", { params, body: END })).toMatchObject({
      status: 409,
      reason: "resolve-closed",
    });
    const later = await done(owner, "replyToTicket", { params, body: { text: "It is back" } });
    expect(later.number).not.toBe(number);
    expect((await read(number)).state).toBe("closed");
  });

  test("woken before its time, for the window is longer by now, it waits for it and tells nothing", async () => {
    const [number = 0] = await endedFor(WINDOW - DAY);
    await query("update troth.ticket set attention_at = 1 where number = $1", [number]);
    const wake = async () => {
      const { rows } = await query("select attention_at as at from troth.ticket where number = $1", [number]);
      return Number(rows[0]?.at);
    };
    await expect.poll(wake, SOON).toBeGreaterThan(Date.now());
    expect(await closings(number)).toEqual([]);
  });
});

test("tickets that ended before there was a closing are closed as well, one after the other", async () => {
  const [young = 0] = await endedFor(DAY);
  const old = await endedFor(WINDOW + 30 * DAY, 3);
  for (const number of old) await isClosed(number);
  await query(
    `with e as (delete from troth.event where kind = 'ticket.closed' returning stream_id)
     update troth.ticket set state = 'resolved', attention_at = null,
       version = (select max(seq) from troth.event where stream_id = id and kind <> 'ticket.closed'),
       head = (select hash from troth.event where stream_id = id and kind <> 'ticket.closed' order by seq desc limit 1)
     where number = any ($1)`,
    [[young, ...old]],
  );
  const ctx = world().desk.system("test");
  expect(await wakeEnded(ctx)).toBe(4);
  expect(await wakeEnded(ctx)).toBe(0);
  for (const number of old) await isClosed(number);
  expect(await read(young)).toMatchObject({ state: "resolved", reply: { effect: "reopens" } });
});
