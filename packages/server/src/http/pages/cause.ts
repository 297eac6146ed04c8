import type { CauseVersion, PublicCause } from "@troth/contract";
import { DOCUMENT_SECTIONS } from "@troth/core";
import type { z } from "zod";
import type { Workspace } from "../../ports/store.ts";
import { CAUSE_WORDS } from "./cause-words.ts";
import { escapeHtml, pageFrame } from "./frame.ts";
import type { PageLocale } from "./page-locale.ts";
import { proseHtml } from "./prose.ts";
import { type Times, timesIn } from "./status-times.ts";

export type CausePage = {
  readonly workspace: Workspace;
  readonly cause: z.infer<typeof PublicCause>;
  /** Zone of the vendor's own hours; null where they are nowhere. */
  readonly zone: string | null;
  readonly locale: PageLocale;
};

/** The root cause of an incident for everybody: the same words its customers read, newest first, earlier ones folded. */
export function causePage({ workspace, cause, zone, locale }: CausePage): string {
  const words = CAUSE_WORDS[locale];
  const say = timesIn(locale, zone);
  const title = words.ofIncident(cause.incident.title);
  const [newest, ...earlier] = cause.versions.toReversed();
  const folded = earlier.map((version) => {
    const head = words.version(version.nth, say.text(version.at), "");
    return `<details><summary>${escapeHtml(head)}</summary>${versionHtml(version, "h3", { locale, say })}</details>`;
  });
  return pageFrame({
    title,
    locale,
    style: STYLE,
    body: `<header><h1 dir="auto">${escapeHtml(title)}</h1><p class="quiet">${escapeHtml(workspace.name)}</p></header>
<main id="main">${newest === undefined ? "" : versionHtml(newest, "h2", { locale, say })}
${folded.length === 0 ? "" : `<h2>${words.earlier}</h2>${folded.join("")}`}</main>
<footer><nav><a href="/status">${words.status}</a></nav></footer>`,
  });
}

function versionHtml(
  { nth, at, change, isErased, sections }: z.infer<typeof CauseVersion>,
  heading: "h2" | "h3",
  { locale, say }: Pick<CausePage, "locale"> & { readonly say: Times },
): string {
  const words = CAUSE_WORDS[locale];
  const line = change === null ? "" : `<p dir="auto">${escapeHtml(words.changed(change))}</p>`;
  const parts = DOCUMENT_SECTIONS.map(
    (part) =>
      `<${heading}>${words.sections[part]}</${heading}><div class="said" dir="auto">${proseHtml(sections[part], besideUtc(say))}</div>`,
  );
  return `<p class="quiet">${escapeHtml(words.version(nth, say.text(at), ""))}</p>${line}${isErased ? `<p>${words.erased}</p>` : parts.join("")}`;
}

/** What was typed in UTC, and the vendor's own time beside it. */
function besideUtc(say: Times): (at: string, typed: string) => string {
  return (at, typed) => {
    const there = say.there(at);
    return there === null ? typed : `${typed} (${there})`;
  };
}

const STYLE =
  "main h2{font-size:20px;line-height:28px;margin:32px 0 8px}.said{overflow-wrap:anywhere;margin:0 0 16px}h1{overflow-wrap:anywhere}summary{cursor:pointer;padding:4px 0}@media print{main{max-width:none;padding:0}details{display:none}}";
