import type { Instant } from "@troth/policy";

/** What counts as using support (P131): asking for something, not looking at it. */
export type ActOfUse = "ticket.opened" | "message.written";

/** The first use of support by an organisation under a version. */
export type Acceptance = {
  readonly organisation: string;
  readonly version: string;
  readonly at: Instant;
  readonly person: string;
  readonly act: ActOfUse;
  /** Number of the ticket it was on. */
  readonly ticket: number;
  /** Place of the event in the organisation's log. */
  readonly seq: number;
};

export type ListedAcceptance = Omit<Acceptance, "organisation" | "person"> & {
  readonly organisation: { readonly id: string; readonly externalId: string; readonly name: string };
  /** Whose name is sealed with `wrapped`'s key. */
  readonly person: { readonly id: string; readonly name: string; readonly wrapped: Buffer | null };
};

export interface Acceptances {
  /** Whether this person has used support for the organisation under the version. */
  hasUsed(organisation: string, person: string, version: string): Promise<boolean>;
  /** Notes that they have; a second time changes nothing. */
  addUse(organisation: string, person: string, version: string, at: Instant): Promise<void>;
  /** The version they used last, if any, and since when the desk knows them. */
  lastUse(
    organisation: string,
    person: string,
  ): Promise<{ readonly version: string | null; readonly knownSince: Instant }>;
  isAccepted(organisation: string, version: string): Promise<boolean>;
  add(acceptance: Acceptance): Promise<void>;
  /** Acceptances of a version, the first one first. */
  list(
    version: string,
    page: { readonly after: readonly [at: Instant, organisation: string] | null; readonly most: number },
  ): Promise<ListedAcceptance[]>;
  /** Organisations that accepted a version, of all there are. */
  count(version: string): Promise<{ readonly accepted: number; readonly organisations: number }>;
}
