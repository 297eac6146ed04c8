import { describe, expect, test } from "vitest";
import { check } from "./check.ts";
import { EXAMPLES, exampleFolder } from "./example-folders.fixture.ts";
import { page } from "./page.ts";
import { around } from "./surroundings.fixture.ts";
import { targets } from "./targets.ts";

const COLUMNS =
  "plan tier severity intake category metric amount rangeLow unit calendar op firmness when appliesTo clockStart lowered";

const given = (name: string) => around({}, { [name]: exampleFolder(name) });

describe("every published policy at the command line", () => {
  test.each(EXAMPLES)("%s: troth check finds no error", (name) => {
    expect(check.run([name], given(name))).toMatchObject({ exitCode: 0 });
  });

  test.each(EXAMPLES)("%s: troth targets prints each cell in the columns that formats promise", (name) => {
    const { stdout, exitCode } = targets.run([name, "--json"], given(name));
    const rows: Record<string, unknown>[] = JSON.parse(stdout);
    for (const row of rows) expect(Object.keys(row)).toEqual(expect.arrayContaining(COLUMNS.split(" ")));
    expect(exitCode).toBe(0);
  });

  test.each(EXAMPLES)("%s: troth page leaves nothing unresolved", (name) => {
    const { stdout, exitCode } = page.run([name], given(name));
    expect(stdout).not.toMatch(/\{\{|undefined|\bnull\b|NaN|\[object/);
    expect(stdout).toMatch(/^# .+\n/);
    expect(exitCode).toBe(0);
  });
});
