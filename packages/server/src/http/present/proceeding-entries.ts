import type { LoggedTicketEvent, ProceedingEvent } from "@troth/core";
import type { Policy } from "@troth/policy";
import { wireInstant } from "./instant.ts";
import { named } from "./policy.ts";
import { itemsIn } from "./proceedings.ts";

type Entry = { from: string | null; to: string | null; reason: string | null };

/** What an entry is made with: names of people, and texts opened with the key of who wrote them. */
export type EntryWords = {
  readonly policy: Policy;
  readonly nameOf: (id: string | null) => string;
  readonly textOf: (sealed: string | null) => string | null;
};

const NOTHING: Entry = { from: null, to: null, reason: null };

/** The timeline's words for what happened around the conversation: `to` names the new state or person. */
export function proceedingEntry(
  { event }: LoggedTicketEvent & { readonly event: ProceedingEvent },
  { policy, nameOf, textOf }: EntryWords,
): Entry {
  const severity = (id: string | null) => (id === null ? null : named(policy.severities, id).name);
  switch (event.kind) {
    case "follower.added":
    case "follower.removed":
      return { ...NOTHING, to: nameOf(event.person) };
    case "ticket.restricted":
      return { ...NOTHING, to: event.isRestricted ? "restricted" : "open" };
    case "disagreement.opened":
      return { from: severity(event.severity), to: severity(event.wants), reason: textOf(event.text) };
    case "disagreement.owned":
      return { ...NOTHING, from: event.why ?? null, to: event.owner === null ? null : nameOf(event.owner) };
    case "disagreement.advice-asked":
    case "disagreement.advice-lapsed":
      return { ...NOTHING, to: event.leads.map(nameOf).join(", ") };
    case "disagreement.advised":
    case "video.asked":
    case "video.declined":
    case "video.cancelled":
    case "cause.declined":
      return { ...NOTHING, reason: textOf(event.text) };
    case "disagreement.ended":
      return { from: event.result, to: severity(event.severity), reason: textOf(event.text) };
    case "ticket.worsened":
      return { from: severity(event.from), to: severity(event.to), reason: textOf(event.text) };
    case "word.given":
      return {
        from: event.from === undefined ? null : wireInstant(event.from),
        to: wireInstant(event.by),
        reason: textOf(event.text),
      };
    case "word.handed":
      return { ...NOTHING, from: event.why, to: event.to === null ? null : nameOf(event.to) };
    case "word.reminded":
    case "word.kept":
    case "word.missed":
      return { ...NOTHING, to: wireInstant(event.by) };
    case "information.asked":
      return { ...NOTHING, reason: itemsIn(textOf(event.items)).join(", ") };
    case "information.reminded":
      return {
        from: String(event.nth),
        to: event.closesAt === null ? null : wireInstant(event.closesAt),
        reason: null,
      };
    case "ticket.closed":
      return { ...NOTHING, from: wireInstant(event.since), reason: event.why };
    case "video.granted":
      return { ...NOTHING, to: wireInstant(event.slot.startsAt), reason: String(event.slot.minutes) };
    case "ticket.linked":
    case "ticket.unlinked":
      return { ...NOTHING, to: String(event.to), reason: event.relation };
    case "consent.given":
      return { from: event.projects.join(", "), to: wireInstant(event.until), reason: null };
    case "consent.used":
      return { ...NOTHING, to: event.project, reason: textOf(event.text) };
    case "ticket.rated":
      return { ...NOTHING, to: event.isGood ? "good" : "bad", reason: textOf(event.text) };
    case "ticket.hidden":
      return { ...NOTHING, to: wireInstant(event.until) };
    case "cause.asked":
      return { ...NOTHING, from: wireInstant(event.since) };
    case "cause.published":
      return {
        from: event.document,
        to: String(event.nth),
        reason: event.incident === null ? null : String(event.incident),
      };
    case "word.withdrawn":
    case "consent.withdrawn":
    case "lead.answered":
    case "ticket.shown":
      return NOTHING;
  }
}
