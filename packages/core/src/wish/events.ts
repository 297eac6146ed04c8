import type { Instant } from "@troth/policy";
import type { WishState } from "../vocabulary.ts";

/** Everything that can happen to a wish. Title, text and reasons are the vendor's word to customers and stay readable. */
export type WishEvent =
  | { readonly kind: "wish.opened"; readonly title: string; readonly text: string }
  /** It comes with a release, named by its id. */
  | { readonly kind: "wish.planned"; readonly release: string; readonly name: string }
  /** It is planned no more, and not declined either. */
  | { readonly kind: "wish.put-back"; readonly reason: string }
  | { readonly kind: "wish.declined"; readonly reason: string }
  /** Null: by hand, with no release that we name. */
  | { readonly kind: "wish.out"; readonly release: string | null; readonly name: string | null };

/** An event in its place in the wish's log. */
export type LoggedWishEvent = {
  readonly seq: number;
  readonly at: Instant;
  readonly event: WishEvent;
};

/** What customers ask for, as its events make it; it lives on when the tickets that ask for it end. */
export type Wish = {
  readonly title: string;
  /** A sentence for customers. */
  readonly text: string;
  readonly state: WishState;
  /** Id of the release that it is planned for or came with. */
  readonly release: string | null;
  /** Why it was declined or put back; customers read it. */
  readonly reason: string | null;
  readonly openedAt: Instant;
  readonly changedAt: Instant;
  /** Seq of the last event; a write states the version it read. */
  readonly version: number;
};
