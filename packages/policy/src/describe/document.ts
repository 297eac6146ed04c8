import MarkdownIt from "markdown-it";

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });

/** A block of code, below the name of the file it belongs to where one is said. */
markdown.renderer.rules.fence = (tokens, index) => {
  const token = tokens[index];
  const file = token?.info.split(" ")[1] ?? "";
  const code = `<pre><code>${markdown.utils.escapeHtml(token?.content ?? "")}</code></pre>\n`;
  if (file === "") return code;
  return `<figure><figcaption>${markdown.utils.escapeHtml(file)}</figcaption>\n${code}</figure>\n`;
};

/** The anchor of a heading, as code forges make it, so that links work here and there. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(/\s/g, "-");

/**
 * A page of our documentation as a fragment of HTML: its title, and the text below it with an anchor at each heading.
 * `hrefOf` says where a relative link leads; null makes plain words of it.
 */
export function documentHtml(
  text: string,
  hrefOf: (link: string) => string | null,
): { readonly title: string; readonly html: string } {
  const tokens = markdown.parse(text, {});
  const title = /^# (.+)$/m.exec(text)?.[1] ?? "";
  tokens.forEach((token, index) => {
    const words = tokens[index + 1];
    if (token.type === "heading_open") token.attrSet("id", anchorOf(words?.content ?? ""));
    for (const link of token.children ?? []) {
      const href = link.attrGet("href");
      if (link.type !== "link_open" || typeof href !== "string" || /^(?:https?:|#)/.test(href)) continue;
      const leads = hrefOf(href);
      if (leads === null) link.attrs = null;
      else link.attrSet("href", leads);
    }
  });
  const body = tokens.slice(tokens.findIndex((token) => token.type === "heading_close") + 1);
  return { title, html: markdown.renderer.render(body, markdown.options, {}) };
}
