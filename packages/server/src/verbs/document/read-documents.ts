import { reachOf } from "@troth/core";
import { masked } from "@troth/secrets";
import { newsDe } from "../../catalogue/news-de.ts";
import { newsEn } from "../../catalogue/news-en.ts";
import type { AskingTicket, NamedTicket, StoredDocument } from "../../ports/documents.ts";
import type { StoredTicket } from "../../ports/store.ts";
import { agentOf, type Ctx, read, type Scene } from "../context.ts";
import { missing, missingTicket } from "../fail.ts";

export type DocumentDesk = {
  readonly asked: readonly AskingTicket[];
  readonly documents: readonly StoredDocument[];
};

const MOST_LISTED = 200;

/** Tickets on which the cause is asked for, and the documents there are, drafts among them. */
export function listDocuments(ctx: Ctx): Promise<DocumentDesk> {
  return read(ctx, "document.read", async ({ tx }) => ({
    asked: await tx.documents.asking(MOST_LISTED),
    documents: await tx.documents.list(MOST_LISTED),
  }));
}

export type WholeDocument = {
  readonly document: StoredDocument;
  /** Who reads: a draft is opened as it was written to its author alone. */
  readonly reader: string;
  readonly readBy: readonly NamedTicket[];
  /** The words that are sent with the next version, without its line of changes. */
  readonly mail: { readonly en: readonly string[]; readonly de: readonly string[] };
};

const MOST_READERS = 100_000;

/** One document as the desk works on it, and whom the next version reaches. */
export function readDocument(ctx: Ctx, input: { document: string }): Promise<WholeDocument> {
  return read(ctx, "document.read", async (scene) => {
    const { documents } = scene.tx;
    const document = await documents.find(input.document, "look");
    if (!document) throw missing("This document");
    const incident = document.incidentTitle === null ? null : masked(document.incidentTitle);
    const news = { what: "cause", nth: document.published + 1, incident, change: null } as const;
    return {
      document,
      reader: agentOf(scene).id,
      readBy: await documents.readBy(document.id, MOST_READERS),
      mail: { en: newsEn(news, "ticket …").paragraphs, de: newsDe(news, "Ticket …").paragraphs },
    };
  });
}

/** What a ticket knows of documents: about itself, about those merged into it, or about their incident. */
export function documentsOn(
  { tx }: Pick<Scene, "tx">,
  { id, proceedings }: Pick<StoredTicket, "id" | "proceedings">,
): Promise<StoredDocument[]> {
  return tx.documents.ofTickets([id, ...proceedings.absorbed.map(({ ticket }) => ticket)]);
}

/** One published document for a customer of a ticket that it is about; a draft is as if absent. */
export function readCause(ctx: Ctx, input: { number: number; document: string }): Promise<StoredDocument> {
  return read(ctx, "ticket.read", async (scene) => {
    const ticket = await scene.tx.tickets.find(input.number, reachOf(scene.actor), "look");
    if (!ticket) throw missingTicket(input.number);
    const found = (await documentsOn(scene, ticket)).find(({ id }) => id === input.document);
    if (!found || found.published === 0) throw missing("This document");
    return found;
  });
}

/** What is public of an incident's document, for anybody; without the agent's word there is none. */
export function readPublicCause(ctx: Ctx, input: { number: number }): Promise<StoredDocument> {
  return read(ctx, "public.read", async ({ tx }) => {
    const found = await tx.documents.about({ kind: "incident", incident: input.number });
    if (!found?.isOnStatusPage) throw missing(`The cause of incident ${input.number}`);
    return found;
  });
}
