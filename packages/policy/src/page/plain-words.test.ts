import { describe, expect, test } from "vitest";
import { compiled } from "../bundled-policy.fixture.ts";
import { renderPage } from "../page.ts";
import { type Change, changed, inPage, inPolicy, smallFiles } from "../small-policy.fixture.ts";
import { severityText } from "../text.ts";

/** The page of the small policy with more facts and one directive in place of its channels. */
function told(directive: string, facts: string, ...more: readonly Change[]): string {
  const files = changed(
    inPage("::channels", directive),
    inPolicy("readings:\n", `${facts}readings:\n`),
    ...more,
  ).files;
  return renderPage(compiled(files).policy, { format: "md" });
}

describe("facts in sentences that people would write", () => {
  test("an escalation is a chain with steps, and what stands beside it is no step", () => {
    const page = told(
      "::escalation",
      `escalation:
  marker: "#manager"
  steps:
    first: { text: Ask for the lead, after: 1 hour }
    second: { text: Call the director, after: 4 hours }
  paging: { severities: high, acknowledge: 10 minutes, afterwards: the manager }
`,
    );
    expect(page).toContain(
      "1. Ask for the lead, 1 hour after opening\n2. Call the director, 4 hours after the step before\n",
    );
    expect(page).toContain("\n- Write #manager in the ticket to ask for it.\n");
    expect(page).toContain(
      "somebody is paged and answers the page within 10 minutes, if nobody does: the manager",
    );
  });

  test("a credit", () => {
    const page = told(
      "::credits",
      "credits:\n  late: { plan: top, for: first-response, severity: high, more-than: 2 per month, gives: 10 %, of: the monthly fee, claim: { within: 30 days, by: e-mail } }\n",
    );
    expect(page).toContain(
      "Late: on Top, 10 % of the monthly fee when the first response is missed more than 2 times in a month at Severity High, to be claimed within 30 days, by e-mail",
    );
  });

  test("versions and their phases", () => {
    const page = told(
      "::versions",
      "versions: { server: { name: Server, phases: { full: { until: 5 years, gives: all fixes }, current: N-0, old: { until: without end, gives: advice } } } }\n",
    );
    expect(page).toContain("- Full: until 5 years after the release (all fixes)");
    expect(page).toContain("- Current: the newest release");
    expect(page).toContain("- Old: advice");
  });

  test("a language with urgent requests in another", () => {
    const page = told(
      "::languages",
      "languages: { en: full, ja: { calendar: office, urgent: { severities: high, in: en, calendar: always } }, ar: best-effort }\n",
    );
    expect(page).toContain("- Japanese, in Office hours, but Severity High in English, around the clock");
    expect(page).toContain("- Arabic: best effort");
  });

  test("a definition by facts", () => {
    const page = told(
      "::severities{id=high}",
      "facts: { production: It is production, down: Nothing works, workaround: There is a way around it, lost: Data is lost }\n",
      inPolicy(
        "    name: High\n",
        "    name: High\n    when: { all-of: [production, not workaround], any-of: [down, lost] }\n",
      ),
    );
    expect(page).toMatch(
      /when all of this holds:\n\n- It is production\n- Not: There is a way around it\n- One of these:\n\s+- Nothing works\n\s+- Data is lost\n/,
    );
  });

  test("targets: by the end of a day, until what, and whatever other severity", () => {
    const page = told(
      '::targets{metric="next-response"}\n\n::targets{metric="update-every"}',
      "",
      inPolicy(
        "readings:\n",
        `  - { metric: next-response, plan: pro, severity: high, within: same business day @ office, firmness: target }
  - { metric: next-response, plan: pro, less-than: next business day @ office, firmness: target }
  - { metric: update-every, plan: pro, within: 1 business hour @ office, until: a way around it is found, firmness: target }
readings:
  next-business-day: until the end of the first open day after the request
`,
      ),
    );
    expect(page).toContain("| by the end of the same business day, in Office hours |");
    expect(page).toContain(
      "| **Any other severity** | before the end of the next business day, in Office hours |",
    );
    expect(page).toContain("Until a way around it is found.");
  });

  describe("a cell of a table shows what holds in it", () => {
    const table = (targets: string) =>
      told('::targets{metric="next-response"}', "", inPolicy("readings:\n", `${targets}readings:\n`));
    const any =
      "  - { metric: next-response, plan: pro, within: 3 business days @ office, firmness: target }\n";
    const high =
      "  - { metric: next-response, plan: top, severity: high, within: 1 business day @ office, firmness: target }\n";
    const low =
      "  - { metric: next-response, plan: top, severity: low, within: 2 business days @ office, firmness: target }\n";

    test("also where it is written for any severity", () => {
      expect(table(any + high)).toContain(
        "| **Severity High** | within 3 business days, in Office hours | within 1 business day, in Office hours |\n" +
          "| **Any other severity** | within 3 business days, in Office hours | none |\n",
      );
    });

    test("and no row for other severities where there are none", () => {
      expect(table(any + high + low)).not.toContain("Any other severity");
    });

    test("also where it is written for any plan", () => {
      expect(table(high + any.replace("plan: pro, ", ""))).toMatch(
        /\| Severity \| Basic \| Pro \| Top \|\n.*\n\| \*\*Severity High\*\* \| within 3 .* \| within 3 .* \| within 1 /,
      );
    });
  });

  test("what is for a plan is for those that include it, too", () => {
    const page = told(
      "::categories\n\n::severities{id=high}\n\n::languages",
      "languages: { de: { plans: pro } }\n",
      inPolicy(
        "problem: { name: Problem, issue: yes }",
        "problem: { name: Problem, issue: yes, plans: pro }",
      ),
      inPolicy("    name: High\n", "    name: High\n    plans: pro\n"),
    );
    expect(page).toContain("only on Pro and Top");
    expect(page).toContain("Only for Pro and Top.");
    expect(page).toContain("German, on Pro and Top");
  });

  test("an add-on has no say on what the plan has", () => {
    const page = told(
      "::channels",
      "",
      inPolicy("categories:\n", "  care: { add-on: yes, channels: [manager] }\ncategories:\n"),
      inPolicy("  tickets: {", "  manager: { name: Account manager, kind: team }\n  tickets: {"),
    );
    expect(page).toContain("| **Ticket desk** | no | yes | yes | as the plan |");
    expect(page).toContain("| **Account manager** | no | no | no | yes |");
  });

  test("plans without tiers need no column for them, and a flat price is one rate", () => {
    const page = told(
      "::plans",
      "",
      inPolicy(
        "team, channels: [tickets] }",
        "team, channels: [tickets], price: { flat: 29, currency: EUR, per: month } }",
      ),
    );
    expect(page).toContain("| 29 EUR per month |");
    expect(page).toContain("| Tiers |");
  });
});

describe("a policy without severities", () => {
  const { files } = changed(inPolicy("", ""));
  const text = (files["policy.yaml"] ?? "")
    .replace(/^clauses:.*\n(?: .*\n)*/m, "")
    .replace(/default-severity: low\nseverities:\n(?: .*\n)+/, "")
    .replace(
      / {4}less-than:\n(?: {6}.*\n)+/,
      "    less-than: { silver: 4 business hours @ office, gold: 1 hour @ always }\n    by: tier\n",
    );

  test("speaks of none", () => {
    const { "page.md": _page, ...rest } = smallFiles;
    const page = renderPage(compiled({ ...rest, "policy.yaml": text }).policy, { format: "md" });
    expect(page).not.toContain("Severity");
    expect(page).toContain("| **Any request** |");
  });

  test("a row is what its requests are about", () => {
    const { "page.md": _page, ...rest } = smallFiles;
    const more = text.replace(
      "readings:\n",
      "  - { metric: next-response, category: problem, within: 1 business hour @ office, firmness: target }\n  - { metric: next-response, within: 1 business day @ office, firmness: target }\nreadings:\n",
    );
    const page = renderPage(compiled({ ...rest, "policy.yaml": more }).policy, { format: "md" });
    expect(page).toContain("| **Problem** | within 1 business hour, in Office hours |");
    expect(page).toContain("| **Any other request** | within 1 business day, in Office hours |");
  });
});

test.each([
  ["2", "High", "Severity 2 (High)"],
  ["urgent", "Urgent", "Severity Urgent"],
  ["s1", "S1 Blocker", "Severity S1 Blocker"],
  ["1", "Severity 1 (urgent)", "Severity 1 (urgent)"],
  ["A", "Sev A", "Sev A"],
  ["p2", "Priority 2", "Priority 2"],
  ["1", "Severe loss", "Severity 1 (Severe loss)"],
])("severity %s called %s reads %s", (id, name, words) => {
  const { policy } = compiled(smallFiles);
  const [first] = policy.severities;
  if (first === undefined) throw new Error("The small policy has severities.");
  expect(severityText({ ...policy, severities: [{ ...first, id, name }] }, id)).toBe(words);
});
