import type { Instant, PolicyFiles } from "@troth/policy";

/** A policy that administrators are writing, without its files. */
export type StoredPolicyDraft = {
  readonly id: string;
  readonly name: string;
  readonly basedOn: string | null;
  /** Grows by one with each save; a save states the one it read. */
  readonly revision: number;
  readonly bytes: number;
  readonly createdAt: Instant;
  /** `agent:` or `key:` with the id, as a publication has it. */
  readonly createdBy: string;
  readonly updatedAt: Instant;
  readonly updatedBy: string;
  readonly publishedVersion: string | null;
  readonly publishedAt: Instant | null;
};

export type DraftSave = {
  readonly id: string;
  readonly expected: number;
  readonly name: string;
  /** Null leaves them as they are. */
  readonly files: PolicyFiles | null;
  readonly bytes: number;
  readonly at: Instant;
  readonly by: string;
};

export interface PolicyDrafts {
  /** The last changed first. */
  list(most: number): Promise<StoredPolicyDraft[]>;
  find(id: string, mode: "look" | "lock"): Promise<StoredPolicyDraft | null>;
  files(id: string): Promise<PolicyFiles>;
  count(): Promise<number>;
  add(draft: StoredPolicyDraft, files: PolicyFiles): Promise<void>;
  /** False when it is gone or has another revision by now. */
  save(save: DraftSave): Promise<boolean>;
  /** Notes which version it became. */
  published(id: string, version: string, at: Instant): Promise<void>;
  remove(id: string): Promise<void>;
}
