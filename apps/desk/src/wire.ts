import type { components } from "@troth/sdk";

type Schemas = components["schemas"];

export type AgentMe = Schemas["AgentMe"];
export type Agent = Schemas["Agent"];
/** A row and when the desk counted what is left of its time. */
export type QueueRow = Schemas["QueueRow"] & { readonly asOf: string };
export type DeskTicket = Schemas["DeskTicket"];
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
export type Finding = Schemas["Finding"];
export type Project = Schemas["Project"];

/** Views of the queue, in the order of the tabs. */
export const VIEWS = ["all", "mine", "unassigned", "late", "waiting", "handed-on"] as const;
export type View = (typeof VIEWS)[number];

export function isView(text: string): text is View {
  return VIEWS.some((view) => view === text);
}
