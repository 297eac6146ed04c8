import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");

/** One source file with what it imports: paths from the root for our own files, names for packages. */
export type Source = { readonly path: string; readonly text: string; readonly imports: readonly string[] };

const OURS = [
  "packages/*/src/**/*.ts",
  "apps/*/src/**/*.{ts,tsx}",
  "apps/*/server/**/*.ts",
  "tests/**/*.ts",
  "bench/**/*.ts",
];

/** Every TypeScript source of ours, generated ones and those of tools left out. */
export function readSources(): Source[] {
  return globSync(OURS, { cwd: ROOT, exclude: (name) => name === "node_modules" || name === "dist" })
    .filter((path) => !/\.(gen|d)\.ts$/.test(path))
    .toSorted()
    .map((path) => sourceOf(path, readFileSync(join(ROOT, path), "utf8")));
}

const IMPORT = /(?:^|[\s;}])(?:import|export)\s[^"';]*?from\s*"([^"]+)"|(?:^|[\s;])import\s*\(?\s*"([^"]+)"/g;

export function sourceOf(path: string, text: string): Source {
  const code = withoutComments(text);
  const named = [...code.matchAll(IMPORT)].map(([, from, bare]) => from ?? bare ?? "");
  const imports = named.map((name) =>
    name.startsWith(".") ? relative(ROOT, join(ROOT, dirname(path), name)) : name,
  );
  return { path, text: code, imports: [...new Set(imports)] };
}

/** Comments may name what code may not do. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

export const isTest = ({ path }: Source): boolean =>
  /^(tests|bench)\//.test(path) ||
  /\.(test|fixture|bench)\.tsx?$/.test(path) ||
  path.endsWith("-for-tests.ts");
