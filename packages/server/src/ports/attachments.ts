import type { FileKind, Reach } from "@troth/core";
import type { Instant } from "@troth/policy";

/** What is known of a file; its name is sealed with the key of the person who uploaded it. */
export type StoredFile = FileKind & {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 of the sealed bytes, hex: what the blob holds, without a word of what it says. */
  readonly hash: string;
};

/** A file as a message shows it. */
export type ShownFile = Omit<StoredFile, "hash">;

/** One that may be read, with whose key opens it. */
export type ReadableFile = ShownFile & { readonly person: string; readonly wrapped: Buffer | null };

/** Files that people uploaded: their uploader's alone until a message takes them, then the message's. */
export interface Attachments {
  add(file: StoredFile & { readonly person: string; readonly at: Instant }): Promise<void>;
  /** How many files of the person no message has taken. */
  waiting(person: string): Promise<number>;
  /** Those of the files that are the person's and that no message has taken, held for this transaction. */
  hold(person: string, ids: readonly string[]): Promise<StoredFile[]>;
  /** Gives held files to a message, in this order. */
  take(ids: readonly string[], ticket: string, message: string): Promise<void>;
  /** Gives the files of a message to another one, of another ticket: they are read there and no longer here. */
  move(from: string, to: { readonly ticket: string; readonly message: string }): Promise<void>;
  /** A file of a message that is read on that ticket, within the reach; one of a note for the desk alone. */
  find(
    which: { readonly id: string; readonly number: number },
    reach: Reach,
    isForDesk: boolean,
  ): Promise<ReadableFile | null>;
  /** Forgets one of the person's that no message has taken; false when there is none. */
  drop(person: string, id: string): Promise<boolean>;
  /** Forgets what no message has taken since before that instant; the ids. */
  dropUnused(before: Instant): Promise<string[]>;
  /** Those of the ids that can still be read: their row is there, and the key of their person. */
  known(ids: readonly string[]): Promise<string[]>;
}
