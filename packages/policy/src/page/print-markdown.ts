import type { Block, Item, Table } from "./blocks.ts";
import type { Words } from "./references.ts";

/** Plain words in Markdown: every character that could be read as markup is escaped. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|{}]/g, String.raw`\$&`).replaceAll(/\s+/g, " ");
}

/** Words as inline Markdown, a link where they have an address. */
export function markdownWords({ text, href }: Words): string {
  if (href === undefined) return escapeMarkdown(text);
  return `[${escapeMarkdown(text)}](${href.replaceAll(/[()\s<>]/g, encodeURIComponent)})`;
}

function tableMarkdown(table: Table): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const lines = [
    row(table.columns.map(escapeMarkdown)),
    row(table.columns.map(() => "---")),
    ...table.rows.map(({ heading, cells }) =>
      row([`**${escapeMarkdown(heading)}**`, ...cells.map(escapeMarkdown)]),
    ),
  ];
  return lines.join("\n");
}

function itemMarkdown(item: Item, marker: string, depth: number): string {
  const inner = (item.items ?? []).map((one) => itemMarkdown(one, "-", depth + 1));
  return [`${"   ".repeat(depth)}${marker} ${escapeMarkdown(item.text)}`, ...inner].join("\n");
}

function listMarkdown(items: readonly Item[], isNumbered: boolean): string {
  return items.map((item, index) => itemMarkdown(item, isNumbered ? `${index + 1}.` : "-", 0)).join("\n");
}

/** Markdown knows no captions: the words stand above the table, but inside a fold, whose summary says them. */
function blockMarkdown(block: Block, isInFold = false): string {
  if (block.kind === "heading") return `${"#".repeat(block.level)} ${escapeMarkdown(block.text)}`;
  if (block.kind === "text") return escapeMarkdown(block.text);
  if (block.kind === "list") return listMarkdown(block.items, block.isNumbered);
  if (block.kind === "table") {
    const table = tableMarkdown(block);
    return isInFold ? table : [`**${escapeMarkdown(block.caption)}**`, table].join("\n\n");
  }
  const inside = block.blocks.map((one) => blockMarkdown(one, true));
  return [`**${escapeMarkdown(block.summary)}**`, ...inside].join("\n\n");
}

export const printMarkdown = (blocks: readonly Block[]): string =>
  blocks.map((block) => blockMarkdown(block)).join("\n\n");
