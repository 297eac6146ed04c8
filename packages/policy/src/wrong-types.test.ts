import { describe, expect, test } from "vitest";
import { isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";
import { bundledFiles } from "./bundled-policy.fixture.ts";
import { compilePolicy } from "./compile.ts";

const files = bundledFiles();
const LIST = Object.keys(files).find((path) => path.startsWith("holidays/")) ?? "";

type Spot = {
  readonly path: string;
  readonly kind: "text" | "list" | "block";
  readonly from: number;
  readonly to: number;
};

/** Every value of a file with its place in the text, the file's own block left out. */
function spotsOf(text: string): Spot[] {
  const spots: Spot[] = [];
  const walk = (node: Node | null, path: string): void => {
    const range = node?.range;
    if (node === null || range === null || range === undefined) return;
    const kind = isMap(node) ? "block" : isSeq(node) ? "list" : "text";
    if (path !== "") spots.push({ path, kind, from: range[0], to: range[1] });
    if (isSeq<Node>(node)) node.items.forEach((item, index) => walk(item, `${path}.${index}`));
    if (!isMap<Node, Node | null>(node)) return;
    for (const { key, value } of node.items)
      walk(value, `${path}.${isScalar(key) ? String(key.value) : "?"}`);
  };
  walk(parseDocument(text, { schema: "failsafe" }).contents, "");
  return spots;
}

/** What is put in place of a value: the kinds that it is not. */
const INSTEAD = {
  text: ["[[zz]]", "{ zz: [[zz]] }"],
  list: ["zz zz", "{ zz: [[zz]] }"],
  block: ["zz zz", "[[zz]]"],
} as const;

/** A block of the text ends with a line of its own; what stands there instead must, too. */
const withInstead = (text: string, { from, to }: Spot, instead: string): string =>
  `${text.slice(0, from)}${instead}${text.slice(from, to).endsWith("\n") ? "\n" : ""}${text.slice(to)}`;

/** Here a text is the short form of the block, or the only item of the list. */
const SHORT = /^\.(pricing|categories|severities|outcomes|exclusions|facts|form\.fields)\..* ← zz zz$/;

/** A quick run takes every fourth place and one kind at each; a long one takes all. */
const isLong = process.env["TROTH_FUZZ_RUNS"] !== undefined;

describe.each(["policy.yaml", LIST])("another kind of thing at every place of %s", (file) => {
  const text = files[file] ?? "";
  const spots = spotsOf(text);

  test("is an error on its line, and never a crash", { timeout: 600_000 }, () => {
    expect(spots.length).toBeGreaterThan(file === "policy.yaml" ? 300 : 20);
    const silent = spots.flatMap((spot, index) => {
      const line = text.slice(0, spot.from).split("\n").length;
      const tried = INSTEAD[spot.kind].filter((_, which) => isLong || index % 8 === which * 4);
      return tried.flatMap((instead) => {
        const { findings } = compilePolicy({ ...files, [file]: withInstead(text, spot, instead) });
        const isTold = findings.some(
          (one) => one.severity === "error" && one.file === file && one.line === line,
        );
        return isTold ? [] : [`${spot.path} ← ${instead}`];
      });
    });
    expect(silent.filter((one) => !SHORT.test(one))).toEqual([]);
  });
});
