import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compilePolicy } from "./compile.ts";
import { renderPage } from "./page.ts";
import { FINDING_CODES } from "./source/codes.ts";

const read = (path: string): string =>
  readFileSync(new URL(`../../../docs/${path}`, import.meta.url), "utf8");

describe("docs/reference/findings.md", () => {
  const text = read("reference/findings.md");
  const sections = new Map(
    text
      .split(/^### /m)
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf("\n")), section]),
  );

  test("has a section for every code, and for nothing else", () => {
    expect([...sections.keys()].toSorted()).toEqual(Object.keys(FINDING_CODES).toSorted());
  });

  test.each(Object.entries(FINDING_CODES))(
    "says of %s (%s) what it means and how to mend it",
    (code, severity) => {
      const [, first = "", second = ""] = (sections.get(code) ?? "").split("\n\n");
      expect(first.startsWith(severity === "error" ? "_Error._ " : "_Warning._ ")).toBe(true);
      expect(second.trim()).not.toBe("");
    },
  );
});

describe("docs/guides/write-your-policy.md", () => {
  const files: Record<string, string> = {};
  for (const [, file = "", block = ""] of read("guides/write-your-policy.md").matchAll(
    /^```\w+ (\S+)\n([\s\S]*?)^```$/gm,
  )) {
    files[file] = `${files[file] ?? ""}${block}\n`;
  }

  test("its blocks, put together, are a sound policy", () => {
    expect(Object.keys(files).toSorted()).toEqual(["holidays/berlin.yaml", "page.md", "policy.yaml"]);
    expect(compilePolicy(files).findings).toEqual([]);
  });

  test("whose page shows what was written", () => {
    const { runnable } = compilePolicy(files);
    const page = runnable === null ? "" : renderPage(runnable.policy, { format: "md" });
    expect(page).toContain("# Acme support");
    expect(page).toContain("less than 1 hour, around the clock");
    expect(page).toContain("Monday to Thursday, 09:00 to 17:00; Friday, 09:00 to 15:00, Berlin time");
    expect(page).toContain("Christmas Eve | 09:00 to 12:00");
  });
});
