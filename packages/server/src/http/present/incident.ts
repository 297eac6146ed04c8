import type {
  DeskIncident,
  Incident,
  OwnIncident as OwnIncidentWire,
  Status as StatusWire,
  TicketIncident,
  WholeIncident as WholeIncidentWire,
} from "@troth/contract";
import { masked } from "@troth/secrets";
import type { z } from "zod";
import type { IncidentFigures, ToldIncident } from "../../ports/incidents.ts";
import type { Vault } from "../../ports/vault.ts";
import type {
  IncidentDesk,
  OwnIncident,
  Status,
  WholeIncident,
} from "../../verbs/incident/read-incidents.ts";
import { ERASED, openText } from "../../verbs/person/keys.ts";
import type { QueueCounts } from "../../verbs/ticket/read-queue.ts";
import { presentDocumentHead } from "./document.ts";
import { wireInstant } from "./instant.ts";

const maybe = (at: number | null): string | null => (at === null ? null : wireInstant(at));

/** An incident as everybody may read it; a secret that slipped into a public word is masked like any other. */
export function presentIncident(told: ToldIncident): Incident {
  const { number, title, components, regions, state } = told;
  return {
    number,
    title: masked(title),
    components: [...components],
    regions: [...regions],
    state,
    declaredAt: wireInstant(told.declaredAt),
    changedAt: wireInstant(told.changedAt),
    resolvedAt: maybe(told.resolvedAt),
    nextUpdateBy: maybe(told.nextUpdateBy),
    updates: told.updates.map(({ at, state: stood, text }) => ({
      at: wireInstant(at),
      state: stood,
      text: masked(text),
    })),
    causeAt: maybe(told.causeAt),
  };
}

export function presentStatus({ open, ended, asOf }: Status): z.infer<typeof StatusWire> {
  return { asOf: wireInstant(asOf), open: open.map(presentIncident), ended: ended.map(presentIncident) };
}

export function presentOwnIncident(own: OwnIncident): z.infer<typeof OwnIncidentWire> {
  const { incident, isFollowed, projects } = own;
  return {
    ...presentIncident(incident),
    isFollowed,
    projects: projects.map(({ id, name, region }) => ({ id, name, region })),
  };
}

function presentReached(incident: ToldIncident, reached: IncidentFigures): z.infer<typeof DeskIncident> {
  return { ...presentIncident(incident), version: incident.version, reached: { ...reached } };
}

export function presentIncidentList({ incidents, regions, asOf }: IncidentDesk) {
  return {
    incidents: incidents.map(({ incident, figures }) => presentReached(incident, figures)),
    regions: regions.map((region) => ({ ...region })),
    asOf: wireInstant(asOf),
  };
}

export function presentWholeIncident(
  vault: Vault,
  { incident, figures, tickets, document }: WholeIncident,
): z.infer<typeof WholeIncidentWire> {
  return {
    ...presentReached(incident, figures),
    linked: tickets.map(({ number, subject, state, requester, organisationName: organisation }) => ({
      number,
      subject: openText(vault, requester, subject) ?? ERASED,
      state,
      organisation,
    })),
    document: document && presentDocumentHead(vault, document),
  };
}

/** What a ticket shows of its incident: how it stands, and the last word. */
export function presentTicketIncident(told: ToldIncident): z.infer<typeof TicketIncident> {
  const { number, title, regions, state, declaredAt, resolvedAt, nextUpdateBy, updates } =
    presentIncident(told);
  return {
    number,
    title,
    regions,
    state,
    declaredAt,
    resolvedAt,
    nextUpdateBy,
    update: updates.at(-1) ?? null,
  };
}

export function presentIncidentCounts(counted: QueueCounts["incidents"]) {
  return counted.map(({ incident: { number, title, regions }, count }) => ({
    number,
    title: masked(title),
    regions: [...regions],
    count,
  }));
}
