import { describe, expect, test } from "vitest";
import { bundledFiles, policy } from "./bundled-policy.fixture.ts";
import { compilePolicy } from "./compile.ts";
import { escapeHtml } from "./page/print-html.ts";
import { escapeMarkdown } from "./page/print-markdown.ts";
import { renderPage } from "./page.ts";
import type { Ground } from "./types.ts";

/** Promise row, level, the ground that keeps it, its kind. */
const GROUNDS: readonly (readonly [string, string, string, Ground["kind"] | "point"])[] = [
  ["P086", "1", "S1.a", "definition"],
  ["P087", "1", "S1.b", "definition"],
  ["P088", "1", "S1.c", "definition"],
  ["P090", "1", "S1.1", "example"],
  ["P091", "1", "S1.2", "example"],
  ["P092", "1", "S1.3", "example"],
  ["P093", "1", "S1.4", "example"],
  ["P094", "1", "S1.5", "example"],
  ["P095", "1", "S1.6", "example"],
  ["P096", "2", "S2", "definition"],
  ["P097", "2", "S2.a", "context"],
  ["P098", "2", "S2.b", "context"],
  ["P099", "2", "S2.c", "context"],
  ["P100", "2", "S2.d", "context"],
  ["P101", "2", "S2.1", "example"],
  ["P102", "2", "S2.1.branch", "point"],
  ["P103", "2", "S2.1.restore", "point"],
  ["P104", "2", "S2.1.recovery", "point"],
  ["P105", "2", "S2.2", "example"],
  ["P106", "2", "S2.3", "example"],
  ["P107", "3", "S3", "definition"],
  ["P108", "3", "S3.a", "definition"],
  ["P109", "3", "S3.b", "definition"],
  ["P110", "3", "S3.c", "definition"],
  ["P111", "3", "S3.d", "definition"],
  ["P112", "3", "S3.1", "example"],
  ["P113", "3", "S3.2", "example"],
  ["P114", "3", "S3.3", "example"],
  ["P115", "3", "S3.4", "example"],
  ["P116", "3", "S3.5", "example"],
  ["P117", "3", "S3.6", "example"],
  ["P118", "4", "S4.a", "definition"],
  ["P119", "4", "S4.b", "definition"],
  ["P120", "4", "S4.1", "example"],
  ["P121", "4", "S4.2", "example"],
  ["P122", "4", "S4.3", "example"],
];

const html = renderPage(policy, { format: "html" });
const markdown = renderPage(policy, { format: "md" });

function groundOf(level: string, id: string) {
  const grounds = policy.severities.find((severity) => severity.id === level)?.grounds ?? [];
  const ground = grounds.find((one) => one.id === id);
  if (ground !== undefined) return { kind: ground.kind, text: ground.text };
  const point = grounds.flatMap((one) => one.points).find((one) => one.id === id);
  return point === undefined ? null : { kind: "point", text: point.text };
}

test.each(GROUNDS)(
  "%s P085 severity %s has the ground %s, and the page shows it in the same words",
  (_promise, level, id, kind) => {
    const ground = groundOf(level, id);
    expect(ground?.kind).toBe(kind);
    const text = ground?.text ?? "(nothing)";
    expect(html).toContain(`<li id="${id}">${escapeHtml(text)}`);
    expect(markdown).toContain(escapeMarkdown(text));
  },
);

test("P085 the policy has these grounds and no others", () => {
  const ids = policy.severities.flatMap((severity) =>
    severity.grounds.flatMap((ground) => [ground.id, ...ground.points.map((point) => point.id)]),
  );
  expect(new Set(ids)).toEqual(new Set(GROUNDS.map(([, , id]) => id)));
});

test("P089 only Critical asks what the problem costs the business", () => {
  expect(policy.severities.filter((one) => one.asksBusinessImpact).map((one) => one.name)).toEqual([
    "Critical",
  ]);
});

test("P111 outside production a proposal stays at Normal, unless data or security is at stake", () => {
  expect(policy.severityCaps).toEqual([
    { environment: "non-production", atMost: "3", except: ["S1.c", "S1.2", "S1.6"] },
  ]);
});

describe("High's four lines against its own definition", () => {
  const files = bundledFiles();
  const { findings } = compilePolicy(files);

  test.each(["S2.a", "S2.b", "S2.c", "S2.d"])(
    "P097 P098 P099 P100 the compiler reports %s with its place and the choice",
    (id) => {
      const finding = findings.find((one) => one.message.includes(`\`${id}\``));
      expect(finding).toMatchObject({ code: "ground-contradicts-level", severity: "warning" });
      expect(finding?.message).toContain("proposed as 3");
      const line = (files["policy.yaml"] ?? "").split("\n")[(finding?.line ?? 0) - 1];
      expect(line?.trim().startsWith(`${id}:`)).toBe(true);
    },
  );

  test("P097 a match is proposed as Normal", () => {
    const high = policy.severities.find((severity) => severity.id === "2");
    const context = high?.grounds.filter((ground) => ground.kind === "context") ?? [];
    expect(context.map((ground) => ground.proposedAs)).toEqual(["3", "3", "3", "3"]);
  });
});

test("P084 questions and wishes draw a warning at the two highest levels", () => {
  const warned = policy.categories.filter((category) => category.warnsAt.length > 0);
  expect(warned.map((category) => [category.id, category.warnsAt])).toEqual([
    ["question", ["1", "2"]],
    ["feature-request", ["1", "2"]],
    ["root-cause", ["1", "2"]],
  ]);
});
