import type { Page } from "@troth/knowledge";
import type { Instant } from "@troth/policy";
import type { Known, Note } from "@troth/sources";

/** What kinds of place knowledge is read from. `policy`, `incidents`, `tickets` and `articles` are the desk's own. */
export const SOURCE_KINDS = [
  "policy",
  "incidents",
  "tickets",
  "articles",
  "website",
  "folder",
  "git",
  "github",
  "feed",
  "discord",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** A place that knowledge is read from, with how its last refresh went. */
export type StoredSource = {
  readonly id: string;
  readonly kind: SourceKind;
  readonly name: string;
  /** As its kind wants them; never a secret. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Sealed for the installation; null when it needs none. */
  readonly secret: string | null;
  readonly everyMs: number;
  readonly isPaused: boolean;
  readonly cursor: string | null;
  readonly createdAt: Instant;
  readonly attemptedAt: Instant | null;
  /** When all of it, or all that was new in it, was last seen. */
  readonly currentAt: Instant | null;
  readonly nextAt: Instant;
  readonly outcome: "whole" | "news" | "part" | "suspicious" | "broken-off" | null;
  readonly notes: readonly Note[];
  /** Pages that are no longer there and stay until somebody says that this is meant. */
  readonly withheld: number;
  readonly acceptsLoss: boolean;
  readonly alarmedAt: Instant | null;
  readonly heldUntil: Instant | null;
  readonly version: number;
};

/** What can be changed of a source. */
export type SourceDraft = Pick<
  StoredSource,
  "kind" | "name" | "settings" | "secret" | "everyMs" | "isPaused"
>;

/** A page as it was read last. */
export type StoredPage = {
  readonly source: string;
  readonly id: string;
  readonly content: Page;
  readonly address: string;
  readonly changedAt: Instant;
  /** Whose it is; null: everybody may read it. */
  readonly organisation: string | null;
};

export type PagePut = {
  readonly source: string;
  readonly page: Page;
  readonly known: Known;
  readonly organisation: string | null;
  readonly changedAt: Instant;
  readonly seenAt: Instant;
};

/** What changed in a workspace's knowledge after a revision. */
export type KnowledgeNews = {
  readonly revision: number;
  readonly pages: readonly StoredPage[];
  readonly gone: readonly { readonly source: string; readonly id: string }[];
  /** Learned since that revision; null when it was not. */
  readonly meaning: Buffer | null;
  /** The vendor's own table; null: that of the field. */
  readonly synonyms: string | null;
};

/** Sources and the pages that were read from them. Pages change one at a time, under a revision of their own. */
export interface Knowledge {
  sources(): Promise<Array<StoredSource & { readonly pages: number }>>;
  source(id: string, mode: "look" | "lock"): Promise<StoredSource | null>;
  /** False when one is called so already. */
  addSource(id: string, draft: SourceDraft, now: Instant): Promise<boolean>;
  /** False when somebody changed it since `version`, or another is called so. */
  changeSource(id: string, version: number, draft: SourceDraft, nextAt: Instant): Promise<boolean>;
  /** With all its pages. */
  dropSource(id: string, version: number): Promise<boolean>;
  hasDue(now: Instant): Promise<boolean>;
  /** Takes one that is due, for one node, until `until`; null when none is. */
  takeDue(now: Instant, until: Instant): Promise<StoredSource | null>;
  /** Asks for a refresh at once. */
  askFor(id: string, now: Instant, acceptsLoss: boolean): Promise<boolean>;
  /** The same for all sources of a kind. */
  askForKind(kind: SourceKind, now: Instant): Promise<void>;
  /** Keeps it for this node; false when it was lost or taken away. */
  hold(id: string, until: Instant): Promise<boolean>;
  settle(
    id: string,
    end: Pick<StoredSource, "cursor" | "currentAt" | "nextAt" | "outcome" | "notes" | "withheld"> & {
      readonly attemptedAt: Instant;
    },
  ): Promise<void>;
  known(source: string): Promise<ReadonlyMap<string, Known>>;
  /** The new revision. */
  putPage(put: PagePut): Promise<number>;
  keepKnown(source: string, id: string, known: Known, now: Instant): Promise<void>;
  dropPage(source: string, id: string, now: Instant): Promise<number>;
  /** The newest revision, and the one at which the meaning was learned; null before it ever was. */
  age(): Promise<{ readonly revision: number; readonly learnedAt: number | null }>;
  /** Everything after a revision. */
  since(revision: number): Promise<KnowledgeNews>;
  /** The new revision. */
  keepMeaning(bytes: Buffer): Promise<number>;
}
