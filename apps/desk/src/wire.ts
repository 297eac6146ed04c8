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
export type Project = Schemas["Project"];

/** Views of the queue, in the order of the tabs. */
export const VIEWS = ["all", "mine", "unassigned", "late", "waiting", "handed-on"] as const;
export type View = (typeof VIEWS)[number];

export function isView(text: string): text is View {
  return VIEWS.some((view) => view === text);
}
