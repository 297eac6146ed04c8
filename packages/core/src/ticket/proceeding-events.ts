import type { Instant } from "@troth/policy";
import type { Sealed } from "../ids.ts";

/** Whom a person beside the requester stands for. */
export type Side = "customer" | "agent";

/** Why a ticket is shown to few: an agent or the customer asked for it, or the ground it was assessed on does. */
export type RestrictedFor = "ground" | "asked";

/** How an objection to a severity ended. */
export type DisagreementResult = "upheld" | "changed" | "taken-back";

export type Slot = { readonly startsAt: Instant; readonly minutes: number };

/** How one ticket stands to another; each has its other side. */
export type Relation =
  | "related"
  | "duplicate-of"
  | "has-duplicate"
  | "follow-up-of"
  | "has-follow-up"
  | "split-from"
  | "has-split-off"
  | "caused-by"
  | "cause-of";

/** Where something stood before, and since when: a merge brought it along. */
export type Brought = { readonly ticket: number; readonly at: Instant };

/** What happens around the conversation of a ticket: who takes part, who disagrees, what was asked and promised. */
export type ProceedingEvent =
  | { readonly kind: "follower.added"; readonly person: string; readonly side: Side }
  | { readonly kind: "follower.removed"; readonly person: string; readonly side: Side }
  | { readonly kind: "ticket.restricted"; readonly isRestricted: boolean; readonly why: RestrictedFor }
  /** The customer objects to the severity in force; the clock goes on (P083). */
  | {
      readonly kind: "disagreement.opened";
      readonly severity: string;
      /** What the customer thinks right; null when they leave that to us. */
      readonly wants: string | null;
      readonly owner: string | null;
      readonly text: Sealed;
      readonly brought?: Brought;
      /** Who assessed what is objected to, where that was on the ticket it comes from. */
      readonly assessor?: string | null;
    }
  | {
      readonly kind: "disagreement.owned";
      /** Null where nobody is left who could decide it. */
      readonly owner: string | null;
      /** Why nobody gave it away: its owner is an agent no more. */
      readonly why?: "deactivated";
    }
  | {
      readonly kind: "disagreement.advice-asked";
      readonly leads: readonly string[];
      readonly brought?: Brought;
    }
  /** Leads who were asked and left the desk before they said anything: others can be asked. */
  | { readonly kind: "disagreement.advice-lapsed"; readonly leads: readonly string[] }
  | { readonly kind: "disagreement.advised"; readonly text: Sealed; readonly brought?: Brought }
  | {
      readonly kind: "disagreement.ended";
      readonly result: DisagreementResult;
      readonly severity: string;
      readonly text: Sealed | null;
    }
  /** “It got worse”: a lead is asked, and the severity rises at once while nobody has assessed it. */
  | {
      readonly kind: "ticket.worsened";
      readonly from: string;
      readonly to: string;
      readonly isRaised: boolean;
      readonly text: Sealed;
      readonly dueFrom: Instant | null;
      readonly dueTo: Instant | null;
      /** As at an opening with that severity; absent in older logs, where they stay as they were. */
      readonly flags?: readonly string[];
      readonly businessImpact?: Sealed | null;
      readonly isBusinessImpactUnknown?: boolean;
      readonly brought?: Brought;
    }
  | { readonly kind: "lead.answered" }
  /** An agent's own word: the customer hears again by then, whatever there is to say. */
  | {
      readonly kind: "word.given";
      readonly by: Instant;
      readonly text: Sealed | null;
      /** When the word that it takes the place of was due; absent where none was open. */
      readonly from?: Instant;
      readonly brought?: Brought;
      /** Who keeps it, where a merge brought it; null while it is the team's. */
      readonly keeper?: string | null;
    }
  | { readonly kind: "word.withdrawn" }
  /** The word stands; another agent keeps it, or the team until somebody takes the ticket. */
  | { readonly kind: "word.handed"; readonly to: string | null; readonly why: "away" | "deactivated" }
  | {
      readonly kind: "word.reminded";
      readonly given: number;
      /** Seq of the event that handed it on, where it was: its next agent is reminded as well. */
      readonly handed?: number;
      readonly by: Instant;
      readonly agent: string | null;
    }
  | {
      readonly kind: "word.kept";
      readonly given: number;
      readonly by: Instant;
      readonly agent: string | null;
    }
  | {
      readonly kind: "word.missed";
      readonly given: number;
      readonly by: Instant;
      readonly agent: string | null;
    }
  /** What we need of the customer, item by item; sealed with the agent's key. */
  | { readonly kind: "information.asked"; readonly items: Sealed }
  | {
      readonly kind: "information.reminded";
      readonly since: Instant;
      readonly nth: number;
      readonly closesAt: Instant | null;
    }
  /** Nobody answered since then, or the time in which a message reopens what ended then is over. */
  | { readonly kind: "ticket.closed"; readonly why: "silence" | "window"; readonly since: Instant }
  | { readonly kind: "video.asked"; readonly text: Sealed; readonly brought?: Brought }
  | {
      readonly kind: "video.granted";
      readonly slot: Slot;
      readonly room: Sealed;
      readonly revision: number;
      readonly brought?: Brought;
      /** Id of the ticket it was granted on first: calendars know the meeting by it. */
      readonly meeting?: string;
    }
  | { readonly kind: "video.declined"; readonly text: Sealed }
  | { readonly kind: "video.cancelled"; readonly text: Sealed | null }
  | {
      readonly kind: "ticket.linked";
      readonly to: number;
      readonly relation: Relation;
      /** Both are of one organisation: its people may know of it. */
      readonly isInside: boolean;
    }
  | { readonly kind: "ticket.unlinked"; readonly to: number; readonly relation: Relation }
  | {
      readonly kind: "consent.given";
      readonly projects: readonly string[];
      readonly until: Instant;
      readonly brought?: Brought;
    }
  | { readonly kind: "consent.withdrawn" }
  | { readonly kind: "consent.used"; readonly project: string; readonly text: Sealed }
  | { readonly kind: "ticket.rated"; readonly isGood: boolean; readonly text: Sealed | null }
  | { readonly kind: "ticket.hidden"; readonly until: Instant }
  | { readonly kind: "ticket.shown"; readonly until: Instant }
  /** The customer asks for the cause of what is over; `agent` is told. `since` is older where a merge brought it. */
  | { readonly kind: "cause.asked"; readonly since: Instant; readonly agent: string | null }
  /** There will be no document about the cause, for the reason that the customer reads. */
  | { readonly kind: "cause.declined"; readonly text: Sealed }
  /** A version of a root-cause document about this ticket, or about its incident, was published. */
  | {
      readonly kind: "cause.published";
      readonly document: string;
      readonly nth: number;
      /** Number of the incident it is about; null where it is about this ticket alone. */
      readonly incident: number | null;
    };

export type ProceedingKind = ProceedingEvent["kind"];
