import type { Instant } from "@troth/business-time";
import type { AuthorKind, Intake, TicketState } from "../vocabulary.ts";
import type { AccountFacts } from "./account-facts.ts";

/** Who moved a ticket to another state. */
export type StateMover = "customer" | "agent" | "automation";

/** What can happen to a ticket that its clocks care about; all else of the event log is left out. */
export type ClockChange =
  | {
      /** The request. An opening text that an agent wrote is part of it, not a message (clock.md C3). */
      readonly kind: "opened";
      readonly intake: Intake;
      /** What the customer chose; null when nothing (C4). */
      readonly severity: string | null;
      readonly category: string | null;
      /** Support plan and tier of the policy, not the vendor's pricing plan. */
      readonly plan: string;
      readonly tier: string | null;
      readonly policyVersion: string;
      readonly account?: AccountFacts;
      /** Start of the clock where it is not the event's own instant: a split-off message's arrival (C12). */
      readonly startedAt?: Instant;
    }
  | {
      readonly kind: "message";
      readonly by: AuthorKind;
      readonly isPublic: boolean;
      /** True when the message asks the customer for something (C5). */
      readonly setsWaiting?: boolean;
    }
  /** A message that reached nobody, such as a bounced mail-only answer: it counts as never sent (C3). */
  | { readonly kind: "message-void"; readonly message: number }
  | { readonly kind: "severity"; readonly to: string }
  | {
      readonly kind: "plan";
      readonly plan: string;
      readonly tier: string | null;
      readonly account?: AccountFacts;
      readonly subscription: "active" | "lapsed";
    }
  /** The customer confirmed in the console a ticket that came by another door (C2). */
  | { readonly kind: "confirmed-in-console" }
  /** A policy version published while the ticket was open (C8); its changed calendars count from here (C9). */
  | { readonly kind: "policy"; readonly policyVersion: string }
  /** Calendar `calendar` is that of `policyVersion` from `effectiveAt` on, never before the event (C9). */
  | {
      readonly kind: "schedule";
      readonly calendar: string;
      readonly policyVersion: string;
      readonly effectiveAt: Instant;
    }
  | { readonly kind: "state"; readonly to: TicketState; readonly by: StateMover }
  | { readonly kind: "merged-into"; readonly ticket: string }
  /** Another ticket was merged into this one; `events` are its own up to then. */
  | { readonly kind: "merged-from"; readonly ticket: string; readonly events: readonly ClockEvent[] }
  /** The customer message that arrived at `messageAt` went to a ticket of its own. */
  | { readonly kind: "split-off"; readonly messageAt: Instant }
  /** Spam, or deleted (C12). */
  | { readonly kind: "discarded" };

/** One change with its place in the log: the server's instant, ties broken by `seq` (A1). */
export type ClockEvent = { readonly at: Instant; readonly seq: number } & ClockChange;
