import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FINDING_CODES } from "./source/codes.ts";

const text = readFileSync(new URL("../../../docs/reference/findings.md", import.meta.url), "utf8");

describe("docs/reference/findings.md", () => {
  const rows = [...text.matchAll(/^\| \[([a-z-]+)\]\(findings\/([a-z-]+)\.md\) \| (\w+) \| (.+) \|$/gm)];

  test("lists every code once, with its page and how grave it is, and nothing else", () => {
    const listed = rows.map(([, code, page, severity]) => `${code} ${page} ${severity}`);
    const known = Object.entries(FINDING_CODES).map(([code, severity]) => `${code} ${code} ${severity}`);
    expect(listed.toSorted()).toEqual(known.toSorted());
  });

  test.each(rows.map(([, code = "", , , means = ""]) => [code, means]))(
    "says of %s in a sentence what it means, as its page does",
    (code, means) => {
      const page = readFileSync(
        new URL(`../../../docs/reference/findings/${code}.md`, import.meta.url),
        "utf8",
      );
      expect(page).toContain(means);
    },
  );
});
