import { renderPage } from "@troth/policy";
import type { PublishedPolicy, Workspace } from "../../ports/store.ts";
import type { Shelved } from "../../verbs/policy-shelf.ts";
import { escapeHtml, POLICY_LANGUAGE, pageFrame } from "./frame.ts";

export type SupportPage = {
  readonly workspace: Workspace;
  readonly shelved: Shelved;
  readonly current: string;
  readonly versions: readonly PublishedPolicy[];
  /** Calendars of the version in force. */
  readonly calendars: readonly { readonly id: string; readonly name: string }[];
};

/** The page of one version without what is around it, as letters or as Markdown. */
export function supportText(
  { shelved, versions }: Pick<SupportPage, "shelved" | "versions">,
  format: "html" | "md",
): string {
  const { published, runnable } = shelved;
  const { version, publishedAt } = published;
  const isFirst = versions.at(-1)?.version === version;
  const links = isFirst ? [] : [{ id: "changes", label: "What changed", href: changesOf(version) }];
  return renderPage(runnable.policy, { format, publishedAt, links });
}

function changesOf(version: string): string {
  return `/support/${encodeURIComponent(version)}/changes`;
}

/** The public support page, made from the same compiled policy that the desk runs (P001, P002). */
export function supportPage({ workspace, shelved, current, versions, calendars }: SupportPage): string {
  const { published, runnable } = shelved;
  const body = supportText({ shelved, versions }, "html");
  const isOld = published.version !== current;
  return pageFrame({
    title: `${runnable.policy.title}, version ${published.version}`,
    locale: POLICY_LANGUAGE,
    body: `<aside aria-label="About this page">${workspace.isDemo ? `<p class="demo">Demo: “${escapeHtml(workspace.name)}” is made up, and so are its customers. The policy is the bundled one.</p>` : ""}
${isOld ? `<p class="demo">This is version ${escapeHtml(published.version)}, no longer in force. <a href="/support">Version ${escapeHtml(current)} is.</a></p>` : ""}
</aside>
<main id="main">${body}</main>
<footer>
<p>${inForce(published)}</p>
${calendars.length === 0 ? "" : `<h2>Calendars</h2><ul>${calendars.map(calendarLine).join("")}</ul>`}
<h2>All versions</h2>
<ul>${versions.map((version, at) => versionLine(version, current, at === versions.length - 1)).join("")}</ul>
</footer>`,
  });
}

function calendarLine({ id, name }: SupportPage["calendars"][number]): string {
  return `<li><a href="/support/calendars/${encodeURIComponent(id)}">${escapeHtml(name)}</a>, the year in open hours, holidays and special days</li>`;
}

function inForce({ version, publishedAt }: PublishedPolicy): string {
  return `Version ${escapeHtml(version)}, published <time datetime="${new Date(publishedAt).toISOString()}">${day(publishedAt)}</time>.`;
}

function versionLine({ version, publishedAt }: PublishedPolicy, current: string, isFirst: boolean): string {
  const mark = version === current ? " (in force)" : "";
  const iso = new Date(publishedAt).toISOString();
  return `<li><a href="/support/${encodeURIComponent(version)}">${escapeHtml(version)}</a>, published <time datetime="${iso}">${day(publishedAt)}</time>${mark}${isFirst ? "" : `, <a href="${changesOf(version)}">what changed</a>`}</li>`;
}

const DAY = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

function day(at: number): string {
  return `${DAY.format(at)} UTC`;
}
