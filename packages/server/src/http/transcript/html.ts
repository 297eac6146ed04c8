import { escapeHtml, pageFrame } from "../pages/frame.ts";
import type { Entry, Transcript } from "./compose.ts";

/** A transcript as a page that reads and prints well by itself: no script, nothing loaded. */
export function transcriptHtml(transcript: Transcript): string {
  const { locale, title, made, facts, promisesTitle, promises, conversationTitle, entries } = transcript;
  const body = `<main id="main"><h1 dir="auto">${escapeHtml(title)}</h1>
${made.map((line) => `<p class="quiet">${escapeHtml(line)}</p>`).join("\n")}
<table>${facts.map(([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td dir="auto">${escapeHtml(value)}</td></tr>`).join("")}</table>
<h2>${escapeHtml(promisesTitle)}</h2>
<ul>${promises.map((promise) => `<li>${escapeHtml(promise)}</li>`).join("")}</ul>
<h2>${escapeHtml(conversationTitle)}</h2>
${entries.map((entry) => entryHtml(entry, transcript)).join("\n")}
</main>`;
  return pageFrame({ title, locale, style: STYLE, body });
}

const STYLE =
  "main{padding-top:24px}h1{font-size:24px;line-height:32px;overflow-wrap:anywhere}.said{white-space:pre-wrap;overflow-wrap:anywhere;border-left:2px solid var(--edge);padding-left:12px;margin:0 0 8px}h3{font-size:16px;line-height:24px;break-after:avoid}td{overflow-wrap:anywhere}@media print{main{max-width:none;padding:0}h2{margin-top:24px}}";

function entryHtml(entry: Entry, { filesTitle }: Transcript): string {
  if (entry.kind === "event") {
    const reason = entry.reason === null ? "" : `<p class="said" dir="auto">${escapeHtml(entry.reason)}</p>`;
    return `<p class="quiet">${escapeHtml(entry.head)}</p>${reason}`;
  }
  const files =
    entry.files.length === 0
      ? ""
      : `<p>${escapeHtml(filesTitle)}: ${entry.files.map(escapeHtml).join(", ")}</p>`;
  return `<section><h3 dir="auto">${escapeHtml(entry.head)}</h3><div class="said" dir="auto">${escapeHtml(entry.text)}</div>${files}</section>`;
}
