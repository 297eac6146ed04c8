import type { Instant } from "@troth/business-time";
import type { Policy } from "@troth/policy";
import type { TicketState } from "../vocabulary.ts";

/** What decides a ticket's place in the queue. */
export type QueueFacts = {
  readonly state: TicketState;
  /** What the clock counts with: assessed, else chosen, else the default. */
  readonly severity: string;
  readonly plan: string;
  readonly tier: string | null;
  /** Due of the answer that is owed; null when none has a due. */
  readonly dueAt: Instant | null;
  readonly openedAt: Instant;
};

/** The ticket before another in the queue, which a reason names by its number. */
export type QueueNeighbour = QueueFacts & { readonly number: number };

/** The part of a policy that orders the queue. */
export type QueuePolicy = Pick<Policy, "queue" | "severities" | "plans">;
