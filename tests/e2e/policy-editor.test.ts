import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { joinDesk } from "./support/doors.ts";
import { openStage, type Stage } from "./support/stage.ts";

const POLICIES = join(import.meta.dirname, "../../policies");
const KEYS = 50;

let stage: Stage;
let agent: Page;

beforeAll(async () => {
  stage = await openStage();
  agent = await joinDesk(stage);
});
afterAll(async () => {
  expect(await stage.stop()).toBe(0);
});

/** A policy folder as text. */
function folderOf(place: string): Readonly<Record<string, string>> {
  const names = readdirSync(place, { recursive: true, encoding: "utf8" });
  const texts = names.filter((name) => /\.(?:yaml|md)$/.test(name) && name !== "README.md");
  return Object.fromEntries(texts.map((name) => [name, readFileSync(join(place, name), "utf8")]));
}

/** The example whose facts are the longest text. */
function largestExample(): string {
  const examples = readdirSync(join(POLICIES, "examples"), { withFileTypes: true });
  const sizes = examples
    .filter((one) => one.isDirectory())
    .map((one) => ({ name: `examples/${one.name}`, bytes: factsSize(join(POLICIES, "examples", one.name)) }));
  return sizes.toSorted((a, b) => b.bytes - a.bytes)[0]?.name ?? "";
}

function factsSize(folder: string): number {
  return statSync(join(folder, "policy.yaml"), { throwIfNoEntry: false })?.size ?? 0;
}

/** From each key to the next count of findings on the screen, in milliseconds. */
const WATCH = `(() => {
  const waits = [];
  let pressedAt = null;
  addEventListener("keydown", () => { pressedAt = performance.now(); }, true);
  const count = [...document.querySelectorAll("span")].find((one) => /^\\d+ errors?, /.test(one.textContent));
  new MutationObserver(() => {
    if (pressedAt !== null) waits.push(performance.now() - pressedAt);
    pressedAt = null;
  }).observe(count, { characterData: true, childList: true, subtree: true });
  globalThis.trothWaits = waits;
})()`;

const waits = (): Promise<number[]> => agent.evaluate<number[]>("globalThis.trothWaits");

test.each(["neon-2024-09", largestExample()])("each key in %s is answered by a check", async (name) => {
  const made = await agent.request.post(`${stage.desk}/v1/policies/drafts`, {
    headers: { "idempotency-key": crypto.randomUUID() },
    data: { name: `Keys in ${name}`, files: folderOf(join(POLICIES, name)) },
  });
  const { draft } = await made.json();
  await agent.goto(`${stage.desk}/desk/policy/drafts/${draft.id}`);
  await agent.getByText("0 errors,").waitFor();
  await agent.getByRole("textbox", { name: "Text of policy.yaml" }).click();
  await agent.keyboard.press("Control+End");
  await agent.evaluate(WATCH);
  for (let key = 1; key <= KEYS; key += 1) {
    await agent.keyboard.press(key % 2 === 1 ? "x" : "Backspace");
    await expect.poll(async () => (await waits()).length, { interval: 20, timeout: 10_000 }).toBe(key);
  }
  const sorted = (await waits()).toSorted((a, b) => a - b);
  const [median = 0, late = 0] = [sorted[KEYS / 2], sorted[Math.floor(KEYS * 0.95)]];
  process.stdout.write(
    `${name}: findings after a key, median ${median.toFixed(0)} ms, p95 ${late.toFixed(0)} ms\n`,
  );
  await agent.getByText("0 errors,").waitFor();
  expect(sorted).toHaveLength(KEYS);
});
