/** How long the compiler, the page and the answers take, warm. Run: npm run bench:policy */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  compilePolicy,
  differenceOf,
  dueOf,
  entitlementOf,
  type PolicyFiles,
  type RunnablePolicy,
  renderPage,
  targetOf,
} from "../src/index.ts";

const ROOT = join(import.meta.dirname, "../../../policies");
const WARM = 30;
const TIMES = 60;

function filesOf(folder: string): PolicyFiles {
  const paths = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" });
  const ours = paths.filter((path) => /\.(yaml|md)$/.test(path));
  return Object.fromEntries(ours.map((path) => [path, readFileSync(join(ROOT, folder, path), "utf8")]));
}

type Figure = { readonly wall: number; readonly cpu: number };

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** Medians in milliseconds of one call, of calls in packs of `pack`. The processor's share says what a quiet machine would take. */
function measured(act: () => unknown, pack = 1): Figure {
  const once = () => {
    const [from, used] = [performance.now(), process.cpuUsage()];
    for (let time = 0; time < pack; time++) act();
    const { user, system } = process.cpuUsage(used);
    return { wall: (performance.now() - from) / pack, cpu: (user + system) / 1000 / pack };
  };
  for (let time = 0; time < WARM; time++) once();
  const all = Array.from({ length: TIMES }, once);
  return { wall: middle(all.map(({ wall }) => wall)), cpu: middle(all.map(({ cpu }) => cpu)) };
}

function compiled(files: PolicyFiles): RunnablePolicy {
  const { runnable } = compilePolicy(files);
  if (runnable === null) throw new Error("The policy has errors.");
  return runnable;
}

const bundled = filesOf("neon-2024-09");
const runnable = compiled(bundled);
const { policy } = runnable;
const older = compiled(filesOf("examples/neon-2024-08-06")).policy;
const question = {
  plan: "enterprise",
  tier: "standard",
  severity: "2",
  intake: "console",
  category: null,
  metric: "first-response",
} as const;
const target = targetOf(policy, question);
if (target === null) throw new Error("The bundled policy has this target.");
const at = Date.UTC(2026, 6, 2, 19, 30);
const account = { organisation: "kite", pricing: "launch", tier: null, subscription: "active" } as const;
const asked = { account, channel: "console", category: null, requester: null, at } as const;

type Line = readonly [name: string, figure: Figure, goal: string];

const lines: Line[] = [
  ["compile the bundled policy", measured(() => compilePolicy(bundled)), "≤ 30 ms"],
  ["render its page", measured(() => renderPage(policy, { format: "html" })), "≤ 20 ms"],
  ["difference of two versions", measured(() => differenceOf(older, policy)), "≤ 10 ms"],
  ["find the target of a case", measured(() => targetOf(policy, question), 1000), ""],
  ["due with its receipt", measured(() => dueOf(runnable, target, at), 100), ""],
  ["entitlement", measured(() => entitlementOf(policy, asked), 1000), ""],
];
for (const example of readdirSync(join(ROOT, "examples"), { withFileTypes: true })) {
  if (!example.isDirectory()) continue;
  const files = filesOf(`examples/${example.name}`);
  lines.push([`compile ${example.name}`, measured(() => compilePolicy(files)), ""]);
}

const text = (ms: number): string => (ms < 0.1 ? `${(ms * 1000).toFixed(1)} µs` : `${ms.toFixed(1)} ms`);
const width = Math.max(...lines.map(([name]) => name.length));
process.stdout.write(`${"".padEnd(width)}  ${"wall".padStart(9)}  ${"cpu".padStart(9)}  goal\n`);
for (const [name, { wall, cpu }, goal] of lines) {
  process.stdout.write(
    `${name.padEnd(width)}  ${text(wall).padStart(9)}  ${text(cpu).padStart(9)}  ${goal}\n`,
  );
}
