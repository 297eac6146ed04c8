import type { CaughtMail } from "../../ports/mailer.ts";
import { escapeHtml, pageFrame } from "./frame.ts";

/** The demo's post office: what would have been sent. */
export function mailPage(mails: readonly CaughtMail[]): string {
  const items = mails.map(
    ({ to, subject, text }) =>
      `<article><h2>${escapeHtml(subject)}</h2><p class="quiet">to ${escapeHtml(to)}</p><pre dir="auto">${linked(text)}</pre></article>`,
  );
  return pageFrame({
    title: "Demo mail",
    body: `<aside aria-label="About this page"><p class="demo">Demo: these mails were caught here and sent to nobody.</p></aside>
<header><h1>Demo mail</h1></header><main id="main">${items.join("") || "<p>No mail yet. One comes when an agent answers a ticket, or when you ask for a sign-in link.</p>"}</main>`,
  });
}

function linked(text: string): string {
  return escapeHtml(text).replace(/https?:\/\/[^\s&]+/g, (url) => `<a href="${url}">${url}</a>`);
}
