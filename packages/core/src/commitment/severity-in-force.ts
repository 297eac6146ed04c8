import type { Policy } from "@troth/policy";

/**
 * What a clock counts with until somebody has assessed the ticket: the customer's choice, else the category's
 * default, else the policy's (clock.md C4, P078).
 */
export function severityInForce(
  policy: Pick<Policy, "categories" | "defaultSeverity">,
  ticket: { readonly severity: string | null; readonly category: string | null },
): string {
  const category = policy.categories.find((one) => one.id === ticket.category);
  return ticket.severity ?? category?.defaultSeverity ?? policy.defaultSeverity;
}

/** 1 is the worst; a severity that the policy does not know ranks below all. */
export function severityRankOf(policy: Pick<Policy, "severities">, severity: string): number {
  return policy.severities.find((one) => one.id === severity)?.rank ?? Number.POSITIVE_INFINITY;
}

/** A severity by id, with its name and its rank from 1, the most severe; one that the policy does not know ranks 99th. */
export function levelOf(
  policy: Pick<Policy, "severities">,
  id: string,
): { id: string; name: string; rank: number } {
  const name = policy.severities.find((one) => one.id === id)?.name ?? id;
  return { id, name, rank: Math.min(severityRankOf(policy, id), 99) };
}
