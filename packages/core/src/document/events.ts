import type { Instant } from "@troth/policy";
import type { Sealed } from "../ids.ts";
import type { DocumentSection } from "../vocabulary.ts";

/** What a root-cause document says, part by part; Markdown as messages have it. */
export type Sections = Readonly<Record<DocumentSection, string>>;

/** What it is about: one ticket, by id, or one incident, by number. */
export type DocumentSubject =
  | { readonly kind: "ticket"; readonly ticket: string }
  | { readonly kind: "incident"; readonly incident: number };

/** Everything that can happen to a root-cause document. Its parts are sealed as one with their author's key. */
export type DocumentEvent =
  | { readonly kind: "document.begun"; readonly about: DocumentSubject; readonly text: Sealed }
  | { readonly kind: "document.drafted"; readonly text: Sealed }
  | { readonly kind: "document.draft-dropped" }
  | {
      readonly kind: "document.published";
      /** 1 for the first version. */
      readonly nth: number;
      readonly text: Sealed;
      /** What a later version changes, for its readers; null with the first. */
      readonly change: Sealed | null;
      readonly isOnStatusPage: boolean;
    };

/** An event in its place in the document's log. */
export type LoggedDocumentEvent = {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly event: DocumentEvent;
};

/** A root-cause document as its events make it. Its draft is the desk's alone. */
export type CauseDocument = {
  readonly about: DocumentSubject;
  /** Who saved the draft last, and when; null while there is none. */
  readonly draft: { readonly by: string | null; readonly at: Instant } | null;
  /** How many versions were published; 0 while customers know nothing of it. */
  readonly published: number;
  readonly publishedAt: Instant | null;
  /** Whether the newest version is on the public status page too. */
  readonly isOnStatusPage: boolean;
  readonly begunAt: Instant;
  readonly changedAt: Instant;
  /** Seq of the last event; a write states the version it read. */
  readonly version: number;
};
