import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bundledFiles } from "./bundled-policy.fixture.ts";
import { compilePolicy } from "./compile.ts";
import { differenceOf } from "./difference/difference.ts";
import { renderPage } from "./page.ts";
import { smallFiles } from "./small-policy.fixture.ts";
import type { Policy, PolicyFiles } from "./types.ts";

/** Cases of a run, over all properties; `TROTH_FUZZ_RUNS=20000` asks for more. */
const RUNS = Number(process.env["TROTH_FUZZ_RUNS"] ?? 1000);
/** No case may take this long on any machine; a sound one takes some milliseconds. */
const LONGEST_MS = 10_000;
const TIMEOUT = { timeout: 60_000 + RUNS * 300 };
const share = (part: number) => ({ numRuns: Math.max(1, Math.round(RUNS * part)), seed: 20_240_902 });

const sound: Policy = compilePolicy(smallFiles).runnable?.policy ?? expect.fail();

/** Compiles, and renders and compares what was let through; finds only places that exist. */
function holds(files: PolicyFiles): void {
  const start = performance.now();
  const { runnable, findings } = compilePolicy(files);
  expect(runnable === null).toBe(findings.some((finding) => finding.severity === "error"));
  for (const { file, line, column } of findings) {
    const name = Object.hasOwn(files, file) ? file : null;
    const lines = name === null ? 1 : (files[name] ?? "").split(/\r\n?|\n/).length;
    expect(line).toBeGreaterThan(0);
    expect(line).toBeLessThanOrEqual(Math.max(1, lines));
    expect(column).toBeGreaterThan(0);
  }
  if (runnable !== null) {
    const html = renderPage(runnable.policy, { format: "html" });
    expect(html).not.toContain("undefined");
    expect(html).not.toMatch(/<script|<img|href="(?!https?:|mailto:|tel:|#)/i);
    renderPage(runnable.policy, { format: "md" });
    differenceOf(sound, runnable.policy);
  }
  expect(performance.now() - start).toBeLessThan(LONGEST_MS);
}

const scrap = fc.oneof(
  fc.constantFrom(
    "",
    "~",
    "[]",
    "{}",
    "- x",
    "{ a: b }",
    "99999999999 days @ office",
    "2 business days @ office",
    "::channels",
    "::targets{plan=top}",
    "{{ plans.pro.name }}",
    "{{ }}",
    "on: off",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "__proto__",
    "constructor: {}",
    "&a *a",
    "!!js/function x",
    "<<: *a",
    "\t",
    "\0",
    "\u202E",
    "\uD800",
    "\r",
    '"',
    "'",
    "#",
    "|",
    "…",
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ maxLength: 30, unit: "binary" }),
);

/** One thing that can happen to a text: a line goes, comes twice, changes places, moves in, or bytes are put over it. */
type Edit = { readonly how: number; readonly at: number; readonly to: number; readonly what: string };

const edit: fc.Arbitrary<Edit> = fc.record({
  how: fc.nat({ max: 6 }),
  at: fc.nat(),
  to: fc.nat(),
  what: scrap,
});

function edited(text: string, { how, at, to, what }: Edit): string {
  const lines = text.split("\n");
  const [from, other] = [at % lines.length, to % lines.length];
  const line = lines[from] ?? "";
  if (how === 0) return lines.toSpliced(from, 1).join("\n");
  if (how === 1) return lines.toSpliced(from, 0, line).join("\n");
  if (how === 2)
    return lines
      .with(from, lines[other] ?? "")
      .with(other, line)
      .join("\n");
  if (how === 3) return lines.with(from, `${" ".repeat(to % 6)}${line}`).join("\n");
  if (how === 4) return lines.with(from, `${line.slice(0, line.indexOf(":") + 1)} ${what}`).join("\n");
  if (how === 5) return lines.with(from, what).join("\n");
  const index = at % (text.length + 1);
  return text.slice(0, index) + what + text.slice(index + (to % 40));
}

const mutated = (files: PolicyFiles, edits: readonly Edit[], pageEdits: readonly Edit[]): PolicyFiles => ({
  ...files,
  "policy.yaml": edits.reduce(edited, files["policy.yaml"] ?? ""),
  "page.md": pageEdits.reduce(edited, files["page.md"] ?? ""),
});

const edits = fc.array(edit, { minLength: 0, maxLength: 4 });

/** Any tree, with the keys of the language among its own. */
const WORDS = [
  ...new Set((smallFiles["policy.yaml"] ?? "").match(/[a-z][\w-]*(?=:)/g) ?? []),
  "__proto__",
  "constructor",
  "toString",
  "*",
  "1",
];
const leaf = fc.oneof(
  fc.constantFrom("yes", "no", "office", "pro", "2 days", "2026-01-01", "tickets", "x", ""),
  fc.string({ maxLength: 12 }),
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    fc.array(tie("tree"), { maxLength: 5 }),
    fc
      .array(fc.tuple(fc.constantFrom(...WORDS), tie("tree")), { maxLength: 8 })
      .map((entries) => Object.fromEntries(new Map(entries))),
  ),
}));

describe("whatever an author types, the compiler answers: it does not throw and does not hang", () => {
  test("lines and bytes of a small policy put wrong", TIMEOUT, () => {
    fc.assert(
      fc.property(edits, edits, (facts, page) => holds(mutated(smallFiles, facts, page))),
      share(0.5),
    );
  });

  test("lines and bytes of the bundled policy put wrong", TIMEOUT, () => {
    const bundled = bundledFiles();
    fc.assert(
      fc.property(edits, edits, (facts, page) => holds(mutated(bundled, facts, page))),
      share(0.1),
    );
  });

  test("lines of the list of holidays put wrong", TIMEOUT, () => {
    const path = "holidays/berlin.yaml";
    fc.assert(
      fc.property(edits, (some) =>
        holds({ ...smallFiles, [path]: some.reduce(edited, smallFiles[path] ?? "") }),
      ),
      share(0.1),
    );
  });

  test("any tree", TIMEOUT, () => {
    // JSON is YAML too.
    fc.assert(
      fc.property(tree, (any) => holds({ ...smallFiles, "policy.yaml": JSON.stringify(any) })),
      share(0.1),
    );
  });

  test("any tree below a key of a sound policy", TIMEOUT, () => {
    const keys = (smallFiles["policy.yaml"] ?? "").match(/^[\w-]+(?=:)/gm) ?? [];
    fc.assert(
      fc.property(fc.constantFrom(...keys), tree, (key, any) => {
        const text = (smallFiles["policy.yaml"] ?? "").replace(
          new RegExp(`^${key}:.*\\n(?:[ -].*\\n)*`, "m"),
          () => `${key}: ${JSON.stringify(any)}\n`,
        );
        holds({ ...smallFiles, "policy.yaml": text });
      }),
      share(0.1),
    );
  });

  test("any text at all", TIMEOUT, () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: "binary" }), (text) =>
        holds({ "policy.yaml": text, "page.md": text, "holidays/x.yaml": text }),
      ),
      share(0.1),
    );
  });
});
