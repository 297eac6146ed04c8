import type { Block, Item, Table } from "./blocks.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (one) => ENTITIES[one] ?? one);

const idAttribute = (id: string | null): string => (id === null ? "" : ` id="${escapeHtml(id)}"`);

function tableHtml(table: Table): string {
  const head = table.columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join("");
  const rows = table.rows.map(({ heading, cells }) => {
    const data = cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join("");
    return `<tr><th scope="row">${escapeHtml(heading)}</th>${data}</tr>`;
  });
  return [
    `<div class="policy-table" role="region" tabindex="0" aria-label="${escapeHtml(table.caption)}">`,
    `<table><caption>${escapeHtml(table.caption)}</caption>`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>\n${rows.join("\n")}\n</tbody></table>`,
    "</div>",
  ].join("\n");
}

function itemHtml(item: Item): string {
  const inner = item.items === undefined || item.items.length === 0 ? "" : `\n${listHtml(item.items, false)}`;
  return `<li${idAttribute(item.id)}>${escapeHtml(item.text)}${inner}</li>`;
}

function listHtml(items: readonly Item[], isNumbered: boolean): string {
  const tag = isNumbered ? "ol" : "ul";
  return `<${tag}>\n${items.map(itemHtml).join("\n")}\n</${tag}>`;
}

function foldHtml(fold: Extract<Block, { kind: "fold" }>): string {
  const summary = `<summary>${escapeHtml(fold.summary)}</summary>`;
  return `<details${fold.isOpen ? " open" : ""}>\n${summary}\n${printHtml(fold.blocks)}\n</details>`;
}

function blockHtml(block: Block): string {
  if (block.kind === "heading") {
    return `<h${block.level}${idAttribute(block.id)}>${escapeHtml(block.text)}</h${block.level}>`;
  }
  if (block.kind === "text") return `<p>${escapeHtml(block.text)}</p>`;
  if (block.kind === "list") return listHtml(block.items, block.isNumbered);
  return block.kind === "table" ? tableHtml(block) : foldHtml(block);
}

export const printHtml = (blocks: readonly Block[]): string => blocks.map(blockHtml).join("\n");
