import type {
  Cause,
  CauseVersion,
  DeskCauses,
  DocumentHead,
  DocumentList,
  PublicCause,
  TicketCauses,
  WholeDocument as WholeDocumentWire,
} from "@troth/contract";
import type { Sections } from "@troth/core";
import { masked } from "@troth/secrets";
import type { z } from "zod";
import type { NamedTicket, SealedWords, StoredDocument } from "../../ports/documents.ts";
import type { Vault } from "../../ports/vault.ts";
import type { DocumentDesk, WholeDocument } from "../../verbs/document/read-documents.ts";
import { ERASED, openSections, openText, personName } from "../../verbs/person/keys.ts";
import type { ShownTicket } from "../../verbs/ticket/read-tickets.ts";
import { wireInstant } from "./instant.ts";

const maybe = (at: number | null): string | null => (at === null ? null : wireInstant(at));

const NO_SECTIONS: Sections = { happened: "", impact: "", cause: "", changed: "" };

function presentVersions(vault: Vault, versions: StoredDocument["versions"]): z.infer<typeof CauseVersion>[] {
  return versions.map(({ nth, at, by, text, change }) => {
    const sections = openSections(vault, by, text);
    return {
      nth,
      at: wireInstant(at),
      by: personName(vault, by),
      change: openText(vault, by, change),
      isErased: sections === null,
      sections: sections ?? NO_SECTIONS,
    };
  });
}

function incidentOf({ about, incidentTitle }: StoredDocument) {
  return about.kind === "incident" ? { number: about.incident, title: masked(incidentTitle ?? "") } : null;
}

/** A document as its customers read it: published versions and nothing of a draft. */
export function presentCause(vault: Vault, document: StoredDocument): z.infer<typeof Cause> {
  return {
    id: document.id,
    ticket: document.ticket?.number ?? null,
    incident: incidentOf(document),
    versions: presentVersions(vault, document.versions),
  };
}

/** What of it everybody may read: the versions that the vendor put on the status page. */
export function presentPublicCause(vault: Vault, document: StoredDocument): z.infer<typeof PublicCause> {
  const open = document.versions.filter(({ isOnStatusPage }) => isOnStatusPage);
  const incident = incidentOf(document) ?? { number: 0, title: "" };
  // Who wrote it is the vendor's own matter.
  return { incident, versions: presentVersions(vault, open).map((version) => ({ ...version, by: "" })) };
}

/** The documents on a customer's ticket; a draft is as if absent. */
export function presentTicketCauses({
  row,
  documents,
}: Pick<ShownTicket, "documents" | "row">): z.infer<typeof TicketCauses> {
  return {
    askedAt: maybe(row.proceedings.causeAskedAt),
    documents: documents.flatMap((document) => {
      const { id, published: nth, publishedAt } = document;
      if (publishedAt === null) return [];
      return [{ id, incident: incidentOf(document), nth, publishedAt: wireInstant(publishedAt) }];
    }),
  };
}

export function presentDocumentHead(vault: Vault, document: StoredDocument): z.infer<typeof DocumentHead> {
  const { id, published: nth, publishedAt, isOnStatusPage, draft, version } = document;
  return {
    id,
    nth,
    publishedAt: maybe(publishedAt),
    isOnStatusPage,
    draft: draft && { by: personName(vault, draft.by), at: wireInstant(draft.at) },
    version,
    ticket: document.ticket?.number ?? null,
    incident: incidentOf(document),
  };
}

/** The same for the desk, drafts among them; one that is neither begun nor published is none. */
export function presentDeskCauses(
  vault: Vault,
  { row, documents }: Pick<ShownTicket, "documents" | "row">,
): z.infer<typeof DeskCauses> {
  return {
    askedAt: maybe(row.proceedings.causeAskedAt),
    documents: documents.filter(isThere).map((document) => presentDocumentHead(vault, document)),
  };
}

const isThere = ({ draft, published }: StoredDocument): boolean => draft !== null || published > 0;

function namedTicket(vault: Vault, { number, subject, state, requester, organisationName }: NamedTicket) {
  return {
    number,
    subject: openText(vault, requester, subject) ?? ERASED,
    state,
    organisation: organisationName,
  };
}

function subjectOf(vault: Vault, { ticket, incidentTitle }: StoredDocument): string {
  if (ticket === null) return masked(incidentTitle ?? "");
  return openText(vault, ticket.requester, ticket.subject) ?? ERASED;
}

export function presentDocumentList(
  vault: Vault,
  { asked, documents }: DocumentDesk,
): z.infer<typeof DocumentList> {
  return {
    asked: asked.map(({ askedAt, incident, ...ticket }) => ({
      ...namedTicket(vault, ticket),
      askedAt: wireInstant(askedAt),
      incident,
    })),
    documents: documents.map((document) => ({
      ...presentDocumentHead(vault, document),
      subject: subjectOf(vault, document),
    })),
  };
}

const MOST_SHOWN = 200;

export function presentWholeDocument(
  vault: Vault,
  { document, reader, readBy, mail }: WholeDocument,
): z.infer<typeof WholeDocumentWire> {
  return {
    ...presentDocumentHead(vault, document),
    subject: subjectOf(vault, document),
    sections: sectionsFor(vault, document, reader),
    versions: presentVersions(vault, document.versions),
    readBy: {
      tickets: readBy.length,
      organisations: new Set(readBy.map(({ organisation }) => organisation)).size,
    },
    tickets: readBy.slice(0, MOST_SHOWN).map((ticket) => namedTicket(vault, ticket)),
    mail: { en: [...mail.en], de: [...mail.de] },
  };
}

/** What an editor begins with: the draft, as it was written for its own author; else the newest version. */
function sectionsFor(vault: Vault, { draft, versions }: StoredDocument, reader: string): Sections {
  const words: SealedWords | undefined = draft ?? versions.at(-1);
  if (words === undefined) return NO_SECTIONS;
  return openSections(vault, words.by, words.text, { isOwn: draft?.by.id === reader }) ?? NO_SECTIONS;
}
