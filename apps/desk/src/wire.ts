import type { components } from "@troth/sdk";

type Schemas = components["schemas"];

export type AgentMe = Schemas["AgentMe"];
export type Agent = Schemas["Agent"];
/** A row and when the desk counted what is left of its time. */
export type QueueRow = Schemas["QueueRow"] & { readonly asOf: string };
export type DeskTicket = Schemas["DeskTicket"];
export type DeskOrganisation = Schemas["DeskOrganisation"];
/** An objection to a severity that has not ended. */
export type Objection = NonNullable<DeskTicket["proceedings"]["disagreement"]>;
/** A wish for a video chat, or the one that is set. */
export type Video = NonNullable<DeskTicket["proceedings"]["video"]>;
export type DeskPolicy = Schemas["DeskPolicy"];
export type DeskMessage = Schemas["DeskMessage"];
export type AssessPreview = Schemas["AssessPreview"];
export type WriteReply = Schemas["WriteReply"];
/** Spans of wall-clock times, from and to; the client's types know no pairs. */
export type Hours = readonly (readonly string[])[];
export type CalendarDay = Omit<Schemas["CalendarDay"], "hours" | "breaks"> & {
  readonly hours: Hours;
  readonly breaks: readonly { readonly name: string | null; readonly hours: Hours }[];
};
export type CalendarYear = Omit<Schemas["CalendarYear"], "days" | "week"> & {
  readonly week: readonly { readonly day: string; readonly hours: Hours }[];
  readonly days: readonly CalendarDay[];
};
export type PolicyTried = Schemas["PolicyTried"];
export type PolicyChange = Schemas["PolicyChange"];
export type PolicyDraft = Schemas["PolicyDraft"];
export type PolicyDraftRead = Schemas["PolicyDraftRead"];
export type PolicyReplay = Schemas["PolicyReplay"];
export type PolicyVersion = Schemas["PolicyVersion"];
export type Recompute = Schemas["Recompute"];
export type ConductCase = Schemas["ConductCase"];
export type WholeCase = Schemas["WholeConductCase"];
export type IncidentState = Schemas["Incident"]["state"];
export type DeskIncident = Schemas["DeskIncident"];
export type IncidentList = Schemas["IncidentList"];
export type WholeIncident = Schemas["WholeIncident"];
export type CauseSections = Schemas["CauseSections"];
export type DocumentHead = Schemas["DocumentHead"];
export type DocumentList = Schemas["DocumentList"];
export type WholeDocument = Schemas["WholeDocument"];
/** What a root-cause document is about. */
export type DocumentSubject = { readonly kind: "ticket" | "incident"; readonly number: number };
export type DeskRelease = Schemas["DeskRelease"];
export type WholeRelease = Schemas["WholeRelease"];
export type DeskWish = Schemas["DeskWish"];
export type WholeWish = Schemas["WholeWish"];
export type WishState = DeskWish["state"];
export type Finding = Schemas["Finding"];
export type Project = Schemas["Project"];

/** Views of the queue, in the order of the tabs. */
export const VIEWS = [
  "all",
  "mine",
  "unassigned",
  "late",
  "waiting",
  "asked",
  "followed",
  "hidden",
  "handed-on",
] as const;
/** One of them, or the tickets of one incident. */
export type View = (typeof VIEWS)[number] | `incident-${number}`;

export function isView(text: string): text is View {
  return VIEWS.some((view) => view === text) || /^incident-[1-9]\d{0,8}$/.test(text);
}

export function viewOfIncident(number: number): View {
  return `incident-${number}`;
}

/** The queue's own view that this is; all open ones for an incident's. */
export function queueViewIn(view: View): (typeof VIEWS)[number] {
  return VIEWS.find((one) => one === view) ?? "all";
}

/** Number of the incident that a view is of; null for the queue's own views. */
export function incidentIn(view: View): number | null {
  const number = /^incident-(\d+)$/.exec(view)?.[1];
  return number === undefined ? null : Number(number);
}
