import type { ConductCase, LoggedConductEvent } from "@troth/core";
import type { Instant } from "@troth/policy";

/** Name sealed with `wrapped`'s key, which is null once erased. */
type Named = { readonly id: string; readonly name: string; readonly wrapped: Buffer | null };

/** A text sealed with its author's key. */
export type Written = { readonly sealed: string; readonly by: Named };

/** A case with its people and what they wrote. */
export type StoredCase = ConductCase & {
  readonly id: string;
  readonly head: string;
  readonly reporterPerson: Named;
  readonly concernedPerson: Named;
  readonly organisationName: string | null;
  readonly reason: Written;
  readonly words: Written | null;
  readonly answer: Written | null;
  readonly review: Written | null;
  readonly reinstatement: Written | null;
};

/** The decision that keeps somebody out of support now. */
export type SupportEnd = {
  readonly case: number;
  readonly scope: "person" | "organisation";
  readonly at: Instant;
  readonly words: Written | null;
};

export type CaseChange = {
  readonly id: string;
  /** Version read; null for one that is being reported. */
  readonly expected: number | null;
  readonly logged: LoggedConductEvent;
  readonly previous: string;
  readonly hash: string;
  readonly after: ConductCase;
  readonly ends: { readonly person: string | null; readonly organisation: string | null };
};

export interface Conduct {
  nextNumber(): Promise<number>;
  find(number: number, mode: "look" | "lock"): Promise<StoredCase | null>;
  /** The case that this person reported this message in; null when they did not. */
  reportedBy(person: string, message: string): Promise<number | null>;
  /** All cases but those about this person, the last changed first. */
  listFor(judge: string, most: number): Promise<StoredCase[]>;
  /** Cases that a person reported, or that were decided about them or their organisation. */
  ownOf(person: string, organisation: string | null): Promise<StoredCase[]>;
  /** Appends an event and brings the row to it; false when somebody wrote first. */
  write(change: CaseChange): Promise<boolean>;
  /** What keeps a person of this organisation out; the person's own before the organisation's. */
  endFor(person: string | null, organisation: string): Promise<SupportEnd | null>;
}
