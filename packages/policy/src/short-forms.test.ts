import { describe, expect, test } from "vitest";
import { compilePolicy } from "./compile.ts";
import { changed, inPolicy, smallFiles } from "./small-policy.fixture.ts";

const text = smallFiles["policy.yaml"] ?? "";

/** The small policy without a page, so that any of its facts can be written shorter. */
function shortly(...pairs: readonly (readonly [RegExp, string])[]) {
  const short = pairs.reduce(
    (facts, [from, to]) => {
      expect(facts).toMatch(from);
      return facts.replace(from, to);
    },
    text.replace(/^clauses:.*\n(?: .*\n)*/m, ""),
  );
  const { runnable, findings } = compilePolicy({
    ...smallFiles,
    "page.md": "# Page\n",
    "policy.yaml": short,
  });
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  return runnable?.policy;
}

describe("a name that is the id needs not be written", () => {
  test("of severities, kinds of request and outcomes, as of plans", () => {
    const policy = shortly(
      [/severities:\n(?: .*\n)+/, "severities: [high, low]\n"],
      [/ {2}problem: .*\n/, "  problem: { issue: yes }\n  how-to: Questions on use\n"],
      [/outcomes:.*\n(?: .*\n)*/, "outcomes: [answered, out-of-scope]\n"],
    );
    expect(policy?.severities.map(({ id, name }) => [id, name])).toEqual([
      ["high", "High"],
      ["low", "Low"],
    ]);
    expect(policy?.categories.map(({ name }) => name)).toEqual([
      "Problem",
      "Questions on use",
      "Bespoke work",
    ]);
    expect(policy?.outcomes.map(({ name }) => name)).toEqual(["Answered", "Out of scope"]);
  });
});

test.each([
  ["firmness: expectation", "firmness: Best effort", "best-effort"],
  ["firmness: expectation", "firmness: SLA", "commitment"],
  ["firmness: expectation", "firmness: per_contract", "per-contract"],
])("words of a closed list may be written as people write them: %s, %s", (from, to, firmness) => {
  const { runnable } = compilePolicy(changed(inPolicy(from, to)).files);
  expect(runnable?.policy.targets[0]?.firmness).toBe(firmness);
});

test("a link may be a telephone number, and nothing that runs", () => {
  const linked = (href: string) =>
    compilePolicy(changed(inPolicy("https://acme.example/sales", href)).files).findings.map(
      ({ code }) => code,
    );
  expect(linked("tel:+49-30-1234567")).toEqual([]);
  expect(linked("javascript:alert(1)")).toContain("link-unsafe");
});

describe("when it was last edited", () => {
  test("a date is its beginning, by universal time", () => {
    const policy = shortly([/^updated: .*$/m, "updated: 2026-05-01"]);
    expect(policy?.updatedAt).toBe(Date.UTC(2026, 4, 1));
  });

  test("a date that is none is refused at its place", () => {
    const { files, place } = changed(inPolicy("updated: 2026-01-01T09:00:00Z", "updated: ‸2026-02-30"));
    expect(compilePolicy(files).findings).toContainEqual(
      expect.objectContaining({ ...place, code: "value-format" }),
    );
  });
});
