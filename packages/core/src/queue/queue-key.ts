import type { Instant } from "@troth/business-time";
import type { Policy, QueueKey } from "@troth/policy";
import { severityRankOf } from "../commitment/severity-in-force.ts";
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

/** The part of a policy that orders the queue. */
export type QueuePolicy = Pick<Policy, "queue" | "severities" | "plans">;

const RANK_DIGITS = 4;
const INSTANT_DIGITS = 16;
const LAST_RANK = 10 ** RANK_DIGITS - 1;
const NO_INSTANT = "9".repeat(INSTANT_DIGITS);

/** Tickets that wait for us come first, then those that wait for the customer, then what has ended. */
const TURN: Readonly<Record<TicketState, number>> = {
  open: 0,
  "waiting-on-us": 0,
  "waiting-on-customer": 1,
  resolved: 2,
  closed: 3,
  merged: 3,
};

/** The policy's order; age settles what the policy leaves equal. */
export function queueOrderOf(policy: Pick<Policy, "queue">): readonly QueueKey[] {
  return policy.queue.includes("age") ? policy.queue : [...policy.queue, "age"];
}

export function turnOf(state: TicketState): number {
  return TURN[state];
}

/**
 * A text whose plain byte order is the queue's order: whose turn it is, then the policy's keys (product.md, 6;
 * P020, P035, P064). All keys of one policy are equally long; keys of two policies do not compare. An unknown
 * severity or plan comes last, as does a ticket without a due. Equal keys are told apart by ticket number.
 */
export function queueKeyOf(ticket: QueueFacts, policy: QueuePolicy): string {
  const parts = queueOrderOf(policy).map((key) => partOf(key, ticket, policy));
  return `${turnOf(ticket.state)}${parts.join("")}`;
}

/** One key's share of the text; equal parts mean that this key does not tell two tickets apart. */
export function partOf(key: QueueKey, ticket: QueueFacts, policy: QueuePolicy): string {
  switch (key) {
    case "severity":
      return rankText(severityRankOf(policy, ticket.severity));
    case "plan": {
      const rank = policy.plans.find((one) => one.id === ticket.plan)?.rank;
      return rankText(rank === undefined ? LAST_RANK : LAST_RANK - 1 - rank);
    }
    case "due":
      return instantText(ticket.dueAt);
    case "age":
      return instantText(ticket.openedAt);
  }
}

function rankText(rank: number): string {
  return String(Math.min(Math.max(rank, 0), LAST_RANK)).padStart(RANK_DIGITS, "0");
}

function instantText(at: Instant | null): string {
  return at === null ? NO_INSTANT : String(Math.max(at, 0)).padStart(INSTANT_DIGITS, "0");
}
