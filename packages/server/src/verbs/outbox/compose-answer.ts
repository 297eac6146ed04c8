import { type LoggedTicketEvent, reopenEndsAt, replyEffectOf } from "@troth/core";
import { masked } from "@troth/secrets";
import { dueWords } from "../../catalogue/due-words.ts";
import type { EndFacts } from "../../catalogue/words.ts";
import type { OutboxBody, StoredPerson, StoredTicket } from "../../ports/store.ts";
import type { Ctx, Scene } from "../context.ts";
import { openText, personName } from "../person/keys.ts";
import { itemsAsked } from "./compose-news.ts";
import { mailFor } from "./masks.ts";

type Words = { readonly subject: string; readonly text: string; readonly html: string };

type Answered = {
  readonly body: OutboxBody;
  readonly about: {
    readonly link: string;
    readonly name: string;
    readonly workspace: string;
    readonly number: string;
    readonly subject: string;
  };
  readonly reader: {
    readonly locale: "en" | "de";
    readonly zone: string | null;
    readonly kind: "requester" | "follower";
  };
};

/** A public answer by mail: with what it asks for, or with how the ticket ended where it ended with it. */
export async function answerMail(
  ctx: Ctx,
  scene: Scene,
  ticket: StoredTicket,
  { body, about, reader }: Answered,
): Promise<Words | null> {
  const messages = await scene.tx.tickets.messages(ticket.id, false);
  const message = messages.find(({ id }) => id === body["message"]);
  const text = openText(ctx.vault, message?.author ?? null, message?.body ?? null);
  if (text === null) return null;
  const author = message?.author ? personName(ctx.vault, message.author) : ctx.workspace.name;
  const facts = { ...about, text, author, reader: reader.kind };
  const log = await scene.tx.tickets.log(ticket.id);
  const written = log.find(
    ({ event }) => event.kind === "message.written" && event.message === body["message"],
  );
  const together = log.filter(({ seq, at }) => written && seq > written.seq && at === written.at);
  const end = together.find(({ event, actor }) => event.kind === "ticket.resolved" && actor.kind === "agent");
  if (end) {
    const ended = await endOf(ctx, scene, ticket, { end, author: message?.author ?? null, reader });
    return ended && mailFor(reader.locale, "ended", { ...facts, ...ended });
  }
  const asked = together.find(({ event }) => event.kind === "information.asked");
  const items = asked ? await itemsAsked(ctx, scene, asked) : [];
  return mailFor(reader.locale, "answer", { ...facts, items });
}

type End = {
  readonly end: LoggedTicketEvent;
  readonly author: StoredPerson | null;
  readonly reader: Pick<Answered["reader"], "locale" | "zone">;
};

/** How it ended, in the words of the policy that holds for the ticket; until when a reply reopens it, by the one in force. */
async function endOf(
  ctx: Ctx,
  scene: Scene,
  ticket: StoredTicket,
  { end: { event }, author, reader }: End,
): Promise<EndFacts | null> {
  if (event.kind !== "ticket.resolved") return null;
  const { policy } = (await ctx.shelf.version(scene.tx, ticket.policyVersion)).runnable;
  const inForce = (await ctx.shelf.current(scene.tx)).runnable.policy;
  const outcome = policy.outcomes.find(({ id }) => id === event.outcome);
  const needs = outcome?.needs ?? null;
  const exclusion = policy.exclusions.find(({ id }) => needs === "exclusion" && id === event.detail);
  const opens =
    replyEffectOf(ticket, inForce, scene.now) === "reopens" ? reopenEndsAt(ticket, inForce) : null;
  const incident =
    needs === "incident" && event.detail !== null
      ? await scene.tx.incidents.find(Number(event.detail), "look")
      : null;
  return {
    outcome: outcome?.name ?? event.outcome,
    exclusion: exclusion
      ? {
          number: exclusion.number,
          text: exclusion.text,
          named: openText(ctx.vault, author, event.named ?? null),
          clause: exclusion.clause.title,
          version: exclusion.clause.policyVersion,
        }
      : null,
    release: needs === "release" && event.detail !== null ? masked(event.detail) : null,
    isAwaited: event.release !== undefined,
    incident: incident ? masked(incident.title) : null,
    remark: needs === null && event.detail !== null ? masked(event.detail) : null,
    reopensUntil: opens === null ? null : dueWords(reader.locale, reader.zone, opens),
  };
}
