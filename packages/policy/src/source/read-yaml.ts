import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type YAMLError,
} from "yaml";
import type { FindingCode } from "./codes.ts";
import type { Place, Report } from "./report.ts";
import type { Entry, Tree } from "./tree.ts";
import { checkEscaped, hasUnsafe } from "./unsafe-characters.ts";

/** Nesting deeper than this is no policy but an attack or an accident. */
const DEEPEST = 40;
const MOST_SYNTAX_FINDINGS = 50;
/** More keys in a block or items in a list than any policy has. */
const MOST_ENTRIES = 500;

type Reading = {
  readonly report: Report;
  readonly placeOf: (offset: number) => Place;
  readonly checkValue: (value: string, at: Place) => void;
};

/** Text to tree. Anchors, merges, tags and further documents are refused: they hide facts from the reader. */
export function readYaml(file: string, text: string, report: Report): Tree | null {
  const lines = new LineCounter();
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const tooDeep = offsetOfTooDeep(text);
  if (tooDeep !== null) {
    lines.addNewLine(0);
    for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) lines.addNewLine(i + 1);
    reportDepth(report, placeOf(tooDeep));
    return null;
  }
  const document = parseDocument(text, {
    schema: "failsafe",
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "error",
    lineCounter: lines,
  });
  for (const error of document.errors.slice(0, MOST_SYNTAX_FINDINGS))
    reportSyntax(report, error, placeOf(error.pos[0]));
  if (document.contents === null) return null;
  const isClean = !hasUnsafe(text);
  const checkValue = (value: string, at: Place) => {
    if (isClean) checkEscaped(value, at, report);
  };
  const tree = treeOf(document.contents, { report, placeOf, checkValue }, 0);
  return document.errors.length > 0 ? null : tree;
}

function offsetOfTooDeep(text: string): number | null {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === "[" || character === "{") depth++;
    else if (character === "]" || character === "}") depth = Math.max(0, depth - 1);
    if (depth > DEEPEST) return i;
  }
  return null;
}

function reportDepth(report: Report, at: Place): void {
  report.add(
    "yaml-depth",
    at,
    `The file nests more than ${DEEPEST} levels deep here.`,
    "No policy needs that; close the brackets or start the block again.",
  );
}

const SYNTAX: Partial<Record<YAMLError["code"], readonly [FindingCode, message: string, mend: string]>> = {
  TAB_AS_INDENT: ["yaml-tab", "A tab stands where spaces indent.", "Replace the tab by two spaces."],
  MULTIPLE_DOCS: [
    "yaml-documents",
    "A second document starts here (`---`).",
    "A policy file is one document; take the line out.",
  ],
  TAG_RESOLVE_FAILED: [
    "yaml-tag",
    "The file uses a YAML tag (`!…`).",
    "Write the plain value without a tag.",
  ],
};

function reportSyntax(report: Report, error: YAMLError, at: Place): void {
  if (error.code === "RESOURCE_EXHAUSTION") return reportDepth(report, at);
  const known = SYNTAX[error.code];
  if (known !== undefined) return report.add(known[0], at, known[1], known[2]);
  report.add(
    "yaml-syntax",
    at,
    `This is not readable YAML: ${error.message.replace(/\.$/, "")}.`,
    "Check indentation, colons and quotes around here; quote a text that contains `: ` or starts with a sign.",
  );
}

function treeOf(node: ParsedNode | null, reading: Reading, depth: number): Tree | null {
  if (node === null) return null;
  const at = reading.placeOf(node.range[0]);
  if (depth > DEEPEST) {
    reportDepth(reading.report, at);
    return { kind: "empty", at };
  }
  reportTricks(node, reading.report, at);
  if (isAlias(node)) return { kind: "empty", at };
  if (isScalar(node)) {
    if (typeof node.value === "string") reading.checkValue(node.value, at);
    return textOf(node.value, node.type, at);
  }
  if (isSeq(node)) {
    const items = within(node.items, reading.report, at).map(
      (item) => treeOf(item, reading, depth + 1) ?? { kind: "empty" as const, at },
    );
    return { kind: "list", items, at };
  }
  return isMap(node) ? { kind: "map", entries: entriesOf(node, reading, depth), at } : { kind: "empty", at };
}

/** As many entries as a policy may have; that there are more is told. */
function within<T>(items: readonly T[], report: Report, at: Place): readonly T[] {
  if (items.length <= MOST_ENTRIES) return items;
  report.add(
    "list-too-long",
    at,
    `Here stand ${items.length} entries; ${MOST_ENTRIES} are the most that one block or list may have.`,
    "A policy is a text for people: take out what nobody reads.",
  );
  return items.slice(0, MOST_ENTRIES);
}

function textOf(value: unknown, type: string | null | undefined, at: Place): Tree {
  const text = typeof value === "string" ? value : "";
  const isPlain = type === "PLAIN" || type === null || type === undefined;
  return isPlain && (text === "" || text === "~" || text === "null")
    ? { kind: "empty", at }
    : { kind: "text", text, at };
}

function reportTricks(node: ParsedNode, report: Report, at: Place): void {
  if (isAlias(node) || (node.anchor ?? "") !== "") {
    report.add(
      "yaml-alias",
      at,
      "Anchors (`&`) and aliases (`*`) are not part of the policy language.",
      "Write the value out; where plans share something, use `includes:`.",
    );
  }
  if (!isAlias(node) && node.tag !== undefined) {
    report.add("yaml-tag", at, "The file uses a YAML tag (`!…`).", "Write the plain value without a tag.");
  }
}

function entriesOf(node: ParsedNode, reading: Reading, depth: number): Entry[] {
  if (!isMap(node)) return [];
  const entries: Entry[] = [];
  const seen = new Map<string, Place>();
  const items = node.items as { key: ParsedNode | null; value: ParsedNode | null }[];
  for (const { key, value } of within(items, reading.report, reading.placeOf(node.range[0]))) {
    const keyAt = reading.placeOf(key?.range[0] ?? node.range[0]);
    if (key === null || !isScalar(key) || typeof key.value !== "string") {
      reading.report.add("value-type", keyAt, "A key must be a plain word.", "Write `word: value`.");
      continue;
    }
    reading.checkValue(key.value, keyAt);
    const first = seen.get(key.value);
    if (first !== undefined) {
      reading.report.add(
        "yaml-duplicate-key",
        keyAt,
        `\`${key.value}\` stands here a second time; the first is in line ${first.line}.`,
        "Keep one of the two.",
      );
      continue;
    }
    seen.set(key.value, keyAt);
    const empty: Tree = { kind: "empty", at: keyAt };
    entries.push({ key: key.value, keyAt, value: treeOf(value, reading, depth + 1) ?? empty });
  }
  return entries;
}
