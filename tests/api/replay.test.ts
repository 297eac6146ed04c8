import { beforeAll, describe, expect, test } from "vitest";
import { type Door, done, refused } from "../support/ask.ts";
import { bundledPolicy, useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";
import { dump } from "../support/events.ts";

/** A Tuesday, 10:00 in New York. */
const TUESDAY = Date.parse("2026-04-07T14:00:00.000Z");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const clock = new TestClock(new Date(TUESDAY).toISOString());
const world = useCast({ clock });

type Changes = readonly (readonly [from: string, to: string])[];

const draft = (changes: Changes = []) =>
  bundledPolicy({ "policy.yaml": [["version: 2024-09-02", "version: draft"], ...changes] });
const replay = (changes: Changes, more: { days?: number; cursor?: string } = {}) =>
  done(world().cast.deskAdmin, "replayPolicy", { body: { files: draft(changes), ...more } });

const numbers: Record<string, number> = {};

/** Opens a ticket at an instant and answers it so many hours later, if at all. */
async function story(name: string, door: Door, body: object, answeredAfter: number | null): Promise<void> {
  const opened = {
    category: "issue",
    description: "It stands still",
    isBusinessImpactUnknown: true,
    ...body,
  };
  const { number } = await done(door, "openTicket", { body: opened });
  numbers[name] = number;
  const openedAt = clock.now();
  if (answeredAfter !== null) {
    clock.set(openedAt + answeredAfter * HOUR);
    await done(world().cast.agent, "replyAsAgent", { params: { number }, body: { text: "Here" } });
  }
  clock.set(openedAt + HOUR / 60);
}

beforeAll(async () => {
  const { owner, stranger, business, launch } = world().cast;
  await story("old", business, {}, 1);
  clock.set(TUESDAY + 42 * DAY);
  await story("critical", owner, { severity: "1" }, 1);
  await story("gold", stranger, { severity: "1" }, 2);
  await story("prioritised", business, { severity: "3" }, 26);
  await story("question", launch, { category: "question" }, null);
  clock.set(TUESDAY + 49 * DAY);
});

const find = <T extends { number: number }>(tickets: readonly T[], name: string) =>
  tickets.find(({ number }) => number === numbers[name]);

async function mailsUnderWay(): Promise<number> {
  const { rows } = await world().database.owner.query<{ count: number }>(
    "select count(*) as count from troth.outbox where try_at is not null",
  );
  return Number(rows[0]?.count);
}

describe("a replay of the past under a draft", () => {
  test("is refused to whoever may not publish, and without a draft or with two", async () => {
    const { agent, owner, deskAdmin } = world().cast;
    const body = { files: draft(), days: 30 };
    expect((await refused(agent, "replayPolicy", { body })).status).toBe(403);
    expect((await refused(owner, "replayPolicy", { body })).status).toBe(403);
    expect((await refused(deskAdmin, "replayPolicy", { body: { days: 30 } })).status).toBe(422);
    const many = { body: { ...body, days: 367 } };
    expect((await refused(deskAdmin, "replayPolicy", many)).status).toBe(422);
    const odd = { body: { ...body, cursor: "first" } };
    expect((await refused(deskAdmin, "replayPolicy", odd)).status).toBe(422);
  });

  test("of the policy in force finds every promise as it was, and nothing changed", async () => {
    const { summary, tickets, ...rest } = await replay([]);
    expect(rest).toMatchObject({ isRunnable: true, nextCursor: null });
    expect(Date.parse(rest.to) - Date.parse(rest.from)).toBe(30 * DAY);
    expect(tickets).toEqual([]);
    expect(summary).toMatchObject({
      tickets: 4,
      changed: 0,
      untold: 0,
      entitlement: { open: 4, redirected: 0, refused: 0 },
      dues: { earlier: 0, later: 0, same: 4, gained: 0, lost: 0 },
    });
    expect(summary?.promises.after).toEqual(summary?.promises.before);
    expect(summary?.promises.before).toMatchObject({ promises: 4, kept: 2, missed: 1, late: 1 });
  });

  test("P129 tells which tickets would have had another due or outcome, per plan and severity, before and after", async () => {
    const { summary, tickets } = await replay([
      ["1: { standard: 2 business hours", "1: { standard: 1 business hour"],
      ["within: 3 business days", "within: 1 business day"],
    ]);
    expect(summary).toMatchObject({ tickets: 4, changed: 3, dues: { earlier: 3, later: 0, same: 1 } });
    expect(find(tickets, "critical")).toMatchObject({
      organisation: { id: "org-a", name: "Organisation a" },
      planBefore: "Enterprise Standard",
      planAfter: "Enterprise Standard",
      severityBefore: "Critical",
      clocks: [{ metric: "first-response", outcomeBefore: "kept", outcomeAfter: "missed" }],
    });
    expect(find(tickets, "prioritised")?.clocks).toMatchObject([
      { outcomeBefore: "kept", outcomeAfter: "late" },
    ]);
    expect(find(tickets, "gold")).toBeUndefined();
    const group = summary?.groups.find(
      ({ plan, severity }) => plan.id === "enterprise" && severity.id === "1",
    );
    expect(group).toMatchObject({
      plan: { name: "Enterprise" },
      severity: { name: "Critical" },
      before: { tickets: 2, promises: 2, kept: 1, missed: 1 },
      after: { tickets: 2, promises: 2, kept: 0, missed: 2 },
    });
    const bins = summary?.shifts.filter(({ count }) => count > 0) ?? [];
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(4);
    expect(bins).toContainEqual({ fromMs: 0, toMs: 0, count: 1 });
    expect(bins).toContainEqual({ fromMs: -HOUR, toMs: 0, count: 1 });
  });

  test("names the tickets that would not have been open, with clause and reason", async () => {
    const { summary, tickets } = await replay([
      ["pricing: [launch, scale]", "pricing: scale"],
      ["    pricing: free\n", "    pricing: [free, launch]\n"],
    ]);
    expect(summary?.entitlement).toEqual({ open: 3, redirected: 1, refused: 0 });
    expect(find(tickets, "question")).toMatchObject({
      planBefore: "Standard",
      planAfter: null,
      entitlement: { decision: "redirect", reason: "plan-lacks-channel", clause: { id: expect.any(String) } },
    });
  });

  test("counts what cannot be told, with the reason, and guesses nothing", async () => {
    const { summary, tickets } = await replay([
      [
        "  question: { name: Question, description: How something works, default-severity: 4, warns-at: [1, 2] }\n",
        "",
      ],
      [", from: category.question }", " }"],
    ]);
    expect(summary).toMatchObject({ tickets: 4, changed: 0, untold: 1 });
    expect(summary?.untoldFor).toEqual([
      { reason: "category-unknown", message: expect.stringContaining("category"), count: 1 },
    ]);
    expect(find(tickets, "question")).toMatchObject({
      untold: { reason: "category-unknown" },
      severityAfter: null,
    });
  });

  test("looks no further back than it is asked, and at tickets of today within one day", async () => {
    expect((await replay([], { days: 60 })).summary?.tickets).toBe(5);
    expect((await replay([], { days: 1 })).summary?.tickets).toBe(0);
  });

  test("of a stored draft is that of its files; one with errors tells the findings", async () => {
    const { deskAdmin } = world().cast;
    const changes: Changes = [["within: 3 business days", "within: 1 business day"]];
    const { draft: stored } = await done(deskAdmin, "createPolicyDraft", {
      body: { name: "Faster", files: draft(changes) },
    });
    const byId = await done(deskAdmin, "replayPolicy", { body: { draft: stored.id, days: 30 } });
    expect(byId.summary).toEqual((await replay(changes)).summary);
    const broken = await done(deskAdmin, "replayPolicy", { body: { files: { "policy.yaml": "policy: [" } } });
    expect(broken).toMatchObject({ isRunnable: false, summary: null, tickets: [] });
    expect(broken.findings.length).toBeGreaterThan(0);
  });

  test("stores nothing", async () => {
    // Mails of before are on their way; they are none of the replay's.
    await expect.poll(mailsUnderWay).toBe(0);
    // The job runner keeps time in tables of its own.
    const stored = async () =>
      (await dump(world().database)).filter(
        (line) => !line.includes("session") && !line.startsWith("pgboss."),
      );
    const before = await stored();
    await replay([["within: 3 business days", "within: 1 business day"]]);
    expect((await stored()).toSorted()).toEqual(before.toSorted());
  });

  test("lists 200 at a time, each ticket once; later pages have no figures", async () => {
    const { business } = world().cast;
    const body = { category: "issue", description: "Again" };
    for (let at = 0; at < 230; at += 1) await done(business, "openTicket", { body });
    const changes: Changes = [["within: 3 business days", "within: 1 business day"]];
    const first = await replay(changes, { days: 2 });
    expect([first.tickets.length, first.summary?.changed]).toEqual([200, 230]);
    const second = await replay(changes, { days: 2, cursor: first.nextCursor ?? "" });
    expect([second.tickets.length, second.summary, second.nextCursor]).toEqual([30, null, null]);
    const all = [...first.tickets, ...second.tickets].map(({ number }) => number);
    expect(all).toEqual([...new Set(all)].toSorted((a, b) => b - a));
  });
});
