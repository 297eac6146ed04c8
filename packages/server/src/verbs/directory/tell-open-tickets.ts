import { isDeepStrictEqual } from "node:util";
import { type LoggedTicketEvent, type Stand, standingOf, type TicketEvent } from "@troth/core";
import type { OrganisationFacts } from "../../ports/directory-facts.ts";
import type { Ctx, Scene } from "../context.ts";
import { loadTicketById } from "../ticket/load-ticket.ts";
import { saveTicket } from "../ticket/save-ticket.ts";
import { accountOf } from "./account-of.ts";

type Told = { readonly id: string; readonly externalId: string; readonly facts: OrganisationFacts };

/**
 * Lets an organisation's open tickets know what it has now, each under the policy that governs it. A ticket on which
 * nothing of it bears stays as it is (clock.md C7).
 */
export async function tellOpenTickets(ctx: Ctx, scene: Scene, organisation: Told): Promise<void> {
  const inForce = await scene.tx.directory.subscriptionAt(organisation.id, scene.now);
  if (!inForce) return;
  const account = accountOf({ organisation, subscription: inForce });
  const end = await scene.tx.conduct.endFor(null, organisation.id);
  const why = end === null ? {} : ({ why: "support-ended" } as const);
  for (const id of await scene.tx.tickets.openOf(organisation.id)) {
    const loaded = await loadTicketById(scene, id);
    if (!loaded) continue;
    const { policy } = (await ctx.shelf.version(scene.tx, loaded.stored.policyVersion)).runnable;
    const before = standIn(loaded.log);
    const found = standingOf(policy, account, scene.now);
    const isIn = inForce.state === "active" && found !== null && end === null;
    const subscription = isIn ? "active" : "lapsed";
    // Where nothing is had now, what was had says what lapsed.
    const stand = found ?? { ...before, standing: { ...before.standing, pricing: inForce.pricing } };
    if (loaded.stored.subscription === subscription && isDeepStrictEqual(stand, before)) continue;
    const event: TicketEvent = { kind: "plan.changed", ...stand, subscription, ...why };
    await saveTicket(ctx, scene, loaded, [{ actor: { kind: "system", id: null }, event }]);
  }
}

/** What a ticket was last told of its account. */
function standIn(log: readonly LoggedTicketEvent[]): Stand {
  const last = log.findLast(({ event }) => event.kind === "plan.changed" || event.kind === "ticket.opened");
  if (last?.event.kind !== "plan.changed" && last?.event.kind !== "ticket.opened")
    throw new Error("A ticket's log begins with ticket.opened.");
  const { standing, account } = last.event;
  return account === undefined ? { standing } : { standing, account };
}
