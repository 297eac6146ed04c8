import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readHtml } from "./read-html.ts";

const ADDRESS = "https://docs.example.com/guides/branches";
const read = (source: string) => readHtml("guides/branches", source, ADDRESS) ?? expect.fail("unreadable");
const sectionsOf = (source: string) =>
  read(source).page.sections.map(({ heading, above, anchor }) => [heading, above, anchor]);
const blocksOf = (source: string) =>
  read(source).page.sections.flatMap(({ blocks }) => blocks.map(({ kind, text }) => [kind, text]));
const wordsOf = (source: string) =>
  blocksOf(source)
    .map(([, text]) => text)
    .join("\n");

const PAGE = `<!doctype html><html><head>
<title>Branches - Example Docs</title><meta property="og:site_name" content="Example Docs">
<meta name="description" content="Copies of your
 data"><link rel="canonical" href="/guides/branches">
<meta property="article:modified_time" content="2026-11-01T10:00:00Z">
<style>.a{color:red}</style><script>document.write("a script")</script>
</head><body>
<header><a href="/">Example</a></header><nav><a href="/a">All guides</a></nav>
<div class="sidebar">Sidebar words</div>
<main><div class="breadcrumbs">Docs / Guides</div><article>
<h1 id="branches">Branches<a class="hash-link" href="#branches">#</a></h1>
<p>Read <a href="../plans#copies">what a <b>copy</b> costs</a> first.</p>
<h2 id="what">What is a branch?<a href="#what">¶</a></h2>
<p>A <strong>branch</strong> is a&nbsp;copy.<br>It costs <code>0</code> &amp; more at first.</p>
<ul><li>one<li>two with <code>&lt;think&gt;</code> in it</ul>
<h3><a name="how-many"></a>Limits</h3>
<table><caption>How many</caption><thead><tr><th>Plan<th>Branches</thead>
<tbody><tr><td>Free<td>10<tr><td>Pro<td><p>500</p></tbody></table>
<pre><button>Copy</button><code><span class="line">select 1;</span>
<span class="line">  select '&lt;h2&gt;no heading&lt;/h2&gt;';</span>
</code></pre>
<section id="again"><div><h2>What is a branch?</h2></div><p>Again.</p></section>
</article><nav class="pagination-nav">Next</nav></main>
<aside><a href="/x">On this page</a></aside><footer>Imprint</footer>
</body></html>`;

describe("a page in HTML", () => {
  const { page, head } = read(PAGE);

  test("says what it is called, what it is about, where it wants to be found and when it was changed", () => {
    expect(page).toMatchObject({
      id: "guides/branches",
      title: "Branches",
      description: "Copies of your data",
    });
    expect(head).toMatchObject({
      title: "Branches",
      canonical: ADDRESS,
      changedAt: Date.UTC(2026, 10, 1, 10),
      mayBeShown: true,
    });
  });

  test("is read by its headings, each with its own anchor and what stands above it", () => {
    expect(sectionsOf(PAGE)).toEqual([
      ["", [], null],
      ["What is a branch?", [], "what"],
      ["Limits", ["What is a branch?"], "how-many"],
      ["What is a branch?", [], "again"],
    ]);
  });

  test("gives paragraphs, list entries, rows and code as their reader sees them, and nothing around them", () => {
    expect(blocksOf(PAGE)).toEqual([
      ["text", "Read what a copy costs first."],
      ["text", "A branch is a copy. It costs 0 & more at first."],
      ["text", "one"],
      ["text", "two with <think> in it"],
      ["text", "How many"],
      ["row", "Free | 10"],
      ["row", "Pro | 500"],
      ["code", "select 1;\n  select '<h2>no heading</h2>';"],
      ["text", "Again."],
    ]);
    expect(page.sections[2]?.blocks[1]).toMatchObject({ columns: "Plan Branches" });
  });

  test("tells where it links to, as whole addresses", () => {
    expect(page.links).toEqual([{ text: "what a copy costs", to: "https://docs.example.com/plans#copies" }]);
  });
});

describe("an anchor is one that is there", () => {
  test.each([
    ["of the heading", '<h2 id="x">A</h2>', "x"],
    ["within the heading", '<h2><span id="x">A</span></h2>', "x"],
    ["of old, within", '<h2><a name="x">A</a></h2>', "x"],
    ["of old, just before", '<p><a name="x"></a></p><h2>A</h2>', "x"],
    ["that the mark beside it leads to", '<h2>A<a href="#x%20y">#</a></h2>', "x y"],
    ["of the section that begins with it", '<section id="x"><header><h2>A</h2></header></section>', "x"],
    ["of nothing, where words stand between", '<section id="x"><p>B</p><h2>A</h2></section>', null],
    ["of the heading above, where it has none", '<h1>T</h1><h2 id="x">B</h2><h3>A</h3>', "x"],
    ["of nothing", "<h2>A</h2>", null],
  ])("%s", (_, body, anchor) => {
    expect(sectionsOf(`<main>${body}<p>words</p></main>`).at(-1)).toEqual(["A", expect.anything(), anchor]);
  });

  test("of a term, and what comes after the list stands under the heading from before it", () => {
    const list = '<dl><dt id="a">Term A</dt><dd>means A</dd><dt>Term B</dt><dd>means B</dd></dl>';
    expect(read(`<main><h2 id="h">Terms</h2><p>Before</p>${list}<p>After</p></main>`).page.sections).toEqual([
      { heading: "Terms", above: [], anchor: "h", blocks: [{ kind: "text", text: "Before" }] },
      {
        heading: "Term A",
        above: ["Terms"],
        anchor: "a",
        blocks: ["means A", "Term B", "means B"].map((text) => ({ kind: "text", text })),
      },
      { heading: "Terms", above: [], anchor: "h", blocks: [{ kind: "text", text: "After" }] },
    ]);
  });
});

describe("the main part is found", () => {
  test.each([
    ["main", "<div>around</div><main><p>inner</p></main>"],
    ["role", '<div>around</div><div role="main"><p>inner</p></div>'],
    [
      "the article of a main",
      "<main><article><p>inner and much more of it</p></article><p>around</p></main>",
    ],
    ["articleBody", '<div>around</div><div itemprop="articleBody"><p>inner</p></div>'],
    ["an id", '<div>around</div><div id="content"><p>inner</p></div>'],
    ["a class", '<div>around</div><div class="markdown-body"><p>inner</p></div>'],
    ["body", '<p>inner</p><div class="navheader">around</div><nav>around</nav><footer>around</footer>'],
  ])("by %s", (_, body) => {
    expect(wordsOf(`<body>${body}</body>`)).toContain("inner");
    expect(wordsOf(`<body>${body}</body>`)).not.toContain("around");
  });

  test("a small article within a large main is a teaser, and not the page", () => {
    const body = `<main><p>${"many words ".repeat(20)}</p><article><p>teaser</p></article></main>`;
    expect(wordsOf(body)).toContain("many words");
  });

  test.each([
    ["hidden", "<p hidden>gone</p>"],
    ["not displayed", '<p style="display: none">gone</p>'],
    ["hidden from screen readers", '<p aria-hidden="true">gone</p>'],
    ["in a comment", "<!-- gone -->"],
    ["for screen readers alone", '<p class="sr-only">gone</p>'],
    ["in a template", "<template><p>gone</p></template>"],
    ["a form's", "<button>gone</button><select><option>gone</select><textarea>gone</textarea>"],
    ["a script's", "<script>gone</script><noscript>gone</noscript><style>gone</style>"],
    ["of a picture", "<svg><title>gone</title><text>gone</text></svg>"],
    ["on links of an aside", '<aside><a href="/x">gone with the links</a> and</aside>'],
  ])("what is %s is none of its words", (_, body) => {
    expect(wordsOf(`<main><p>here</p>${body}</main>`)).toBe("here");
  });

  test("a tab that is not chosen and a box beside the text are", () => {
    const body =
      '<div role="tabpanel" hidden><p>tab</p></div><aside class="note"><h3>Mind</h3><p>the gap</p></aside>';
    expect(wordsOf(`<main><h2 id="a">A</h2>${body}<p>on</p></main>`)).toBe("tab\nMind\nthe gap\non");
    expect(sectionsOf(`<main><h2 id="a">A</h2>${body}<p>on</p></main>`)).toEqual([["A", [], "a"]]);
  });
});

describe("what a page is called", () => {
  test.each([
    ["its first heading", "<title>B</title><h1>A</h1><h1>C</h1>", "A"],
    [
      "its title, without the site",
      '<meta property="og:site_name" content="S"><title>A | S</title><p>x',
      "A",
    ],
    ["its title for others", '<meta property="og:title" content="A"><p>x', "A"],
    ["its path", "<p>x", "guides/branches"],
    [
      "words alone, where it holds a script",
      "<h1>A<script>alert(1)</script><img src=x onerror=alert(1)></h1>",
      "A",
    ],
    ["its words, where they look like a tag", "<h1>A &lt;script&gt;</h1>", "A <script>"],
  ])("is %s", (_, source, title) => {
    expect(read(source).page.title).toBe(title);
  });
});

describe("a broken page", () => {
  test.each([
    ["empty", ""],
    ["cut off", PAGE.slice(0, PAGE.length / 2)],
    ["in the middle of a tag", PAGE.slice(0, PAGE.indexOf("<strong") + 4)],
    ["no HTML", "just words"],
    ["closed in the wrong order", "<main><p><b>words</p></b></div></main></main>"],
    ["with NUL in it", "<main>\0words\0</main>"],
  ])("%s is read as far as it goes", (_, source) => {
    expect(read(source).page.id).toBe("guides/branches");
  });

  test("nested or repeated without end is given up", () => {
    expect(readHtml("x", "<div>".repeat(100_000), ADDRESS)).toBeNull();
    expect(readHtml("x", `${"<div>".repeat(500)}deep`, ADDRESS)).not.toBeNull();
    expect(readHtml("x", "<p>".repeat(1_000_000), ADDRESS)).toBeNull();
    expect(readHtml("x", "<p>".repeat(100_000), ADDRESS)).not.toBeNull();
  });

  test.each([
    "<p>",
    "<p ",
    " ",
    "<!--",
    "&",
    "</p>",
    "<a href='",
    "<td>",
    "<dl><dt id=a>",
    "<h2>x</h2>",
    "\t\n",
  ])("of 2 MB of %j is read to its end", (hostile) => {
    const source = `<main>${hostile.repeat(Math.floor(2_000_000 / hostile.length))}`;
    readHtml("x", source, ADDRESS);
  });

  test("whatever it holds, reading it ends and does not throw", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "<main>",
        "<table>",
        "<tr>",
        "<td>",
        "<pre>",
        "<dl>",
        "<dt id=x>",
        "</dl>",
        "<h1>",
        "<h3 id=a>",
      ),
      fc.constantFrom(
        "</h1>",
        "<a href='#'>",
        "<a href='http://['>",
        "<base href='::'>",
        "<aside>",
        "</main>",
        "&#0;",
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(readHtml("x", pieces.join(""), ADDRESS)?.page.id).toBe("x");
      }),
    );
  });
});
