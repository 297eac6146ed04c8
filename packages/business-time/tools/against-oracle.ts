/**
 * Asks an independent oracle random questions and compares its answers with ours. Exits 1 on a difference.
 *
 *   node tools/against-oracle.ts [--cases 1200] [--questions 17] [--seed N] [--oracle FILE] [--write FILE]
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { compareWithOracle, ORACLE, obstacle } from "./oracle.ts";

const { values } = parseArgs({
  options: {
    oracle: { type: "string", default: ORACLE },
    cases: { type: "string", default: "1200" },
    questions: { type: "string", default: "17" },
    seed: { type: "string", default: String(Date.now() % 1e9) },
    write: { type: "string" },
  },
});

const missing = obstacle(values.oracle);
if (missing !== null) throw new Error(`The oracle cannot be asked: ${missing}.`);

process.stdout.write(`seed ${values.seed}\n`);
const { count, zones, differences, answered } = await compareWithOracle(values.oracle, {
  seed: Number(values.seed),
  cases: Number(values.cases),
  questions: Number(values.questions),
});
for (const difference of differences) process.stderr.write(`DIFFERENT ${JSON.stringify(difference)}\n`);
if (values.write) writeFileSync(values.write, answered.map((line) => `${JSON.stringify(line)}\n`).join(""));
process.stdout.write(`${count - differences.length} of ${count} answers agree, in ${zones} zones\n`);
process.exitCode = differences.length > 0 ? 1 : 0;
