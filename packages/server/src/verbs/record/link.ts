import { type Json, linkOf } from "@troth/core";
import type { Instant } from "@troth/policy";
import type { Ctx } from "../context.ts";

/** One more event of a stream, before it is written. */
export type Next = {
  readonly stream: string;
  readonly seq: number;
  readonly at: Instant;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly event: { readonly kind: string; readonly [key: string]: Json };
};

/** The hash of the next event on a stream of this workspace's record, after the hash `previous`. */
export function linkAfter(ctx: Ctx, previous: string, { event, ...next }: Next): string {
  const { kind, ...body } = event;
  const recorded = { workspace: ctx.workspace.id, ...next, kind, body };
  return linkOf(previous, recorded, (text) => ctx.vault.sha256(text));
}
