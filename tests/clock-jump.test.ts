import { expect, test } from "vitest";
import { done } from "./support/ask.ts";
import { useCast } from "./support/cast.ts";
import { openDesk, TestClock } from "./support/desk.ts";
import { brokenChains, eventsOf } from "./support/events.ts";

/** The database's clock jumps, as it does when a machine is moved or its time is set; two desks are at work. */
const HOUR = 3_600_000;
const SOON = { timeout: 15_000, interval: 50 };
const clock = new TestClock();
// The vendor told of its customers long before.
clock.run(-6 * HOUR);
const world = useCast({ clock });

async function jumpTo(shift: number): Promise<void> {
  await world().database.owner.query(
    `create or replace function troth.now_ms() returns bigint language sql volatile as
     $$ select (extract(epoch from clock_timestamp()) * 1000)::bigint + ${Math.trunc(shift)} $$`,
  );
  clock.run(shift);
}

const URGENT = { category: "issue", severity: "1", description: "All down", isBusinessImpactUnknown: true };
const breachesOf = (number: number) => eventsOf(world().database, number, "clock.breached");

test("a jump forward and back again breaches once, loses no answer, and no ticket's events go back in time", async () => {
  await jumpTo(0);
  const other = await openDesk({ database: world().database, clock });
  try {
    const { stranger, agent } = world().cast;
    const late = await done(stranger, "openTicket", { body: URGENT });
    const answered = await done(stranger, "openTicket", { body: URGENT });
    await jumpTo(3 * HOUR);
    await expect.poll(() => breachesOf(late.number), SOON).toHaveLength(1);
    await expect.poll(() => breachesOf(answered.number), SOON).toHaveLength(1);
    await jumpTo(-2 * HOUR);
    const young = await done(stranger, "openTicket", { body: URGENT });
    await done(agent, "replyAsAgent", { params: { number: answered.number }, body: { text: "Here" } });
    await done(agent, "replyAsAgent", { params: { number: young.number }, body: { text: "Here" } });
    await jumpTo(0);
    await done(agent, "noteTicket", { params: { number: young.number }, body: { text: "Done" } });
    const shown = await done(agent, "readDeskTicket", { params: { number: answered.number } });
    expect(shown.promises[0]).toMatchObject({ state: "breached" });
    expect(shown.promises[0]?.stoppedAt).not.toBeNull();
    expect(
      (await done(agent, "readDeskTicket", { params: { number: young.number } })).promises[0],
    ).toMatchObject({
      state: "met",
    });
    expect(await breachesOf(late.number)).toHaveLength(1);
    const { rows } = await world().database.owner.query(
      `select stream_id from (select stream_id, at, lag(at) over (partition by stream_id order by seq) as before
         from troth.event where stream = 'ticket') e where at < before`,
    );
    expect(rows).toEqual([]);
    expect((await brokenChains(world().database)).breaks).toEqual([]);
  } finally {
    await other.stop();
  }
});
