import { expect, test } from "vitest";
import { compareWithOracle, ORACLE, obstacle } from "../tools/oracle.ts";

const missing = obstacle(ORACLE);
if (missing !== null) process.stdout.write(`Skipped, the oracle cannot be asked: ${missing}.\n`);

const SEED = Number(process.env["ORACLE_SEED"] ?? Date.now() % 1e9);
const CASES = { seed: SEED, cases: 40, questions: 26 };

test.skipIf(missing !== null)(
  "a thousand random questions in thirty zones have the answers of a minute-by-minute oracle",
  { timeout: 180_000 },
  async () => {
    process.stdout.write(`Random questions to the oracle: ORACLE_SEED=${SEED}\n`);
    const { count, zones, differences } = await compareWithOracle(ORACLE, CASES);
    expect(differences).toEqual([]);
    expect(count).toBeGreaterThanOrEqual(1000);
    expect(zones).toBeGreaterThanOrEqual(30);
  },
);
