import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { compiled } from "./bundled-policy.fixture.ts";
import { EXAMPLES, exampleFiles } from "./examples.fixture.ts";
import { renderPage } from "./page.ts";

/** Examples whose page is made from the facts, so that it shows what an author without a `page.md` gets. */
const made = EXAMPLES.filter((name) => exampleFiles(name)["page.md"] === undefined);

/** Blocks that a page words in its own way, or that only decisions point to. */
const WORDED_ANEW: ReadonlySet<string> = new Set(["links", "readings", "targets", "terms", "vendor"]);

/** A figure, a span of hours or a term of a condition: the page says it, not letter by letter. */
const FIGURE = /^(?:\d|mon |not |end of )/;

/** The words an author wrote for people, with the way to them. */
function sentencesIn(node: unknown, path = ""): [path: string, words: string][] {
  if (typeof node === "string") return node.includes(" ") && !FIGURE.test(node) ? [[path, node]] : [];
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    path === "" && WORDED_ANEW.has(key) ? [] : sentencesIn(value, `${path}/${key}`),
  );
}

describe("the page that is made from the facts", () => {
  test.each(made)("%s: nothing that the author wrote for people is left out", (name) => {
    const files = exampleFiles(name);
    const { policy } = compiled(files);
    const page = renderPage(policy, { format: "md" }).replaceAll("\\", "").toLowerCase();
    const sentences = sentencesIn(parse(files["policy.yaml"] ?? ""));
    expect(sentences.filter(([, words]) => !page.includes(words.toLowerCase()))).toEqual([]);
    expect(sentences.length).toBeGreaterThan(0);
  });
});
