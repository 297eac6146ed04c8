import { DEEPEST, type Reader, readFlow } from "./flow.ts";
import type { Outline, OutlineEntry, Word } from "./outline-node.ts";

type Block = { readonly indent: number; readonly node: Outline };

const KEY = /(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#'"{}[\],&*!|>%@`-][^\n]*?|-[^\s][^\n]*?)) *:(?=[ \n]|$)/y;

/** Reads what it can. Where `cursor` stands in white space, an empty word stands in the outline. */
export function outlineOf(text: string, cursor: number | null = null): Outline | null {
  return blockReader(text, cursor)();
}

function blockReader(text: string, cursor: number | null): () => Outline | null {
  const reader: Reader = { text, cursor };
  const stack: Block[] = [];
  let root: Outline | null = null;

  const top = (): Block | undefined => stack.at(-1);
  /** Puts a node where one is still missing. A word that stood there alone was the block's first key. */
  function attach(node: Outline): void {
    const owner = top()?.node;
    if (owner === undefined) root = joined(root, node);
    else if (owner.kind === "map") {
      const last = owner.entries.at(-1);
      if (last !== undefined) last.value = joined(last.value, node);
    } else if (owner.kind === "list" && owner.items.length > 0) {
      owner.items.splice(-1, 1, joined(owner.items.at(-1) ?? null, node));
    }
  }

  function joined(before: Outline | null, node: Outline): Outline {
    if (before === null) return node;
    if (before.kind !== "text" || node.kind === "text") return before;
    const isAlone =
      text.slice(text.lastIndexOf("\n", before.word.from - 1) + 1, before.word.from).trim() === "";
    if (node.kind === "map" && isAlone) {
      node.entries.unshift({ key: before.word, hasColon: false, value: null });
    }
    return node;
  }

  /** Leaves the blocks that a line at this indent has ended. */
  function dedent(indent: number, isItem: boolean): void {
    for (let block = top(); block !== undefined; block = top()) {
      const isOver =
        block.indent > indent || (block.indent === indent && block.node.kind === "list" && !isItem);
      if (!isOver) return;
      stack.pop();
    }
  }

  function open(indent: number, kind: "map" | "list"): Outline {
    const found = top();
    if (found?.indent === indent && found.node.kind === kind) return found.node;
    const node: Outline =
      kind === "map" ? { kind, entries: [], isFlow: false } : { kind, items: [], isFlow: false };
    attach(node);
    stack.push({ indent, node });
    return node;
  }

  function word(indent: number, written: Word): void {
    dedent(indent, false);
    const found = top();
    if (found?.indent === indent && found.node.kind === "map") {
      found.node.entries.push({ key: written, hasColon: false, value: null });
    } else attach({ kind: "text", word: written });
  }

  /** One line's content from `at` on; answers where to read on. */
  function line(indent: number, at: number, end: number, depth = 0): number {
    if (depth > DEEPEST) return end;
    if (text[at] === "-" && (at + 1 >= end || text[at + 1] === " ")) return item(indent, at, end, depth);
    KEY.lastIndex = at;
    const found = KEY.exec(text);
    if (found !== null && KEY.lastIndex <= end) return entry(indent, at, found, end);
    if (text[at] === "{" || text[at] === "[") {
      dedent(indent, false);
      const { node, next } = readFlow(reader, at, indent - 1);
      attach(node);
      return next;
    }
    word(indent, plainWord(reader, at, end));
    return end;
  }

  function item(indent: number, at: number, end: number, depth: number): number {
    dedent(indent, true);
    const list = open(indent, "list");
    if (list.kind === "list") list.items.push(null);
    const from = skipSpaces(text, at + 1, end);
    if (from < end && text[from] !== "#") return line(indent + from - at, from, end, depth + 1);
    if (cursor !== null && cursor > at + 1 && cursor <= end) attach(emptyAt(cursor));
    return end;
  }

  function entry(indent: number, at: number, found: RegExpExecArray, end: number): number {
    const key = found[1] ?? found[2] ?? found[3] ?? "";
    const isQuoted = found[3] === undefined;
    const from = isQuoted ? at + 1 : at;
    dedent(indent, false);
    const map = open(indent, "map");
    const made: OutlineEntry = {
      key: { text: key, from, to: from + key.length },
      hasColon: true,
      value: null,
    };
    if (map.kind === "map") map.entries.push(made);
    return value(made, indent, at + found[0].length, end);
  }

  function value(made: OutlineEntry, indent: number, colonEnd: number, end: number): number {
    const at = skipSpaces(text, colonEnd, end);
    const first = text[at];
    if (at >= end || first === "#") {
      if (cursor !== null && cursor > colonEnd && cursor <= at) made.value = emptyAt(cursor);
      return end;
    }
    if (first === "{" || first === "[") {
      const { node, next } = readFlow(reader, at, indent);
      made.value = node;
      return next;
    }
    const to =
      first === "|" || first === ">" ? endOfDeeper(text, end, indent) : quotedEnd(text, at, end, indent);
    made.value = {
      kind: "text",
      word: to === null ? plainWord(reader, at, end) : { text: text.slice(at, to), from: at, to },
    };
    return to ?? end;
  }

  return () => {
    for (let at = 0; at <= text.length; ) {
      const end = endOfLine(text, at);
      const from = skipSpaces(text, at, end);
      if (from >= end) {
        if (cursor !== null && cursor >= at && cursor <= end)
          word(cursor - at, { text: "", from: cursor, to: cursor });
        at = end + 1;
      } else if (text[from] === "#" || text.startsWith("---", at)) at = end + 1;
      else at = endOfLine(text, line(from - at, from, end)) + 1;
    }
    return root;
  };
}

const emptyAt = (cursor: number): Outline => ({ kind: "text", word: { text: "", from: cursor, to: cursor } });

export function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text[at] === " ") at++;
  return at;
}

/** A plain scalar of one line, without a comment behind it; white space counts up to the cursor. */
function plainWord({ text, cursor }: Reader, at: number, end: number): Word {
  const comment = text.indexOf(" #", at);
  const last = comment >= 0 && comment < end ? comment : end;
  const to = at + text.slice(at, last).trimEnd().length;
  const isBehind = cursor !== null && cursor > to && cursor <= last;
  return { text: text.slice(at, isBehind ? cursor : to), from: at, to: isBehind ? cursor : to };
}

/** Where the deeper lines below a line end. */
function endOfDeeper(text: string, lineEnd: number, indent: number): number {
  let end = lineEnd;
  while (end < text.length) {
    const next = endOfLine(text, end + 1);
    const from = skipSpaces(text, end + 1, next);
    if (from < next && from - end - 1 <= indent) return end;
    end = next;
  }
  return end;
}

/** Where a quoted scalar ends; at the end of its line when it is not closed before the block ends. */
function quotedEnd(text: string, at: number, end: number, indent: number): number | null {
  const quote = text[at];
  if (quote !== '"' && quote !== "'") return null;
  const last = endOfDeeper(text, end, indent);
  for (let i = at + 1; i < last; i++) {
    if (quote === '"' && text[i] === "\\") i++;
    else if (text[i] === quote) return i + 1;
  }
  return end;
}
