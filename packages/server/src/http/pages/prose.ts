import MarkdownIt from "markdown-it";
import { escapeHtml } from "./frame.ts";
import { withTypedTimes } from "./typed-times.ts";

/** Says a typed instant for the readers of a page: what was typed, and what else it is. */
export type SayTyped = (at: string, typed: string) => string;

// As messages have it: HTML, images, headings and tables stay the letters they are, and nothing is loaded.
const markdown = new MarkdownIt("zero", { html: false });
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
markdown.enable(["balance_pairs", "fragments_join", "text_join"]);
markdown.validateLink = (href) => /^https?:\/\/[^/]/i.test(href);
markdown.renderer.rules["link_open"] = (tokens, at) =>
  `<a href="${escapeHtml(String(tokens[at]?.attrGet("href") ?? ""))}" rel="noopener noreferrer nofollow">`;
markdown.renderer.rules["softbreak"] = () => "<br>";
markdown.renderer.rules["text"] = (tokens, at, _options, env) => {
  const say: unknown = env?.["say"];
  const text = tokens[at]?.content ?? "";
  return escapeHtml(isSayTyped(say) ? withTypedTimes(text, say) : text);
};

const isSayTyped = (say: unknown): say is SayTyped => typeof say === "function";

/** What somebody wrote in Markdown as HTML; typed instants outside of code are said as `say` has it. */
export function proseHtml(text: string, say: SayTyped): string {
  return markdown.render(text, { say });
}
