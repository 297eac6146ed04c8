import type { CustomerRole, LoggedTicketEvent, SubscriptionState } from "@troth/core";
import type { Instant } from "@troth/policy";
import type { MemberFacts, OrganisationFacts, SubscriptionFacts } from "./directory-facts.ts";

/** A ticket with what the directory says of it at the instant at which it was opened. */
export type PastRow = {
  readonly id: string;
  readonly number: number;
  readonly openedAt: Instant;
  readonly organisation: {
    readonly externalId: string;
    readonly name: string;
    readonly facts: OrganisationFacts;
  };
  /** What the organisation subscribed to then; null when the directory had not told. */
  readonly subscription: {
    readonly pricing: string | null;
    readonly tier: string | null;
    readonly state: SubscriptionState;
    readonly facts: SubscriptionFacts;
  } | null;
  /** The requester's role and what else was last known of them; null when they were never a member. */
  readonly requester: { readonly role: CustomerRole; readonly facts: MemberFacts } | null;
};

export interface PastTickets {
  /**
   * Tickets with a number below `before`, the highest first. By number, for numbers rise as time does, and no index on
   * the opening has to slow down those that are written.
   */
  below(before: number, most: number): Promise<PastRow[]>;
  /** What of their logs a clock reads, texts and places left blank. */
  logs(ids: readonly string[]): Promise<ReadonlyMap<string, LoggedTicketEvent[]>>;
}
