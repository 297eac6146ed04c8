import type { Outline, OutlineEntry, Word } from "./outline-node.ts";

export type Reader = { readonly text: string; readonly cursor: number | null };

type Flow = { readonly node: Outline; readonly next: number };

/** Deeper brackets are an accident or an attack. */
export const DEEPEST = 40;

/**
 * What stands in brackets from `at` on. Brackets that are never closed end where the block does: at the first line
 * that is not indented more than `indent`.
 */
export function readFlow(reader: Reader, at: number, indent: number): Flow {
  const { text, cursor } = reader;
  const end = endOfBrackets(text, at, indent);
  let position = at;

  /** Skips white space and comments; tells whether the cursor stands in it, right behind one of `marks`. */
  function skip(marks: string): boolean {
    const from = position;
    for (; position < end; position++) {
      if (text[position] === "#" && /\s/.test(text[position - 1] ?? " ")) {
        while (position < end && text[position] !== "\n") position++;
      }
      if (!/\s/.test(text[position] ?? "")) break;
    }
    if (cursor === null || cursor < from || cursor > position) return false;
    const mark = text.slice(at, cursor).trimEnd().at(-1) ?? "";
    return marks.includes(mark) && (cursor < position || isAtClose());
  }

  const isAtClose = (): boolean => position >= end || /[,\]}]/.test(text[position] ?? "");

  const empty = (): Word => ({ text: "", from: cursor ?? position, to: cursor ?? position });

  function word(isKey: boolean): Word {
    const quote = text[position];
    if (quote === '"' || quote === "'") {
      const close = text.indexOf(quote, position + 1);
      const to = close < 0 || close >= end ? end : close;
      const found = { text: text.slice(position + 1, to), from: position + 1, to };
      position = Math.min(end, to + 1);
      return found;
    }
    const from = position;
    while (position < end && !isWordEnd(isKey)) position++;
    const last = from + text.slice(from, position).trimEnd().length;
    const to = cursor !== null && cursor > last && cursor <= position ? cursor : last;
    return { text: text.slice(from, to), from, to };
  }

  function isWordEnd(isKey: boolean): boolean {
    const character = text[position] ?? "";
    if (/[,[\]{}\n]/.test(character)) return true;
    if (character === ":" && (isKey || /[\s,]/.test(text[position + 1] ?? " "))) {
      return /[\s,\]}]/.test(text[position + 1] ?? " ");
    }
    return character === "#" && text[position - 1] === " ";
  }

  function value(depth: number): Outline | null {
    const isHere = skip(":");
    if (isAtClose()) return isHere ? { kind: "text", word: empty() } : null;
    if (depth > DEEPEST) {
      position = end;
      return null;
    }
    if (text[position] === "{") return map(depth);
    if (text[position] === "[") return list(depth);
    return { kind: "text", word: word(false) };
  }

  function map(depth: number): Outline {
    const entries: OutlineEntry[] = [];
    position++;
    while (position < end) {
      if (skip("{,")) entries.push({ key: empty(), hasColon: false, value: null });
      if (position >= end) break;
      const character = text[position];
      if (character === "}" || character === "]") {
        position++;
        break;
      }
      if (character === ",") position++;
      else entries.push(pair(word(true), depth));
    }
    return { kind: "map", entries, isFlow: true };
  }

  function pair(key: Word, depth: number): OutlineEntry {
    const from = position;
    skip("");
    if (text[position] !== ":" || position >= end) {
      if (position === from && key.to === key.from) position++;
      return { key, hasColon: false, value: null };
    }
    position++;
    return { key, hasColon: true, value: value(depth + 1) };
  }

  function list(depth: number): Outline {
    const items: (Outline | null)[] = [];
    position++;
    while (position < end) {
      if (skip("[,")) items.push({ kind: "text", word: empty() });
      if (position >= end) break;
      const character = text[position];
      if (character === "]" || character === "}") {
        position++;
        break;
      }
      if (character === ",") position++;
      else items.push(item(depth));
    }
    return { kind: "list", items, isFlow: true };
  }

  function item(depth: number): Outline | null {
    const from = position;
    const read = value(depth + 1);
    if (position === from) position++;
    if (read?.kind !== "text" || text[position] !== ":" || position >= end) return read;
    return { kind: "map", entries: [pair(read.word, depth)], isFlow: true };
  }

  const node = value(0) ?? { kind: "text", word: empty() };
  return { node, next: Math.max(position, at + 1) };
}

/** Where the lines end that may still belong to brackets opened at `at`. */
function endOfBrackets(text: string, at: number, indent: number): number {
  for (let end = text.indexOf("\n", at); end >= 0; end = text.indexOf("\n", end + 1)) {
    const first = /^( *)([^\s#])/.exec(text.slice(end + 1, end + 200));
    if (first === null) continue;
    const isClosing = first[2] === "}" || first[2] === "]";
    if ((first[1] ?? "").length <= indent && !isClosing) return end;
  }
  return text.length;
}
