import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { METRICS as BUILT_IN } from "../../../policy/src/grammar/targets.ts";
import { due } from "./due.ts";
import { METRICS } from "./names.ts";
import { around, bundledWith } from "./surroundings.fixture.ts";

type Probe = {
  readonly plan: string;
  readonly severity: string;
  readonly metric: string;
  readonly zone_bound: string;
  readonly holidays_bound: readonly string[];
  readonly case: string;
  readonly start: string;
  readonly due: string;
};

const probes: readonly Probe[] = JSON.parse(
  readFileSync(new URL("../../../policy/test-data/neon-probes.json", import.meta.url), "utf8"),
);

const AT = "--at 2026-07-02T15:30:00-04:00";

function run(line: string, files: Readonly<Record<string, string>> = {}) {
  return due.run(line.split(" "), around(files, { august }));
}

const receiptOf = (line: string, files: Readonly<Record<string, string>> = {}) =>
  JSON.parse(run(`${line} --json`, files).stdout);

/** The table of August 2024 in the words of today: other hours, on a fixed offset. */
const august = bundledWith(
  ["zone: America/New_York", "zone: UTC-08:00"],
  ["09:00-17:00", "06:00-18:00"],
  ["tie: late", "tie: late\n  summer-time: ignored"],
);

describe("published due instants", () => {
  test("there are sixteen", () => expect(probes).toHaveLength(16));

  test.each(probes)("P069 P070 $plan, severity $severity, $case", (probe) => {
    const { plan, severity, metric, start, zone_bound, holidays_bound } = probe;
    const files = { "days.json": JSON.stringify(holidays_bound) };
    const bound = `--zone ${zone_bound} --holidays days.json`;
    const line = `august --plan ${plan} --severity ${severity} --metric ${metric} --at ${start} ${bound}`;
    expect(receiptOf(line, files).due).toBe(probe.due);
  });
});

describe("troth due", () => {
  test("P071 the due instant with its receipt, whose rows sum to the target", () => {
    const receipt = receiptOf(`neon --plan enterprise --tier standard --severity 2 ${AT}`);
    expect(receipt).toMatchObject({ due: "2026-07-07T19:30:00Z", firmness: "commitment", op: "less-than" });
    expect(
      receipt.rows.map((row: { reason: string; name: string | null }) => [row.reason, row.name]),
    ).toEqual([
      ["open", null],
      ["holiday", "Independence Day (observed)"],
      ["closed", null],
      ["open", null],
      ["open", null],
    ]);
    const days = receipt.rows.map(
      (row: { dayFraction: { num: number; den: number } }) => row.dayFraction.num / row.dayFraction.den,
    );
    expect(days.reduce((sum: number, one: number) => sum + one, 0)).toBe(2);
  });

  test.each([
    ["--plan enterprise --tier standard --severity 1", "2026-07-06T13:30:00Z", "commitment"],
    ["--plan enterprise --severity Critical", "2026-07-06T13:30:00Z", "commitment"],
    ["--plan enterprise_gold --severity s1", "2026-07-02T20:30:00Z", "commitment"],
    ["--plan enterprise --tier gold --severity 2", "2026-07-03T19:30:00Z", "commitment"],
    ["--plan enterprise --tier gold --severity 1 --intake email", "2026-07-08T19:30:00Z", "expectation"],
    ["--plan launch --severity 3", "2026-07-08T19:30:00Z", "expectation"],
    ["--plan priority --severity normal", "2026-07-08T19:30:00Z", "expectation"],
  ])("P068 P069 P070 P072 %s", (question, instant, firmness) => {
    expect(receiptOf(`neon ${question} ${AT}`)).toMatchObject({ due: instant, firmness });
  });

  test("a person reads weekday, zone and UTC beside each other, in the calendar's zone", () => {
    const { stdout } = run(`neon --plan enterprise --tier standard --severity 2 ${AT}`);
    const [head, , columns, first, holiday] = stdout.split("\n");
    expect(head).toBe(
      "Before Tue, 7 Jul 2026, 15:30 America/New_York (2026-07-07T19:30:00Z), commitment: 2 business days, Enterprise Standard, severity 2",
    );
    expect(columns).toMatch(/^from +to +counts +why +from \(UTC\) +to \(UTC\)$/);
    expect(first).toMatch(
      /^Thu, 2 Jul 2026, 15:30 +Thu, 2 Jul 2026, 17:00 +90 min +open +2026-07-02T19:30:00Z +2026-07-02T21:00:00Z$/,
    );
    expect(holiday).toContain("holiday: Independence Day (observed)");
    const bound = run(`neon --plan launch --severity 3 ${AT} --zone Europe/Berlin`).stdout;
    expect(bound).toContain("By Wed, 8 Jul 2026, 17:00 Europe/Berlin (2026-07-08T15:00:00Z)");
    expect(run(`august --plan launch --severity 3 ${AT}`).stdout).toContain(" UTC-08:00 (2026-");
  });

  test("a metric is known by either spelling; one that the policy does not promise is due never", () => {
    const line = `neon --plan launch --severity 3 ${AT} --metric`;
    expect(receiptOf(`${line} first_response`).due).toBe("2026-07-08T19:30:00Z");
    expect(receiptOf(`${line} resolution`).due).toBeNull();
    expect(METRICS).toEqual([...BUILT_IN.keys()]);
  });

  test("a case without a target is due never, and says so", () => {
    const line = `neon --plan free --severity 1 ${AT}`;
    expect(receiptOf(line)).toMatchObject({ due: null, firmness: "none", op: null, rows: [] });
    expect(run(line)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("promises none") });
  });

  test("a binding overrules what the policy states, and that is noted", () => {
    const line = `neon --plan launch --severity 3 ${AT} --zone Europe/Berlin`;
    const { stderr, exitCode } = run(line);
    expect(stderr).toContain("Normal Business Hours states its own zone");
    expect(exitCode).toBe(0);
    expect(receiptOf(line).due).toBe("2026-07-08T15:00:00Z");
  });

  test("closed dates may come as a list of the policy's own kind, or one a line", () => {
    const lists = {
      "list.yaml": "through: 2027-01-01\ndays:\n  2026-07-06: Fair\n",
      "plain.txt": "2026-07-06\n",
    };
    for (const file of Object.keys(lists)) {
      const receipt = receiptOf(`neon --plan launch --severity 3 ${AT} --holidays ${file}`, lists);
      expect(receipt.due).toBe("2026-07-08T19:30:00Z");
    }
  });

  test("a calendar that leaves its zone to the customer asks for one", () => {
    const open = bundledWith(["zone: America/New_York", "zone: { whose: customer-country }"]);
    const given = around({}, { open });
    const line = `open --plan launch --severity 3 ${AT}`;
    expect(due.run(line.split(" "), given)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("zone of the customer-country; name it with --zone"),
    });
    const bound = due.run(`${line} --zone America/New_York --json`.split(" "), given);
    expect(JSON.parse(bound.stdout).due).toBe("2026-07-08T19:30:00Z");
    expect(bound.stderr).toBe("");
  });
});

describe("troth due --receipt", () => {
  const printed = run(`neon --plan enterprise --tier standard --severity 2 ${AT} --json`).stdout;

  test("a sound receipt is equal to its recomputation", () => {
    expect(run("neon --receipt r.json", { "r.json": printed })).toMatchObject({
      exitCode: 0,
      stdout: "Equal: due 2026-07-07T19:30:00Z, 5 rows.\n",
    });
  });

  test("a forged due and a forged row are named", () => {
    const forged = printed
      .replace('"due": "2026-07-07', '"due": "2026-07-08')
      .replace("Independence Day", "Bank holiday");
    const { stdout, exitCode } = run("neon --receipt r.json", { "r.json": forged });
    expect(exitCode).toBe(1);
    expect(stdout).toContain("Due: the receipt says 2026-07-08T19:30:00Z, the policy 2026-07-07T19:30:00Z.");
    expect(stdout).toContain("Row 2: the receipt says");
  });

  test("a receipt of another version, or of other content of the same one, says so first", () => {
    const next = bundledWith(["version: 2024-09-02", "version: next"], ["09:00-17:00", "10:00-16:00"]);
    const given = around({ "r.json": printed }, { august, next });
    const [other, content] = ["next", "august"].map((folder) =>
      due.run([folder, "--receipt", "r.json"], given),
    );
    expect([other?.exitCode, content?.exitCode]).toEqual([1, 1]);
    expect(other?.stdout).toMatch(
      /^Version: the receipt was made with 2024-09-02, the folder is next\.\nRow 1: /,
    );
    expect(content?.stdout).toMatch(
      /^Version 2024-09-02: the receipt was made with other content \(\w{12}\) than /,
    );
    const right = due.run(["next", "neon", "--receipt", "r.json"], given);
    expect(right).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("Equal") });
  });

  test("the same due under another version is equal, for nothing that counts differs", () => {
    const next = bundledWith(["version: 2024-09-02", "version: next"]);
    expect(due.run(["next", "--receipt", "r.json"], around({ "r.json": printed }, { next })).exitCode).toBe(
      0,
    );
  });

  test.each([
    ["not JSON", "{", "is not JSON"],
    ["no receipt", "[]", "is no receipt"],
    ["a receipt without its question", '{"due":null,"rows":[]}', "is no receipt"],
    ["another program's file", '{"name":"left-pad","version":"1.3.0"}', "is no receipt (asked)"],
    ["bytes", "\u0000\u0001PNG\uFFFD", "is not JSON"],
    [
      "a file without an end of brackets",
      `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
      "is no receipt (its nesting)",
    ],
    ["a row that is none", printed.replace('"businessMs": 5400000', '"businessMs": "much"'), "(row 1)"],
    ["an instant that is none", printed.replace('"at": "2026', '"at": "20x6'), "(asked.at)"],
  ])("%s is refused in one plain line", (_what, text, says) => {
    const { stdout, stderr, exitCode } = run("neon --receipt r.json", { "r.json": text });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^[^\n]+\nSee: troth due --help\n$/);
    expect(stdout).toBe("");
  });

  test("what a stranger's file holds does not steer the terminal, nor fill it", () => {
    const forged = printed.replace(
      '"Independence Day (observed)"',
      `"\\u001b[2J\\u009b${"x".repeat(9_000)}"`,
    );
    const { stdout, exitCode } = run("neon --receipt r.json", { "r.json": forged });
    expect(exitCode).toBe(1);
    expect(stdout.trimEnd().split("\n").join("")).not.toMatch(/\p{Cc}/u);
    expect(stdout.length).toBeLessThan(1_000);
  });
});
