import { renderDifference } from "@troth/policy";
import type { PublishedPolicy } from "../../ports/store.ts";
import type { PolicyChanges } from "../../verbs/policy/policy-changes.ts";
import { escapeHtml, foreignText, pageFrame } from "./frame.ts";
import type { PageLocale } from "./page-locale.ts";

type Words = {
  readonly title: (to: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly first: string;
  readonly page: (version: string) => string;
  readonly others: string;
  readonly compare: (version: string) => string;
  readonly note: string;
};

const WORDS: Readonly<Record<PageLocale, Words>> = {
  en: {
    title: (to) => `What changed in version ${to}`,
    between: (from, to) => `From version ${from} to version ${to}, as customers see it.`,
    first: "This is the first version, so nothing changed before it.",
    page: (version) => `The support policy, version ${version}`,
    others: "Against another version",
    compare: (version) => `What changed since version ${version}`,
    note: "Note of the publication:",
  },
  de: {
    title: (to) => `Was sich mit Version ${to} ändert`,
    between: (from, to) => `Von Version ${from} zu Version ${to}, aus Sicht der Kunden.`,
    first: "Dies ist die erste Version; vor ihr hat sich nichts geändert.",
    page: (version) => `Die Support-Richtlinie, Version ${version}`,
    others: "Im Vergleich zu einer anderen Version",
    compare: (version) => `Was sich seit Version ${version} geändert hat`,
    note: "Anmerkung zur Veröffentlichung:",
  },
};

/** What a version changed, for anybody. Nothing of it is typed by hand: it is the difference of the compiled policies. */
export function changesPage(shown: PolicyChanges, locale: PageLocale): string {
  const { to, from, versions } = shown;
  const words = WORDS[locale];
  const title = words.title(to.version);
  return pageFrame({
    title,
    locale,
    body: `<main id="main"><header><h1>${escapeHtml(title)}</h1>
<p>${from === null ? words.first : escapeHtml(words.between(from.version, to.version))} ${publishedOn(to, locale)}</p>
${to.note === null ? "" : `<p>${words.note} ${foreignText(to.note, locale)}</p>`}</header>
${from === null ? "" : renderDifference(shown.changes, { format: "html", locale })}</main>
<footer><p><a href="/support/${encodeURIComponent(to.version)}">${escapeHtml(words.page(to.version))}</a></p>
${others(to, from, versions, words)}</footer>`,
    style: STYLE,
  });
}

/** The same as Markdown. */
export function changesMarkdown({ to, from, changes }: PolicyChanges, locale: PageLocale): string {
  const words = WORDS[locale];
  const head = `# ${words.title(to.version)}\n\n${from === null ? words.first : words.between(from.version, to.version)}\n`;
  return from === null ? head : `${head}\n${renderDifference(changes, { format: "md", locale })}`;
}

/** Every other version can be set against this one. */
function others(
  to: PublishedPolicy,
  from: PublishedPolicy | null,
  versions: readonly PublishedPolicy[],
  words: Words,
): string {
  const links = versions
    .filter(({ version }) => version !== to.version && version !== from?.version)
    .map(({ version }) => {
      const href = `/support/${encodeURIComponent(to.version)}/changes?from=${encodeURIComponent(version)}`;
      return `<li><a href="${href}">${escapeHtml(words.compare(version))}</a></li>`;
    });
  return links.length === 0 ? "" : `<h2>${words.others}</h2><ul>${links.join("")}</ul>`;
}

const TAGS: Readonly<Record<PageLocale, string>> = { en: "en-GB", de: "de" };

function publishedOn({ publishedAt }: PublishedPolicy, locale: PageLocale): string {
  const on = new Intl.DateTimeFormat(TAGS[locale], {
    dateStyle: "full",
    timeStyle: "short",
    timeZone: "UTC",
  }).format(publishedAt);
  return `<time datetime="${new Date(publishedAt).toISOString()}">${on} UTC</time>`;
}

const STYLE = "main header{padding-left:0;padding-right:0}";
