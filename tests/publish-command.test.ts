import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endingListsOf } from "../packages/cli/src/ending-lists.ts";
import { done } from "./support/ask.ts";
import { bundledPolicy, useCast } from "./support/cast.ts";

const world = useCast();
const ROOT = join(import.meta.dirname, "..");
const BUNDLED = join(ROOT, "policies/neon-2024-09");

let next = "";
beforeAll(async () => {
  next = await mkdtemp(join(tmpdir(), "troth-policy-"));
  await cp(BUNDLED, next, { recursive: true });
  const file = join(next, "policy.yaml");
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace(/^version: .*$/m, "version: next"));
});
afterAll(() => rm(next, { recursive: true, force: true }));

function publish(folder: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const [, key = ""] = (world().cast.policyKey.show()["authorization"] ?? "").split(" ");
  const argv = [join(ROOT, "packages/cli/src/main.ts"), "publish", folder, "--url", world().origin];
  const env = { ...process.env, TROTH_API_KEY: key };
  return new Promise((resolve) => {
    execFile(process.execPath, argv, { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

test("P130 a version is published once: the first time says when, the second that nothing changed", async () => {
  const first = await publish(next);
  expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Published \S+ next at 2/m) });
  const second = await publish(next);
  expect(second.code).toBe(0);
  expect(second.stdout).toMatch(/ next was published already, at 2\S+; nothing changed\. It is in force\.$/m);
});

test("a list of holidays that ends within 13 months is told in one line, at publication and at each start", async () => {
  const short = await mkdtemp(join(tmpdir(), "troth-policy-"));
  await cp(next, short, { recursive: true });
  const through = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  const change = async (file: string, pattern: RegExp, to: string) =>
    writeFile(join(short, file), (await readFile(join(short, file), "utf8")).replace(pattern, to));
  await change("policy.yaml", /^version: .*$/m, "version: short");
  await change("holidays/us-federal.yaml", /^through: .*$/m, `through: ${through}`);
  expect(await endingListsOf(world().desk)).toEqual([]);
  const { code, stdout } = await publish(short);
  const line = `Holidays: The list us-federal ends ${through}, less than 13 months ahead. Make the next one with: troth holidays.`;
  expect([code, stdout.trimEnd().split("\n").at(-1)]).toEqual([0, line]);
  expect(stdout.split("less than 13 months")).toHaveLength(2);
  expect(await endingListsOf(world().desk)).toEqual([line]);
  await change("policy.yaml", /^version: .*$/m, "version: next-2");
  await change(
    "holidays/us-federal.yaml",
    /^through: .*$/m,
    `through: ${Number(through.slice(0, 4)) + 3}-12-31`,
  );
  expect((await publish(short)).stdout).not.toContain("Holidays:");
  await rm(short, { recursive: true, force: true });
});

test("an older version that was published before does not come back, and it says which is in force", async () => {
  const { code, stdout } = await publish(BUNDLED);
  expect(code).toBe(0);
  expect(stdout).toMatch(/was published already, at 2\S+; nothing changed\. Version next-2 is in force\.$/m);
  const { published } = await done(world().cast.policyKey, "publishPolicy", {
    body: { files: bundledPolicy() },
  });
  expect(published?.isCurrent).toBe(false);
});
