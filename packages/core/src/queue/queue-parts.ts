import type { Instant } from "@troth/business-time";
import type { Policy, QueueKey } from "@troth/policy";
import { severityRankOf } from "../commitment/severity-in-force.ts";
import type { TicketState } from "../vocabulary.ts";
import type { QueueFacts, QueuePolicy } from "./queue-facts.ts";

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

const PARTS: Readonly<Record<QueueKey, (ticket: QueueFacts, policy: QueuePolicy) => string>> = {
  severity: (ticket, policy) => rankText(severityRankOf(policy, ticket.severity)),
  plan: (ticket, policy) => {
    const rank = policy.plans.find((one) => one.id === ticket.plan)?.rank;
    return rankText(rank === undefined ? LAST_RANK : LAST_RANK - 1 - rank);
  },
  due: (ticket) => instantText(ticket.dueAt),
  age: (ticket) => instantText(ticket.openedAt),
};

/** One key's share of the text; equal parts mean that this key does not tell two tickets apart. */
export function partOf(key: QueueKey, ticket: QueueFacts, policy: QueuePolicy): string {
  return PARTS[key](ticket, policy);
}

function rankText(rank: number): string {
  return String(Math.min(Math.max(rank, 0), LAST_RANK)).padStart(RANK_DIGITS, "0");
}

function instantText(at: Instant | null): string {
  return at === null ? NO_INSTANT : String(Math.max(at, 0)).padStart(INSTANT_DIGITS, "0");
}
