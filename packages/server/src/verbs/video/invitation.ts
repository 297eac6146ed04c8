import type { LoggedTicketEvent, Side } from "@troth/core";
import type { Invitation } from "../../ports/invitations.ts";
import type { StoredPerson, StoredTicket } from "../../ports/store.ts";
import { agentOf, type Ctx, memberOf, read, type Scene } from "../context.ts";
import { Fail } from "../fail.ts";
import { openText, openUnmasked, personName, readable } from "../person/keys.ts";
import { loadTicket } from "../ticket/load-ticket.ts";

/** The invitation to the video chat that is granted on a ticket, as a calendar file for the customer who asks. */
export function readInvitation(ctx: Ctx, { number }: { number: number }): Promise<string> {
  return read(ctx, "ticket.read", (scene) => fileFor(ctx, scene, { number, guest: memberOf(scene) }));
}

/** The same for an agent, with the way to the ticket at the desk. */
export function readDeskInvitation(ctx: Ctx, { number }: { number: number }): Promise<string> {
  return read(ctx, "desk.read", (scene) => fileFor(ctx, scene, { number, guest: agentOf(scene) }));
}

async function fileFor(
  ctx: Ctx,
  scene: Scene,
  { number, guest }: { readonly number: number; readonly guest: StoredPerson },
): Promise<string> {
  const { stored, log } = await loadTicket(scene, number, "look");
  const granted = log.findLast(({ event }) => event.kind === "video.granted");
  if (stored.proceedings.video?.state !== "granted" || !granted) {
    throw new Fail("missing", "No video chat is granted on this ticket.");
  }
  const side = scene.agent === null ? "customer" : "agent";
  const invitation = await invitationOf(ctx, scene, { ticket: stored, granted, cancelledAt: null, side });
  return ctx.invitations.fileOf({ ...invitation, guest: readable(ctx.vault, guest) });
}

type Meeting = {
  readonly ticket: Pick<StoredTicket, "id" | "number" | "proceedings" | "requester" | "subject">;
  /** The event that granted it last. */
  readonly granted: LoggedTicketEvent;
  /** When it was cancelled; null while it stands. */
  readonly cancelledAt: number | null;
  /** Whose calendar it is for: each finds the ticket where they read it. */
  readonly side: Side;
};

/** What every guest's calendar is told of a meeting. Of a restricted ticket it says no more than its number. */
export async function invitationOf(
  ctx: Ctx,
  scene: Scene,
  { ticket, granted, cancelledAt, side }: Meeting,
): Promise<Omit<Invitation, "guest">> {
  const { event, actor, at } = granted;
  if (event.kind !== "video.granted") throw new Error("A meeting is made of what granted it.");
  const agent = actor.id === null ? null : await scene.tx.people.find(actor.id);
  const requester = await scene.tx.people.find(ticket.requester);
  const subject = ticket.proceedings.isRestricted ? null : openText(ctx.vault, requester, ticket.subject);
  return {
    id: `${event.meeting ?? ticket.id}@${new URL(ctx.workspace.baseUrl).hostname}`,
    revision: event.revision + (cancelledAt === null ? 0 : 1),
    isCancelled: cancelledAt !== null,
    title: [`${ctx.workspace.name}: ${ticket.number}`, ...(subject === null ? [] : [subject])].join(" "),
    startsAt: event.slot.startsAt,
    minutes: event.slot.minutes,
    room: openUnmasked(ctx.vault, agent, event.room),
    link: `${ctx.workspace.baseUrl}/${side === "agent" ? "desk" : "portal"}/tickets/${ticket.number}`,
    host: agent ? personName(ctx.vault, agent) : ctx.workspace.name,
    at: cancelledAt ?? at,
  };
}
