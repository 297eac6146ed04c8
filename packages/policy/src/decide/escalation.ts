import type { EscalationStep, Instant, Policy } from "../types.ts";

/** Whether a message asks for escalation by the policy's marker, as a word of its own. */
export function asksForEscalation(policy: Policy, message: string): boolean {
  const marker = policy.escalation?.marker ?? null;
  if (marker === null) return false;
  return message
    .toLowerCase()
    .split(/[\s,;:!?()"']+/)
    .some((word) => word.replace(/\.+$/, "") === marker.toLowerCase());
}

/** One step of the chain, and when it is there. */
export type EscalationOpening = {
  readonly step: EscalationStep;
  readonly from: Instant;
  readonly isOpen: boolean;
};

/**
 * The chain with the instant from which each step is there: the first reckoned from opening, each further one from
 * the step before. A step without a time is there with the one before it.
 */
export function escalationOf(policy: Policy, openedAt: Instant, at: Instant): readonly EscalationOpening[] {
  let from = openedAt;
  return (policy.escalation?.steps ?? []).map((step) => {
    from += step.afterMs ?? 0;
    return { step, from, isOpen: at >= from };
  });
}
