import type { LoggedTicketEvent } from "@troth/core";
import type { Invitation } from "../../ports/invitations.ts";
import type { StoredTicket } from "../../ports/store.ts";
import { type Ctx, memberOf, read, type Scene } from "../context.ts";
import { Fail } from "../fail.ts";
import { openText, openUnmasked, personName, readable } from "../person/keys.ts";
import { loadTicket } from "../ticket/load-ticket.ts";

/** The invitation to the video chat that is granted on a ticket, as a calendar file for the one who asks. */
export function readInvitation(ctx: Ctx, { number }: { number: number }): Promise<string> {
  return read(ctx, "ticket.read", async (scene) => {
    const { stored, log } = await loadTicket(scene, number, "look");
    const granted = log.findLast(({ event }) => event.kind === "video.granted");
    if (stored.proceedings.video?.state !== "granted" || !granted) {
      throw new Fail("missing", "No video chat is granted on this ticket.");
    }
    const { email, name } = readable(ctx.vault, memberOf(scene));
    const invitation = await invitationOf(ctx, scene, { ticket: stored, granted, isCancelled: false });
    return ctx.invitations.fileOf({ ...invitation, guest: { name, email } });
  });
}

type Meeting = {
  readonly ticket: Pick<StoredTicket, "id" | "number" | "proceedings" | "requester" | "subject">;
  /** The event that granted it last. */
  readonly granted: LoggedTicketEvent;
  readonly isCancelled: boolean;
};

/** What every guest's calendar is told of a meeting. Of a restricted ticket it says no more than its number. */
export async function invitationOf(
  ctx: Ctx,
  scene: Scene,
  { ticket, granted, isCancelled }: Meeting,
): Promise<Omit<Invitation, "guest">> {
  const { event, actor, at } = granted;
  if (event.kind !== "video.granted") throw new Error("A meeting is made of what granted it.");
  const agent = actor.id === null ? null : await scene.tx.people.find(actor.id);
  const requester = await scene.tx.people.find(ticket.requester);
  const subject = ticket.proceedings.isRestricted ? null : openText(ctx.vault, requester, ticket.subject);
  return {
    id: `${event.meeting ?? ticket.id}@${new URL(ctx.workspace.baseUrl).hostname}`,
    revision: event.revision + (isCancelled ? 1 : 0),
    isCancelled,
    title: [`${ctx.workspace.name}: ${ticket.number}`, ...(subject === null ? [] : [subject])].join(" "),
    startsAt: event.slot.startsAt,
    minutes: event.slot.minutes,
    room: openUnmasked(ctx.vault, agent, event.room),
    link: `${ctx.workspace.baseUrl}/portal/tickets/${ticket.number}`,
    host: agent ? personName(ctx.vault, agent) : ctx.workspace.name,
    at,
  };
}
