// `npm test` is everything; `npm run check` (the word "check") leaves out what needs a browser or breaks things.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildStale } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { childEnvironment, ensureInstalled, nodeProgram, root, say } from "./install.mjs";

const isCheck = process.argv[2] === "check";
const results = join(root, "test-results");
const beganAt = performance.now();
const failures = [];
const totals = { passed: 0, failed: 0, skipped: 0 };

ensureInstalled();
const node = nodeProgram();
const environment = childEnvironment();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

await stage(
  "types",
  () =>
    run("typescript/bin/tsc", "-p", "tsconfig.json") && run("typescript/bin/tsc", "-p", "apps/tsconfig.json"),
);
await stage("lint", () => run("oxlint/bin/oxlint", "--type-aware", "--deny-warnings"));
await stage("format", () => run("@biomejs/biome/bin/biome", "check", "."));
await stage("unit, boundaries, conformance, golden", () => vitest("unit", "tests"));
await stage("builds", buildStale);
if (!isCheck) {
  await stage("end to end", endToEnd);
  await stage("faults", () => vitest("faults"));
}
finish();

async function stage(name, act) {
  print(`\n── ${name} ──`);
  const from = performance.now();
  const isGood = await act();
  if (!isGood) failures.push(name);
  print(`${isGood ? "ok" : "FAILED"}: ${name} (${seconds(from)})`);
}

function print(line) {
  process.stdout.write(`${line}\n`);
}

function run(program, ...words) {
  return (
    spawnSync(node, [join(root, "node_modules", program), ...words], {
      cwd: root,
      env: environment,
      stdio: ["ignore", "inherit", "inherit"],
    }).status === 0
  );
}

function vitest(...projects) {
  const file = join(results, `${projects.join("-")}.json`);
  const isGood = run(
    "vitest/vitest.mjs",
    "run",
    "--passWithNoTests",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...projects.map((name) => `--project=${name}`),
  );
  count(file, isGood);
  return isGood;
}

/** A file that does not even load fails no test of its own: it counts as one. */
function count(file, isGood) {
  let found = {};
  try {
    found = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    say(`vitest left no result in ${file}.`);
  }
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = found;
  totals.passed += numPassedTests;
  totals.failed += isGood ? numFailedTests : Math.max(1, numFailedTests);
  totals.skipped += numPendingTests + numTodoTests;
}

function endToEnd() {
  const chromium = ensureChromium();
  if (chromium === undefined) {
    totals.failed += 1;
    return false;
  }
  environment.CHROMIUM = chromium;
  return vitest("e2e");
}

function seconds(from) {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`;
}

function finish() {
  print(
    failures.length === 0
      ? `\nAll good in ${seconds(beganAt)}.`
      : `\nFAILED in ${seconds(beganAt)}: ${failures.join("; ")}.`,
  );
  print(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  process.exit(failures.length === 0 ? 0 : 1);
}
