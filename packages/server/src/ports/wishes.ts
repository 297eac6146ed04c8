import type { LoggedWishEvent, Wish, WishState } from "@troth/core";
import type { WaitingFigures, WaitingTicket } from "./releases.ts";

/** The wish with what only the database knows of it, its release by name too. */
export type StoredWish = Wish & {
  readonly id: string;
  readonly head: string;
  readonly releaseName: string | null;
};

export type WishChange = {
  readonly id: string;
  /** Version read; null for one that is being opened. */
  readonly expected: number | null;
  readonly logged: LoggedWishEvent;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly previous: string;
  readonly hash: string;
  readonly after: Wish;
};

/** One event of a wish and who made it. */
export type WishStepTaken = LoggedWishEvent & {
  readonly actor: { readonly kind: string; readonly id: string | null };
};

export type WishFilter = {
  /** Null: all. */
  readonly state: WishState | null;
  /** Words in its title; empty: all. */
  readonly find: string;
  readonly most: number;
};

/** Wishes. A ticket that was merged asks as the ticket it went into. */
export interface Wishes {
  /** `keep` holds it as it is until the transaction ends; `lock` holds it for a change. */
  find(id: string, mode: "look" | "keep" | "lock"): Promise<StoredWish | null>;
  /** One that is noted or planned, by its title in upper or lower case alike. */
  titled(title: string): Promise<StoredWish | null>;
  /** Those that come with a release. */
  plannedFor(release: string, mode: "look" | "lock"): Promise<StoredWish[]>;
  /** The most asked for first. */
  list(filter: WishFilter): Promise<Array<StoredWish & { readonly figures: WaitingFigures }>>;
  figures(id: string): Promise<WaitingFigures>;
  /** Tickets that ask for it, in the order of their numbers. */
  asking(id: string, most: number): Promise<WaitingTicket[]>;
  isAskedBy(id: string, ticket: string): Promise<boolean>;
  /** What these tickets ask for. */
  ofTickets(ids: readonly string[]): Promise<Array<StoredWish & { readonly ticket: string }>>;
  /** Its events in order. */
  log(id: string): Promise<WishStepTaken[]>;
  /** Appends an event and brings the row to it; false when somebody wrote first. */
  write(change: WishChange): Promise<boolean>;
}
