import type { Instant } from "@troth/policy";
import type { ReleaseState } from "../vocabulary.ts";

/** Everything that can happen to a release. Its note is the vendor's word to customers and stays readable. */
export type ReleaseEvent =
  | { readonly kind: "release.planned"; readonly name: string; readonly note: string }
  | { readonly kind: "release.marked-out"; readonly note: string };

/** An event in its place in the release's log. */
export type LoggedReleaseEvent = {
  readonly seq: number;
  readonly at: Instant;
  readonly event: ReleaseEvent;
};

/** A release of the product as its events make it; customers wait for it whose tickets end with a fix in it. */
export type Release = {
  readonly name: string;
  readonly state: ReleaseState;
  /** What customers read beside its name; may be empty. */
  readonly note: string;
  readonly plannedAt: Instant;
  readonly outAt: Instant | null;
  /** Seq of the last event; a write states the version it read. */
  readonly version: number;
};
