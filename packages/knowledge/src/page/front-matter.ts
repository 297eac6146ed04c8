import { parse } from "yaml";

/** A page's own facts and the text that follows them. */
export type Split = { readonly facts: Readonly<Record<string, unknown>>; readonly text: string };

const FRONT = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Takes the YAML at the head of a page off. What is no YAML, or no map, is as good as nothing: the page still counts. */
export function splitFrontMatter(source: string): Split {
  const found = FRONT.exec(source);
  if (!found) return { facts: {}, text: source };
  const text = source.slice(found[0].length);
  try {
    // No aliases: a page may come from anybody, and ten lines of them can grow without end.
    const facts: unknown = parse(found[1] ?? "", { maxAliasCount: 0, logLevel: "silent" });
    return { facts: isMap(facts) ? facts : {}, text };
  } catch {
    return { facts: {}, text };
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
