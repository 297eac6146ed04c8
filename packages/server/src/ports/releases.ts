import type { LoggedReleaseEvent, Release, TicketState } from "@troth/core";

/** The release with what only the database knows of it. */
export type StoredRelease = Release & { readonly id: string; readonly head: string };

/** How many wait for it. */
export type WaitingFigures = { readonly tickets: number; readonly organisations: number };

export type WaitingTicket = {
  readonly id: string;
  readonly number: number;
  readonly state: TicketState;
  readonly subject: string;
  /** Name sealed with `wrapped`'s key, which is null once erased. */
  readonly requester: { readonly id: string; readonly name: string; readonly wrapped: Buffer | null };
  readonly organisationName: string;
};

export type ReleaseChange = {
  readonly id: string;
  /** Version read; null for one that is being planned. */
  readonly expected: number | null;
  readonly logged: LoggedReleaseEvent;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly previous: string;
  readonly hash: string;
  readonly after: Release;
};

/** Releases. A waiting ticket that was merged waits as the ticket it went into. */
export interface Releases {
  /** `keep` holds it as it is until the transaction ends; `lock` holds it for a change. */
  find(id: string, mode: "look" | "lock"): Promise<StoredRelease | null>;
  /** By its name, in upper or lower case alike. */
  named(name: string, mode: "look" | "keep"): Promise<StoredRelease | null>;
  /** Planned ones first, the newest first. */
  list(most: number): Promise<Array<StoredRelease & { readonly figures: WaitingFigures }>>;
  figures(id: string): Promise<WaitingFigures>;
  /** Tickets whose customers wait for it, in the order of their numbers. */
  waiting(id: string, most: number): Promise<WaitingTicket[]>;
  isAwaitedBy(id: string, ticket: string): Promise<boolean>;
  /** Appends an event and brings the row to it; false when somebody wrote first. */
  write(change: ReleaseChange): Promise<boolean>;
}
