// `npm run promises`: which tests prove which promise of docs/promises.md. `--strict` fails while a row has none.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const FOLDERS = ["packages", "apps", "tests"];
const ROW = /^\| (P\d{3}) \| (.+) \|$/gm;
/** A string that begins with ids: the title of a test, or the ids of one row of a table of tests. */
const TITLE = /(["'`])((?:P\d{3}(?:–P\d{3})?[ ,]*)+)((?:(?!\1)[^\\\n]|\\.)*)\1/g;
const WIDTH = 100;

const promises = new Map(
  [...readFileSync(join(root, "docs/promises.md"), "utf8").matchAll(ROW)].map(([, id, text]) => [id, text]),
);
const proofs = new Map([...promises.keys()].map((id) => [id, new Set()]));
const unknown = [];

const isTest = (path) => /\.test\.tsx?$/.test(path) && !/(^|\/)(node_modules|dist)\//.test(path);
const filesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true }).map((path) => join(folder, String(path)));

for (const path of FOLDERS.flatMap(filesIn)
  .filter(isTest)
  .toSorted((a, b) => (a < b ? -1 : 1))) {
  for (const { ids, title } of titlesIn(readFileSync(join(root, path), "utf8"))) {
    for (const id of ids) {
      const known = proofs.get(id);
      if (known === undefined) unknown.push(`${id} in ${path}`);
      else known.add(title === "" ? path : `${path}: ${title}`);
    }
  }
}

for (const [id, text] of promises) {
  print(`${id}  ${text}`);
  for (const proof of proofs.get(id) ?? []) print(`      ✓ ${cut(String(proof))}`);
}
const open = [...proofs].filter(([, tests]) => tests.size === 0).map(([id]) => id);
print(`\n${promises.size - open.length} of ${promises.size} promises have a test.`);
if (open.length > 0) print(`Without one: ${open.join(" ")}`);
if (unknown.length > 0) print(`Named by a test but not in docs/promises.md: ${unknown.join(", ")}`);
if (process.argv.includes("--strict") && open.length + unknown.length > 0) process.exitCode = 1;

function titlesIn(text) {
  return [...text.matchAll(TITLE)].map(([, , prefix, title]) => ({
    ids: idsIn(prefix),
    title: title.trim(),
  }));
}

/** `P003 P019–P021` → four ids. */
function idsIn(prefix) {
  return [...prefix.matchAll(/P(\d{3})(?:–P(\d{3}))?/g)].flatMap(([, from, to = from]) =>
    Array.from(
      { length: Number(to) - Number(from) + 1 },
      (_none, at) => `P${String(Number(from) + at).padStart(3, "0")}`,
    ),
  );
}

function cut(line) {
  return line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line;
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
