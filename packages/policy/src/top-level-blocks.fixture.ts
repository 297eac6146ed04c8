const KEY = /^(?:"[^"]+"|[\w$-]+):/;

/** A YAML file by its top-level keys; what stands before the first has an empty one. */
function blocksOf(text: string): ReadonlyMap<string, string> {
  const blocks = new Map<string, string>();
  let key = "";
  for (const line of text.split(/(?<=\n)/)) {
    if (KEY.test(line)) key = line.slice(0, line.indexOf(":"));
    blocks.set(key, (blocks.get(key) ?? "") + line);
  }
  return blocks;
}

const blankLinesOf = (block: string): string => /\n(\n*)$/.exec(block)?.[1] ?? "";

/** The text with the fragment's top-level blocks in place of its own of the same key, blank lines between them as they were; new ones stand at the end. */
export function withBlocks(text: string, fragment: string): string {
  const before = blocksOf(text);
  const fresh = [...blocksOf(fragment)].map(([key, block]) => {
    const old = before.get(key);
    return [key, old === undefined ? block : `${block.trimEnd()}\n${blankLinesOf(old)}`] as const;
  });
  const blocks = new Map([...before, ...fresh]);
  return [...blocks.values()].map((block) => (block.endsWith("\n") ? block : `${block}\n`)).join("");
}
