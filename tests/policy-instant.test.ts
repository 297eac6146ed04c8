import { beforeEach, describe, expect, test } from "vitest";
import { type Door, done } from "./support/ask.ts";
import { bundledPolicy, useCast } from "./support/cast.ts";
import { TestClock } from "./support/desk.ts";

const SECOND = 1_000;
const DAY = 86_400_000;
/** A Tuesday, 15:00 in New York. Each test has one of its own, for versions follow one another in time. */
let tuesday = Date.parse("2026-04-07T19:00:00.000Z");
const clock = new TestClock(new Date(tuesday).toISOString());
const world = useCast({ clock });
let version = "2024-09-02";

beforeEach(() => {
  tuesday += 7 * DAY;
  clock.set(tuesday - SECOND);
});

type Edit = readonly [from: string, to: string];

/** The four things that the policy says may change at any time (P129), each with what a customer sees of it. */
const EDITS: readonly {
  readonly what: string;
  readonly edits: readonly Edit[];
  readonly door: "launch" | "business" | "owner";
  /** What the page says before and after. */
  readonly page: readonly [before: string, after: string];
}[] = [
  {
    what: "kinds of support: a channel that every plan gains",
    edits: [
      ["  tickets: {", "  forum: { name: Town Square, kind: community }\n  tickets: {"],
      ["channels: [discord, ai-chat]", "channels: [discord, ai-chat, forum]"],
    ],
    door: "launch",
    page: ["", "Town Square"],
  },
  {
    what: "hours",
    edits: [['"09:00-17:00"', '"10:00-16:00"']],
    door: "owner",
    page: ["17:00", "16:00"],
  },
  {
    what: "response times",
    edits: [["within: 3 business days", "within: 5 business days"]],
    door: "business",
    page: ["3 business days", "5 business days"],
  },
  {
    what: "plans: a pricing plan that comes with another support plan",
    edits: [
      ["pricing: [launch, scale]", "pricing: scale"],
      ["    pricing: business\n", "    pricing: [business, launch]\n"],
    ],
    door: "launch",
    page: ["", ""],
  },
];

const edited: Edit[] = [];

/** Publishes the edits on top of all before them. */
async function publish(edits: readonly Edit[]): Promise<{ version: string; publishedAt: number }> {
  edited.push(...edits);
  version = `v${edited.length}`;
  const files = bundledPolicy({ "policy.yaml": [["version: 2024-09-02", `version: ${version}`], ...edited] });
  const { published, findings } = await done(world().cast.deskAdmin, "publishPolicy", { body: { files } });
  if (!published) throw new Error(JSON.stringify(findings));
  return { version, publishedAt: Date.parse(published.publishedAt) };
}

/** All that a customer can see of the policy at one instant. */
async function seen(door: Door) {
  const { origin } = world();
  const form = await done(door, "readTicketForm", {});
  const preview = await done(door, "previewTicket", { query: { category: "issue", severity: "2" } });
  const body = { category: "issue", severity: "2", description: "One of our branches is gone" };
  const { number, promise } = await done(door, "openTicket", { body });
  const { rows } = await world().database.owner.query<{ version: string; at: number; plan: string }>(
    `select policy_version as version, opened_at as at, plan from troth.ticket where number = $1`,
    [number],
  );
  return {
    number,
    page: await (await fetch(`${origin}/support`)).text(),
    form: form.me.workspace.policyVersion,
    plan: form.me.subscription.plan?.id,
    channels: form.me.channels.map(({ id, access }) => `${id} ${access}`),
    previewed: preview.promise,
    promised: promise,
    row: rows[0],
  };
}

describe("P129 P130 one instant separates two versions", () => {
  test.for(EDITS)("$what", async ({ edits, door, page }) => {
    const before = version;
    const customer = world().cast[door];
    const old = await seen(customer);
    clock.set(tuesday);
    const { publishedAt } = await publish(edits);
    expect(publishedAt).toBe(tuesday);
    clock.set(tuesday + SECOND);
    const now = await seen(customer);
    // Page, form, preview, promise and the row in the database say the same, each on its side of the instant.
    for (const [side, named] of [
      [old, before],
      [now, version],
    ] as const) {
      expect(side.page).toContain(`Version ${named}`);
      expect(side.form).toBe(named);
      expect(side.previewed?.policyVersion).toBe(named);
      expect(side.promised).toEqual(side.previewed);
      expect(side.row?.version).toBe(named);
      expect(side.row?.plan).toBe(side.plan);
    }
    expect([old.row?.at, now.row?.at]).toEqual([tuesday - SECOND, tuesday + SECOND]);
    expect([old.page.includes(page[1]), now.page.includes(page[1])]).toEqual([page[1] === "", true]);
    expect(old.page).toContain(page[0]);
    const told = (side: typeof old) => [
      side.plan,
      side.channels,
      side.promised?.dueAt,
      side.promised?.target,
    ];
    expect(told(now)).not.toEqual(told(old));
    // The old version is what it was, at its own address.
    const kept = await (await fetch(`${world().origin}/support/${before}`)).text();
    expect(kept).toContain("no longer in force");
    expect(kept).toContain(page[0]);
    expect(page[1] !== "" && kept.includes(page[1])).toBe(false);
  });

  test("in the database, no ticket that was opened before an instant carries what came at it, and none after what went", async () => {
    const { rows } = await world().database.owner.query<{ version: string; expected: string }>(
      `select t.policy_version as version, (
         select v.version from troth.policy_version v
         where v.workspace_id = t.workspace_id and v.published_at <= t.opened_at order by v.published_at desc limit 1
       ) as expected from troth.ticket t`,
    );
    expect(rows.length).toBe(2 * EDITS.length);
    expect(rows.filter(({ version: carried, expected }) => carried !== expected)).toEqual([]);
  });
});
