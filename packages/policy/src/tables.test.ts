import { describe, expect, test } from "vitest";
import { compilePolicy } from "./compile.ts";
import { type Change, changed, inPolicy } from "./small-policy.fixture.ts";

const TOP = `    plan: top
    less-than:
      high: { silver: 4 business hours @ office, gold: 1 hour @ always }
      low: { silver: 1 business day @ office, gold: 1 business day @ office }
`;

function cellsOf(...changes: readonly Change[]) {
  const { runnable, findings } = compilePolicy(changed(...changes).files);
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  return (runnable?.policy.targets ?? [])
    .filter(({ metric }) => metric === "next-response")
    .map(({ plan, tier, severity, intake, amount }) => [plan, tier, severity, intake, amount]);
}

const table = (lines: string): Change =>
  inPolicy("readings:\n", `  - metric: next-response\n    firmness: target\n${lines}readings:\n`);

describe("a table says by its ids what its rows and columns stand for", () => {
  const bySeverity = cellsOf(
    table(
      "    within:\n      high: { pro: 1 hour, top: 2 hours }\n      low: { pro: 3 hours, top: 4 hours }\n",
    ),
    inPolicy("  tie: late\n", "  tie: late\n  without-calendar: round the clock\n"),
  );

  test("plans across and severities down, or the other way round", () => {
    const byPlan = cellsOf(
      table(
        "    within:\n      pro: { high: 1 hour, low: 3 hours }\n      top: { high: 2 hours, low: 4 hours }\n",
      ),
      inPolicy("  tie: late\n", "  tie: late\n  without-calendar: round the clock\n"),
    );
    expect(bySeverity).toHaveLength(4);
    expect(new Set(byPlan.map(String))).toEqual(new Set(bySeverity.map(String)));
  });

  test("tiers down", () => {
    const cells = cellsOf(
      table(
        "    plan: top\n    within:\n      silver: { high: 1 hour, low: 3 hours }\n      gold: { high: 2 hours, low: 4 hours }\n",
      ),
      inPolicy("  tie: late\n", "  tie: late\n  without-calendar: round the clock\n"),
    );
    expect(cells).toContainEqual(["top", "gold", "low", null, 4]);
  });

  test("one column of plans, doors or kinds of request", () => {
    const round = inPolicy("  tie: late\n", "  tie: late\n  without-calendar: round the clock\n");
    expect(cellsOf(table("    within: { pro: 1 hour, top: 2 hours }\n"), round)).toEqual([
      ["pro", null, null, null, 1],
      ["top", null, null, null, 2],
    ]);
    expect(cellsOf(table("    plan: pro\n    within: { email: 1 hour, console: 2 hours }\n"), round)).toEqual(
      [
        ["pro", null, null, "email", 1],
        ["pro", null, null, "console", 2],
      ],
    );
  });
});

test.each([
  ["high: {", "‸hihg: {", "severity-undefined"],
  [
    "      high: { silver: 4 business hours @ office, gold: 1 hour @ always }\n      low: { silver: 1 business day @ office, gold: 1 business day @ office }",
    "      ‸sivler: { high: 4 business hours @ office, low: 1 business day @ office }\n      gold: { high: 1 hour @ always, low: 1 business day @ office }",
    "tier-undefined",
  ],
])("one mistyped id is told alone, and not as a table of another kind", (from, to, code) => {
  const { files, place } = changed(inPolicy(TOP, TOP.replace(from, to)));
  const found = compilePolicy(files).findings.filter(({ severity }) => severity === "error");
  expect(found.map((one) => one.code).toSorted()).toEqual([code, "target-cell-missing"].toSorted());
  expect(found.find((one) => one.code === code)).toMatchObject({ ...place });
});
