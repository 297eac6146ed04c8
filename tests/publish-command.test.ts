import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
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

test("an older version that was published before does not come back, and it says which is in force", async () => {
  const { code, stdout } = await publish(BUNDLED);
  expect(code).toBe(0);
  expect(stdout).toMatch(/was published already, at 2\S+; nothing changed\. Version next is in force\.$/m);
  const { published } = await done(world().cast.policyKey, "publishPolicy", {
    body: { files: bundledPolicy() },
  });
  expect(published?.isCurrent).toBe(false);
});
