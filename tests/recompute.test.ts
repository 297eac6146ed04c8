import { beforeEach, describe, expect, test } from "vitest";
import { recompute } from "../packages/server/src/verbs/clock/recompute.ts";
import { type Door, done, send } from "./support/ask.ts";
import { bundledPolicy, useCast } from "./support/cast.ts";
import { TestClock } from "./support/desk.ts";
import { brokenChains, eventsOf } from "./support/events.ts";

/** A Tuesday, 16:00 in New York. Each test has one of its own, for versions follow one another in time. */
let tuesday = Date.parse("2026-04-07T20:00:00.000Z");
const WEEK = 7 * 86_400_000;
const SOON = { timeout: 20_000, interval: 50 };
const HOUR = 3_600_000;
const clock = new TestClock(new Date(tuesday).toISOString());
const world = useCast({ clock });
let version = 0;

beforeEach(() => {
  tuesday += WEEK;
  clock.set(tuesday);
});

/** An instant after that Tuesday, 16:00. */
const after = (hours: number): string => new Date(tuesday + hours * HOUR).toISOString();

type Changes = readonly (readonly [from: string, to: string])[];

const HOURS = '"09:00-17:00"';
const SHORTER: Changes = [[HOURS, '"10:00-16:00"']];
const LONGER: Changes = [[HOURS, '"08:00-18:00"']];

function draft(changes: Changes) {
  version += 1;
  return bundledPolicy({ "policy.yaml": [["version: 2024-09-02", `version: next-${version}`], ...changes] });
}

/** Publishes and waits until every open ticket was computed again. */
async function publish(changes: Changes) {
  const { published, findings } = await done(world().cast.deskAdmin, "publishPolicy", {
    body: { files: draft(changes) },
  });
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  const latest = async () => (await done(world().cast.agent, "listRecomputes", {})).recomputes[0];
  await expect.poll(async () => (await latest())?.finishedAt ?? null, SOON).not.toBeNull();
  const last = await latest();
  expect(last?.policyVersion).toBe(published?.version);
  return last;
}

const open = (door: Door, severity: string) =>
  done(door, "openTicket", {
    body: { category: "issue", severity, description: "All down", isBusinessImpactUnknown: true },
  });

const promiseOf = async (number: number) =>
  (await done(world().cast.agent, "readDeskTicket", { params: { number } })).promises[0];

describe("P129 P130 a version that is published while tickets are open", () => {
  test("C9 shorter hours: time used stays, the rest counts on the new ones, and who waits longer is told", async () => {
    const { owner, agent } = world().cast;
    const { number, promise } = await open(owner, "1");
    expect(promise?.dueAt).toBe(after(18));
    clock.set(after(5));
    const progress = await publish(SHORTER);
    expect(progress?.later).toBeGreaterThanOrEqual(1);
    expect(progress?.done).toBe(progress?.total);
    expect(await promiseOf(number)).toMatchObject({
      dueAt: after(19),
      history: [{ why: "schedule-changed", dueFrom: after(18) }],
    });
    const { timeline } = await done(owner, "readTicket", { params: { number } });
    expect(timeline).toMatchObject([{ kind: "promise.moved", from: after(18), to: after(19) }]);
    expect(await eventsOf(world().database, number, "promise.moved")).toHaveLength(1);
    clock.run(0);
    const mail = async () =>
      (await world().mails()).filter(({ subject }) => subject.includes(`ticket ${number}`));
    await expect.poll(mail, SOON).toHaveLength(1);
    expect((await mail())[0]?.text).toContain("Wed, 15 Apr 2026, 15:00 UTC");
    await done(agent, "replyAsAgent", { params: { number }, body: { text: "Here" } });
  });

  test("C8 longer hours: an earlier due holds at once, and nobody is written to for it", async () => {
    await publish([]);
    const { number } = await open(world().cast.owner, "1");
    const before = await promiseOf(number);
    clock.set(after(5));
    await publish(LONGER);
    const now = await promiseOf(number);
    expect(Date.parse(now?.dueAt ?? "")).toBeLessThan(Date.parse(before?.dueAt ?? ""));
    const { rows } = await world().database.owner.query(
      "select 1 from troth.outbox where kind = 'promise-moved' and body->>'ticket' = (select id::text from troth.ticket where number = $1)",
      [number],
    );
    expect(rows).toEqual([]);
  });

  test("an answered ticket keeps its record, and a due that passed is final", async () => {
    await publish([]);
    const { owner, agent } = world().cast;
    const answered = await open(owner, "1");
    await done(agent, "replyAsAgent", { params: { number: answered.number }, body: { text: "Here" } });
    const late = await open(owner, "1");
    clock.set(after(42));
    await publish(LONGER);
    expect(await promiseOf(answered.number)).toMatchObject({ state: "met", dueAt: answered.promise?.dueAt });
    expect(await promiseOf(late.number)).toMatchObject({ state: "breached", dueAt: late.promise?.dueAt });
  });

  test("a ticket that somebody changes meanwhile is computed under the new version by whoever comes first", async () => {
    await publish([]);
    const { owner, agent } = world().cast;
    const tickets = await Promise.all(Array.from({ length: 20 }, () => open(owner, "2")));
    clock.set(after(5));
    const notes = tickets.map(({ number }) =>
      done(agent, "noteTicket", { params: { number }, body: { text: "Looking" } }),
    );
    await Promise.all([publish(SHORTER), ...notes]);
    for (const { number } of tickets) {
      expect(await eventsOf(world().database, number, "promise.moved")).toHaveLength(1);
      expect((await promiseOf(number))?.dueAt).toBe((await promiseOf(tickets[0]?.number ?? 0))?.dueAt);
    }
    expect((await brokenChains(world().database)).breaks).toEqual([]);
  });

  test("two nodes may do it at once: each move is told once, and the sums are right", async () => {
    await publish([]);
    const { owner } = world().cast;
    const tickets = await Promise.all(Array.from({ length: 12 }, () => open(owner, "2")));
    clock.set(after(5));
    const system = world().desk.system("test");
    const [progress] = await Promise.all([
      publish(SHORTER),
      ...Array.from({ length: 3 }, () => recompute(system)),
    ]);
    for (const { number } of tickets) {
      expect(await eventsOf(world().database, number, "promise.moved")).toHaveLength(1);
    }
    expect(progress?.done).toBe(progress?.total);
  });
});

describe("a draft", () => {
  test("P129 says which open tickets it would move, and how, and changes nothing", async () => {
    await publish([]);
    const { owner, deskAdmin } = world().cast;
    const { number, promise } = await open(owner, "1");
    clock.set(after(5));
    const tried = await done(deskAdmin, "tryPolicy", { body: { files: draft(SHORTER) } });
    expect(tried.isRunnable).toBe(true);
    expect(tried.later).toBeGreaterThanOrEqual(1);
    expect(tried.moved).toContainEqual({
      number,
      organisation: "Organisation a",
      metric: "first-response",
      dueFrom: promise?.dueAt,
      dueTo: after(19),
    });
    expect((await promiseOf(number))?.dueAt).toBe(promise?.dueAt);
  });

  test("with errors in it tells the findings, and moves nothing", async () => {
    const tried = await done(world().cast.deskAdmin, "tryPolicy", {
      body: { files: draft([["zone: America/New_York", "zone: America/Nowhere"]]) },
    });
    expect(tried).toMatchObject({ isRunnable: false, looked: 0, moved: [] });
    expect(tried.findings.some(({ severity }) => severity === "error")).toBe(true);
  });

  test("is begun with the folder of the version in force, by an administrator alone", async () => {
    const { deskAdmin, agent } = world().cast;
    const { files, version: inForce } = await done(deskAdmin, "readPolicySource", {});
    expect(files["policy.yaml"]).toContain(`version: ${inForce.version}`);
    expect((await send(agent, "readPolicySource", {})).status).toBe(403);
    expect((await send(agent, "tryPolicy", { body: { files } })).status).toBe(403);
  });
});

describe("a calendar", () => {
  const year = (of: string | undefined) =>
    done(world().cast.visitor, "readCalendar", {
      params: { calendar: "normal-business-hours" },
      query: of === undefined ? {} : { year: of },
    });

  test("shows a year of open hours, holidays by name and the days on which clocks change", async () => {
    const shown = await year("2026");
    expect(shown.days).toHaveLength(365);
    const on = (date: string) => shown.days.find((day) => day.on === date);
    expect(on("2026-07-03")).toMatchObject({
      kind: "holiday",
      name: "Independence Day (observed)",
      openMs: 0,
      hours: [],
    });
    expect(on("2026-07-06")).toMatchObject({ kind: "open", openMs: 8 * HOUR });
    expect(on("2026-07-04")).toMatchObject({ kind: "closed", name: null });
    expect(on("2026-03-08")?.clockChangeMs).toBe(HOUR);
    expect(on("2026-11-01")?.clockChangeMs).toBe(-HOUR);
    expect(shown.openMs).toBe(shown.days.filter(({ kind }) => kind === "open").length * 8 * HOUR);
    expect(shown.holidaysThrough).toBe("2028-12-31");
  });

  test("says that its list of holidays ends soon, thirteen months ahead", async () => {
    clock.set("2027-11-30T12:00:00Z");
    expect((await year(undefined)).isListEnding).toBe(false);
    clock.set("2027-12-01T12:00:00Z");
    expect(await year(undefined)).toMatchObject({ year: 2027, isListEnding: true });
  });

  test("that is not there, or of a year that cannot be, is refused", async () => {
    const { visitor } = world().cast;
    expect((await send(visitor, "readCalendar", { params: { calendar: "nobody" } })).status).toBe(404);
    expect(
      (
        await send(visitor, "readCalendar", {
          params: { calendar: "normal-business-hours" },
          query: { year: "9999" },
        })
      ).status,
    ).toBe(422);
  });
});
