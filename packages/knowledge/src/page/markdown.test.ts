import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMarkdown } from "./markdown.ts";

const PAGE = `---
title: Branches
subtitle: Copies of your data
redirectFrom: [/docs/old/branching]
---

Read [what a copy costs](/docs/plans#copies) first.

## What is a branch?

A **branch** is a copy. It costs \`0\` at first.

<Admonition type="tip" title="Mind the clock">
A branch lasts [seven days](../plans.md).
</Admonition>

- one
- two with \`<think>\` in it

### Limits {#how-many}

| Plan | Branches |
|------|----------|
| Free | 10 |
| Pro  | 500 |

\`\`\`sql
select '## no heading' as "<no tag>";
\`\`\`

## What is a branch?

Again.
`;

describe("a page in Markdown", () => {
  const page = readMarkdown("guides/branches", PAGE);

  test("says what it is called, what it is about and where it stood before", () => {
    expect(page).toMatchObject({
      id: "guides/branches",
      title: "Branches",
      description: "Copies of your data",
      formerly: ["/docs/old/branching"],
    });
  });

  test("is read by its headings, each with its anchor and what stands above it", () => {
    expect(page.sections.map(({ heading, above, anchor }) => [heading, above, anchor])).toEqual([
      ["", [], null],
      ["What is a branch?", [], "what-is-a-branch"],
      ["Limits", ["What is a branch?"], "how-many"],
      ["What is a branch?", [], "what-is-a-branch-1"],
    ]);
  });

  test("gives paragraphs, list entries, rows and code as their reader sees them", () => {
    expect(page.sections.flatMap(({ blocks }) => blocks.map(({ kind, text }) => [kind, text]))).toEqual([
      ["text", "Read what a copy costs first."],
      ["text", "A branch is a copy. It costs 0 at first."],
      ["text", "Mind the clock A branch lasts seven days."],
      ["text", "one"],
      ["text", "two with <think> in it"],
      ["row", "Free | 10"],
      ["row", "Pro | 500"],
      ["code", `select '## no heading' as "<no tag>";`],
      ["text", "Again."],
    ]);
  });

  test("tells where it links to and with which words", () => {
    expect(page.links).toEqual([
      { text: "what a copy costs", to: "/docs/plans#copies" },
      { text: "seven days", to: "../plans.md" },
    ]);
  });

  test("without a title is called by its first heading, else by its path", () => {
    expect(readMarkdown("a", "# Hello\n\nThere").title).toBe("Hello");
    expect(readMarkdown("a/b", "There").title).toBe("a/b");
  });

  test.each([
    ["front matter that is no YAML", "---\n: [\n---\n\nText", "Text"],
    ["front matter that never ends", "---\ntitle: x\n\nText", "Text"],
    ["aliases that would grow without end", `---\na: &a [1,1]\nb: [*a,*a]\n---\nText`, "Text"],
    ["a tag that never ends", "<Admonition type=\n\nText", "Text"],
    ["code that never ends", "Text\n\n```\ncode", "Text"],
  ])("with %s is read all the same", (_, source, text) => {
    const { sections } = readMarkdown("x", source);
    expect(sections.flatMap(({ blocks }) => blocks.map((block) => block.text)).join("\n")).toContain(text);
  });

  test("whatever it holds, reading it ends and does not throw", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "---\n",
        "```",
        "<",
        "{",
        "\u202E",
        "| a |\n|--|\n",
        "# ",
        "[x](",
        "\n\n",
        "&#0;",
        "`",
        "<!--",
        "title=",
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(readMarkdown("x", pieces.join("")).id).toBe("x");
      }),
    );
  });

  test.each(["<a ", "[", "`", "<!--", "{", "| ", "> ", "title='"])(
    "of 200 kB of %j is read to its end",
    (hostile) => {
      const read = readMarkdown("x", `${hostile.repeat(Math.floor(200_000 / hostile.length))}\n\n# End`);
      expect(read.id).toBe("x");
    },
  );
});
