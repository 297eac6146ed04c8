import { grantedBefore, type LoggedTicketEvent } from "@troth/core";
import { masked } from "@troth/secrets";
import { dueWords } from "../../catalogue/due-words.ts";
import type { News } from "../../catalogue/news.ts";
import type { StoredTicket } from "../../ports/store.ts";
import type { Ctx, Scene } from "../context.ts";
import { openText, personName } from "../person/keys.ts";

/** Who reads it: times in their zone and their language. */
export type Reader = {
  readonly locale: "en" | "de";
  readonly zone: string | null;
  readonly isAgent: boolean;
};

/** What an event of a ticket is told as; null for one that is not told. */
export async function newsOf(
  ctx: Ctx,
  scene: Scene,
  ticket: StoredTicket,
  { logged, log, reader }: { logged: LoggedTicketEvent; log: readonly LoggedTicketEvent[]; reader: Reader },
): Promise<News | null> {
  const { event, actor } = logged;
  const author = actor.id === null ? null : await scene.tx.people.find(actor.id);
  const by = author ? personName(ctx.vault, author) : ctx.workspace.name;
  const text = (sealed: string | null) => openText(ctx.vault, author, sealed);
  const time = (at: number) => dueWords(reader.locale, reader.zone, at);
  const maybe = (at: number | null) => (at === null ? null : time(at));
  const { policy } = (await ctx.shelf.version(scene.tx, ticket.policyVersion)).runnable;
  const level = (id: string) => policy.severities.find((one) => one.id === id)?.name ?? id;
  switch (event.kind) {
    case "severity.assessed":
      return {
        what: "severity",
        from: level(event.from),
        to: level(event.to),
        reason: text(event.reason),
        dueFrom: maybe(event.dueFrom),
        dueTo: maybe(event.dueTo),
      };
    case "disagreement.opened":
      return { what: "objection", by, reason: text(event.text) };
    case "disagreement.owned":
    case "disagreement.advice-asked": {
      const opened = log.findLast((one) => one.event.kind === "disagreement.opened");
      const objector = opened?.actor.id ? await scene.tx.people.find(opened.actor.id) : null;
      const sealed = opened?.event.kind === "disagreement.opened" ? opened.event.text : null;
      const reason = openText(ctx.vault, objector, sealed);
      return event.kind === "disagreement.owned"
        ? { what: "objection", by: objector ? personName(ctx.vault, objector) : by, reason }
        : { what: "advice-asked", by, reason };
    }
    case "disagreement.ended": {
      const { result, severity } = event;
      return { what: "objection-ended", result, severity: level(severity), by, reason: text(event.text) };
    }
    case "ticket.worsened":
      return { what: "worse", by, to: level(event.to), reason: text(event.text) };
    case "word.reminded":
      return { what: "word-reminded", by: time(event.by), isTeams: event.agent === null };
    case "word.missed":
      return { what: "word-missed", by: time(event.by) };
    case "information.reminded": {
      const { since, closesAt } = event;
      const items = await askedIn(ctx, scene, log, since);
      return { what: "waiting", since: time(since), items, closesAt: maybe(closesAt) };
    }
    case "ticket.closed":
      return {
        what: "closed",
        since: time(event.since),
        items: await askedIn(ctx, scene, log, event.since),
      };
    case "video.granted": {
      const { startsAt, minutes } = event.slot;
      const meeting = {
        by,
        startsAt: time(startsAt),
        minutes,
        room: text(event.room),
      };
      if (!reader.isAgent) return { what: "video-granted", ...meeting };
      const customer = await scene.tx.people.find(ticket.requester);
      return { what: "video-set", ...meeting, customer: customer ? personName(ctx.vault, customer) : "" };
    }
    case "video.asked":
      return { what: "video-asked", by, reason: text(event.text) };
    case "video.declined":
      return { what: "video-declined", by, reason: text(event.text) };
    case "video.cancelled":
      return {
        what: "video-cancelled",
        by,
        reason: text(event.text),
        wasGranted: grantedBefore(log, logged.seq) !== null,
      };
    case "follower.added":
      return { what: "added", by };
    case "release.out": {
      const release = await scene.tx.releases.find(event.release, "look");
      return { what: "release-out", name: masked(event.name), note: masked(release?.note ?? "") };
    }
    case "wish.told": {
      const { state, title, release, reason: why } = event;
      const [name, reason] = [release, why].map((one) => (one === null ? null : masked(one)));
      return { what: "wish", state, title: masked(title), release: name ?? null, reason: reason ?? null };
    }
    case "cause.asked":
      return { what: "cause-asked", by };
    case "cause.declined":
      return { what: "cause-declined", by, reason: text(event.text) };
    case "cause.published": {
      const document = await scene.tx.documents.find(event.document, "look");
      const version = document?.versions.find(({ nth }) => nth === event.nth);
      if (!document || !version) return null;
      const incident = document.incidentTitle === null ? null : masked(document.incidentTitle);
      const change = openText(ctx.vault, version.by, version.change);
      return { what: "cause", nth: event.nth, incident, change };
    }
    case "ticket.merged":
      return { what: "merged", into: event.into };
    default:
      return null;
  }
}

/** What was asked for when a wait began. */
async function askedIn(
  ctx: Ctx,
  scene: Scene,
  log: readonly LoggedTicketEvent[],
  since: number,
): Promise<readonly string[]> {
  const asked = log.findLast(({ event, at }) => event.kind === "information.asked" && at >= since);
  return asked ? itemsAsked(ctx, scene, asked) : [];
}

/** The items of one request for information, as its author wrote them, masked. */
export async function itemsAsked(
  ctx: Ctx,
  scene: Scene,
  { event, actor }: LoggedTicketEvent,
): Promise<readonly string[]> {
  if (event.kind !== "information.asked" || actor.id === null) return [];
  const author = await scene.tx.people.find(actor.id);
  const text = openText(ctx.vault, author, event.items);
  const items: unknown = text === null ? [] : JSON.parse(text);
  return Array.isArray(items) ? items.map(String) : [];
}
