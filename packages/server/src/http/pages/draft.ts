import { type Finding, type RunnablePolicy, renderPage } from "@troth/policy";
import { escapeHtml, POLICY_LANGUAGE, pageFrame } from "./frame.ts";

export type DraftPage = {
  readonly name: string;
  readonly runnable: RunnablePolicy | null;
  readonly findings: readonly Finding[];
  /** The instant it is read at. */
  readonly at: number;
};

/** The support page as a draft would have it; with errors in it, what the compiler found. */
export function draftPage({ name, runnable, findings, at }: DraftPage, format: "html" | "md"): string {
  if (format === "md") {
    return runnable ? renderPage(runnable.policy, { format, publishedAt: at }) : findingsText(findings);
  }
  const title = `Draft: ${runnable?.policy.title ?? name}`;
  const body = runnable ? renderPage(runnable.policy, { format, publishedAt: at }) : findingsList(findings);
  return pageFrame({
    title,
    locale: POLICY_LANGUAGE,
    body: `<aside aria-label="About this page"><p class="demo">This is the draft “${escapeHtml(name)}”. It is not published, and only administrators of the desk can read it.</p></aside>
<main id="main">${body}</main>`,
  });
}

function findingsText(findings: readonly Finding[]): string {
  const lines = findings.map(
    ({ file, line, column, message, mend }) => `- ${file}:${line}:${column} ${message} ${mend}\n`,
  );
  return `This draft has errors, so it has no page yet.\n\n${lines.join("")}`;
}

function findingsList(findings: readonly Finding[]): string {
  const items = findings.map(
    ({ file, line, column, message, mend }) =>
      `<li><strong>${escapeHtml(`${file}:${line}:${column}`)}</strong> ${escapeHtml(message)} ${escapeHtml(mend)}</li>`,
  );
  return `<h1>This draft has errors</h1><p>It has a page as soon as they are mended.</p><ul>${items.join("\n")}</ul>`;
}
