/**
 * Asks an independent oracle random questions and compares its answers with ours.
 *
 *   node tools/against-oracle.ts --oracle FILE --cases 400 --seed 1 [--questions 5] [--write FILE]
 *
 * The oracle is a Python program that reads `{id, schedule, op, …}` a line and answers `{id, result}`.
 * Without --oracle it is looked for below TROTH_DATA. Exits 1 when an answer differs.
 */
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { answerOf, isSameAnswer } from "../src/wire.fixture.ts";
import { type Case, randomCases } from "./random-cases.ts";

const { values } = parseArgs({
  options: {
    oracle: {
      type: "string",
      default: join(process.env["TROTH_DATA"] ?? "../shared/data", "clock/oracle.py"),
    },
    cases: { type: "string", default: "200" },
    questions: { type: "string", default: "5" },
    seed: { type: "string", default: "1" },
    write: { type: "string" },
  },
});

const oracle = spawn("python3", [values.oracle], { stdio: ["pipe", "pipe", "inherit"] });
const answers = createInterface({ input: oracle.stdout })[Symbol.asyncIterator]();

async function asked(request: object): Promise<unknown> {
  oracle.stdin.write(`${JSON.stringify(request)}\n`);
  const { value } = await answers.next();
  const answer: { result?: unknown; error?: string } = JSON.parse(String(value));
  if (answer.error !== undefined)
    throw new Error(`The oracle refused ${JSON.stringify(request)}: ${answer.error}`);
  return answer.result;
}

let differences = 0;
let count = 0;
const lines: string[] = [];

async function compare({ schedule, questions }: Case): Promise<void> {
  const answered: object[] = [];
  for (const question of questions) {
    const theirs = await asked({ id: count, schedule, ...question });
    const ours = answerOf({ schedule, ...question });
    if (theirs === null && isBeyondOracle(question.from, ours)) continue;
    answered.push({ ...question, expected: theirs });
    count++;
    if (isSameAnswer(theirs, ours)) continue;
    differences++;
    process.stderr.write(`DIFFERENT ${JSON.stringify({ oracle: theirs, ours, question, schedule })}\n`);
  }
  lines.push(JSON.stringify({ schedule, questions: answered }));
}

/** The oracle gives up after six years. */
function isBeyondOracle(from: string, ours: unknown): boolean {
  return typeof ours === "string" && Math.abs(Date.parse(ours) - Date.parse(from)) > 6 * 365 * 86_400_000;
}

const cases = randomCases(Number(values.seed), Number(values.questions));
for (let i = 0; i < Number(values.cases); i++) {
  const next = cases.next();
  if (!next.done) await compare(next.value);
}
oracle.stdin.end();
if (values.write) writeFileSync(values.write, `${lines.join("\n")}\n`);
process.stdout.write(`${count - differences} of ${count} answers agree\n`);
process.exitCode = differences > 0 ? 1 : 0;
