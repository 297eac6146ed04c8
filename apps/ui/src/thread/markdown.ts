import MarkdownIt from "markdown-it";

type Token = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number];

/** Words within a paragraph; the end of a line is a letter of the text. */
export type Span =
  | { readonly kind: "text" | "code"; readonly text: string }
  | { readonly kind: "strong" | "em"; readonly children: readonly Span[] }
  /** An instant somebody typed, where the text is one whose times are shown in the reader's zone. */
  | { readonly kind: "time"; readonly at: string; readonly text: string }
  | { readonly kind: "link"; readonly href: string; readonly children: readonly Span[] };

/** What a text consists of: the essentials of Markdown, and nothing that loads, runs or covers. */
export type Part =
  | { readonly kind: "paragraph"; readonly spans: readonly Span[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "quote"; readonly parts: readonly Part[] }
  | { readonly kind: "list"; readonly start: number | null; readonly items: ReadonlyArray<readonly Part[]> };

// Rules are named one by one: HTML, images, headings, tables and references stay the letters they are.
const markdown = new MarkdownIt("zero", { html: false, linkify: true });
markdown.enable([
  "blockquote",
  "code",
  "fence",
  "list",
  "newline",
  "backticks",
  "emphasis",
  "link",
  "autolink",
]);
markdown.enable(["linkify", "balance_pairs", "fragments_join", "text_join"]);
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
for (const scheme of ["ftp:", "mailto:", "//"]) markdown.linkify.add(scheme, null);
markdown.validateLink = (href) => /^https?:\/\/[^/]/i.test(href);
// A link is shown as it was written, letter by letter.
markdown.normalizeLinkText = (text) => text;

/** A text in Markdown as a tree of its parts. */
export function partsOf(text: string): readonly Part[] {
  return partsIn(markdown.parse(text, {}), { at: 0 });
}

type Place = { at: number };

function partsIn(tokens: readonly Token[], place: Place): readonly Part[] {
  const parts: Part[] = [];
  for (; place.at < tokens.length; place.at += 1) {
    const token = tokens[place.at];
    if (token === undefined || token.nesting === -1) break;
    parts.push(...partAt(token, tokens, place));
  }
  return parts;
}

function partAt(token: Token, tokens: readonly Token[], place: Place): readonly Part[] {
  switch (token.type) {
    case "fence":
    case "code_block":
      return [{ kind: "code", text: token.content.replace(/\n$/, "") }];
    case "inline":
      return [{ kind: "paragraph", spans: spansIn(token.children ?? [], { at: 0 }) }];
    case "blockquote_open":
      return [{ kind: "quote", parts: within(tokens, place) }];
    case "bullet_list_open":
    case "ordered_list_open": {
      const start = token.type === "ordered_list_open" ? Number(token.attrGet("start") ?? 1) : null;
      return [{ kind: "list", start, items: itemsIn(tokens, place) }];
    }
    default:
      return token.nesting === 1 ? within(tokens, place) : [];
  }
}

function within(tokens: readonly Token[], place: Place): readonly Part[] {
  place.at += 1;
  return partsIn(tokens, place);
}

function itemsIn(tokens: readonly Token[], place: Place): ReadonlyArray<readonly Part[]> {
  const items: (readonly Part[])[] = [];
  for (place.at += 1; tokens[place.at]?.type === "list_item_open"; place.at += 1)
    items.push(within(tokens, place));
  return items;
}

/** A mask begins where the recognised address ended: it belongs to it, and neither is a link. */
const CUT_BY_MASK = /^:?\[masked: /;

function spansIn(tokens: readonly Token[], place: Place): readonly Span[] {
  const spans: Span[] = [];
  for (; place.at < tokens.length; place.at += 1) {
    const token = tokens[place.at];
    if (token === undefined || token.nesting === -1) break;
    for (const span of spanAt(token, tokens, place)) add(spans, span);
  }
  return spans;
}

/** Texts that follow one another are one: a page of short lines is then one node of the document. */
function add(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last?.kind === "text" && span.kind === "text") {
    spans[spans.length - 1] = { kind: "text", text: last.text + span.text };
  } else {
    spans.push(span);
  }
}

function spanAt(token: Token, tokens: readonly Token[], place: Place): readonly Span[] {
  switch (token.type) {
    case "text":
      return token.content === "" ? [] : [{ kind: "text", text: token.content }];
    case "code_inline":
      return [{ kind: "code", text: token.content }];
    case "softbreak":
    case "hardbreak":
      return [{ kind: "text", text: "\n" }];
    case "strong_open":
    case "em_open": {
      const kind = token.type === "em_open" ? "em" : "strong";
      place.at += 1;
      return [{ kind, children: spansIn(tokens, place) }];
    }
    case "link_open": {
      place.at += 1;
      const children = spansIn(tokens, place);
      const isCut = CUT_BY_MASK.test(tokens[place.at + 1]?.content ?? "");
      return isCut ? children : [{ kind: "link", href: String(token.attrGet("href") ?? ""), children }];
    }
    default:
      return [];
  }
}
