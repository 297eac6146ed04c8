import type { Ticket } from "../ticket/events.ts";
import type { Disagreement } from "../ticket/proceedings.ts";
import type { AgentRole } from "../vocabulary.ts";

/** Somebody of the desk, as far as a disagreement cares. */
export type Decider = { readonly id: string; readonly role: AgentRole };

/**
 * Why a customer cannot object to the severity now; null when they can. There must be an assessment to object to,
 * and one objection is heard at a time (P083).
 */
export function objectionRefusal({
  state,
  severityAssessed,
  proceedings,
}: Pick<Ticket, "proceedings" | "severityAssessed" | "state">): string | null {
  if (state === "merged") return "This ticket was merged. Object on the one it was merged into.";
  if (severityAssessed === null)
    return "Nobody has assessed the severity yet: your own choice counts. If it got worse, say so.";
  if (proceedings.disagreement)
    return "Your objection is with us already. You will get a decision with reasons.";
  return null;
}

/**
 * Who decides an objection: a lead or administrator who did not assess it, of those the one with the fewest open
 * disagreements. Null when there is nobody; then the desk shows it as nobody's until one takes it.
 */
export function ownerFor(
  agents: readonly Decider[],
  assessor: string | null,
  openOf: (agent: string) => number,
): string | null {
  const leads = agents.filter(({ id, role }) => role !== "agent" && id !== assessor);
  const [first] = leads.toSorted((a, b) => openOf(a.id) - openOf(b.id) || (a.id < b.id ? -1 : 1));
  return first?.id ?? null;
}

/**
 * Why an agent may not end a disagreement; null when they may. Its owner, a lead or an administrator ends it, and
 * nobody judges their own assessment while there is somebody else who could.
 */
export function decisionRefusal(
  agent: Decider,
  { owner }: Pick<Disagreement, "owner">,
  { assessor, agents }: { readonly assessor: string | null; readonly agents: readonly Decider[] },
): string | null {
  const hasOthers = agents.some(({ id, role }) => id !== agent.id && role !== "agent");
  if (agent.id === assessor && hasOthers)
    return "You assessed this severity, so somebody else decides the objection. Ask a lead to take it.";
  if (agent.id === owner || agent.role !== "agent") return null;
  return "Its owner, a lead or an administrator decides this. Ask one of them.";
}
