import type { QueueFacts, QueuePolicy } from "./queue-facts.ts";
import { partOf, queueOrderOf, turnOf } from "./queue-parts.ts";

/**
 * A text whose plain byte order is the queue's order: whose turn it is, then the policy's keys (product.md, 6;
 * P020, P035, P064). All keys of one policy are equally long; keys of two policies do not compare. An unknown
 * severity or plan comes last, as does a ticket without a due. Equal keys are told apart by ticket number.
 */
export function queueKeyOf(ticket: QueueFacts, policy: QueuePolicy): string {
  const parts = queueOrderOf(policy).map((key) => partOf(key, ticket, policy));
  return `${turnOf(ticket.state)}${parts.join("")}`;
}
