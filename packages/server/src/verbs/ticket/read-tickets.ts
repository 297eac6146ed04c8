import type { LoggedTicketEvent } from "@troth/core";
import { reachOf } from "@troth/core";
import type {
  ListedTicket,
  StoredCommitment,
  StoredMessage,
  StoredPerson,
  StoredProject,
} from "../../ports/store.ts";
import { type Ctx, memberOf, read, type Scene, write } from "../context.ts";
import { Fail, missingTicket } from "../fail.ts";
import type { Shelved } from "../policy-shelf.ts";

export const PAGE_ROWS = 50;

/** A ticket with everything one screen shows of it. */
export type WholeTicket = {
  readonly row: ListedTicket;
  readonly messages: readonly StoredMessage[];
  readonly log: readonly LoggedTicketEvent[];
  readonly commitments: readonly StoredCommitment[];
  readonly people: ReadonlyMap<string, StoredPerson>;
  readonly projects: readonly StoredProject[];
  readonly shelved: Shelved;
  readonly reader: string;
  readonly now: number;
};

/** One ticket for a customer who may see it. Notes are not read at all. */
export function readTicket(ctx: Ctx, input: { number: number }): Promise<WholeTicket> {
  return read(ctx, "ticket.read", (scene) =>
    wholeTicket(ctx, scene, input.number, memberOf(scene).id, false),
  );
}

/** Row, conversation, clocks and the people in it. `withNotes` only for the desk. */
export async function wholeTicket(
  ctx: Ctx,
  scene: Scene,
  number: number,
  reader: string,
  withNotes: boolean,
): Promise<WholeTicket> {
  const { tickets, directory } = scene.tx;
  const row = await tickets.read(number, reachOf(scene.actor), reader);
  if (!row) throw missingTicket(number);
  const messages = await tickets.messages(row.id, withNotes);
  const log = await tickets.log(row.id);
  const commitments = await tickets.commitments(row.id);
  const projects = row.place.project === null && !withNotes ? [] : await directory.projects(row.organisation);
  const shelved = await ctx.shelf.version(scene.tx, row.policyVersion);
  const people = await peopleIn(scene, log, messages, row);
  return { row, messages, log, commitments, people, projects, shelved, reader, now: scene.now };
}

async function peopleIn(
  scene: Scene,
  log: readonly LoggedTicketEvent[],
  messages: readonly StoredMessage[],
  row: ListedTicket,
): Promise<ReadonlyMap<string, StoredPerson>> {
  const people = new Map<string, StoredPerson>([[row.requesterPerson.id, row.requesterPerson]]);
  for (const { author } of messages) if (author) people.set(author.id, author);
  if (row.assigneePerson) people.set(row.assigneePerson.id, row.assigneePerson);
  const named = log.flatMap(({ actor, event }) => [
    actor.id,
    event.kind === "ticket.assigned" ? event.to : null,
  ]);
  for (const id of new Set(named)) {
    if (id === null || people.has(id)) continue;
    const person = await scene.tx.people.find(id);
    if (person) people.set(id, person);
  }
  return people;
}

export type TicketPage = {
  readonly rows: readonly ListedTicket[];
  readonly nextCursor: string | null;
  readonly reader: string;
  readonly shelves: ReadonlyMap<string, Shelved>;
};

/** The tickets a customer may see, newest change first. */
export function listTickets(ctx: Ctx, input: { mine: boolean; cursor: string | null }): Promise<TicketPage> {
  return read(ctx, "ticket.read", async (scene) => {
    const reader = memberOf(scene).id;
    const after = input.cursor === null ? null : pairOf(input.cursor);
    const rows = await scene.tx.tickets.listFor(reachOf(scene.actor), reader, {
      mine: input.mine,
      after,
      most: PAGE_ROWS + 1,
    });
    const page = rows.slice(0, PAGE_ROWS);
    const last = page.at(-1);
    const nextCursor = rows.length > PAGE_ROWS && last ? `${last.changedAt}.${last.number}` : null;
    return { rows: page, nextCursor, reader, shelves: await shelvesOf(ctx, scene, page) };
  });
}

/** The policy versions that govern a page of tickets. */
export async function shelvesOf(
  ctx: Ctx,
  scene: Scene,
  rows: readonly ListedTicket[],
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
