import type { Instant } from "@troth/policy";
import type { ProceedingEvent } from "./proceeding-events.ts";
import type { Proceedings } from "./proceedings.ts";

type Standing = Pick<Proceedings, "disagreement" | "word">;

/** Who comes after an agent who left the desk: the next owner of the objection, and who has the ticket then. */
export type Successors = {
  readonly owner: () => string | null;
  readonly assignee: string | null;
};

/**
 * What becomes of an agent's duties on a ticket when they leave the desk: the objection gets its next owner, a view
 * they were asked for is awaited no longer, and their word stands as that of who has the ticket, or as the team's.
 */
export function handedOnBy(
  leaver: string,
  { disagreement, word }: Standing,
  { owner, assignee }: Successors,
): readonly ProceedingEvent[] {
  const isAsked = disagreement?.asked.some(({ lead, advisedSeq }) => lead === leaver && advisedSeq === null);
  return [
    ...(disagreement?.owner === leaver
      ? [{ kind: "disagreement.owned", owner: owner(), why: "deactivated" } as const]
      : []),
    ...(isAsked ? [{ kind: "disagreement.advice-lapsed", leads: [leaver] } as const] : []),
    ...(word?.agent === leaver ? [{ kind: "word.handed", to: assignee, why: "deactivated" } as const] : []),
  ];
}

/** A word that is due before its agent is back is kept by who has the ticket, or by the team. */
export function handedOnWhileAway(
  { agent, until }: { readonly agent: string; readonly until: Instant },
  { word }: Pick<Proceedings, "word">,
  assignee: string | null,
): readonly ProceedingEvent[] {
  if (word?.agent !== agent || word.by > until) return [];
  return [{ kind: "word.handed", to: assignee === agent ? null : assignee, why: "away" }];
}
