import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compilePolicy } from "../compile.ts";
import { policyFile } from "../grammar/policy-file.ts";
import { withBlocks } from "../top-level-blocks.fixture.ts";
import { CONSTRUCTS, GROUPS } from "./constructs.ts";
import { rowsOf } from "./rows.ts";

const STARTER = join(import.meta.dirname, "../../../../policies/starter");
const starter = (file: string): string => readFileSync(join(STARTER, file), "utf8");
const paths = new Set(rowsOf(policyFile).map((row) => row.path));

describe("what the language can say", () => {
  test.each(CONSTRUCTS)("$id $title: its sample compiles without a finding", ({ sample }) => {
    const files = {
      "policy.yaml": withBlocks(starter("policy.yaml"), sample),
      "page.md": starter("page.md"),
    };
    expect(compilePolicy(files).findings).toEqual([]);
  });

  test.each(CONSTRUCTS)("$id $title: its keys are keys of the language", ({ keys }) => {
    expect(keys.filter((key) => !paths.has(key))).toEqual([]);
  });

  test("each construct stands once, under a group that there is", () => {
    expect(new Set(CONSTRUCTS.map(({ id }) => id)).size).toBe(CONSTRUCTS.length);
    const groups = new Set<string>(GROUPS.map(([letter]) => letter));
    expect(CONSTRUCTS.filter(({ group }) => !groups.has(group))).toEqual([]);
  });
});
