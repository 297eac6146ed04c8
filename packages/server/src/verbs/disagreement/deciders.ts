import { ownerFor } from "@troth/core";
import type { Scene } from "../context.ts";
import type { LoadedTicket } from "../ticket/load-ticket.ts";

/** Chooses who decides an objection, one after another; each choice counts among their open ones. */
export type Deciders = { readonly next: (loaded: Pick<LoadedTicket, "log">) => string | null };

/** Those who decide objections, as they stand now: who is away comes after those who are here. */
export async function deciders(scene: Scene): Promise<Deciders> {
  const agents = await scene.tx.people.agents();
  const away = new Set((await scene.tx.people.awayAt(scene.now)).map(({ id }) => id));
  const here = agents.filter(({ id }) => !away.has(id));
  const open = new Map<string, number>();
  const count = (owner: string) => open.set(owner, (open.get(owner) ?? 0) + 1);
  for (const { proceedings } of await scene.tx.tickets.openDisagreements()) {
    if (proceedings.disagreement?.owner != null) count(proceedings.disagreement.owner);
  }
  return {
    next(loaded) {
      const assessor = assessorOf(loaded);
      const openOf = (agent: string) => open.get(agent) ?? 0;
      const owner = ownerFor(here, assessor, openOf) ?? ownerFor(agents, assessor, openOf);
      if (owner !== null) count(owner);
      return owner;
    },
  };
}

/** Who assessed the severity in force, or the one that an objection from a merged ticket is about; null when nobody did. */
export function assessorOf({ log }: Pick<LoadedTicket, "log">): string | null {
  for (const { event, actor } of log.toReversed()) {
    if (event.kind === "severity.assessed") return actor.id;
    if (event.kind === "disagreement.opened" && event.assessor !== undefined) return event.assessor;
  }
  return null;
}
