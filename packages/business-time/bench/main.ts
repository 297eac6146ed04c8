/** Correctness and speed side by side, in one run. Run: npm run bench:clock */
import { fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { Answer, Asked } from "./candidate.ts";

const NAMES = [
  "@troth/business-time",
  "dayjs-business-time",
  "moment-business-time",
  "opening_hours",
  "Luxon loop",
];
const SIZES = [1, 16, 720];
const PATIENCE_MS = 3000;
const TURNS = 4;

type Line = { right: number; wrong: number; "cannot say": number; hung: number; readonly ns: number[] };

/** A candidate that is started again when it does not answer in time. */
class Process {
  readonly name: string;
  #child: ReturnType<typeof fork>;

  constructor(name: string) {
    this.name = name;
    this.#child = this.#started();
  }

  async ask(asked: Asked, patienceMs: number): Promise<Answer | null> {
    const child = this.#child;
    child.send(asked);
    const answered = new AbortController();
    const timer = setTimeout(() => answered.abort(), patienceMs);
    try {
      const [answer]: Answer[] = await once(child, "message", { signal: answered.signal });
      return answer ?? null;
    } catch {
      this.stop();
      this.#child = this.#started();
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  stop(): void {
    this.#child.kill("SIGKILL");
  }

  #started(): ReturnType<typeof fork> {
    return fork(new URL("candidate.ts", import.meta.url), [this.name], {
      stdio: ["ignore", "inherit", "ignore", "ipc"],
    });
  }
}

function vectors(): Array<Extract<Asked, { vector: unknown }>["vector"]> {
  const text = readFileSync(new URL("../test-vectors/vectors-dev.jsonl", import.meta.url), "utf8");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

async function judged(program: Process): Promise<Line> {
  const line: Line = { right: 0, wrong: 0, "cannot say": 0, hung: 0, ns: SIZES.map(() => Infinity) };
  for (const vector of vectors()) {
    const answer = await program.ask({ vector }, PATIENCE_MS);
    if (answer && "verdict" in answer) line[answer.verdict]++;
    else line.hung++;
  }
  return line;
}

/** Turn by turn, and each candidate's best: what other programs take of the machine is nobody's. */
async function timed(program: Process, { ns }: Line): Promise<void> {
  for (const [i, hours] of SIZES.entries()) {
    const answer = await program.ask({ hours }, 10 * PATIENCE_MS);
    if (answer && "ns" in answer) ns[i] = Math.min(ns[i] ?? Infinity, answer.ns);
  }
}

function time(ns: number): string {
  if (ns < 1000) return `${ns.toFixed(0)} ns`;
  return ns < 1e6 ? `${(ns / 1000).toPrecision(3)} µs` : `${(ns / 1e6).toPrecision(3)} ms`;
}

function row(cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
}

const programs = NAMES.map((name) => new Process(name));
const lines = new Map<string, Line>();
for (const program of programs) lines.set(program.name, await judged(program));
for (let turn = 0; turn < TURNS; turn++) {
  for (const program of programs) {
    const line = lines.get(program.name);
    if (line) await timed(program, line);
  }
}
for (const program of programs) program.stop();
const own = lines.get(NAMES[0] ?? "")?.ns ?? [];

row(["", "right", "wrong", "cannot say", "hangs", ...SIZES.map((hours) => `add ${hours} h`)]);
row(Array.from({ length: 5 + SIZES.length }, () => "---"));
for (const [name, line] of lines) {
  const { right, wrong, hung, ns } = line;
  const counts = [
    `${right} of ${right + wrong + hung + line["cannot say"]}`,
    wrong,
    line["cannot say"],
    hung,
  ];
  const speeds = ns.map((one, i) => {
    const factor = Math.round(one / (own[i] ?? one));
    return factor > 1 ? `${time(one)} (${factor.toLocaleString("en-US")} ×)` : time(one);
  });
  row([name, ...counts.map(String), ...speeds]);
}
process.stdout.write("\n");
spawnSync(process.execPath, [new URL("ours.ts", import.meta.url).pathname], { stdio: "inherit" });
