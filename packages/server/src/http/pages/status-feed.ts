import type { Workspace } from "../../ports/store.ts";
import type { Status } from "../../verbs/incident/read-incidents.ts";
import { presentStatus } from "../present/incident.ts";
import { escapeHtml } from "./frame.ts";
import { STATUS_WORDS } from "./status-words.ts";

/** XML 1.0 knows fewer characters than a text may hold; those it does not know would break the whole feed. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const xml = (text: string): string => escapeHtml(text.replace(NOT_XML, "\uFFFD"));

/** The incidents as an Atom feed (RFC 4287): an entry an update, the newest first. */
export function statusFeed({ name, baseUrl }: Workspace, status: Status): string {
  const { open, ended, asOf } = presentStatus(status);
  const words = STATUS_WORDS.en;
  const entries = [...open, ...ended]
    .flatMap((incident) => incident.updates.map((update, at) => ({ incident, update, at })))
    .toSorted((a, b) => b.update.at.localeCompare(a.update.at));
  const items = entries.map(
    ({ incident: { number, title }, update: { at: updated, state, text }, at }) =>
      `<entry><id>${xml(`${baseUrl}/status#incident-${number}.${at + 1}`)}</id><title>${xml(`${words.states[state]}: ${title}`)}</title><updated>${updated}</updated><link href="${xml(`${baseUrl}/status#incident-${number}`)}"/><content type="text">${xml(text)}</content></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${xml(`${baseUrl}/status`)}</id><title>${xml(words.title(name))}</title><updated>${entries[0]?.update.at ?? asOf}</updated><author><name>${xml(name)}</name></author><link rel="self" href="${xml(`${baseUrl}/v1/status/atom`)}"/><link href="${xml(`${baseUrl}/status`)}"/>
${items.join("\n")}
</feed>
`;
}
