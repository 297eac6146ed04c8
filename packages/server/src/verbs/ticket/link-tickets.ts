import { otherSideOf, type Relation } from "@troth/core";
import { agentOf, type Ctx, type Scene, write } from "../context.ts";
import { invalidField } from "../fail.ts";
import { changed, type TicketChanged } from "./assign-ticket.ts";
import { type LoadedTicket, loadTicket } from "./load-ticket.ts";
import { saveTicket } from "./save-ticket.ts";

export type LinkInput = {
  readonly number: number;
  readonly to: number;
  readonly relation: "related" | "duplicate-of" | "caused-by";
};

/** Says on both tickets how one stands to the other. Customers see links within their own organisation alone. */
export function linkTickets(ctx: Ctx, input: LinkInput): Promise<TicketChanged> {
  return onBoth(ctx, input, (one, other, relation) => linkFrom(one, { stored: other }, relation)[0] ?? null);
}

/** The link from one ticket to another as an event; none where it stands already. */
export function linkFrom(
  { stored }: Pick<LoadedTicket, "stored">,
  { stored: other }: Pick<LoadedTicket, "stored">,
  relation: Relation,
): (LinkEvent & { readonly kind: "ticket.linked" })[] {
  const { number: to, organisation } = other;
  if (stored.proceedings.links.some((link) => link.to === to && link.relation === relation)) return [];
  return [{ kind: "ticket.linked", to, relation, isInside: stored.organisation === organisation }];
}

/** Takes a link back on both. */
export function unlinkTickets(ctx: Ctx, input: LinkInput): Promise<TicketChanged> {
  return onBoth(ctx, input, (one, other, relation) =>
    one.stored.proceedings.links.some((link) => link.to === other.number && link.relation === relation)
      ? { kind: "ticket.unlinked", to: other.number, relation }
      : null,
  );
}

type LinkEvent =
  | { kind: "ticket.linked"; to: number; relation: Relation; isInside: boolean }
  | { kind: "ticket.unlinked"; to: number; relation: Relation };

function onBoth(
  ctx: Ctx,
  { number, to, relation }: LinkInput,
  eventFor: (one: LoadedTicket, other: LoadedTicket["stored"], relation: Relation) => LinkEvent | null,
): Promise<TicketChanged> {
  return write(ctx, "desk.assign", async (scene) => {
    const actor = { kind: "agent", id: agentOf(scene).id };
    const [one, other] = await loadBoth(scene, number, to);
    const here = eventFor(one, other.stored, relation);
    const there = eventFor(other, one.stored, otherSideOf(relation));
    if (there) await saveTicket(ctx, scene, other, [{ actor, event: there }]);
    if (!here) return changed(one.stored);
    return changed((await saveTicket(ctx, scene, one, [{ actor, event: here }])).ticket);
  });
}

/** Two tickets held for this transaction, always in the order of their numbers, so that nobody waits in a circle. */
export async function loadBoth(
  scene: Scene,
  number: number,
  other: number,
): Promise<[one: LoadedTicket, other: LoadedTicket]> {
  if (number === other) {
    const message = "These are one and the same ticket. Name another one.";
    throw invalidField("to", { reason: "one-and-the-same", message });
  }
  const first = await loadTicket(scene, Math.min(number, other));
  const second = await loadTicket(scene, Math.max(number, other));
  return number < other ? [first, second] : [second, first];
}
