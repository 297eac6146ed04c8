import type { Block } from "./blocks.ts";

/** Of running text, what is shown before one asks for all of it. Logs are folded by themselves and count little. */
const SHOWN = { lines: 40, characters: 4_000 } as const;

/** The beginning of a long message; the blocks themselves when nothing has to be left out. */
export function headOf(blocks: readonly Block[]): readonly Block[] {
  const head: Block[] = [];
  let lines = 0;
  let characters = 0;
  for (const block of blocks) {
    const left = { lines: SHOWN.lines - lines, characters: SHOWN.characters - characters };
    if (left.lines <= 0 || left.characters <= 0) return head;
    if (block.kind === "code") {
      head.push(block);
      lines += 2;
      continue;
    }
    const cut = beginning(block.text, left);
    head.push(cut === block.text ? block : { kind: "text", text: cut });
    if (cut !== block.text) return head;
    lines += block.text.split("\n").length;
    characters += block.text.length;
  }
  return blocks;
}

function beginning(text: string, most: { readonly lines: number; readonly characters: number }): string {
  const byLines = text.split("\n").slice(0, most.lines).join("\n");
  if (byLines.length <= most.characters) return byLines;
  const cut = byLines.slice(0, most.characters);
  const atWord = Math.max(cut.lastIndexOf(" "), cut.lastIndexOf("\n"));
  return atWord > most.characters / 2 ? cut.slice(0, atWord) : cut;
}
