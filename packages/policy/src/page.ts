import MarkdownIt from "markdown-it";
import { TOP } from "./lower/clauses.ts";
import { stampExact } from "./page/dates.ts";
import { expandDirective } from "./page/directives.ts";
import { escapeHtml, printHtml } from "./page/print-html.ts";
import { escapeMarkdown, markdownWords, printMarkdown } from "./page/print-markdown.ts";
import { fill, type Piece, readPage, slugOf } from "./page/read-page.ts";
import { resolveReference } from "./page/references.ts";
import type { PageOptions, Policy } from "./types.ts";

/** Raw HTML in prose stays text, and markdown-it drops `javascript:` addresses. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });

/** A heading's or link's words without markup: references filled, nothing escaped. */
export function plainText(policy: Policy, text: string): string {
  return fill(text, (path) => {
    const resolved = resolveReference(policy, path);
    return resolved.ok ? resolved.words.text : null;
  });
}

/** The anchor of a heading: the one written, else one made from its words. */
export function anchorOf(policy: Policy, heading: Piece & { readonly kind: "heading" }): string {
  if (heading.level === 1) return TOP;
  return heading.id ?? slugOf(plainText(policy, heading.text));
}

const filledMarkdown = (policy: Policy, text: string): string =>
  fill(text, (path) => {
    const resolved = resolveReference(policy, path);
    return resolved.ok ? markdownWords(resolved.words) : null;
  });

/** A heading's references become words, never links: it is an anchor itself. */
const headingMarkdown = (policy: Policy, text: string): string =>
  fill(text, (path) => {
    const resolved = resolveReference(policy, path);
    return resolved.ok ? escapeMarkdown(resolved.words.text) : null;
  });

type Pen = {
  heading(level: number, id: string, markdown: string): string;
  prose(markdown: string): string;
  blocks: typeof printHtml;
  version(): string;
};

function markdownPen(policy: Policy, options: PageOptions): Pen {
  return {
    heading: (level, id, text) =>
      `${"#".repeat(level)} ${text}${options.anchors === true ? ` {#${id}}` : ""}`,
    prose: (text) => text.trim(),
    blocks: printMarkdown,
    version: () => {
      const links = (options.links ?? []).map((link) => markdownWords({ text: link.label, href: link.href }));
      return [versionWords(policy, options, (_, words) => words), ...links].join(" · ");
    },
  };
}

function htmlPen(policy: Policy, options: PageOptions): Pen {
  return {
    heading: (level, id, text) =>
      `<h${level} id="${escapeHtml(id)}">${markdown.renderInline(text)}</h${level}>`,
    prose: (text) => markdown.render(text).trim(),
    blocks: printHtml,
    version: () => {
      const time = (iso: string, words: string) => `<time datetime="${iso}">${escapeHtml(words)}</time>`;
      const links = (options.links ?? []).map(
        (link) => `<a href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a>`,
      );
      const line = versionWords({ ...policy, version: escapeHtml(policy.version) }, options, time);
      return `<p class="policy-version">${[line, ...links].join(" · ")}</p>\n${contentsHtml(policy)}`;
    },
  };
}

function versionWords(
  policy: Policy,
  options: PageOptions,
  time: (iso: string, words: string) => string,
): string {
  const say = (at: number) => time(new Date(at).toISOString(), stampExact(at));
  const since = options.publishedAt === undefined ? "" : ` In force since ${say(options.publishedAt)}.`;
  return `Version ${policy.version}, last updated ${say(policy.updatedAt)}.${since}`;
}

function contentsHtml(policy: Policy): string {
  const sections = readPage("page.md", policy.page).flatMap((piece) =>
    piece.kind === "heading" && piece.level === 2 ? [piece] : [],
  );
  const items = sections.map((section) => {
    const id = anchorOf(policy, section);
    return `<li><a href="#${escapeHtml(id)}">${escapeHtml(plainText(policy, section.text))}</a></li>`;
  });
  return items.length === 0
    ? ""
    : `<nav class="policy-contents" aria-label="On this page"><ul>\n${items.join("\n")}\n</ul></nav>`;
}

/** The published page: `page.md` with every reference and table filled from the facts. HTML is a body fragment. */
export function renderPage(policy: Policy, options: PageOptions): string {
  const pen = options.format === "md" ? markdownPen(policy, options) : htmlPen(policy, options);
  const at = options.at ?? options.publishedAt ?? policy.updatedAt;
  const pieces = readPage("page.md", policy.page);
  const hasTitle = pieces.some((piece) => piece.kind === "heading" && piece.level === 1);
  const out = hasTitle ? [] : [pen.heading(1, TOP, escapeMarkdown(policy.title)), pen.version()];
  let level = 1;
  for (const piece of pieces) {
    if (piece.kind === "prose") out.push(pen.prose(filledMarkdown(policy, piece.text)));
    else if (piece.kind === "heading") {
      level = piece.level;
      out.push(pen.heading(level, anchorOf(policy, piece), headingMarkdown(policy, piece.text)));
      if (level === 1) out.push(pen.version());
    } else {
      const expanded = expandDirective(policy, piece, { level: Math.min(6, level + 1), at });
      if (expanded.ok) out.push(pen.blocks(expanded.blocks));
    }
  }
  return `${out.join(options.format === "md" ? "\n\n" : "\n")}\n`;
}
