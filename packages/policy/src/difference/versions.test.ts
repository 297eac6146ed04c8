import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compilePolicy } from "../compile.ts";
import type { Locale, Policy } from "../types.ts";
import { differenceOf } from "./difference.ts";
import { renderDifference } from "./render.ts";

const ROOT = join(import.meta.dirname, "../../../../policies");

function load(folder: string): Policy {
  const paths = globSync("**/*.{yaml,md}", { cwd: join(ROOT, folder) });
  const files = paths.map((path) => [path, readFileSync(join(ROOT, folder, path), "utf8")]);
  return compilePolicy(Object.fromEntries(files)).runnable?.policy ?? expect.fail(folder);
}

/** The vendor's four versions, in the order in which they were in force. */
const first = load("examples/neon-2024-01-11");
const second = load("examples/neon-2024-08-06");
const third = load("neon-2024-09");
const fourth = load("examples/neon-2026-02-06");

const told = (before: Policy, after: Policy, locale: Locale = "en"): string[] =>
  differenceOf(before, after).map(({ kind, sentence }) => `${kind}: ${sentence[locale]}`);

describe("P129 January to August 2024", () => {
  const changes = told(first, second);

  test.each([
    "added: Support plan, new: Standard",
    "removed: Support plan, no longer: Expert",
    "changed: Support with the pricing plan Launch: Expert → Standard",
    "better: Support with the pricing plan Scale: Expert → Priority",
    "added: Support with the pricing plan Business, new: Priority",
    "added: Severity 1 on Enterprise Standard, through the console: no time stated → 2 business hours, a commitment (first response)",
    "added: Severity 1 on Enterprise Gold, through the console: no time stated → 1 hour, a commitment (first response)",
    "added: Severity 2 on Enterprise Gold, through the console: no time stated → 1 day, a commitment (first response)",
    "removed: No longer on every plan: Community forum",
    "worse: Neon Discord Server: official → not official",
    "added: Not covered, new: Use of the product against its documentation, needs: documentation",
  ])("%s", (sentence) => expect(changes).toContain(sentence));
});

describe("P129 August to September 2024", () => {
  const changes = told(second, third);

  test.each([
    "worse: Support with the pricing plan Scale: Priority → Standard",
    "worse: Standard: 2 business days → 3 business days (first response)",
    "worse: Priority: 2 business days → 3 business days (first response)",
    "worse: Enterprise, not through the console: 2 business days → 3 business days (first response)",
    "changed: Normal Business Hours: Monday to Friday, 06:00 to 18:00, UTC-08:00 → Monday to Friday, 09:00 to 17:00, New York time",
    "added: New on every plan: Neon AI Chat",
    "worse: Video chat on Priority: included → on request",
    "worse: Video chat on Enterprise: included → on request",
    "removed: No longer on Enterprise: Customer success team",
    "changed: Conduct, binds the vendor's people as well: no → yes",
    "added: Severity 2 (High), example S2.1, points, new: A branch restore does not go through",
  ])("%s", (sentence) => expect(changes).toContain(sentence));

  test("nothing is told of the committed table, which stayed", () => {
    expect(changes.filter((sentence) => /Severity \d on Enterprise/.test(sentence))).toEqual([]);
  });

  test("in German", () => {
    expect(told(second, third, "de")).toEqual(
      expect.arrayContaining([
        "worse: Support zum Tarif Scale: Priority → Standard",
        "worse: Standard: 2 Geschäftstage → 3 Geschäftstage (erste Antwort)",
        "worse: Enterprise, nicht über die Konsole: 2 Geschäftstage → 3 Geschäftstage (erste Antwort)",
        "added: Neu bei jedem Plan: Neon AI Chat",
        "removed: Nicht mehr bei Enterprise: Customer success team",
      ]),
    );
  });
});

describe("P129 September 2024 to February 2026", () => {
  const changes = told(third, fourth);

  test.each([
    "added: Support plan, new: Standard (billing)",
    "worse: Support with the pricing plan Launch: Standard → Standard (billing)",
    "added: Support plan, new: Business",
    "added: Support plan, new: Production",
    "removed: Support plan, no longer: Priority",
    "changed: The support plan Enterprise is now called Enterprise (legacy)",
    "added: Tier, new: Enterprise (legacy) Platinum",
    "removed: Standard: 3 business days, an expectation → no time stated (first response)",
    "added: Severity 1 on Business: no time stated → 4 hours, a commitment (first response)",
    "added: Severity 1 on Production: no time stated → 1 hour, a commitment (first response)",
    "worse: Neon AI Chat: official → not official",
    "added: New on Standard: Slack channel (for a fee)",
    "removed: No longer on Enterprise (legacy): Video chat (on request)",
  ])("%s", (sentence) => expect(changes).toContain(sentence));

  test("the new tier's times are told as its own", () => {
    expect(changes.filter((sentence) => sentence.includes("Platinum")).length).toBeGreaterThan(1);
  });
});

describe("as a text for people", () => {
  const changes = differenceOf(second, third);

  test("plans stand lowest first, then what concerns everybody; each part by topic", () => {
    const headings = renderDifference(changes, { format: "md", locale: "en" }).match(/^#.*$/gm);
    expect(headings).toEqual([
      "## For Standard",
      "### Support plans",
      "### Response times",
      "## For Priority",
      "### Ways to get help",
      "### Response times",
      "## For Enterprise",
      "### Ways to get help",
      "### Response times",
      "## For everybody",
      "### Ways to get help",
      "### Hours and holidays",
      "### Severity levels",
      "### Kinds of request",
      "### Rules",
      "### Wording and links",
    ]);
  });

  test("HTML says better and worse in words, in the reader's language", () => {
    const html = renderDifference(changes, { format: "html", locale: "de" });
    expect(html).toContain('<div class="policy-changes" lang="de">');
    expect(html).toContain("<h2>Für Standard</h2>");
    expect(html).toContain(
      "<strong>schlechter</strong> Standard: 2 Geschäftstage → 3 Geschäftstage (erste Antwort)",
    );
  });

  test("names that look like markup are inert in both", () => {
    const attack = `<img src=x onerror=alert(1)>[x](javascript:alert(1))`;
    const plans = third.plans.map((plan) => (plan.id === "standard" ? { ...plan, name: attack } : plan));
    const hostile = differenceOf(third, { ...third, plans });
    expect(renderDifference(hostile, { format: "html", locale: "en" })).not.toContain("<img");
    expect(renderDifference(hostile, { format: "md", locale: "en" })).not.toMatch(/(?<!\\)<img|(?<!\\)\[x/);
  });

  test("no change at all is said in a sentence", () => {
    expect(renderDifference([], { format: "md", locale: "en" })).toBe("Nothing changes for customers.\n");
    expect(renderDifference([], { format: "html", locale: "de" })).toBe(
      '<p lang="de">Für Kunden ändert sich nichts.</p>\n',
    );
  });
});
