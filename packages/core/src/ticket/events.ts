import type { Instant } from "@troth/policy";
import type { AccountFacts } from "../commitment/account-facts.ts";
import type { ClockEvent } from "../commitment/clock-event.ts";
import type { PromiseReason } from "../commitment/commitment.ts";
import type { ReminderKind } from "../commitment/reminders-of.ts";
import type { Sealed } from "../ids.ts";
import type { OpeningFacts } from "../severity/opening-facts.ts";
import type { AuthorKind, Intake, TicketState, WishState } from "../vocabulary.ts";
import type { ProceedingEvent } from "./proceeding-events.ts";
import type { Proceedings } from "./proceedings.ts";

/** A file that came with a message: the hash is that of its sealed bytes, so the chain vouches for them too. */
export type AttachedFile = {
  readonly id: string;
  readonly name: Sealed;
  readonly type: string;
  readonly bytes: number;
  readonly hash: string;
};

export type PlaceIds = {
  readonly project: string | null;
  readonly branch: string | null;
  readonly endpoint: string | null;
  readonly region: string | null;
};

/** What the vendor's directory said of the account when the ticket was opened. */
export type Standing = {
  readonly pricing: string | null;
  readonly plan: string;
  readonly tier: string | null;
};

/** Everything that can happen to a ticket. The event log holds these; a ticket is their sum. */
export type TicketEvent =
  | ProceedingEvent
  | {
      readonly kind: "ticket.opened";
      readonly number: number;
      readonly organisation: string;
      readonly requester: string;
      readonly category: string;
      readonly route: string;
      readonly intake: Intake;
      readonly severityChosen: string | null;
      readonly standing: Standing;
      readonly account?: AccountFacts;
      readonly policyVersion: string;
      readonly place: PlaceIds;
      readonly isBusinessImpactUnknown: boolean;
      readonly flags: readonly string[];
      readonly locale: string;
      readonly zone: string | null;
      readonly message: string;
      readonly subject: Sealed;
      readonly text: Sealed;
      readonly businessImpact: Sealed | null;
      readonly facts: Sealed | null;
      /** By its category, as the policy said then (P112). */
      readonly asksForCause?: boolean;
      /** What was known of the severity then, and what the policy's rules made of it. */
      readonly severityFacts?: OpeningFacts;
      /** When its first message came, where it was split off another ticket (clock.md C12). */
      readonly startedAt?: Instant;
      readonly files?: readonly AttachedFile[];
    }
  | {
      readonly kind: "message.written";
      readonly message: string;
      readonly author: AuthorKind;
      readonly isNote: boolean;
      readonly waitsForCustomer: boolean;
      readonly text: Sealed;
      readonly files?: readonly AttachedFile[];
    }
  /** An agent read a message with its secrets. */
  | { readonly kind: "secret.looked-at"; readonly message: string; readonly reason: Sealed }
  | {
      readonly kind: "ticket.assigned";
      readonly to: string | null;
      /** What the next one should know; the desk's alone. */
      readonly note?: Sealed;
      /** Why nobody gave it away: the agent is away, or is an agent no more. */
      readonly why?: "away" | "deactivated";
    }
  | {
      readonly kind: "severity.assessed";
      readonly from: string;
      readonly to: string;
      readonly grounds: readonly string[];
      readonly factors: readonly string[];
      readonly reason: Sealed | null;
      readonly dueFrom: Instant | null;
      readonly dueTo: Instant | null;
    }
  | {
      readonly kind: "ticket.resolved";
      readonly outcome: string;
      readonly detail: string | null;
      /** Who ended it; an agent when left out. */
      readonly by?: "customer";
      /** What the exclusion is about, e.g. the documentation or the software; absent where none was named. */
      readonly named?: Sealed;
      /** Id of the release that the fix comes in, while it is still to come. */
      readonly release?: string;
    }
  /** An agent asks for something on a ticket that had ended: it goes on, and its outcome is taken back. */
  | { readonly kind: "ticket.reopened" }
  /** The release that the customer waits for is out. */
  | { readonly kind: "release.out"; readonly release: string; readonly name: string; readonly outAt: Instant }
  /** It asks for what a wish is about; the wish stood so when it was noted, `release` by its name. */
  | {
      readonly kind: "wish.noted";
      readonly wish: string;
      readonly title: string;
      readonly state: WishState;
      readonly release: string | null;
    }
  | { readonly kind: "wish.left"; readonly wish: string; readonly title: string }
  /** What became of the wish by its event `seq`; the release by its name. */
  | {
      readonly kind: "wish.told";
      readonly wish: string;
      readonly seq: number;
      readonly state: WishState;
      readonly title: string;
      readonly release: string | null;
      readonly reason: string | null;
    }
  /** It goes on in another ticket; its clocks too (C12). */
  | { readonly kind: "ticket.merged"; readonly into: number; readonly ticket: string }
  /** Another ticket was merged into this one, with what its clocks had seen until then. */
  | {
      readonly kind: "ticket.absorbed";
      readonly number: number;
      readonly ticket: string;
      /** That one and those it had absorbed itself: their messages are read here. */
      readonly tickets: readonly { readonly number: number; readonly ticket: string }[];
      readonly events: readonly ClockEvent[];
    }
  /** A customer's message became a ticket of its own. */
  | {
      readonly kind: "message.split-off";
      readonly message: string;
      readonly messageAt: Instant;
      readonly into: number;
    }
  /** The ticket is part of an incident, or no longer; `incident` is its number. */
  | { readonly kind: "incident.linked"; readonly incident: number }
  | { readonly kind: "incident.unlinked"; readonly incident: number }
  /** The incident ended, and the customer is asked whether all is well. Ends nothing by itself. */
  | { readonly kind: "incident.ended"; readonly incident: number; readonly endedAt: Instant }
  /** The product fails to do what its documentation says, with an answer to each of the policy's questions (P052). */
  | { readonly kind: "issue.confirmed"; readonly answers: Readonly<Record<string, Sealed>> }
  /** Support was used for what it is not for (P057); the desk alone reads it. */
  | { readonly kind: "misuse.marked"; readonly reason: Sealed }
  | { readonly kind: "misuse.withdrawn"; readonly reason: Sealed }
  | {
      readonly kind: "plan.changed";
      readonly standing: Standing;
      readonly account?: AccountFacts;
      readonly subscription: "active" | "lapsed";
      /** There where a decision for conduct, and no change of the subscription, took the promises away (P125). */
      readonly why?: "support-ended";
    }
  | {
      readonly kind: "clock.warned";
      readonly metric: string;
      readonly dueAt: Instant;
      readonly mark: ReminderKind;
    }
  | {
      readonly kind: "clock.breached";
      readonly metric: string;
      readonly firmness: string;
      readonly dueAt: Instant;
    }
  /** The counter-entry of a breach that turned out not to be one (clock.md C13). */
  | { readonly kind: "clock.corrected"; readonly metric: string; readonly dueAt: Instant }
  /** A new policy version or calendar moved a due (C8, C9). */
  | {
      readonly kind: "promise.moved";
      readonly metric: string;
      readonly why: PromiseReason;
      readonly movedAt: Instant;
      readonly dueFrom: Instant | null;
      readonly dueTo: Instant | null;
    };

export type TicketEventKind = TicketEvent["kind"];

const DESK_ONLY: ReadonlySet<string> = new Set<TicketEventKind>([
  "disagreement.advice-lapsed",
  "misuse.marked",
  "misuse.withdrawn",
]);

/** Whether customers are not told even that it happened. */
export const isDeskOnly = (kind: string): boolean => DESK_ONLY.has(kind);

/** An event in its place in the log. */
export type LoggedTicketEvent = {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly event: TicketEvent;
};

/** A ticket as its events make it. The row in the database is a copy of this. */
export type Ticket = {
  readonly number: number;
  readonly organisation: string;
  readonly requester: string;
  readonly state: TicketState;
  readonly category: string;
  readonly route: string;
  readonly intake: Intake;
  readonly severityChosen: string | null;
  readonly severityAssessed: string | null;
  readonly standing: Standing;
  readonly subscription: "active" | "lapsed";
  readonly policyVersion: string;
  readonly place: PlaceIds;
  readonly isBusinessImpactUnknown: boolean;
  readonly flags: readonly string[];
  readonly assignee: string | null;
  readonly outcome: { readonly id: string; readonly detail: string | null } | null;
  /** Number of the incident it is part of. */
  readonly incident: number | null;
  /** Id of the release that its customer waits for. */
  readonly release: string | null;
  /** Id of the wish that it asks for. */
  readonly wish: string | null;
  readonly openedAt: Instant;
  readonly changedAt: Instant;
  readonly resolvedAt: Instant | null;
  /** Seq of the last event; a write states the version it read. */
  readonly version: number;
  readonly lastCustomerSeq: number;
  readonly lastStaffSeq: number;
  readonly proceedings: Proceedings;
};
