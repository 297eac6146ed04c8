import { describe, expect, test } from "vitest";
import { type Part, partsOf, type Span } from "./markdown.ts";

const paragraph = (...spans: Span[]): Part => ({ kind: "paragraph", spans });
const text = (words: string): Span => ({ kind: "text", text: words });
const link = (href: string, words = href): Span => ({ kind: "link", href, children: [text(words)] });

describe("the essentials are read", () => {
  test("paragraphs, lines, bold, italic and code", () => {
    expect(partsOf("One *two* **three** `four`\nfive\n\nsix")).toEqual([
      paragraph(
        text("One "),
        { kind: "em", children: [text("two")] },
        text(" "),
        { kind: "strong", children: [text("three")] },
        text(" "),
        { kind: "code", text: "four" },
        text("\nfive"),
      ),
      paragraph(text("six")),
    ]);
  });

  test("lists with their numbers, within one another", () => {
    expect(partsOf("3. a\n4. b\n   - c")).toEqual([
      {
        kind: "list",
        start: 3,
        items: [
          [paragraph(text("a"))],
          [paragraph(text("b")), { kind: "list", start: null, items: [[paragraph(text("c"))]] }],
        ],
      },
    ]);
  });

  test("quotes, and code that is indented", () => {
    expect(partsOf("> said\n\n    select 1;\n    select 2;")).toEqual([
      { kind: "quote", parts: [paragraph(text("said"))] },
      { kind: "code", text: "select 1;\nselect 2;" },
    ]);
  });

  test("links of the web, bare, in brackets and with words; never more than http and https", () => {
    expect(partsOf("https://acme.example/a_b_c?x=1 <http://a.example> [here](https://b.example/)")).toEqual([
      paragraph(
        link("https://acme.example/a_b_c?x=1"),
        text(" "),
        link("http://a.example"),
        text(" "),
        link("https://b.example/", "here"),
      ),
    ]);
  });

  test("an address with a masked password is no link", () => {
    const address = "https://ana:[masked: password]@intern.example/";
    expect(textIn(partsOf(address))).toBe(address);
    expect(JSON.stringify(partsOf(address))).not.toContain('"link"');
  });
});

/** The letters of a text, in order. */
function textIn(parts: readonly Part[]): string {
  const ofSpans = (spans: readonly Span[]): string =>
    spans.map((span) => ("text" in span ? span.text : ofSpans(span.children))).join("");
  return parts
    .map((part) =>
      part.kind === "paragraph"
        ? ofSpans(part.spans)
        : part.kind === "code"
          ? part.text
          : part.kind === "quote"
            ? textIn(part.parts)
            : part.items.map(textIn).join("\n"),
    )
    .join("\n\n");
}

test.for([
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[go](javascript:alert(1))",
  "[go](data:text/html,x)",
  "<javascript:alert(1)>",
  "javascript:alert(1) //evil.example",
  "# not a heading",
  "| a | b |\n|---|---|",
  "&lt;b&gt; stays as typed",
  "C:\\_temp\\*.log",
  "snake_case_name and __x",
  "select * from a where b * c",
  "---",
])("stays the letters it is: %s", (words) => {
  expect(textIn(partsOf(words))).toBe(words);
  expect(JSON.stringify(partsOf(words))).not.toMatch(/"(?:em|strong)"/);
});

test("an image is at most its words and its address, never loaded", () => {
  expect(JSON.stringify(partsOf("![pixel](https://evil.example/a.png)"))).not.toContain("image");
});
