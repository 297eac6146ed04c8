import type { Instant } from "@troth/policy";

/** What a file's bytes come as; never all at once. */
export type Bytes = AsyncIterable<Buffer>;

/** Files cannot be kept as the settings say. The message is one line for the operator and says what to do. */
export class FilesRefusal extends Error {
  override readonly name = "FilesRefusal";
  readonly exitCode = 1;
}

/** Where the bytes of files are kept, apart from the database, each under a workspace and an id of ours. */
export interface Blobs {
  /**
   * Keeps the bytes under an id that nothing has yet. They are there whole and durable once this returns; a stream that
   * fails, or a process that dies, leaves nothing that could be read.
   */
  put(workspace: string, id: string, bytes: Bytes): Promise<void>;
  /** The bytes again; null when there are none. */
  get(workspace: string, id: string): Promise<Bytes | null>;
  /** Forgets them. What is not there is no fault. */
  forget(workspace: string, ids: readonly string[]): Promise<void>;
  /** Ids of what was put before that instant, some at a time; left-overs of puts that failed before it go on the way. */
  olderThan(workspace: string, at: Instant): AsyncIterable<readonly string[]>;
  /** Keeps, reads and forgets a few bytes; throws `FilesRefusal` when that fails. */
  check(): Promise<void>;
}
