import { expect, test } from "vitest";
import { diff } from "./diff.ts";
import { around, bundledWith } from "./surroundings.fixture.ts";

const draft = bundledWith(["2: { standard: 2 business days", "2: { standard: 1 business day"]);

const run = (line: string) => diff.run(line.split(" "), around({}, { draft }));

test("P129 what changes is told for the plan that it concerns", () => {
  const { stdout, exitCode } = run("neon draft");
  expect(exitCode).toBe(0);
  expect(stdout).toBe(
    "## For Enterprise\n\n### Response times\n\n" +
      "- **better:** Severity 2 on Enterprise Standard, through the console: 2 business days → 1 business day (first response)\n",
  );
});

test("in German, and as HTML", () => {
  expect(run("neon draft --lang de").stdout).toContain("- **besser:** Schweregrad 2 bei Enterprise Standard");
  expect(run("neon draft --format html").stdout).toContain('data-kind="better"');
});

test("as JSON, with both versions named", () => {
  const told = JSON.parse(run("neon draft --json --lang de").stdout);
  expect(told.from).toMatchObject({ id: "neon-support", version: "2024-09-02" });
  expect(told.changes).toEqual([
    expect.objectContaining({ kind: "better", before: "2 Geschäftstage", after: "1 Geschäftstag" }),
  ]);
});

test("nothing changes between a policy and itself", () => {
  expect(run("neon neon").stdout).toBe("Nothing changes for customers.\n");
});

test.each([
  ["neon", "Name two policy folders"],
  ["neon draft neon", "“neon” is too much"],
  ["neon nowhere", "There is no folder nowhere."],
  ["neon draft --lang fr", "“fr” is neither"],
  ["neon draft --format pdf", "“pdf” is neither"],
])("wrong use: troth diff %s", (line, says) => {
  expect(run(line)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(says) });
});

test("a policy with errors is not compared", () => {
  expect(run("neon broken")).toMatchObject({ exitCode: 1, stdout: "" });
});
