import type { Fetch, Source } from "@troth/sources";
import type { StoredSource } from "./knowledge.ts";

/** Opens the places that knowledge lies at. */
export interface Readers {
  /** What is read over the network: public addresses, and the inside hosts that the operator allows. */
  readonly fetch: Fetch;
  /** Why this place may not be read here, in words; null when it may. */
  refusal(place: Pick<StoredSource, "kind" | "settings">): string | null;
  /** The source itself; null for the desk's own kinds, whose pages the desk hands in. `secret` is readable. */
  open(source: Pick<StoredSource, "id" | "kind" | "settings">, secret: string | null): Source | null;
}
