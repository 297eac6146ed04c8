/** A stretch of a message: running text, or code between fences. */
export type Block = { readonly kind: "text" | "code"; readonly text: string };

const FENCE = /^ {0,3}```/;

/** Cuts a message at its fences of three backticks. One that is never closed runs to the end, as in Markdown. */
export function blocksOf(message: string): readonly Block[] {
  const blocks: Block[] = [];
  let kind: Block["kind"] = "text";
  let lines: string[] = [];
  const close = () => {
    const text = lines.join("\n");
    if (text.trim() !== "") blocks.push({ kind, text });
    lines = [];
  };
  for (const line of message.split(/\r\n|\n|\r/)) {
    if (FENCE.test(line)) {
      close();
      kind = kind === "text" ? "code" : "text";
    } else {
      lines.push(line);
    }
  }
  close();
  return blocks;
}
