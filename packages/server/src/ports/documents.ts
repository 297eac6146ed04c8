import type { CauseDocument, DocumentSubject, LoggedDocumentEvent, TicketState } from "@troth/core";
import type { Instant } from "@troth/policy";

/** Name sealed with `wrapped`'s key, which is null once erased. */
type Named = { readonly id: string; readonly name: string; readonly wrapped: Buffer | null };

/** The parts, sealed as one with their author's key. */
export type SealedWords = { readonly text: string; readonly by: Named; readonly at: Instant };

/** One published version; none ever changes. */
export type DocumentVersion = SealedWords & {
  readonly nth: number;
  /** What it changes against the one before, sealed; null with the first. */
  readonly change: string | null;
  readonly isOnStatusPage: boolean;
};

/** A ticket as a document names it; its subject is sealed with the requester's key. */
export type NamedTicket = {
  readonly id: string;
  readonly number: number;
  readonly state: TicketState;
  readonly subject: string;
  readonly requester: Named;
  readonly organisation: string;
  readonly organisationName: string;
};

/** The document with what only the database knows of it. */
export type StoredDocument = Omit<CauseDocument, "draft"> & {
  readonly id: string;
  readonly head: string;
  readonly draft: SealedWords | null;
  /** Oldest first. */
  readonly versions: readonly DocumentVersion[];
  /** What it is about, by name: the one of the two that `about` says. */
  readonly ticket: NamedTicket | null;
  readonly incidentTitle: string | null;
};

/** A ticket on which the cause is asked for. */
export type AskingTicket = NamedTicket & { readonly askedAt: Instant; readonly incident: number | null };

export type DocumentChange = {
  readonly id: string;
  /** Version read; null for one that is being begun. */
  readonly expected: number | null;
  readonly logged: LoggedDocumentEvent;
  readonly previous: string;
  readonly hash: string;
  readonly after: CauseDocument;
};

export interface Documents {
  find(id: string, mode: "look" | "lock"): Promise<StoredDocument | null>;
  /** The one about this ticket or incident; there is one at most. */
  about(subject: DocumentSubject): Promise<StoredDocument | null>;
  /** Those about these tickets or about an incident that one of them is part of; drafts among them. */
  ofTickets(ids: readonly string[]): Promise<StoredDocument[]>;
  /** Those with a draft or a published version, the last changed first. */
  list(most: number): Promise<StoredDocument[]>;
  /** Tickets whose customers read it: its own, those of its incident, and for a merged one the survivor. */
  readBy(id: string, most: number): Promise<NamedTicket[]>;
  /** Tickets on which the cause is asked for, the oldest wish first. */
  asking(most: number): Promise<AskingTicket[]>;
  /** Appends an event and brings the rows to it; false when somebody wrote first. */
  write(change: DocumentChange): Promise<boolean>;
}
