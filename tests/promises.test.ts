import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./support/imports.ts";

test("the table of promises has all 131 rows, and no test names a row that it lacks", () => {
  const table = execFileSync(process.execPath, [join(ROOT, "tools/promises.mjs")], { encoding: "utf8" });
  const ids = [...table.matchAll(/^(P\d{3}) {2}\S/gm)].map(([, id]) => id);
  expect(ids).toEqual(Array.from({ length: 131 }, (_none, at) => `P${String(at + 1).padStart(3, "0")}`));
  expect(table).toMatch(/^P067 .*\n(?: {6}✓ .*\n)* {6}✓ tests\/api\/tickets\.test\.ts: the first answer/m);
  expect(table).not.toContain("not in docs/promises.md");
});
