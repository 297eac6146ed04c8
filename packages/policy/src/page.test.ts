import { describe, expect, test } from "vitest";
import { bundled, bundledFiles, bundledWith, compiled, policy } from "./bundled-policy.fixture.ts";
import { compilePolicy } from "./compile.ts";
import { dueOf } from "./due.ts";
import { renderPage } from "./page.ts";
import { targetOf } from "./target.ts";
import { durationText } from "./text.ts";
import type { PolicyFiles, RunnablePolicy } from "./types.ts";

const html = renderPage(policy, { format: "html" });
const markdown = renderPage(policy, { format: "md" });

const htmlOf = (files: PolicyFiles): string => renderPage(compiled(files).policy, { format: "html" });

const dueIn = ({ policy: of, calendars }: RunnablePolicy, plan: string): number | null => {
  const target = targetOf(of, {
    plan,
    tier: null,
    severity: "3",
    intake: "email",
    category: null,
    metric: "first-response",
  });
  return target === null ? null : dueOf({ policy: of, calendars }, target, Date.UTC(2026, 2, 2, 15)).due;
};

describe("version and date", () => {
  test("P001 the page shows its version and the moment it was last updated", () => {
    for (const page of [html, markdown]) {
      expect(page).toContain("2024-09-02");
      expect(page).toContain("Mon 2 Sep 2024, 13:42:56 UTC");
    }
    expect(html).toContain('<time datetime="2024-09-02T13:42:56.661Z">');
  });

  test("P001 a published version also says since when it is in force", () => {
    const publishedAt = Date.UTC(2024, 8, 3, 7, 0);
    const page = renderPage(policy, { format: "html", publishedAt });
    expect(page).toContain("In force since");
    expect(page).toContain('<time datetime="2024-09-03T07:00:00.000Z">Tue 3 Sep 2024, 07:00:00 UTC</time>');
  });

  test("the server's own links stand beside the version", () => {
    const links = [{ id: "all", label: "All <versions>", href: "/support/versions?a=1&b=2" }];
    const page = renderPage(policy, { format: "html", links });
    expect(page).toContain('<a href="/support/versions?a=1&amp;b=2">All &lt;versions&gt;</a>');
  });
});

describe("one source for every figure", () => {
  test("P002 one target changed in the policy file changes page and clock, nothing else edited", () => {
    const changed = compiled(
      bundledWith("policy.yaml", ["within: 3 business days", "within: 5 business days"]),
    );
    expect(dueIn(changed, "standard")).not.toBe(dueIn(bundled, "standard"));
    const page = renderPage(changed.policy, { format: "html" });
    expect(page).toContain("a first answer within 5 business days");
    expect(page).not.toContain("a first answer within 3 business days");
  });

  test("P034 every figure on the page is one of the policy's", () => {
    const figures = new Set(policy.targets.map((target) => durationText(target)));
    const found = html.match(/\b\d+ (?:business )?(?:minute|hour|day|week|month)s?\b/g) ?? [];
    expect(found.length).toBeGreaterThan(8);
    for (const figure of found) expect([...figures, `${policy.reopenDays} days`]).toContain(figure);
  });

  test("P034 the prose holds no figure, plan, channel or calendar typed by hand", () => {
    const { findings } = compilePolicy(bundledFiles());
    expect(findings.filter((finding) => finding.file === "page.md")).toEqual([]);
  });

  test.each([
    ["a plan", "  priority:\n    includes", "  priority:\n    name: Swift\n    includes", "Swift support"],
    ["a channel", "name: Neon AI Chat", "name: Pocket Oracle", "Pocket Oracle is there for every user"],
    ["the hours", "09:00-17:00", "08:00-20:00", "Monday to Friday, 08:00 to 20:00, New York time"],
    ["a pricing plan", "business: Business", "business: Firm", "comes with Firm"],
  ])("P129 %s changed in the policy file changes the page", (_what, from, to, shown) => {
    expect(html).not.toContain(shown);
    expect(htmlOf(bundledWith("policy.yaml", [from, to]))).toContain(shown);
  });
});

describe("what the page holds", () => {
  test.each([
    "How to contact support",
    "Support channels",
    "Support plans",
    "Community support",
    "Standard support",
    "Priority support",
    "Enterprise support",
    "Upgrading your support plan",
    "General support policy",
    "Issue resolution",
    "Billing issues",
    "Response times",
    "Enterprise response times",
    "Hours and holidays",
    "Severity levels",
    "Severity 1 (Critical)",
    "Severity 4 (Low)",
    "Etiquette",
    "Customer responsibilities",
    "Changes to this policy",
  ])("the section “%s”", (title) => {
    expect(html).toMatch(new RegExp(`<h[2-6] id="[\\w-]+">${title.replaceAll(/[()]/g, String.raw`\$&`)}</h`));
    expect(markdown).toContain(`# ${title}`);
  });

  test("P016 the matrix of channels, yes and no as words, with row headings", () => {
    expect(html).toContain(
      '<th scope="row">Support tickets</th><td>no</td><td>yes</td><td>yes</td><td>yes</td>',
    );
    expect(html).toContain(
      '<th scope="row">Video chat</th><td>no</td><td>no</td><td>on request</td><td>on request</td>',
    );
    expect(html).toContain('<th scope="row">SLAs</th><td>no</td><td>no</td><td>no</td><td>yes</td>');
    expect(html).toContain('<th scope="row">Neon Discord Server (not official)</th>');
  });

  test("P026 the table of plans", () => {
    expect(html).toContain('<th scope="row">Standard</th><td>Launch and Scale</td>');
    expect(html).toContain(
      '<th scope="row">Enterprise</th><td>Enterprise</td><td>Enterprise Standard and Enterprise Gold</td>',
    );
  });

  test("P069 P070 P071 P072 the table of targets, and that it is a commitment", () => {
    const row = (severity: string, standard: string, gold: string) =>
      `<th scope="row">${severity}</th><td>less than ${standard}</td><td>less than ${gold}</td>`;
    const hours = "in Normal Business Hours";
    expect(html).toContain(
      row("Severity 1 (Critical)", `2 business hours, ${hours}`, "1 hour, around the clock"),
    );
    expect(html).toContain(row("Severity 2 (High)", `2 business days, ${hours}`, "1 day, around the clock"));
    expect(html).toContain("<caption>Time to first response (a commitment)</caption>");
  });

  test("P046 P047 plans, prices, terms and status page are linked", () => {
    for (const link of ["plans", "pricing", "status", "sales", "discord", "billing"]) {
      expect(html).toContain(`href="${policy.links[link]?.href.replaceAll("&", "&amp;")}"`);
    }
    expect(policy.terms).toEqual({
      name: "terms of service",
      href: "https://neon.tech/terms-of-service",
      version: null,
    });
    expect(html).toContain('<a href="https://neon.tech/terms-of-service">terms of service</a>');
    expect(html).toContain('<a href="mailto:support@neon.tech">support@neon.tech</a>');
  });

  test("holidays stand with names and dates; the years from now on come first", () => {
    const page = renderPage(policy, { format: "html", at: Date.UTC(2026, 5, 1) });
    expect(page).toContain(
      '<th scope="row">Fri 3 Jul 2026</th><td>Independence Day (observed)</td><td>closed</td>',
    );
    expect(page).not.toContain("2025</th>");
    expect(page).toContain("<details open>\n<summary>Closed days 2026 (11)</summary>");
    expect(page).toContain("<details>\n<summary>Closed days 2028 (10)</summary>");
  });

  test("every address inside the page leads to an anchor of the page, and no anchor stands twice", () => {
    const anchors = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(anchors).toContain(target);
    for (const clause of policy.clauses) expect(anchors).toContain(clause.id);
  });

  test("headings never skip a level, and nothing is left unresolved", () => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
    expect(html).not.toMatch(/\{\{|\}\}|^::/m);
    expect(markdown).not.toMatch(/\{\{|\}\}|^::/m);
  });
});

describe("hostile names and prose", () => {
  const attack = `<img src=x onerror=alert(1)>"'&[x](javascript:alert(1))`;

  test("names of the policy are inert in prose, tables and headings", () => {
    const page = htmlOf(
      bundledWith(
        "policy.yaml",
        ["name: Neon AI Chat", `name: ${JSON.stringify(attack)}`],
        ["    includes: community\n", `    includes: community\n    name: ${JSON.stringify(attack)}\n`],
      ),
    );
    expect(page).not.toContain("<img");
    expect(page).not.toMatch(/href="javascript:/i);
    expect(page).toContain("&lt;img src=x onerror=alert(1)&gt;");
  });

  test("names of the policy are inert in Markdown as well", () => {
    const hostile = `${attack} | *a* \`b\``;
    const files = bundledWith("policy.yaml", ["name: Neon AI Chat", `name: ${JSON.stringify(hostile)}`]);
    const page = renderPage(compiled(files).policy, { format: "md" });
    expect(page).toContain(
      String.raw`\<img src=x onerror=alert(1)\>"'&\[x\](javascript:alert(1)) \| \*a\* \`b\``,
    );
    expect(page).not.toMatch(/(?<!\\)<img/);
  });

  test("HTML and script addresses in the page stay text", () => {
    const page = htmlOf(
      bundledWith("page.md", [
        "## Support channels",
        `${attack}\n\n<script>alert(1)</script>\n\n## Support channels`,
      ]),
    );
    expect(page).not.toMatch(/<img|<script|href="javascript:/i);
  });
});
