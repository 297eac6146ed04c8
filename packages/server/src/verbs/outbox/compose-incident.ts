import { masked } from "@troth/secrets";
import { instantWords } from "../../catalogue/due-words.ts";
import type { OutboxBody } from "../../ports/store.ts";
import type { Ctx, Scene } from "../context.ts";
import { loadTicketById } from "../ticket/load-ticket.ts";
import { saveTicket } from "../ticket/save-ticket.ts";
import { mailFor } from "./masks.ts";

type Words = { readonly subject: string; readonly text: string; readonly html: string };
type Reader = { readonly name: string };

/** One update for one follower, in their language. */
export async function incidentUpdateMail(
  ctx: Ctx,
  { tx }: Scene,
  { body, name }: { body: OutboxBody } & Reader,
): Promise<Words | null> {
  const incident = await tx.incidents.find(Number(body["incident"]), "look");
  const update = incident?.updates.find(({ seq }) => seq === body["seq"]);
  if (!incident || !update) return null;
  const person = String(body["person"]);
  const preference = await tx.preferences.find(person);
  const isFollower = (await tx.incidents.followedBy(person)).has(incident.number);
  // Who follows asked for it; who only has a ticket in it may want no mail at all.
  if (!isFollower && preference?.mail === "none") return null;
  const locale = body["locale"] === "de" ? "de" : "en";
  const zone = typeof body["zone"] === "string" ? body["zone"] : null;
  const { nextUpdateBy, version } = incident;
  const isNewest = version === update.seq;
  return mailFor(locale, "incident-update", {
    ...titled(ctx, incident),
    name,
    state: update.state,
    text: masked(update.text),
    at: instantWords(locale, zone, update.at),
    nextUpdateBy: isNewest && nextUpdateBy !== null ? instantWords(locale, zone, nextUpdateBy) : null,
  });
}

/**
 * Asks the customer of a linked ticket whether all is well: an event on the ticket, once. False for a ticket that
 * ended or left the incident meanwhile.
 */
export async function askAtEnd(ctx: Ctx, scene: Scene, body: OutboxBody): Promise<boolean> {
  const incident = await scene.tx.incidents.find(Number(body["incident"]), "look");
  const loaded = await loadTicketById(scene, String(body["ticket"]));
  const endedAt = incident?.resolvedAt ?? null;
  if (!incident || !loaded || endedAt === null || loaded.stored.incident !== incident.number) return false;
  const { state } = loaded.stored;
  const isAsked = loaded.log.some(
    ({ event }) => event.kind === "incident.ended" && event.incident === incident.number,
  );
  if (isAsked) return true;
  if (state === "resolved" || state === "closed" || state === "merged") return false;
  const event = { kind: "incident.ended", incident: incident.number, endedAt } as const;
  await saveTicket(ctx, scene, loaded, [{ actor: { kind: "system", id: null }, event }]);
  return true;
}

type Asked = {
  readonly body: OutboxBody;
  readonly about: {
    readonly link: string;
    readonly name: string;
    readonly number: string;
    readonly subject: string;
  };
  readonly reader: { readonly locale: "en" | "de"; readonly zone: string | null };
};

/** The same question by mail. */
export async function incidentEndedMail(
  ctx: Ctx,
  { tx }: Scene,
  { body, about, reader: { locale, zone } }: Asked,
): Promise<Words | null> {
  const incident = await tx.incidents.find(Number(body["incident"]), "look");
  if (!incident || incident.resolvedAt === null) return null;
  return mailFor(locale, "incident-ended", {
    ...titled(ctx, incident),
    ...about,
    text: masked(incident.updates.at(-1)?.text ?? ""),
    at: instantWords(locale, zone, incident.resolvedAt),
  });
}

function titled({ workspace }: Ctx, { title }: { readonly title: string }) {
  return { title: masked(title), workspace: workspace.name, link: `${workspace.baseUrl}/status` };
}
