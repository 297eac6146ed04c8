import { globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";
import { compilePolicy } from "../compile.ts";
import { renderPage } from "../page.ts";
import type { PolicyFiles } from "../types.ts";

const ROOT = join(import.meta.dirname, "../../../../policies");
const folders = [
  ...readdirSync(join(ROOT, "examples")).map((name) => `examples/${name}`),
  "neon-2024-09",
].filter((name) => globSync("policy.yaml", { cwd: join(ROOT, name) }).length > 0);

function filesOf(folder: string): PolicyFiles {
  const paths = globSync("**/*.{yaml,md}", { cwd: join(ROOT, folder) });
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(ROOT, folder, path), "utf8")]));
}

/** Keys whose words the page shows in another form, or that are no words for customers. */
const NO_PROSE = new Set([
  "$schema",
  "policy",
  "version",
  "updated",
  "href",
  "label",
  "readings",
  "clause",
  "clauses",
  "within",
  "less-than",
  "in",
  "open",
  "unbroken",
  "when",
  "except-when",
  "asked-when",
  "assess-within",
  "by",
  "quota",
  "limit",
  "notice",
  "after",
  "close-after",
  "silence",
  "lasts",
  "until",
  "hotfix",
  "updates",
  "acknowledge",
  "at-most",
  "more-than",
  "reopen-within",
  "beyond",
  "clock-start",
  "clock-stop",
  "applies-to",
]);

/** Every sentence of a policy: scalars of several words that the author wrote for people. */
function proseOf(text: string): string[] {
  const found: string[] = [];
  const walk = (node: Node | null): void => {
    if (isScalar(node) && typeof node.value === "string" && /\p{L}{2,}\s+\p{L}{2,}/u.test(node.value)) {
      found.push(node.value);
    }
    if (isSeq<Node>(node)) for (const item of node.items) walk(item);
    if (!isMap<Node, Node | null>(node)) return;
    for (const { key, value } of node.items) {
      if (!NO_PROSE.has(isScalar(key) ? String(key.value) : "")) walk(value);
    }
  };
  walk(parseDocument(text, { schema: "failsafe" }).contents);
  return found;
}

const letters = (text: string): string =>
  text
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();

describe("nothing an author writes is dropped: the page made from the facts", () => {
  test.each(folders)("%s", { timeout: 60_000 }, (folder) => {
    const { "page.md": _, ...bare } = filesOf(folder);
    const facts = (bare["policy.yaml"] ?? "")
      .replaceAll(/^\s*clause: .*\n/gm, "")
      .replaceAll(/,\s*clause: [\w-]+/g, "")
      .replace(/^clauses:.*\n(?:[ #].*\n?)*/m, "");
    const { runnable, findings } = compilePolicy({ ...bare, "policy.yaml": facts });
    expect(findings.filter((one) => one.severity === "error")).toEqual([]);
    const page = letters(renderPage(runnable?.policy ?? expect.fail(), { format: "md" }));
    expect(proseOf(facts).filter((sentence) => !page.includes(letters(sentence)))).toEqual([]);
  });

  test.each(folders)(
    "%s in HTML: headings in order, rows and columns named, nothing unresolved",
    { timeout: 60_000 },
    (folder) => {
      const { runnable } = compilePolicy(filesOf(folder));
      const html = renderPage(runnable?.policy ?? expect.fail(), { format: "html" });
      const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
      levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      for (const [table] of html.matchAll(/<table>[\s\S]*?<\/table>/g)) {
        expect(table).toContain("<caption>");
        const rows = table.match(/<tr>/g)?.length ?? 0;
        expect(table.match(/<th scope="row">/g)?.length).toBe(rows - 1);
      }
      expect(html).not.toMatch(/\{\{|^::|undefined|\[object|NaN/m);
    },
  );
});
