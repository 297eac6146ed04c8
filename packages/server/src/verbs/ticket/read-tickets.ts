import {
  type LoggedTicketEvent,
  type ReplyEffect,
  reachOf,
  reopenEndsAt,
  replyEffectOf,
  saysSomething,
} from "@troth/core";
import type { Entitlement } from "@troth/policy";
import type { StoredDocument } from "../../ports/documents.ts";
import type { ToldIncident } from "../../ports/incidents.ts";
import type { ListedTicket, WholeTicket } from "../../ports/store.ts";
import type { StoredWish } from "../../ports/wishes.ts";
import { type FileLink, fileLinks } from "../attachment/file-links.ts";
import { type Ctx, memberOf, read, type Scene, write } from "../context.ts";
import { isCauseOffered } from "../document/ask-cause.ts";
import { documentsOn } from "../document/read-documents.ts";
import { Fail, missingTicket } from "../fail.ts";
import { openText } from "../person/keys.ts";
import type { Shelved } from "../policy-shelf.ts";
import { wishesOn } from "../wish/wishes-on.ts";
import { whyNotWrite } from "./may-write.ts";

export const PAGE_ROWS = 50;

/** A ticket with everything one screen shows of it. */
export type ShownTicket = WholeTicket & {
  readonly shelved: Shelved;
  /** The policy versions that its promises are of. */
  readonly shelves: ReadonlyMap<string, Shelved>;
  readonly reader: string;
  /** Where this reader finds a file, for the next minutes. */
  readonly linkTo: (file: string) => FileLink;
  readonly now: number;
  /** The incident it is part of, as it stands now. */
  readonly incident: ToldIncident | null;
  /** Why the reading customer may not write on it; null for those who may, and for the desk. */
  readonly whyNotWrite: Entitlement | null;
  /** What it asks for, with the tickets merged into it, as it stands now. */
  readonly wishes: readonly StoredWish[];
  /** Root-cause documents about it or its incident, drafts among them. */
  readonly documents: readonly StoredDocument[];
  /** Whether a customer could ask for the cause; decided where it can matter, on a ticket that has ended. */
  readonly isCauseOffered: boolean;
  /** What a message of the reading customer does now, and until when it opens the ticket again. */
  readonly reply: { readonly effect: ReplyEffect; readonly reopensUntil: number | null };
};

const GOES_ON: ShownTicket["reply"] = { effect: "goes-on", reopensUntil: null };

/** One ticket for a customer who may see it. Notes are not read at all. */
export function readTicket(ctx: Ctx, input: { number: number }): Promise<ShownTicket> {
  return read(ctx, "ticket.read", async (scene) => {
    const reader = memberOf(scene).id;
    const shown = await shownTicket(ctx, scene, { ...input, reader, isForDesk: false });
    return {
      ...(await withoutHidden(scene, shown)),
      whyNotWrite: await whyNotWrite(ctx, scene, shown.row),
      reply: await replyOn(ctx, scene, shown),
    };
  });
}

async function replyOn(ctx: Ctx, scene: Scene, { row }: ShownTicket): Promise<ShownTicket["reply"]> {
  if (row.resolvedAt === null) return GOES_ON;
  const { policy } = (await ctx.shelf.current(scene.tx)).runnable;
  const effect = replyEffectOf(row, policy, scene.now);
  return { effect, reopensUntil: effect === "reopens" ? reopenEndsAt(row, policy) : null };
}

/** The ticket without a word of others that this reader would not find: neither their numbers nor how they stand to it. */
async function withoutHidden(scene: Scene, shown: ShownTicket): Promise<ShownTicket> {
  const { row, happenings } = shown;
  const { links, mergedInto } = row.proceedings;
  const named = new Set([
    ...links.map(({ to }) => to),
    ...(mergedInto === null ? [] : [mergedInto]),
    ...happenings.flatMap((one) => otherIn(one) ?? []),
  ]);
  if (named.size === 0) return shown;
  const found = new Set(await scene.tx.tickets.within([...named], reachOf(scene.actor)));
  const isFound = (number: number | null) => number === null || found.has(number);
  const proceedings = {
    ...row.proceedings,
    links: links.filter(({ to }) => found.has(to)),
    mergedInto: isFound(mergedInto) ? mergedInto : null,
  };
  return {
    ...shown,
    row: { ...row, proceedings },
    happenings: happenings.filter((one) => isFound(otherIn(one))),
  };
}

/** Number of the other ticket that an event is about. */
function otherIn({ event }: LoggedTicketEvent): number | null {
  switch (event.kind) {
    case "ticket.linked":
    case "ticket.unlinked":
      return event.to;
    case "ticket.merged":
    case "message.split-off":
      return event.into;
    case "ticket.absorbed":
      return event.number;
    default:
      return null;
  }
}

/** Row, conversation, clocks and the people in it; notes and all projects for the desk alone. */
export async function shownTicket(
  ctx: Ctx,
  scene: Scene,
  { number, reader, isForDesk }: { number: number; reader: string; isForDesk: boolean },
): Promise<ShownTicket> {
  const whole = await scene.tx.tickets.whole(number, reachOf(scene.actor), reader, isForDesk);
  if (!whole) throw missingTicket(number);
  const shelved = await ctx.shelf.version(scene.tx, whole.row.policyVersion);
  const promises = whole.commitments.flatMap(({ snapshot, others }) => [
    snapshot,
    ...others,
    ...snapshot.calendars,
  ]);
  const { incident: part } = whole.row;
  const incident = part === null ? null : await scene.tx.incidents.find(part, "look");
  const shelves = await shelvesOf(ctx, scene, promises);
  const linkTo = fileLinks(ctx, scene, whole.row.number);
  const wishes = await wishesOn(scene, { id: whole.row.id, stored: whole.row });
  const documents = await documentsOn(scene, whole.row);
  const isOver = !isForDesk && whole.row.resolvedAt !== null;
  const isOffered = isOver && (await isCauseOffered(ctx, scene, whole.row));
  const about = { incident, wishes, documents, isCauseOffered: isOffered, whyNotWrite: null, reply: GOES_ON };
  return { ...whole, shelved, shelves, reader, linkTo, now: scene.now, ...about };
}

export type TicketPage = {
  readonly rows: readonly ListedTicket[];
  readonly nextCursor: string | null;
  readonly reader: string;
  readonly shelves: ReadonlyMap<string, Shelved>;
};

/** Which tickets of those a customer may see. */
export type TicketsAsked = {
  readonly mine: boolean;
  /** Words that all stand in number, subject or project; empty: all tickets. */
  readonly find: string;
  readonly cursor: string | null;
};

/** The tickets a customer may see, newest change first. */
export function listTickets(ctx: Ctx, input: TicketsAsked): Promise<TicketPage> {
  return read(ctx, "ticket.read", async (scene) => {
    const reader = memberOf(scene).id;
    const after = input.cursor === null ? null : pairOf(input.cursor);
    const list = { mine: input.mine, after };
    const rows = saysSomething(input.find)
      ? await findTickets(ctx, scene, { ...list, reader }, input.find)
      : await scene.tx.tickets.listFor(reachOf(scene.actor), reader, { ...list, most: PAGE_ROWS + 1 });
    const page = rows.slice(0, PAGE_ROWS);
    const last = page.at(-1);
    const nextCursor = rows.length > PAGE_ROWS && last ? `${last.changedAt}.${last.number}` : null;
    return {
      rows: page,
      nextCursor,
      reader,
      shelves: await shelvesOf(ctx, scene, [...page, ...page.flatMap(promisedBy)]),
    };
  });
}

/** Rows looked at in one go, and goes: subjects are sealed, so each is opened and read. */
const LOOKED_AT = 500;
const MOST_LOOKS = 10;

/** The newest that hold all the words, as many as fit a page and one more; of an organisation's last five thousand. */
async function findTickets(
  { vault }: Ctx,
  { tx, actor }: Scene,
  list: { readonly mine: boolean; readonly after: readonly [number, number] | null; readonly reader: string },
  find: string,
): Promise<ListedTicket[]> {
  const words = find
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const found: ListedTicket[] = [];
  const { mine, reader } = list;
  let place = list.after;
  for (let look = 0; look < MOST_LOOKS && found.length <= PAGE_ROWS; look += 1) {
    const rows = await tx.tickets.listFor(reachOf(actor), reader, { mine, after: place, most: LOOKED_AT });
    for (const row of rows) {
      const subject = openText(vault, row.requesterPerson, row.subject) ?? "";
      const text = `${row.number} ${subject} ${row.project ?? ""}`.toLowerCase();
      if (words.every((word) => text.includes(word.replace(/^#/, "")))) found.push(row);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < LOOKED_AT) break;
    place = [last.changedAt, last.number];
  }
  return found.slice(0, PAGE_ROWS + 1);
}

/** The version that a row's promise is of, where it is not the ticket's own. */
export function promisedBy({ commitment }: ListedTicket): readonly { readonly policyVersion: string }[] {
  return commitment === null ? [] : [commitment.snapshot];
}

/** The policy versions that govern a page of tickets, or the promises of one. */
export async function shelvesOf(
  ctx: Ctx,
  scene: Scene,
  rows: ReadonlyArray<Pick<ListedTicket, "policyVersion">>,
): Promise<ReadonlyMap<string, Shelved>> {
  const shelves = new Map<string, Shelved>();
  for (const version of new Set(rows.map(({ policyVersion }) => policyVersion))) {
    shelves.set(version, await ctx.shelf.version(scene.tx, version));
  }
  return shelves;
}

const CURSOR = /^(\d{1,15})\.(\d{1,9})$/;

function pairOf(cursor: string): readonly [number, number] {
  const [, changedAt, number] = CURSOR.exec(cursor) ?? [];
  if (changedAt === undefined || number === undefined) {
    throw new Fail("invalid", "This cursor is not one of ours. Start again without it.");
  }
  return [Number(changedAt), Number(number)];
}

/** The customer has read everything on a ticket up to now. */
export function markTicketRead(ctx: Ctx, input: { number: number }): Promise<null> {
  return write(ctx, "ticket.read", async (scene) => {
    const ticket = await scene.tx.tickets.find(input.number, reachOf(scene.actor), "look");
    if (!ticket) throw missingTicket(input.number);
    await scene.tx.tickets.markRead(ticket.id, memberOf(scene).id, ticket.version);
    return null;
  });
}
