import type { Instant } from "@troth/policy";
import { canonicalJson, type Json } from "./canonical.ts";

/** What happened, as it stands in the event log. `hash` covers all of it and the hash before. */
export type Recorded = {
  readonly workspace: string;
  readonly stream: string;
  readonly seq: number;
  readonly at: Instant;
  readonly kind: string;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly body: Json;
};

/** SHA-256 of UTF-8 text as lower-case hex; given by the caller, for core does no I/O. */
export type Sha256 = (text: string) => string;

/** Hash before the first event of every chain. */
export const GENESIS = "0".repeat(64);

/** The next link of a chain. The same event after the same hash gives the same link for ever. */
export function linkOf(previous: string, event: Recorded, sha256: Sha256): string {
  const { workspace, stream, seq, at, kind, actor, body } = event;
  return sha256(canonicalJson([previous, workspace, stream, seq, at, kind, actor, body]));
}

export type ChainBreak = { readonly stream: string; readonly seq: number; readonly why: string };

/** The first place where one stream's chain does not hold, or null. Events come in order of `seq`. */
export function breakIn(
  events: Iterable<Recorded & { readonly previous: string; readonly hash: string }>,
  sha256: Sha256,
): ChainBreak | null {
  let previous = GENESIS;
  let seq = 0;
  for (const event of events) {
    const at = { stream: event.stream, seq: event.seq };
    if (event.seq !== seq + 1) return { ...at, why: `event ${seq + 1} is missing` };
    if (event.previous !== previous) return { ...at, why: "it does not name the hash before it" };
    if (event.hash !== linkOf(previous, event, sha256))
      return { ...at, why: "its content is not what was hashed" };
    previous = event.hash;
    seq = event.seq;
  }
  return null;
}
