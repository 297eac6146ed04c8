import type { Block } from "@troth/knowledge";
import { type AnyNode, type Element, isTag, isText } from "domhandler";
import { isLeftOut } from "./left-out.ts";
import { findElements } from "./parse.ts";

/** Code with its lines as they stand; buttons and line numbers beside it left out. */
export function codeOf(pre: Element): string {
  let text = "";
  const walk = (node: AnyNode): void => {
    if (isText(node)) text += node.data;
    else if (isTag(node) && !isLeftOut(node)) {
      if (node.name === "br") text += "\n";
      for (const child of node.children) walk(child);
      if (/^(?:div|li|p|tr)$/.test(node.name) && !text.endsWith("\n")) text += "\n";
    }
  };
  for (const child of pre.children) walk(child);
  const lines = text.split(/\r\n?|\n/).map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== "");
  return first < 0 ? "" : lines.slice(first).join("\n").trimEnd();
}

/** A table's caption and rows, each with what its columns are called. */
export function rowsOf(table: Element, spoken: (cell: Element) => string): readonly Block[] {
  const blocks: Block[] = [];
  let columns = "";
  for (const row of findElements(table, ({ name }) => name === "caption" || name === "tr", isLeftOut)) {
    if (row.name === "caption") {
      blocks.push({ kind: "text", text: spoken(row) });
      continue;
    }
    const cells = row.children.filter(isTag).filter((cell) => isCell(cell) && !isLeftOut(cell));
    const texts = cells.map(spoken);
    if (isHead(row, cells)) columns = texts.join(" ").trim();
    else blocks.push({ kind: "row", text: texts.filter((text) => text !== "").join(" | "), columns });
  }
  return blocks;
}

const isCell = ({ name }: Element): boolean => name === "td" || name === "th";

function isHead(row: Element, cells: readonly Element[]): boolean {
  const { parent } = row;
  if (parent !== null && isTag(parent) && parent.name === "thead") return true;
  return cells.length > 1 && cells.every(({ name }) => name === "th");
}
