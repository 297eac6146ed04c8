/** Asks an independent oracle, a program that reads `{id, schedule, op, …}` a line and answers `{id, result}`. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { answerOf, isSameAnswer } from "../src/wire.fixture.ts";
import { type Case, randomCases, type WireQuestion, type WireSchedule } from "./random-cases.ts";

export type Difference = {
  readonly theirs: unknown;
  readonly ours: unknown;
  readonly question: WireQuestion;
  readonly schedule: WireSchedule;
};

export type Comparison = {
  readonly count: number;
  readonly zones: number;
  readonly differences: readonly Difference[];
  /** The schedules, each with its questions and what the oracle expects. */
  readonly answered: readonly object[];
};

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Below TROTH_DATA, else where the data lies beside the repository. */
export const ORACLE = `${process.env["TROTH_DATA"] ?? `${ROOT}../shared/data`}/clock/oracle.py`;

/** Why the oracle cannot be asked here; null when it can. */
export function obstacle(oracle: string): string | null {
  if (!existsSync(oracle)) return `no oracle at ${oracle}`;
  const { status } = spawnSync("python3", ["-c", "import zoneinfo; zoneinfo.ZoneInfo('Europe/Berlin')"]);
  return status === 0 ? null : "no python3 with time zones";
}

/** Random schedules with some questions each, put to the oracle and to us. The same seed asks the same. */
export async function compareWithOracle(
  oracle: string,
  asked: { readonly seed: number; readonly cases: number; readonly questions: number },
): Promise<Comparison> {
  const cases: Case[] = [];
  for (const next of randomCases(asked.seed, asked.questions)) {
    if (cases.push(next) >= asked.cases) break;
  }
  const halves = [0, 1].map((half) => cases.filter((_, i) => i % 2 === half));
  const results = await Promise.all(halves.map(async (half) => askAll(oracle, half)));
  return {
    count: results.reduce((sum, { count }) => sum + count, 0),
    zones: new Set(cases.map(({ schedule }) => schedule.tz)).size,
    differences: results.flatMap(({ differences }) => differences),
    answered: results.flatMap(({ answered }) => answered),
  };
}

async function askAll(oracle: string, cases: readonly Case[]): Promise<Omit<Comparison, "zones">> {
  const program = spawn("python3", [oracle], { stdio: ["pipe", "pipe", "inherit"] });
  const answers = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  const differences: Difference[] = [];
  const answered: object[] = [];
  let count = 0;
  for (const { schedule, questions } of cases) {
    for (const question of questions) {
      program.stdin.write(`${JSON.stringify({ id: 0, schedule, ...question })}\n`);
    }
    const kept: object[] = [];
    for (const question of questions) {
      const { value } = await answers.next();
      const theirs = resultOf(String(value));
      const ours = answerOf({ schedule, ...question });
      if (theirs === null && isBeyondOracle(question.from, ours)) continue;
      kept.push({ ...question, expected: theirs });
      count++;
      if (!isSameAnswer(theirs, ours)) differences.push({ theirs, ours, question, schedule });
    }
    answered.push({ schedule, questions: kept });
  }
  program.stdin.end();
  return { count, differences, answered };
}

function resultOf(line: string): unknown {
  const answer: { result?: unknown; error?: string } = JSON.parse(line);
  if (answer.error !== undefined) throw new Error(`The oracle refused a question: ${answer.error}`);
  return answer.result;
}

/** The oracle gives up after six years. */
function isBeyondOracle(from: string, ours: unknown): boolean {
  return typeof ours === "string" && Math.abs(Date.parse(ours) - Date.parse(from)) > 6 * 365 * 86_400_000;
}
