import { masksIn } from "../../verbs/outbox/masks.ts";
import type { PageLocale } from "./page-locale.ts";

/** The language that policies and the API's own sentences are written in; the policy language names none. */
export const POLICY_LANGUAGE = "en";

/** Text of a policy or of the API, escaped, and marked where the page around it is in another language. */
export function foreignText(text: string, locale: PageLocale): string {
  const escaped = escapeHtml(text);
  return locale === POLICY_LANGUAGE ? escaped : `<span lang="${POLICY_LANGUAGE}">${escaped}</span>`;
}

const SKIP: Readonly<Record<PageLocale, string>> = { en: "Skip to the text", de: "Zum Text springen" };

/** A public page: no JavaScript, no web font, readable at 320 px, in the dark and on paper. */
export function pageFrame(page: {
  readonly title: string;
  readonly locale?: PageLocale;
  /** Rules of this page alone. */
  readonly style?: string;
  readonly body: string;
}): string {
  const { locale = "en", style = "" } = page;
  const [title, body] = [escapeHtml(page.title), page.body].map((part) => masksIn(locale, part));
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${STYLE}${style}</style>
</head>
<body>
<a class="skip" href="#main">${SKIP[locale]}</a>
${body}
</body>
</html>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

const STYLE = `
:root{--page:#f7f6f3;--sheet:#fff;--sunken:#efede8;--ink:#1b2226;--quiet:#465056;--line:#dcd8d0;--edge:#767e83;--accent:#08545a;--tint:#fbefd5;--attention:#663f00}
@media (prefers-color-scheme:dark){:root{--page:#14181a;--sheet:#1b2023;--sunken:#101315;--ink:#eceFef;--quiet:#b7bfc2;--line:#30383c;--edge:#838d92;--accent:#7cced2;--tint:#33270f;--attention:#f2c879}}
*{box-sizing:border-box}
html{font:16px/24px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;background:var(--page);color:var(--ink)}
body{margin:0}
header,main,footer{max-width:calc(72ch + 48px);margin:0 auto;padding:0 24px}
header{padding-top:24px;padding-bottom:12px}
footer{padding-top:24px;padding-bottom:48px;color:var(--quiet);font-size:14px;line-height:20px}
h1{font-size:32px;line-height:40px;font-weight:600;margin:0 0 8px}
h2{font-size:24px;line-height:32px;font-weight:600;margin:48px 0 12px;scroll-margin-top:12px}
h3{font-size:20px;line-height:28px;font-weight:600;margin:32px 0 8px}
h4{font-size:16px;line-height:24px;font-weight:600;margin:24px 0 4px}
p,ul,ol,table,blockquote{margin:0 0 16px}
li{margin-bottom:4px}
a{color:var(--accent);text-underline-offset:2px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
blockquote{border-left:4px solid var(--edge);padding:8px 16px;background:var(--sheet)}
blockquote p:last-child{margin:0}
.scroll,table{max-width:100%;overflow-x:auto}
table{display:block;border-collapse:collapse;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--quiet);padding-bottom:4px}
th,td{text-align:left;vertical-align:top;padding:8px 16px 8px 0;border-bottom:1px solid var(--line)}
th{font-weight:600}
.quiet{color:var(--quiet)}
.demo{background:var(--tint);color:var(--attention);padding:8px 24px;text-align:center}
nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:4px 16px}
.skip{position:absolute;left:-9999px}.skip:focus{left:24px;top:8px;background:var(--sheet);padding:8px}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:13px/20px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--sheet);padding:12px;border:1px solid var(--line)}
@media print{html{background:#fff;color:#000}.demo,nav,.skip{display:none}a{color:inherit}}
`.replace(/\n/g, "");
