import type { ReactNode } from "react";
import { counted } from "../plural.ts";
import { rich } from "../rich.ts";

const tickets = (count: number) => counted("en", count, "ticket", "tickets");
const organisations = (count: number) => counted("en", count, "organisation", "organisations");

/** Words of root-cause documents, for customers and the desk. */
export const cause = {
  rootCause: "Root cause",
  parts: {
    happened: "What happened",
    impact: "Impact",
    cause: "Cause",
    changed: "What we changed",
  },
  // ——— customers
  ofTicket: (number: number) => `Root cause of ticket ${number}`,
  ofIncident: (title: ReactNode) => rich`Root cause of the incident “${title}”`,
  askedSince: (when: ReactNode) =>
    rich`The root cause is asked for since ${when}. Its people hear by mail when it is published.`,
  ask: "Ask for the root cause",
  askHint: "The ticket stays ended. You hear by mail when the account of the cause is published.",
  asked: "The root cause is asked for.",
  published: (nth: number, when: ReactNode) => rich`Version ${nth}, published ${when}`,
  publishedBy: (nth: number, when: ReactNode, by: ReactNode) =>
    rich`Version ${nth}, published ${when} by ${by}`,
  read: "Read it",
  fold: "Fold it",
  asPage: "Open as a page",
  print: "Print",
  download: "Download as Markdown",
  saved: (file: string) => `${file} was saved.`,
  changedSince: (line: ReactNode) => rich`What changed since the version before: ${line}`,
  earlier: "Earlier versions",
  erased: "The author of this version was erased, and the text with them.",
  toTicket: (number: number) => `Ticket ${number}`,
  toIncident: (number: number) => `Incident ${number}`,
  // ——— the desk
  documents: "Documents",
  intro:
    "Root-cause documents: what happened, its impact, its cause and what you changed. A draft is the desk's alone; published, the customers of its tickets read it.",
  askedFor: "Asked for and not published",
  noneAsked: "Nobody waits for a root cause.",
  since: (when: ReactNode) => rich`since ${when}`,
  inIncident: (number: number) => `part of incident ${number}`,
  drafts: "Drafts",
  noDrafts: "No draft. Begin one on a ticket or on an incident.",
  publishedOnes: "Published",
  nonePublished: "None yet.",
  aboutTicket: (number: number, subject: string) => `Ticket ${number}: ${subject}`,
  aboutIncident: (number: number, title: string) => `Incident ${number}: ${title}`,
  draftBy: (by: ReactNode, when: ReactNode) => rich`draft of ${by}, saved ${when}`,
  onStatusPage: "also on the status page",
  back: "All documents",
  write: "Write the root cause",
  writeNext: "Write the next version",
  open: "Open the document",
  panelAsked: (when: ReactNode) => rich`The customer asks for the root cause since ${when}.`,
  decline: "Decline",
  declineTitle: "Decline to write the root cause",
  declineText: "The wish ends. Its people read your reason in the conversation and by mail.",
  declined: "Declined. Its people read why.",
  draftLabel: "Draft",
  newDraft: "New draft",
  partHints: {
    happened: "With times. A time such as 2026-07-06 14:45 UTC is shown in each reader's own zone.",
    impact: "Whom it touched, and how; if nobody, say that.",
    cause: "Why it happened, or that it is not known yet.",
    changed: "What you changed so that it does not come back.",
  },
  markdown: "Markdown, as in messages. Nothing is public until you publish it.",
  save: "Save draft",
  saving: "Saving.",
  draftSaved: "Draft saved.",
  dropDraft: "Drop the draft",
  dropped: "Draft dropped.",
  writeFirst: "Write at least one word first.",
  conflict: "Somebody saved this document while you wrote",
  conflictText:
    "What they wrote stands under each field. Yours is still in the fields: publish or save it over theirs, or take theirs.",
  theirs: "Saved meanwhile",
  takeTheirs: "Take theirs",
  publish: "Publish",
  change: "What changed since the version before",
  changeHint: "One line; customers read it beside the date.",
  statusTick: "Also on the public status page",
  statusHint:
    "Everybody reads it there, in the same words. Without the tick it is not there, also if it was.",
  effect: "Who reads it",
  effectOf: (count: number, from: number) =>
    count === 0
      ? "No ticket is part of it, so nobody is told."
      : `${tickets(count)} of ${organisations(from)}: each shows it, and its people get one mail. It cannot be taken back; a later version can say more.`,
  effectPublic: "Everybody, on the status page.",
  theyRead: "By mail they read, each in their own language",
  missingParts: (parts: string) => `Still to write before it can be published: ${parts}.`,
  missingChange: "Say first what changed.",
  publishNow: (nth: number) => (nth === 1 ? "Publish it" : `Publish version ${nth}`),
  publishing: "Publishing.",
  publishedNow: "Published. Each ticket is told; that takes a moment.",
  versions: "Published versions",
  readTickets: "Tickets whose customers read it",
  moreTickets: (count: number) => `and ${tickets(count)} more`,
  mergedNow: "This ticket was merged. Write about the one it was merged into.",
};
