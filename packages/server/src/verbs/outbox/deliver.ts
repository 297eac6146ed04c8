import { AGENT_ROLES } from "@troth/core";
import type { Instant } from "@troth/policy";
import { dueWords } from "../../catalogue/due-words.ts";
import { mailOf } from "../../catalogue/mails.ts";
import type { Delivery, Mail, Mailer } from "../../ports/mailer.ts";
import type { OutboxBody, Tx } from "../../ports/store.ts";
import { type Ctx, type Scene, write } from "../context.ts";
import { newInvite } from "../person/invite-agent.ts";
import { openText, personName, readable } from "../person/keys.ts";
import { newPortalLink } from "../person/portal-session.ts";

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
      ...mailOf("en", "invite", { link, workspace: workspace.name }),
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
      ...mailOf("en", "portal-link", { link, name: person.name, workspace: workspace.name }),
      to,
      isAutomatic: true,
    };
  }
  const ticket = await scene.tx.tickets.findById(String(body["ticket"]));
  if (!ticket) return null;
  const subject = openText(ctx.vault, stored, ticket.subject) ?? "";
  const locale = ticket.locale === "de" ? "de" : "en";
  const link = `${workspace.baseUrl}/portal/tickets/${ticket.number}`;
  const about = {
    link,
    name: person.name,
    workspace: workspace.name,
    number: String(ticket.number),
    subject,
  };
  if (kind === "promise-moved") {
    const words = (at: string | number | null | undefined) =>
      typeof at === "number" ? dueWords(locale, ticket.zone, at) : null;
    const dueFrom = words(body["dueFrom"]);
    if (dueFrom === null) return null;
    const facts = { ...about, dueFrom, dueTo: words(body["dueTo"]) };
    return { ...envelope, ...mailOf(locale, "promise-moved", facts), to, isAutomatic: true };
  }
  const message = (await scene.tx.tickets.messages(ticket.id, false)).find(
    ({ id: one }) => one === body["message"],
  );
  const text = openText(ctx.vault, message?.author ?? null, message?.body ?? null);
  const author = message?.author ? personName(ctx.vault, message.author) : workspace.name;
  if (text === null) return null;
  return { ...envelope, ...mailOf(locale, "answer", { ...about, text, author }), to, isAutomatic: false };
}
