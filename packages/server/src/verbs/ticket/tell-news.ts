import { grantedBefore, hostsOf, type LoggedTicketEvent, type TicketEventKind } from "@troth/core";
import type { OutboxItem, TicketChange } from "../../ports/store.ts";
import type { Ctx, Scene } from "../context.ts";

/** To whom an event is told by mail: the customer's people on the ticket, one person, or every lead. */
type Audience = "customers" | "owner" | "agent" | "leads" | "asked-leads" | "person" | "meeting" | "assignee";

/** Events that are told, and the words of the mail for them; all else is seen where one looks. */
const TOLD: Partial<Record<TicketEventKind, Audience>> = {
  "severity.assessed": "customers",
  "disagreement.opened": "owner",
  "disagreement.owned": "owner",
  "disagreement.advice-asked": "asked-leads",
  "disagreement.ended": "customers",
  "ticket.worsened": "leads",
  "word.reminded": "agent",
  "word.missed": "agent",
  "information.reminded": "customers",
  "ticket.closed": "customers",
  "video.asked": "assignee",
  "video.granted": "meeting",
  "video.declined": "customers",
  "video.cancelled": "meeting",
  "follower.added": "person",
  "ticket.merged": "customers",
  "release.out": "customers",
  "wish.told": "customers",
  "cause.asked": "agent",
  "cause.published": "customers",
  "cause.declined": "customers",
};

/**
 * Queues a mail for everybody whom a change concerns and who did not make it. Part of the transaction that writes the
 * change; what the mail says is read again when it is sent.
 */
export async function tellNews(ctx: Ctx, scene: Scene, changes: readonly TicketChange[]): Promise<void> {
  const items: OutboxItem[] = [];
  for (const change of changes) {
    for (const { logged } of change.events) {
      const audience = audienceOf(logged);
      if (audience === null) continue;
      const people = await peopleFor(scene, audience, change, logged);
      for (const person of new Set(people)) {
        // What changes calendars goes to that of whoever did it as well.
        if (person === logged.actor.id && audience !== "meeting") continue;
        items.push({
          id: ctx.ids.uuid(),
          kind: "news",
          effectKey: `news:${change.id}:${logged.seq}:${person}`,
          body: { ticket: change.id, seq: logged.seq, person },
          at: scene.now,
        });
      }
    }
  }
  if (items.length > 0) await scene.tx.outbox.addMany(items);
}

function audienceOf({ event }: LoggedTicketEvent): Audience | null {
  // Told when it was said; of a meeting the calendars learn where it goes on.
  if ("brought" in event && event.brought !== undefined && event.kind !== "video.granted") return null;
  // Confirming what was chosen tells the customer nothing new.
  if (event.kind === "severity.assessed" && event.from === event.to) return null;
  if (event.kind === "disagreement.ended" && event.result === "taken-back") return "owner";
  if (event.kind === "follower.added" && event.side === "agent") return null;
  // It had ended, and its end was told.
  if (event.kind === "ticket.closed" && event.why === "window") return null;
  return TOLD[event.kind] ?? null;
}

async function peopleFor(
  scene: Scene,
  audience: Audience,
  change: TicketChange,
  logged: LoggedTicketEvent,
): Promise<readonly string[]> {
  const { event } = logged;
  const { proceedings, requester } = change.after;
  switch (audience) {
    case "customers":
      return [requester, ...proceedings.followers];
    case "meeting":
    case "assignee":
      return peopleOfMeeting(scene, audience, change, logged);
    case "person":
      return event.kind === "follower.added" ? [event.person] : [];
    case "owner": {
      const owner = "owner" in event ? event.owner : proceedings.disagreement?.owner;
      return owner == null ? [] : [owner];
    }
    case "agent": {
      // The team's own word is everybody's to keep, so those hear of it who can give it to somebody.
      const agent = "agent" in event ? event.agent : null;
      return agent === null ? leadsOf(scene) : [agent];
    }
    case "asked-leads":
      return event.kind === "disagreement.advice-asked" ? event.leads : [];
    case "leads":
      return leadsOf(scene);
  }
}

/** Who meets, who has the ticket, and of agents only those who are still at the desk. */
async function peopleOfMeeting(
  scene: Scene,
  audience: "meeting" | "assignee",
  { id, after }: TicketChange,
  { seq, actor, event }: LoggedTicketEvent,
): Promise<readonly string[]> {
  const log = (await scene.tx.tickets.logs([id])).get(id) ?? [];
  const atDesk = new Set((await scene.tx.people.agents()).map((agent) => agent.id));
  const asked = event.kind === "video.asked" ? seq - 1 : seq;
  const hosts = hostsOf(log, asked).filter((one) => atDesk.has(one));
  const assignee = after.assignee === null ? [] : [after.assignee].filter((one) => one !== actor.id);
  const customers = audience === "meeting" ? [after.requester, ...after.proceedings.followers] : [];
  const isInCalendars = grantedBefore(log, seq) !== null;
  return [...customers, ...hosts, ...assignee].filter((one) => isInCalendars || one !== actor.id);
}

async function leadsOf(scene: Scene): Promise<readonly string[]> {
  return (await scene.tx.people.agents()).filter(({ role }) => role !== "agent").map(({ id }) => id);
}
