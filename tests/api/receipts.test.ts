import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { PolicyFiles } from "@troth/policy";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Door, done, send } from "../support/ask.ts";
import { bundledPolicy, useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";

/** A Tuesday, 15:00 in New York. */
const TUESDAY = Date.parse("2026-04-07T19:00:00.000Z");
const HOUR = 3_600_000;
const SOON = { timeout: 20_000, interval: 50 };
const clock = new TestClock(new Date(TUESDAY).toISOString());
const world = useCast({ clock });

const UNION = `calendars:
  both-desks:
    desks:
      - { zone: Europe/London, open: { mon-fri: "09:00-17:00" }, holidays: none }
      - { zone: America/New_York, open: { mon-fri: "09:00-17:00" }, holidays: us-federal }
`;
const GOAL = `targets:
  - metric: resolution
    plans: [standard, priority, enterprise]
    within: 9 business hours @ both-desks
    firmness: target
    clause: standard-support
`;

function version(name: string, hours = "09:00-17:00"): PolicyFiles {
  return bundledPolicy({
    "policy.yaml": [
      ["version: 2024-09-02", `version: ${name}`],
      ["calendars:\n", UNION],
      ["targets:\n", GOAL],
      ['open: { mon-fri: "09:00-17:00" }', `open: { mon-fri: "${hours}" }`],
    ],
  });
}

let place = "";
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "troth-receipt-"));
});
afterAll(() => rm(place, { recursive: true, force: true }));

/** Publishes, waits until every open ticket was computed again, and keeps the folder. */
async function publish(name: string, files: PolicyFiles): Promise<void> {
  const { published } = await done(world().cast.policyKey, "publishPolicy", { body: { files } });
  expect(published?.version).toBe(name);
  const latest = async () => (await done(world().cast.agent, "listRecomputes", {})).recomputes[0];
  await vi.waitFor(async () => expect((await latest())?.finishedAt ?? null).not.toBeNull(), SOON);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(place, name, path)), { recursive: true });
    await writeFile(join(place, name, path), text);
  }
}

/** Runs the command as anybody would who has the file and the folders. */
function check(file: string, folders: readonly string[]): Promise<{ code: number; said: string }> {
  const main = join(import.meta.dirname, "../../packages/cli/src/main.ts");
  const argv = [main, "due", ...folders.map((name) => join(place, name)), "--receipt", join(place, file)];
  return new Promise((resolve) => {
    execFile(process.execPath, argv, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, said: stdout + stderr });
    });
  });
}

const open = async (door: Door, severity: string): Promise<number> => {
  const body = { category: "issue", severity, description: "All down", isBusinessImpactUnknown: true };
  return (await done(door, "openTicket", { body })).number;
};

/** The receipt as the API sends it, byte for byte, as a file; and read. */
async function kept(door: Door, number: number) {
  const { text, status } = await send(door, "readReceipt", { params: { number } });
  expect(status).toBe(200);
  await writeFile(join(place, `${number}.json`), text);
  return done(door, "readReceipt", { params: { number } });
}

describe("P071 a ticket's receipt and the policy's folders are enough to compute it again", () => {
  const numbers: Record<"raised" | "paused" | "upgraded" | "quiet", number> = {
    raised: 0,
    paused: 0,
    upgraded: 0,
    quiet: 0,
  };

  beforeAll(async () => {
    const { owner, launch, agent, directoryKey } = world().cast;
    await publish("goals", version("goals"));
    numbers.raised = await open(owner, "3");
    numbers.paused = await open(owner, "2");
    numbers.upgraded = await open(launch, "1");
    numbers.quiet = await open(owner, "2");
    clock.set(TUESDAY + HOUR);
    await done(agent, "replyAsAgent", { params: { number: numbers.paused }, body: { text: "Which one?" } });
    await done(agent, "assessTicket", {
      params: { number: numbers.raised },
      body: { to: "1", grounds: ["S1.a"], reason: "Nobody can pay any more." },
    });
    const { org: organisation } = world().cast.member("launch");
    await done(directoryKey, "putSubscription", {
      params: { organisation },
      body: { pricing: "enterprise", tier: "gold" },
    });
    clock.set(TUESDAY + 1.5 * HOUR);
    await done(owner, "replyToTicket", { params: { number: numbers.paused }, body: { text: "The second" } });
    clock.set(TUESDAY + 3 * HOUR);
    await publish("shorter", version("shorter", "10:00-16:00"));
  }, 60_000);

  test("raised, and the hours were edited on the way", async () => {
    const receipt = await kept(world().cast.owner, numbers.raised);
    expect(receipt).toMatchObject({
      ticket: numbers.raised,
      why: "severity-raised",
      due: receipt.promise.dueAt,
      asked: { question: { severity: "1", metric: "first-response" }, bindings: {} },
      calendars: [{ from: null, policyVersion: "goals" }, { policyVersion: "shorter" }],
    });
    expect(receipt.asked.at).toBe(new Date(TUESDAY + HOUR).toISOString());
    const { code, said } = await check(`${numbers.raised}.json`, ["goals", "shorter"]);
    expect([code, said]).toEqual([
      0,
      expect.stringMatching(/^Equal: ticket \d+, due 2026-\S+, \d+ rows\.\n$/),
    ]);
  });

  test.each(["paused", "upgraded", "quiet"] as const)("%s: equal", async (which) => {
    const door = which === "upgraded" ? world().cast.launch : world().cast.owner;
    const receipt = await kept(door, numbers[which]);
    const seen = {
      paused: receipt.asked.pauses.length === 1 && receipt.target?.lowered?.calendar === "both-desks",
      upgraded: receipt.target?.lowered?.calendar === "always" && receipt.later.length > 0,
      quiet: receipt.calendars.length > 1 || receipt.why === "started",
    };
    expect(seen[which]).toBe(true);
    const { code, said } = await check(`${numbers[which]}.json`, ["shorter", "goals"]);
    expect([code, said]).toEqual([0, expect.stringContaining(`Equal: ticket ${numbers[which]}, due `)]);
  });

  test("without the folder of a version that it names, it asks for that one", async () => {
    await kept(world().cast.owner, numbers.raised);
    const { code, said } = await check(`${numbers.raised}.json`, ["goals"]);
    expect(code).toBe(2);
    expect(said).toContain("give the folder of version shorter, too");
  });

  test("a figure that somebody changed, or another content under the same version, is told", async () => {
    const receipt = await kept(world().cast.owner, numbers.raised);
    const [first, ...rows] = receipt.rows;
    await writeFile(
      join(place, "forged.json"),
      JSON.stringify({ ...receipt, rows: [{ ...first, businessMs: 1 }, ...rows] }),
    );
    const forged = await check("forged.json", ["goals", "shorter"]);
    expect([forged.code, forged.said]).toEqual([1, expect.stringMatching(/^Row 1: the receipt says /)]);
    const other = version("shorter", "11:00-16:00")["policy.yaml"] ?? "";
    await mkdir(join(place, "other/holidays"), { recursive: true });
    for (const [path, text] of Object.entries(version("shorter")))
      await writeFile(join(place, "other", path), text);
    await writeFile(join(place, "other/policy.yaml"), other);
    const content = await check(`${numbers.raised}.json`, ["goals", "other"]);
    expect(content.code).toBe(1);
    expect(content.said).toMatch(/^Calendar normal-business-hours of version shorter: the receipt says /);
    expect(content.said).toContain("Due: the receipt says ");
  });
});
