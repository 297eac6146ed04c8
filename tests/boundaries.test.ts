import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { isTest, ROOT, readSources, type Source, sourceOf } from "./support/imports.ts";
import { barrels, brokenImports, cycleIn, impurities, partOf, setters } from "./support/rules.ts";

type Manifest = {
  readonly name: string;
  readonly exports?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
};

const sources = readSources();
const manifests = new Map(
  globSync(["packages/*/package.json", "apps/*/package.json"], { cwd: ROOT }).map(
    (path): [string, Manifest] => [dirname(path), JSON.parse(readFileSync(join(ROOT, path), "utf8"))],
  ),
);

describe("imports point inwards (ARCHITECTURE.md, «Which way imports point»)", () => {
  test("every source is one of a part that a rule speaks of", () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(sources.filter(({ path }) => partOf(path) === null)).toEqual([]);
  });

  test("no import breaks a rule", () => {
    expect(sources.flatMap(brokenImports)).toEqual([]);
  });

  test("business-time, secrets, knowledge, policy and core read no clock, throw no dice, wait for nothing and do no I/O", () => {
    expect(sources.flatMap(impurities)).toEqual([]);
  });

  test("no circle", () => {
    expect(cycleIn(sources)).toBeNull();
  });

  test("no barrel but a package's own, no setter", () => {
    const entries = [...manifests].flatMap(([folder, { exports = {} }]) =>
      Object.values(exports).map((entry) => join(folder, entry)),
    );
    expect(barrels(sources, new Set(entries))).toEqual([]);
    expect(setters(sources)).toEqual([]);
  });

  test("what a package imports, its own package.json names", () => {
    const wrong = [...manifests].flatMap(([folder, manifest]) => {
      const own = sources.filter(({ path }) => path.startsWith(`${folder}/`));
      const declared = new Set(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }));
      const used = own
        .filter((source) => !isTest(source))
        .flatMap(({ imports }) => imports.flatMap(packageOf));
      const missing = [...new Set(used)].filter((name) => !declared.has(name) && name !== manifest.name);
      return missing.map((name) => `${manifest.name} uses ${name} without naming it`);
    });
    expect(wrong).toEqual([]);
  });
});

/** The package of an import; nothing for our own files and Node's modules. */
function packageOf(name: string): string[] {
  if (name.startsWith("node:") || /^(packages|apps|tests|bench)\//.test(name)) return [];
  const parts = name.split("/");
  return [name.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? "")];
}

describe("the rules catch", () => {
  const file = (path: string, text: string): Source => sourceOf(path, text);
  const importing = (path: string, from: string): string[] =>
    brokenImports(file(path, `import { x } from "${from}";`));

  test.for([
    ["packages/business-time/src/a.ts", "@troth/policy", 1],
    ["packages/secrets/src/a.ts", "@troth/business-time", 1],
    ["packages/core/src/a.ts", "node:fs", 1],
    ["packages/core/src/a.ts", "yaml", 1],
    ["packages/policy/src/a.ts", "@troth/core", 1],
    ["packages/contract/src/a.ts", "@troth/server", 2],
    ["packages/sources/src/a.ts", "@troth/core", 2],
    ["packages/knowledge/src/a.ts", "@troth/sources", 1],
    ["packages/sdk/src/a.ts", "@troth/core", 2],
    ["packages/cli/src/a.ts", "@troth/ui", 2],
    ["apps/desk/src/a.tsx", "@troth/server", 3],
    ["apps/desk/src/a.tsx", "@troth/contract", 3],
    ["apps/portal/src/a.tsx", "../../desk/src/b.tsx", 3],
    ["apps/portal/src/a.tsx", "../../sample-console/server/b.ts", 3],
    ["apps/ui/src/a.tsx", "@troth/core", 3],
    ["packages/server/src/verbs/ticket/a.ts", "../../adapters/postgres/b.ts", 4],
    ["packages/server/src/adapters/email/a.ts", "../postgres/b.ts", 4],
    ["packages/server/src/adapters/email/a.ts", "../../verbs/ticket/b.ts", 4],
    ["packages/server/src/ports/a.ts", "../verbs/b.ts", 4],
    ["packages/server/src/http/a.ts", "../adapters/postgres/b.ts", 5],
    ["packages/server/src/jobs/a.ts", "../http/b.ts", 5],
    ["packages/server/src/http/a.ts", "../wire.ts", 5],
    ["tests/some.test.ts", "../packages/server/src/wire.ts", 5],
  ] as const)("%s importing %s breaks rule %i", ([path, from, rule]) => {
    expect(importing(path, from)).toEqual([expect.stringContaining(`: ${rule}. `)]);
  });

  test.for([
    ["packages/policy/src/a.ts", "yaml"],
    ["packages/policy/src/a.ts", "@noble/hashes/sha2.js"],
    ["packages/server/src/verbs/ticket/a.ts", "../../ports/store.ts"],
    ["packages/server/src/adapters/postgres/a.ts", "./embedded/b.ts"],
    ["packages/cli/src/a.ts", "@troth/sample-console/server"],
    ["packages/core/src/a.test.ts", "node:fs"],
    ["packages/sources/src/a.ts", "@troth/knowledge"],
    ["packages/sources/src/a.ts", "undici"],
    ["apps/sample-console/src/a.tsx", "../server/wire.ts"],
    ["tests/support/desk.ts", "../../packages/server/src/wire.ts"],
  ])("%s may import %s", ([path = "", from = ""]) => {
    expect(importing(path, from)).toEqual([]);
  });

  test("imports of every form, and none that stands in a comment", () => {
    const text = `import type { A } from "./a.ts"; import "./b.css";
      export * from "@troth/core";\nconst c = await import("./c.ts");
      // import { d } from "./d.ts";\n/* import "./e.ts"; */\nimport {\n  f,\n} from "./f.ts";`;
    expect(file("apps/desk/src/x.ts", text).imports).toEqual([
      "apps/desk/src/a.ts",
      "apps/desk/src/b.css",
      "@troth/core",
      "apps/desk/src/c.ts",
      "apps/desk/src/f.ts",
    ]);
  });

  test.for([
    "const now = Date.now();",
    "const now = new Date();",
    "const dice = Math.random();",
    "export async function read() {}",
    "process.exit(1);",
  ])("core saying «%s»", (text) => {
    expect(impurities(file("packages/core/src/a.ts", text))).toHaveLength(1);
    expect(impurities(file("packages/core/src/a.ts", `// ${text}\nconst words = "${text}";`))).toEqual([]);
    expect(impurities(file("packages/server/src/http/a.ts", text))).toEqual([]);
  });

  test("a circle, a barrel and a setter", () => {
    const circle = [
      file("packages/core/src/a.ts", 'import { b } from "./b.ts";'),
      file("packages/core/src/b.ts", 'import { c } from "./c.ts";'),
      file("packages/core/src/c.ts", 'import { a } from "./a.ts";'),
    ];
    expect(cycleIn(circle)).toHaveLength(4);
    const barrel = file("packages/core/src/all.ts", 'export * from "./a.ts";\nexport { b } from "./b.ts";\n');
    expect(barrels([barrel], new Set())).toHaveLength(1);
    expect(barrels([barrel], new Set([barrel.path]))).toEqual([]);
    expect(setters([file("packages/core/src/a.ts", "class A {\n  set b(value: number) {}\n}")])).toHaveLength(
      1,
    );
  });
});
