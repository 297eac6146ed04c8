import { describe, expect, test } from "vitest";
import { due } from "./due.ts";
import { around, bundledWith } from "./surroundings.fixture.ts";
import { targets } from "./targets.ts";

const TARGETS = "\nreadings: # what";
const CALENDARS = `  regional:
    open: { mon-fri: "09:00-17:00" }
    holidays: none
    regions: { emea: Europe/Berlin, us: America/New_York }
    instead: [{ language: ja, use: tokyo }]
  tokyo: { zone: Asia/Tokyo, open: { mon-fri: "09:00-17:00" }, holidays: none }
  desk: { zone: { whose: customer-country }, open: { mon-fri: "09:00-17:00" }, holidays: none }

pricing:`;

/** The bundled policy with targets for resolution that ask for facts of the request. */
const folder = bundledWith(
  ["\npricing:", CALENDARS],
  [
    TARGETS,
    `
  - { metric: resolution, plan: standard, within: 2 business hours @ regional, firmness: target }
  - { metric: mitigation, plan: standard, when: opened in desk, within: 1 hour @ always, firmness: target }
  - { metric: mitigation, plan: standard, when: opened outside desk, within: 4 hours @ always, firmness: target }
  - { metric: workaround, within: 5 hours @ always, firmness: target }
  - { metric: workaround, severity: 1, within: 1 hour @ always, firmness: target }
${TARGETS}`,
  ],
);

const given = around({}, { facts: folder });

function run(line: string) {
  return due.run(["facts", ...line.split(" "), "--json"], given);
}

const dueOf = (line: string): string | null => JSON.parse(run(line).stdout).due;

const AT = "--at 2026-03-03T07:00:00Z";

describe("troth due with facts of the request", () => {
  const resolution = `--plan standard --severity 2 --metric resolution ${AT}`;

  test.each([
    ["--region emea", "2026-03-03T10:00:00Z"],
    ["--region US", "2026-03-03T16:00:00Z"],
    ["--language ja-JP", "2026-03-04T01:00:00Z"],
    ["--zone Europe/London", "2026-03-03T11:00:00Z"],
  ])("%s", (facts, instant) => {
    expect(dueOf(`${resolution} ${facts}`)).toBe(instant);
  });

  test("what decides the calendar is asked for, by name", () => {
    expect(run(resolution)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("name it with --zone, or the region with --region (emea, us)"),
    });
    expect(run(`${resolution} --region mars`)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("There is no region “mars”"),
    });
  });

  const mitigation = "--plan standard --severity 2 --metric mitigation --at 2026-03-03T10:00:00Z";

  test.each([
    ["--zone Europe/Berlin", "2026-03-03T11:00:00Z"],
    ["--zone America/New_York", "2026-03-03T14:00:00Z"],
    ["--zone America/New_York --opened 2026-03-02T15:00:00Z", "2026-03-03T11:00:00Z"],
  ])("the hour of opening: %s", (facts, instant) => {
    expect(dueOf(`${mitigation} ${facts}`)).toBe(instant);
  });

  test("or the condition, in the author's words", () => {
    const words = [
      ..."--plan standard --severity 2 --metric mitigation".split(" "),
      "--when",
      "opened in desk",
    ];
    const { stdout } = due.run(["facts", ...words, ...AT.split(" "), "--json"], given);
    expect(JSON.parse(stdout).due).toBe("2026-03-03T08:00:00Z");
    expect(run(mitigation)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("say which condition holds with --when (opened in desk)"),
    });
  });

  test("any severity, any plan, or the severity of a request that names none", () => {
    const workaround = `--metric workaround ${AT}`;
    expect(dueOf(`${workaround} --plan standard --severity 1`)).toBe("2026-03-03T08:00:00Z");
    expect(dueOf(`${workaround} --plan standard --severity *`)).toBe("2026-03-03T12:00:00Z");
    expect(dueOf(`${workaround} --plan standard`)).toBe("2026-03-03T12:00:00Z");
    expect(dueOf(`${workaround} --plan * --severity *`)).toBe("2026-03-03T12:00:00Z");
  });

  test("add-ons, cohorts and channels are known by the policy, or refused", () => {
    for (const option of ["--add-on", "--cohort", "--channel"]) {
      expect(run(`${resolution} --region emea ${option} nothing`)).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining("“nothing”"),
      });
    }
  });

  test.each([
    `${resolution} --region emea`,
    `${mitigation} --zone Europe/Berlin --opened 2026-03-02T20:00:00Z`,
  ])("a receipt of it is equal to its recomputation: %s", (line) => {
    const printed = run(line).stdout;
    const again = due.run(["facts", "--receipt", "r.json"], around({ "r.json": printed }, { facts: folder }));
    expect(again.stdout).toMatch(/^Equal: due 2026-03-/);
  });
});

describe("what is said beside the answer", () => {
  const more = bundledWith(
    [
      "\npricing:",
      '  theirs: { zone: Europe/Berlin, open: { mon-fri: "09:00-17:00" }, holidays: { whose: customer-country } }\n\npricing:',
    ],
    [
      TARGETS,
      `
  - { metric: resolution, plan: standard, severity: 1, within: 2 business hours @ theirs, firmness: target }
  - { metric: resolution, plan: standard, severity: 2, within: best effort, firmness: target }
  - { metric: resolution, plan: standard, severity: 3, within: unstated, firmness: target }
${TARGETS}`,
    ],
    ["\npricing:", "\npricing:"],
  );
  const ask = (line: string) =>
    due.run(
      ["more", ...`--plan standard --metric resolution --at 2026-03-03T10:00:00Z ${line}`.split(" ")],
      around({ "days.txt": "2026-03-03\n" }, { more }),
    );

  test("holidays that are the customer's are none until they are named", () => {
    expect(ask("--severity 1").stderr).toContain(
      "whose holidays close Theirs is left open (customer country), so none are counted; name them with --holidays",
    );
    expect(ask("--severity 1 --json").stderr).toBe("");
    expect(ask("--severity 1 --holidays days.txt")).toMatchObject({
      stderr: "",
      stdout: expect.stringContaining("2026-03-04T10:00:00Z"),
    });
  });

  test("a cell without a figure is told by its words", () => {
    expect(ask("--severity 2").stdout).toBe(
      "No due time: best effort, without a figure (Standard, severity 2).\n",
    );
    expect(ask("--severity 3").stdout).toBe("No due time: the policy states none (Standard, severity 3).\n");
  });
});

test("the table shows channels and cohorts where a cell names them", () => {
  const some = bundledWith(
    [
      TARGETS,
      `\n  - { metric: resolution, plan: standard, channel: tickets, within: next business day @ normal-business-hours, firmness: target }\n${TARGETS}`,
    ],
    ["\nreadings: # what", "\nreadings: # what"],
  );
  const withReading = {
    ...some,
    "policy.yaml": (some["policy.yaml"] ?? "").replace(
      "  tie: late\n",
      "  tie: late\n  next-business-day: one business day\n",
    ),
  };
  const table = targets.run(["some"], around({}, { some: withReading })).stdout.split("\n");
  expect(table[0]).toMatch(/^plan +tier +severity +door +category +channel +measured/);
  expect(table.find((line) => line.includes("resolution"))).toMatch(
    / tickets +resolution +by next business day /,
  );
});
