import type { Refused } from "../reasons.ts";
import { stateRefusal } from "../ticket/acts.ts";
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
}: Pick<Ticket, "proceedings" | "severityAssessed" | "state">): Refused | null {
  if (state === "merged") {
    const message = "This ticket was merged. Object on the one it was merged into.";
    return { reason: "object-merged", message };
  }
  if (severityAssessed === null) {
    const message = "Nobody has assessed the severity yet: your own choice counts. If it got worse, say so.";
    return { reason: "not-assessed", message };
  }
  if (proceedings.disagreement) {
    const message = "Your objection is with us already. You will get a decision with reasons.";
    return { reason: "objected-already", message };
  }
  return null;
}

/**
 * Why the severity is not assessed now; null when it may be. Beside an open objection nobody changes it: whoever may
 * end the objection does so there (P083). Alone what the customer says got worse since may rise at once.
 * `isRaise` null: asked before the severity is chosen.
 */
export function assessmentRefusal(
  ticket: Pick<Ticket, "proceedings" | "state">,
  isRaise: boolean | null,
): Refused | null {
  const { disagreement, leadAskedSeq } = ticket.proceedings;
  const ended = stateRefusal("assess", ticket);
  if (ended) return ended;
  if (!disagreement) return null;
  const gotWorse = leadAskedSeq !== null && leadAskedSeq > disagreement.seq;
  if (gotWorse && isRaise !== false) return null;
  return gotWorse
    ? {
        reason: "objection-open-raise",
        message:
          "The customer objects to this severity and says that it got worse: beside the objection it can only rise. For anything else decide the objection.",
      }
    : {
        reason: "objection-open",
        message:
          "The customer objects to this severity. Whoever decides the objection ends it there, with reasons; nobody changes the severity beside it.",
      };
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
): Refused | null {
  const hasOthers = agents.some(({ id, role }) => id !== agent.id && role !== "agent");
  if (agent.id === assessor && hasOthers) {
    const message =
      "You assessed this severity, so somebody else decides the objection. Ask a lead to take it.";
    return { reason: "own-assessment", message };
  }
  if (agent.id === owner || agent.role !== "agent") return null;
  const message = "Its owner, a lead or an administrator decides this. Ask one of them.";
  return { reason: "not-the-decider", message };
}
