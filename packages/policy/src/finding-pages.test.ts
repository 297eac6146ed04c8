import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { compilePolicy } from "./compile.ts";
import { FINDING_CODES } from "./source/codes.ts";
import { withBlocks } from "./top-level-blocks.fixture.ts";
import type { PolicyFiles } from "./types.ts";

const ROOT = join(import.meta.dirname, "../../..");
const FOLDER = join(ROOT, "docs/reference/findings");
const pages = globSync("*.md", { cwd: FOLDER }).map((file) => basename(file, ".md"));
const starter: PolicyFiles = Object.fromEntries(
  ["policy.yaml", "page.md"].map((file) => [
    file,
    readFileSync(join(ROOT, "policies/starter", file), "utf8"),
  ]),
);

/** Stands at the end of the line that the finding must point at. */
const MARK = / *(?:# )?←$/;

type Sample = { readonly files: PolicyFiles; readonly marked: readonly string[] };

const isCode = (name: string): name is keyof typeof FINDING_CODES => Object.hasOwn(FINDING_CODES, name);

/** The starter policy with the blocks of one half of a page in it. */
function sampleIn(half: string): Sample {
  let files: Record<string, string> = { ...starter };
  for (const [, file = "", block = ""] of half.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)) {
    if (file === "folder") files = folderOf(block);
    else if (file === "policy.yaml") files[file] = withBlocks(files[file] ?? "", spreadOut(block));
    else if (file === "page.md") files[file] = `${files[file] ?? ""}\n${block}`;
    else files[file] = block;
  }
  const marked = Object.entries(files).flatMap(([file, text]) =>
    text.split("\n").flatMap((line, index) => (MARK.test(line) ? [`${file}:${index + 1}`] : [])),
  );
  const clean = Object.entries(files).map(([file, text]) => [
    file,
    text
      .split("\n")
      .map((line) => line.replace(MARK, ""))
      .join("\n"),
  ]);
  return { files: Object.fromEntries(clean), marked };
}

/** A listing of files, one a line; a size behind a name makes the file that large. */
function folderOf(listing: string): Record<string, string> {
  return Object.fromEntries(
    listing.split("\n").flatMap((line) => {
      const [, name, size] = /^(\S+)(?: +(\d+) KB)?$/.exec(line) ?? [];
      if (name === undefined) return [];
      const filling = size === undefined ? "" : `# ${"x".repeat(Math.max(0, Number(size) - 4) * 1024)}\n`;
      return [[name, filling + (starter[name] ?? "")]];
    }),
  );
}

/** A line that says “and so on, 600 times” stands for as many, each with its own number. */
const spreadOut = (block: string): string =>
  block.replaceAll(
    /^(.*)-1(:.*) # and so on, (\d+) times( ←)?$/gm,
    (_, head: string, tail: string, times: string, mark = "") =>
      Array.from(
        { length: Number(times) },
        (__, index) => `${head}-${index + 1}${tail}${index === 0 ? mark : ""}`,
      ).join("\n"),
  );

const halves = (code: string): readonly string[] =>
  readFileSync(join(FOLDER, `${code}.md`), "utf8").split(/^## (?=Refused|Warned of|Mended)/m);

describe("the page of a finding", () => {
  test.each(pages)("%s says what it means and why it matters", (code) => {
    expect(isCode(code)).toBe(true);
    const [head = ""] = halves(code);
    const severity = isCode(code) && FINDING_CODES[code] === "error" ? "_Error._ " : "_Warning._ ";
    expect(head.startsWith(`# ${code}\n\n${severity}`)).toBe(true);
    expect(head).toContain("**Why it matters.** ");
  });

  test.each(pages)("%s: the bad example draws exactly this finding, on the marked line", (code) => {
    const { files, marked } = sampleIn(halves(code)[1] ?? "");
    const { findings } = compilePolicy(files);
    expect(new Set(findings.map((finding) => finding.code))).toEqual(new Set([code]));
    const places = findings.map(({ file, line }) => `${file}:${line}`);
    if (marked.length > 0) expect(places).toEqual(expect.arrayContaining([...marked]));
  });

  test.each(pages)("%s: the mended one draws none", (code) => {
    expect(compilePolicy(sampleIn(halves(code)[2] ?? "").files).findings).toEqual([]);
  });
});
