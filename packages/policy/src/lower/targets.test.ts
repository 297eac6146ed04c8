import { expect, test } from "vitest";
import { compilePolicy } from "../compile.ts";
import { type Change, changed, inPage, inPolicy } from "../small-policy.fixture.ts";

const PRO = "    plan: pro\n    within: 2 business days @ office\n";

/** The cells of an entry that stands in place of the one for Pro, as “plan severity door amount”. */
function cellsOf(entry: string): string[] {
  const { runnable, findings } = compilePolicy(
    changed(inPolicy(PRO, entry), inPage("{{ targets.pro.first-response }}", "soon")).files,
  );
  if (runnable === null) throw new Error(JSON.stringify(findings));
  const { targets } = runnable.policy;
  return targets
    .filter((target) => target.plan !== "top")
    .map(({ plan, severity, intake, amount }) => [plan, severity, intake, amount].join(" "));
}

test("a table of severities is for the plans that its entry names, and for no other", () => {
  const table = "within: { high: 2 business days @ office, low: 3 business days @ office }";
  expect(cellsOf(`    plan: pro\n    intake: console\n    ${table}\n`)).toEqual([
    "pro high console 2",
    "pro low console 3",
  ]);
  expect(cellsOf(`    plans: [basic, pro]\n    ${table}\n`)).toEqual([
    "basic high  2",
    "pro high  2",
    "basic low  3",
    "pro low  3",
  ]);
});

test("a row may hold for all that the entry names while another goes down to each", () => {
  const table =
    "{ high: { basic: 1 business day @ office, pro: 1 hour @ always }, low: 3 business days @ office }";
  expect(cellsOf(`    plans: [basic, pro]\n    within: ${table}\n`)).toEqual([
    "basic high  1",
    "pro high  1",
    "basic low  3",
    "pro low  3",
  ]);
});

test("a table has no cell for a plan that may not choose its severity, and none is missed", () => {
  const only = inPolicy("    name: High\n", "    name: High\n    plans: [pro]\n");
  const entry =
    "within: { high: { pro: 1 hour @ always }, low: { basic: 3 days @ always, pro: 2 days @ always } }";
  const change = inPolicy(PRO, `    plans: [basic, pro]\n    ${entry}\n`);
  const page = inPage("{{ targets.pro.first-response }}", "soon");
  const missing = (...changes: readonly Change[]) =>
    compilePolicy(changed(...changes).files).findings.filter((one) => one.code === "target-cell-missing");
  expect(missing(change, page, only)).toEqual([]);
  expect(missing(change, page).map((one) => one.message)).toEqual([
    "The table says nothing for plan `basic`.",
  ]);
});
