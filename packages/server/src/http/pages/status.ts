import type { Incident, Status } from "@troth/contract";
import type { Workspace } from "../../ports/store.ts";
import { escapeHtml, pageFrame } from "./frame.ts";
import type { PageLocale } from "./page-locale.ts";
import { type Times, timesIn } from "./status-times.ts";
import { STATUS_WORDS } from "./status-words.ts";

export type StatusPage = {
  readonly workspace: Workspace;
  readonly status: Status;
  /** Zone of the vendor's own hours; null where they are nowhere. */
  readonly zone: string | null;
  readonly locale: PageLocale;
};

/** An ended incident says its end in this many characters; the rest is in the feed. */
const MOST_OF_AN_END = 280;

/** What is wrong now and what was lately: no JavaScript, 30 kB at most, in UTC and the vendor's zone (look.md I). */
export function statusPage({ workspace, status, zone, locale }: StatusPage): string {
  const words = STATUS_WORDS[locale];
  const say = timesIn(locale, zone);
  const title = words.title(workspace.name);
  const { open, ended } = status;
  const standing = open.length === 0 ? words.allWell : words.openCount(open.length);
  return pageFrame({
    title,
    locale,
    style: STYLE,
    body: `<header><h1>${escapeHtml(title)}</h1>
<p class="stand" data-open="${open.length}">${standing}</p><p class="quiet">${words.asOf(say.whole(status.asOf))}</p></header>
<main id="main">${shownOpen(open)
      .map((one) => openIncident(one, status.asOf, { locale, say }))
      .join("")}
<h2>${words.ended}</h2>
${ended.length === 0 ? `<p>${words.noneEnded}</p>` : `<ul class="ended">${ended.map((one) => endedIncident(one, { locale, say })).join("")}</ul>`}
</main>
<footer><nav aria-label="${words.feeds}"><ul><li><a href="/v1/status/atom">${words.atom}</a></li><li><a href="/v1/status">${words.json}</a></li><li><a href="/portal/">${words.follow}</a></li><li><a href="/support">${words.policy}</a></li></ul></nav></footer>`,
  });
}

type Told = { readonly locale: PageLocale; readonly say: Times };

/** The whole page stays within 30 kB: of each open incident the last words, fewer where many are open. */
function shownOpen(open: readonly Incident[]): Incident[] {
  const each = open.length > 2 ? 1 : 4;
  const most = open.length > 2 ? 800 : 1_600;
  return open.slice(0, 10).map((one) => ({
    ...one,
    updates: one.updates.slice(-each).map((update) => ({ ...update, text: cut(update.text, most) })),
  }));
}

function openIncident(incident: Incident, asOf: string, { locale, say }: Told): string {
  const words = STATUS_WORDS[locale];
  const { number, title, nextUpdateBy, updates } = incident;
  const due =
    nextUpdateBy === null
      ? ""
      : `<p><strong>${(nextUpdateBy > asOf ? words.nextBy : words.nextWasDue)(say.whole(nextUpdateBy))}</strong></p>`;
  const told = updates
    .toReversed()
    .map(
      ({ at, state, text }) =>
        `<li><p class="quiet">${say.whole(at)}</p><div dir="auto"><strong>${words.states[state]}.</strong> ${prose(text)}</div></li>`,
    );
  return `<article aria-labelledby="incident-${number}"><h2 id="incident-${number}" dir="auto">${escapeHtml(title)}</h2>
<p>${placesOf(incident, locale)}, ${words.since(say.whole(incident.declaredAt))}</p>${due}<ol>${told.join("")}</ol></article>`;
}

function endedIncident(incident: Incident, { locale, say }: Told): string {
  const words = STATUS_WORDS[locale];
  const { title, declaredAt, resolvedAt, updates } = incident;
  const text = cut(updates.at(-1)?.text ?? "", MOST_OF_AN_END);
  const cause =
    incident.causeAt === null
      ? ""
      : `<p><a href="/status/incidents/${incident.number}/cause">${words.cause(say.short(incident.causeAt))}</a></p>`;
  return `<li><strong dir="auto">${escapeHtml(title)}</strong><p class="quiet">${placesOf(incident, locale)}, ${words.span(say.short(declaredAt), say.short(resolvedAt ?? declaredAt))}</p><div dir="auto">${prose(text)}</div>${cause}</li>`;
}

function placesOf({ regions, components }: Incident, locale: PageLocale): string {
  const where = regions.length === 0 ? STATUS_WORDS[locale].everywhere : regions.join(", ");
  return escapeHtml([where, ...components].join(", "));
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).trimEnd()}…`;
}

/** What somebody wrote, as paragraphs and nothing else. */
function prose(text: string): string {
  return escapeHtml(text).replace(/\r?\n/g, "<br>");
}

const STYLE = `
.stand{font-size:20px;line-height:28px;margin:0 0 4px}.stand:not([data-open="0"]){font-weight:600}
article{background:var(--sheet);border:1px solid var(--edge);border-radius:6px;padding:8px 16px;margin-bottom:24px}
article h2{margin:8px 0}article ol,.ended{list-style:none;padding:0}li{margin-bottom:16px;overflow-wrap:anywhere}li p{margin:0}
`.replace(/\n/g, "");
