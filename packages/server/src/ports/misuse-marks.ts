import type { Sealed } from "@troth/core";
import type { Instant } from "@troth/policy";
import type { Author } from "./approvals.ts";

export type MisuseMark = {
  readonly ticket: number;
  readonly at: Instant;
  readonly by: Author;
  readonly reason: Sealed;
};

/** Tickets by which support was used for what it is not for. */
export interface MisuseMarks {
  /** The newest first. */
  ofOrganisation(organisation: string): Promise<MisuseMark[]>;
  mark(mark: {
    readonly organisation: string;
    readonly ticket: string;
    readonly at: Instant;
    readonly by: string;
    readonly reason: Sealed;
  }): Promise<void>;
  isMarked(ticket: string): Promise<boolean>;
  withdraw(ticket: string): Promise<void>;
}
