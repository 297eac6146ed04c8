import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compilePolicy } from "@troth/policy";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readFolder } from "../packages/cli/src/disk.ts";
import { holidays } from "../packages/cli/src/holidays/holidays.ts";
import { init } from "../packages/cli/src/init.ts";
import { policyCommands } from "../packages/cli/src/policy/commands.ts";
import { withBlocks } from "../packages/policy/src/top-level-blocks.fixture.ts";
import { useCast } from "./support/cast.ts";

const world = useCast();
const ROOT = join(import.meta.dirname, "..");
const GUIDE = join(ROOT, "docs/guides/your-policy-in-ten-minutes.md");
const FOLDER = "policies/acme";
const NOW = Date.parse("2026-03-01T09:00:00Z");
const COMMANDS = [init, holidays, ...policyCommands];

let place = "";
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "troth-tutorial-"));
});
afterAll(() => rm(place, { recursive: true, force: true }));

const words = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare = ""]) => quoted ?? bare);

/** What a command prints in the reader's folder, written to a file where the line says so. */
async function answerTo(line: string): Promise<string> {
  const [said = "", file] = line.split(" > ");
  const [name = "", ...given] = words(said.replaceAll(FOLDER, join(place, FOLDER)));
  if (name === "publish") return publish(given);
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) return `There is no command ${name}`;
  const surroundings = { readFolder, readFile: () => null, now: NOW };
  const { stdout, stderr } = command.run(given, surroundings);
  if (file === undefined) return (stdout + stderr).replaceAll(join(place, FOLDER), FOLDER);
  await save(file.replace(`${FOLDER}/`, ""), stdout);
  return stderr;
}

/** As a shell writes: into a folder that is there. */
const save = (path: string, text: string): Promise<void> => writeFile(join(place, FOLDER, path), text);

/** Published to a real desk, whose clock is not the guide's: a list that is over by then still counts as long enough. */
async function publish(given: readonly string[]): Promise<string> {
  const list = join(place, FOLDER, "holidays/berlin.yaml");
  await writeFile(list, (await readFile(list, "utf8")).replace(/^through: .*$/m, "through: 2099-12-31"));
  const [, key = ""] = (world().cast.policyKey.show()["authorization"] ?? "").split(" ");
  const argv = [join(ROOT, "packages/cli/src/main.ts"), "publish", ...given, "--url", world().origin];
  const env = { ...process.env, TROTH_API_KEY: key };
  const answer = await new Promise<string>((resolve) => {
    execFile(process.execPath, argv, { env }, (_, stdout, stderr) => resolve(stdout + stderr));
  });
  return answer
    .replace(/ at \d{4}-\S+Z\.$/m, " at 2026-03-01T09:12:40.000Z.")
    .replaceAll(world().origin, "http://localhost:3000");
}

async function change(file: string, block: string): Promise<void> {
  const before = await readFile(join(place, FOLDER, file), "utf8").catch(() => "");
  await save(file, file.endsWith(".yaml") ? withBlocks(before, block) : block);
}

const BLOCK = /^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm;

/** The guide with each command's answer as it is; blocks of files are written into the reader's folder on the way. */
async function walked(guide: string): Promise<string> {
  let text = "";
  let from = 0;
  for (const found of guide.matchAll(BLOCK)) {
    const [whole, language = "", file, block = ""] = found;
    text += guide.slice(from, found.index);
    from = found.index + whole.length;
    const [line = ""] = block.split("\n");
    if (file !== undefined) await change(file, block);
    const answer = language === "console" ? await answerTo(line.replace("$ npx troth ", "")) : "";
    text += language === "console" ? `\`\`\`console\n${line}\n${answer}\`\`\`` : whole;
  }
  return text + guide.slice(from);
}

test("the tutorial's commands answer as it says, from an empty folder to a published policy", async () => {
  await expect(await walked(await readFile(GUIDE, "utf8"))).toMatchFileSnapshot(GUIDE);
  expect(compilePolicy(readFolder(join(place, FOLDER)) ?? {}).findings).toEqual([]);
  const page = await fetch(`${world().origin}/support`);
  expect(await page.text()).toContain("Acme support");
});
