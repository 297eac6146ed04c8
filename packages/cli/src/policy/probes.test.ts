import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { due } from "./due.ts";
import { exampleFolder } from "./example-folders.fixture.ts";
import { around } from "./surroundings.fixture.ts";

type Probe = {
  readonly vendor: string;
  readonly plan: string;
  readonly severity: string;
  readonly metric: string;
  readonly zone_bound: string;
  readonly holidays_bound: readonly string[];
  readonly case: string;
  readonly start: string;
  readonly due: string;
  readonly policy_version?: string;
};

const probes: readonly Probe[] = readFileSync(
  join(import.meta.dirname, "../../../policy/test-data/policy-probes.jsonl"),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line): Probe => JSON.parse(line));

const exampleOf = ({ vendor, policy_version }: Probe): string =>
  policy_version === undefined ? vendor : `${vendor}-${policy_version}`;

const examples = [...new Set(probes.map(exampleOf))];
const folders = Object.fromEntries(examples.map((name) => [name, exampleFolder(name)]));

/** What `troth due` says of a probe, with the zone and the closed days that it binds. */
function dueOfProbe(probe: Probe): string | null {
  const { plan, severity, metric, start, zone_bound } = probe;
  const files = { "days.json": JSON.stringify(probe.holidays_bound) };
  const asked = `--plan ${plan} --severity ${severity} --metric ${metric} --at ${start}`;
  const bound = `--zone ${zone_bound} --holidays days.json`;
  const argv = `${exampleOf(probe)} ${asked} ${bound} --json`.split(" ");
  const { stdout, stderr, exitCode } = due.run(argv, around(files, folders));
  if (exitCode !== 0) throw new Error(stderr);
  return JSON.parse(stdout).due;
}

describe("due instants of published policies, from a separate calculator", () => {
  test("there are 336, of nine vendors", () => {
    expect(probes).toHaveLength(336);
    expect(examples).toHaveLength(9);
  });

  test.each(probes)("$vendor $plan $severity $metric, $case", (probe) => {
    expect(dueOfProbe(probe)).toBe(probe.due);
  });
});
