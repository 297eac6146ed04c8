import { AGENT_ROLES, grantedBefore, hostsOf, type LoggedTicketEvent, type Side } from "@troth/core";
import type { Instant } from "@troth/policy";
import { dueWords } from "../../catalogue/due-words.ts";
import type { Delivery, Mail, Mailer } from "../../ports/mailer.ts";
import type { OutboxBody, StoredPerson, StoredTicket, Tx } from "../../ports/store.ts";
import { type Ctx, type Scene, write } from "../context.ts";
import { tellPublished } from "../document/publish-document.ts";
import { DOCUMENT_PUBLISHED } from "../document/queue-causes.ts";
import { newInvite } from "../person/invite-agent.ts";
import { openText, readable } from "../person/keys.ts";
import { newPortalLink } from "../person/portal-session.ts";
import { RELEASE_OUT, tellOut } from "../release/mark-out.ts";
import { invitationOf } from "../video/invitation.ts";
import { tellWish, WISH_TOLD } from "../wish/tell-wish.ts";
import { answerMail } from "./compose-answer.ts";
import { conductMail } from "./compose-conduct.ts";
import { askAtEnd, incidentEndedMail, incidentUpdateMail } from "./compose-incident.ts";
import { newsOf } from "./compose-news.ts";
import { mailFor } from "./masks.ts";

/** Items that are told on a ticket's record; the mail comes of the event. */
const TELLS: Readonly<Record<string, typeof tellOut>> = { [RELEASE_OUT]: tellOut, [WISH_TOLD]: tellWish };

/** Waits between attempts: at once, then ever longer, for a day and a half in all. */
const RETRY_MS = [5_000, 30_000, 120_000, 600_000, 3_600_000, 7_200_000, 21_600_000, 43_200_000, 50_400_000];

/** While one node sends, no other takes the same item; a node that dies meanwhile gives it back by this. */
const LEASE_MS = 120_000;

/**
 * Delivers one thing of the outbox: at least once, with the same message id each time. It is taken in one
 * transaction, sent in none, and settled in another.
 */
export async function deliver(ctx: Ctx & { readonly mailer: Mailer }, input: { id: string }): Promise<void> {
  const taken = await write(ctx, "clock.watch", async (scene) => {
    const item = await scene.tx.outbox.claim(input.id, scene.now, scene.now + LEASE_MS);
    const tell = item && TELLS[item.kind];
    if (tell) {
      await tell(ctx, scene, item.body);
      await scene.tx.outbox.sent(input.id, scene.now);
      return null;
    }
    if (item?.kind === DOCUMENT_PUBLISHED) {
      await tellPublished(ctx, scene, item.body);
      await scene.tx.outbox.sent(input.id, scene.now);
      return null;
    }
    return (
      item && { attempts: item.attempts, mail: await compose(ctx, scene, input.id, item.kind, item.body) }
    );
  });
  if (!taken) return;
  const delivery: Delivery = taken.mail
    ? await ctx.mailer.send(taken.mail)
    : { kind: "dead", why: "There is nobody to send it to any more." };
  await write(ctx, "clock.watch", ({ tx, now }) => settle(tx, input.id, now, taken.attempts, delivery));
}

function settle(tx: Tx, id: string, now: Instant, attempts: number, delivery: Delivery): Promise<void> {
  switch (delivery.kind) {
    case "sent":
      return tx.outbox.sent(id, now);
    case "dead":
      return tx.outbox.failed(id, delivery.why, null);
    case "retry": {
      const wait = RETRY_MS[attempts - 1];
      return tx.outbox.failed(
        id,
        delivery.why,
        wait === undefined ? null : now + Math.max(wait, delivery.afterMs),
      );
    }
  }
}

async function compose(
  ctx: Ctx,
  scene: Scene,
  id: string,
  kind: string,
  body: OutboxBody,
): Promise<Mail | null> {
  const { workspace } = ctx;
  const envelope = { messageId: `<${id}@${new URL(workspace.baseUrl).hostname}>` };
  if (kind === "invite") {
    const email = ctx.vault.openOwn(String(body["email"]));
    const role = AGENT_ROLES.find((known) => known === body["role"]) ?? "agent";
    const secret = await newInvite(ctx, scene, email, role);
    const link = `${workspace.baseUrl}/desk/join#${secret}`;
    return {
      ...envelope,
      ...mailFor("en", "invite", { link, workspace: workspace.name }),
      to: { name: "", address: email },
      isAutomatic: true,
    };
  }
  const stored = await scene.tx.people.find(String(body["person"]));
  if (!stored?.wrapped) return null;
  const person = readable(ctx.vault, stored);
  const to = { name: person.name, address: person.email };
  if (kind === "portal-link") {
    const secret = await newPortalLink(ctx, scene, person.id, String(body["organisation"]));
    const link = `${workspace.baseUrl}/portal/enter#${secret}`;
    return {
      ...envelope,
      ...mailFor("en", "portal-link", { link, name: person.name, workspace: workspace.name }),
      to,
      isAutomatic: true,
    };
  }
  if (kind.startsWith("conduct-")) {
    const words = await conductMail(ctx, scene, { kind, body, name: person.name });
    return words && { ...envelope, ...words, to, isAutomatic: true };
  }
  if (kind === "incident-update") {
    const words = await incidentUpdateMail(ctx, scene, { body, name: person.name });
    return words && { ...envelope, ...words, to, isAutomatic: true };
  }
  return composeTicketMail(ctx, scene, { envelope, kind, body, stored });
}

type TicketMail = {
  readonly envelope: { readonly messageId: string };
  readonly kind: string;
  readonly body: OutboxBody;
  /** Whom it is for. */
  readonly stored: StoredPerson;
};

/** A mail about a ticket, in the reader's language and zone, as far as they want one; null when they do not. */
async function composeTicketMail(
  ctx: Ctx,
  scene: Scene,
  { envelope, kind, body, stored }: TicketMail,
): Promise<Mail | null> {
  const { workspace } = ctx;
  const ticket = await scene.tx.tickets.findById(String(body["ticket"]));
  if (!ticket) return null;
  // What goes on the ticket's record does not hang on whether somebody wants mail.
  if (kind === "incident-ended" && !(await askAtEnd(ctx, scene, body))) return null;
  const person = readable(ctx.vault, stored);
  const to = { name: person.name, address: person.email };
  const isRequester = ticket.requester === person.id;
  const isAgent = (await scene.tx.people.agents()).some(({ id }) => id === person.id);
  const preference = await scene.tx.preferences.find(person.id);
  const isWanted =
    preference === null || preference.mail === "all" || (preference.mail === "mine" && isRequester);
  if (!isAgent && !isWanted) return null;
  const locale = preference?.locale ?? (ticket.locale === "de" ? "de" : "en");
  const zone = preference?.zone ?? ticket.zone;
  const requester = isRequester ? stored : await scene.tx.people.find(ticket.requester);
  const subject = openText(ctx.vault, requester, ticket.subject) ?? "";
  const link = `${workspace.baseUrl}/${isAgent ? "desk" : "portal"}/tickets/${ticket.number}`;
  const number = String(ticket.number);
  const about = { link, name: person.name, workspace: workspace.name, number, subject };
  const log = kind === "news" ? await scene.tx.tickets.log(ticket.id) : [];
  const logged = log.find(({ seq }) => seq === body["seq"]);
  const invitation =
    logged && (!isAgent || hostsOf(log, logged.seq).includes(person.id))
      ? await invitationFor(ctx, scene, ticket, {
          log,
          logged,
          guest: person,
          side: isAgent ? "agent" : "customer",
        })
      : {};
  if (ticket.proceedings.isRestricted && !isAgent) {
    return {
      ...envelope,
      ...mailFor(locale, "restricted-news", about),
      to,
      isAutomatic: true,
      ...invitation,
    };
  }
  if (kind === "incident-ended") {
    const words = await incidentEndedMail(ctx, scene, { body, about, reader: { locale, zone } });
    return words && { ...envelope, ...words, to, isAutomatic: true };
  }
  if (kind === "news") {
    const news =
      logged && (await newsOf(ctx, scene, ticket, { logged, log, reader: { locale, zone, isAgent } }));
    if (!news) return null;
    const reader = isAgent ? "agent" : isRequester ? "requester" : "follower";
    const mail = mailFor(locale, "news", { ...about, news, reader });
    return { ...envelope, ...mail, to, isAutomatic: true, ...invitation };
  }
  if (kind === "promise-moved") {
    const words = (at: string | number | null | undefined) =>
      typeof at === "number" ? dueWords(locale, zone, at) : null;
    const dueFrom = words(body["dueFrom"]);
    if (dueFrom === null) return null;
    const facts = { ...about, dueFrom, dueTo: words(body["dueTo"]) };
    return { ...envelope, ...mailFor(locale, "promise-moved", facts), to, isAutomatic: true };
  }
  const words = await answerMail(ctx, scene, ticket, {
    body,
    about,
    reader: { locale, zone, kind: isRequester ? "requester" : "follower" },
  });
  return words && { ...envelope, ...words, to, isAutomatic: false };
}

/** What goes into the reader's calendar with news of a video chat. */
async function invitationFor(
  ctx: Ctx,
  scene: Scene,
  ticket: StoredTicket,
  { log, logged, guest, side }: Invited,
): Promise<Pick<Mail, "invitation">> {
  const { kind } = logged.event;
  if (kind !== "video.granted" && kind !== "video.cancelled") return {};
  const granted = grantedBefore(log, logged.seq);
  if (!granted) return {};
  const isCancelled = kind === "video.cancelled";
  const cancelledAt = isCancelled ? logged.at : null;
  const meeting = await invitationOf(ctx, scene, { ticket, granted, cancelledAt, side });
  const file = ctx.invitations.fileOf({ ...meeting, guest });
  return { invitation: { file, method: isCancelled ? "cancel" : "request" } };
}

type Invited = {
  readonly log: readonly LoggedTicketEvent[];
  readonly logged: LoggedTicketEvent;
  readonly guest: { readonly name: string; readonly email: string };
  readonly side: Side;
};
