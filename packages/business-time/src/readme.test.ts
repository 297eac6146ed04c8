import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";

vi.setConfig({ testTimeout: 60_000 });

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const examples = Array.from(readme.matchAll(/```ts\n([\s\S]*?)```/g), ([, code = ""]) => code);
const folder = mkdtempSync(join(tmpdir(), "business-time-readme-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The example as a program that checks each line that ends in `// → value`. */
function programOf(example: string): string {
  const checked = example.replaceAll(/^(.*); \/\/ → (.*)$/gm, (_, expression: string, value: string) => {
    return `deepStrictEqual(${expression}, ${value});`;
  });
  const code = checked.replaceAll(/"@troth\/business-time(?:\/([a-z-]+))?"/g, (_, part = "index") =>
    JSON.stringify(new URL(`${part}.ts`, import.meta.url).href),
  );
  return `import { deepStrictEqual } from "node:assert";\n${code}\nconsole.log("done");`;
}

test("the README has examples that state their results", () => {
  expect(examples.length).toBeGreaterThan(3);
  for (const example of examples) expect(example).toMatch(/; \/\/ → /);
});

test.each(examples.map((example, i) => [i + 1, example] as const))(
  "example %i of the README is true",
  (i, example) => {
    const file = join(folder, `example-${i}.mts`);
    writeFileSync(file, programOf(example));
    expect(execFileSync(process.execPath, [file], { encoding: "utf8" }).trim()).toBe("done");
  },
);
