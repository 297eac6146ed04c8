import type { Entitlement, EntitlementQuestion, Policy } from "./types.ts";

/**
 * The one decision that every door asks: may this account use this channel for this matter now, and if not,
 * why and what instead? Cites the clause of the published page.
 */
export function entitlementOf(policy: Policy, question: EntitlementQuestion): Entitlement {
  void question;
  return {
    decision: "deny",
    reason: "unknown-plan",
    message: "",
    clause: policy.clauseFor.plans,
    next: [],
    plan: null,
    tier: null,
  };
}
