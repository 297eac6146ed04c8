import type { Place } from "../source/report.ts";

/** A page in pieces: headings and directives stand alone, all between them is prose. */
export type Piece =
  | {
      readonly kind: "heading";
      readonly level: number;
      readonly id: string | null;
      readonly text: string;
      readonly at: Place;
    }
  | {
      readonly kind: "directive";
      readonly name: string;
      readonly given: ReadonlyMap<string, string>;
      readonly at: Place;
    }
  | { readonly kind: "prose"; readonly text: string; readonly at: Place };

const HEADING = /^(#{1,6})\s+(.*?)(?:\s+\{#([\w.-]+)\})?\s*#*\s*$/;
const DIRECTIVE = /^::([\w-]+)(?:\{([^{}]*)\})?\s*$/;
const GIVEN = /([\w-]+)=(?:"([^"]*)"|([^\s"]+))/g;

function givenOf(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(GIVEN)].map(([, key = "", quoted, bare]) => [key, quoted ?? bare ?? ""]));
}

/** The marks of the fenced block that is open behind a line; null for none. */
function fenceAfter(line: string, open: string | null): string | null {
  const mark = /^\s{0,3}(```+|~~~+)/.exec(line)?.[1] ?? null;
  if (open === null || mark === null) return open ?? mark;
  return mark.startsWith(open) ? null : open;
}

/** Lines inside fenced blocks, and their fences, made blank. */
export function withoutFences(text: string): string {
  let fence: string | null = null;
  return text
    .split("\n")
    .map((line) => {
      const isFenced = fence !== null || fenceAfter(line, null) !== null;
      fence = fenceAfter(line, fence);
      return isFenced ? " ".repeat(line.length) : line;
    })
    .join("\n");
}

/** Splits `page.md`. Lines inside a fenced block are prose whatever they look like. */
export function readPage(file: string, text: string): Piece[] {
  const pieces: Piece[] = [];
  let prose: { lines: string[]; line: number } | null = null;
  let fence: string | null = null;
  const flush = () => {
    if (prose !== null && prose.lines.some((line) => line.trim() !== "")) {
      const at = { file, line: prose.line, column: 1 };
      pieces.push({ kind: "prose", text: prose.lines.join("\n"), at });
    }
    prose = null;
  };
  text.split("\n").forEach((line, index) => {
    const at: Place = { file, line: index + 1, column: 1 };
    const isFenced = fence !== null || fenceAfter(line, null) !== null;
    fence = fenceAfter(line, fence);
    const piece = isFenced ? null : pieceOf(line, at);
    if (piece === null) {
      prose ??= { lines: [], line: index + 1 };
      prose.lines.push(line);
      return;
    }
    flush();
    pieces.push(piece);
  });
  flush();
  return pieces;
}

function pieceOf(line: string, at: Place): Piece | null {
  const heading = HEADING.exec(line);
  if (heading !== null) {
    const [, marks = "", text = "", id = null] = heading;
    return { kind: "heading", level: marks.length, id, text, at };
  }
  const directive = DIRECTIVE.exec(line);
  if (directive === null) return null;
  const [, name = "", given = ""] = directive;
  return { kind: "directive", name, given: givenOf(given), at };
}

/** “Support channels” becomes `support-channels`. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "");
}

export type Reference = {
  readonly path: string;
  readonly at: Place;
  readonly index: number;
  readonly length: number;
};

const REFERENCE = /\{\{([^{}]*)\}\}/g;

/** Every `{{ path }}` of a text, with its place. */
export function referencesIn(text: string, start: Place): Reference[] {
  return [...text.matchAll(REFERENCE)].map((match) => {
    const before = text.slice(0, match.index).split("\n");
    const line = start.line + before.length - 1;
    const column = (before.length === 1 ? start.column : 1) + (before.at(-1) ?? "").length;
    return {
      path: (match[1] ?? "").trim(),
      at: { ...start, line, column },
      index: match.index,
      length: match[0].length,
    };
  });
}

/** A text with every reference replaced by what `resolve` says; a broken one stays as written. */
export function fill(text: string, resolve: (path: string) => string | null): string {
  return text.replaceAll(REFERENCE, (written, path: string) => resolve(path.trim()) ?? written);
}
