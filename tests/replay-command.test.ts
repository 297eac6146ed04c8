import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { done } from "./support/ask.ts";
import { useCast } from "./support/cast.ts";
import { TestClock } from "./support/desk.ts";

/** A Tuesday, 10:00 in New York. */
const TUESDAY = Date.parse("2026-05-19T14:00:00.000Z");
const HOUR = 3_600_000;
const clock = new TestClock(new Date(TUESDAY).toISOString());
const world = useCast({ clock });
const ROOT = join(import.meta.dirname, "..");

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "troth-draft-"));
  await cp(join(ROOT, "policies/neon-2024-09"), folder, { recursive: true });
  const { owner, launch, agent } = world().cast;
  const critical = { category: "issue", severity: "1", description: "Down", isBusinessImpactUnknown: true };
  const { number } = await done(owner, "openTicket", { body: critical });
  await done(launch, "openTicket", { body: { category: "question", description: "How?" } });
  clock.set(TUESDAY + HOUR);
  await done(agent, "replyAsAgent", { params: { number }, body: { text: "Here" } });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function change(...changes: readonly (readonly [from: string, to: string])[]): Promise<void> {
  let text = await readFile(join(ROOT, "policies/neon-2024-09/policy.yaml"), "utf8");
  for (const [from, to] of changes) text = text.replace(from, to);
  await writeFile(join(folder, "policy.yaml"), text);
}

function troth(...words: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const [, key = ""] = (world().cast.policyKey.show()["authorization"] ?? "").split(" ");
  const main = join(ROOT, "packages/cli/src/main.ts");
  const argv = [main, "replay", "--url", world().origin, ...words];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      argv,
      { env: { ...process.env, TROTH_API_KEY: key } },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
      },
    );
  });
}

describe("troth replay", () => {
  test("says what would have been otherwise: figures, groups, histogram, tickets", async () => {
    await change(["1: { standard: 2 business hours", "1: { standard: 1 business hour"]);
    const { code, stdout } = await troth(folder, "--days", "7");
    expect(code).toBe(0);
    expect(stdout).toContain("2 tickets were opened from 2026-05-12 15:00 UTC to 2026-05-19 15:00 UTC.");
    expect(stdout).toContain("1 of them would have gone otherwise.");
    expect(stdout).toMatch(/^as it was +2 +1 +0 +0 +1$/m);
    expect(stdout).toMatch(/^under the draft +2 +0 +1 +0 +1$/m);
    expect(stdout).toMatch(/^Enterprise +Critical +1 +1 +0 → 1 +0$/m);
    expect(stdout).toMatch(/^ {2}up to 1 hour earlier +#{40} +1$/m);
    expect(stdout).toContain("2026-05-19 16:00 UTC, kept  2026-05-19 15:00 UTC, missed");
    expect(stdout).toContain("Every one of them would have been open.");
  });

  test("tells what cannot be told with its reason, and who would have been sent elsewhere", async () => {
    await change();
    const { stdout } = await troth(folder, "--json");
    expect(JSON.parse(stdout)).toMatchObject({ isRunnable: true, summary: { tickets: 2 } });
    await change(["  question: {", "  how-to: {"], ["category.question", "category.how-to"]);
    expect((await troth(folder)).stdout).toMatch(
      /Of 1 nothing can be told:\n {2}1 {2}The draft has no category/,
    );
    await change(
      ["pricing: [launch, scale]", "pricing: scale"],
      ["    pricing: free\n", "    pricing: [free, launch]\n"],
    );
    expect((await troth(folder)).stdout).toContain("0 refused, 1 sent elsewhere");
  });

  test("lists the errors of a policy that cannot run, and exits with 1", async () => {
    await change(["calendars:\n", "kalendars:\n"]);
    const { code, stderr } = await troth(folder);
    expect([code, stderr]).toEqual([1, expect.stringContaining("cannot run")]);
  });

  test.for([
    [["--days", "0"], "--days"],
    [["--days", "week"], "--days"],
    [["--list", "201"], "--list"],
    [["--lists", "1"], "--lists"],
  ] as const)("%s is wrong use: exit 2, with a sentence", async ([words, about]) => {
    const { code, stderr } = await troth(folder, ...words);
    expect([code, stderr]).toEqual([2, expect.stringContaining(about)]);
  });

  test("says when there is no such folder, and when no desk answers", async () => {
    expect(await troth("/nowhere")).toMatchObject({ code: 2, stderr: expect.stringContaining("/nowhere") });
    await change();
    const { code, stderr } = await troth(folder, "--url", "http://127.0.0.1:1");
    expect([code, stderr]).toEqual([1, expect.stringContaining("could not be reached")]);
  });
});
