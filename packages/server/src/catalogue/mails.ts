import { de } from "./de.ts";
import { en } from "./en.ts";
import type { MailCatalogue, MailFacts } from "./words.ts";

export const MAIL_CATALOGUES: Record<"en" | "de", MailCatalogue> = { en, de };

/** Subject, text and HTML of a mail. The text says everything the HTML says. */
export function mailOf<K extends keyof MailFacts>(
  locale: "en" | "de",
  kind: K,
  facts: MailFacts[K],
): { subject: string; text: string; html: string } {
  const words = MAIL_CATALOGUES[locale][kind](facts);
  const { link } = facts;
  const blocks = words.paragraphs.map((paragraph) =>
    paragraph.startsWith("quote:")
      ? { isQuote: true, text: paragraph.slice(6) }
      : { isQuote: false, text: paragraph },
  );
  const text = [...blocks.map((block) => block.text), `${words.action}: ${link}`, `-- \n${words.why}`].join(
    "\n\n",
  );
  const html = `<!doctype html><html lang="${locale}"><meta charset="utf-8"><body style="font:16px/24px system-ui,sans-serif;color:#1b2226">
<div style="max-width:560px">${blocks.map(htmlOf).join("\n")}
<p><a href="${escape(link)}" style="color:#08545a">${escape(words.action)}</a></p>
<p style="color:#465056;font-size:14px;line-height:20px">${escape(words.why)}</p></div></body></html>`;
  return { subject: words.subject.replace(/[\r\n]+/g, " "), text, html };
}

function htmlOf({ isQuote, text }: { isQuote: boolean; text: string }): string {
  const escaped = escape(text).replace(/\r?\n/g, "<br>");
  return isQuote
    ? `<p dir="auto" style="border-left:2px solid #767e83;padding-left:12px">${escaped}</p>`
    : `<p>${escaped}</p>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
