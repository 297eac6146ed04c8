import { type Json, linkOf, type Recorded } from "@troth/core";
import type { Ctx } from "../context.ts";

type Fields = { readonly [key: string]: Json };

/** The hash of one more entry on a stream of this workspace's record, after the hash `previous`. */
export function linkAfter(ctx: Ctx, previous: string, entry: Omit<Recorded, "workspace">): string {
  return linkOf(previous, { ...entry, workspace: ctx.workspace.id }, (text) => ctx.vault.sha256(text));
}

/** The same for an event that was logged: all of it but its kind is the body. */
export function linkOfLogged(
  ctx: Ctx,
  previous: string,
  {
    event,
    ...logged
  }: Omit<Recorded, "workspace" | "kind" | "body"> & {
    readonly event: Fields & { readonly kind: string };
  },
): string {
  const { kind, ...body } = event;
  return linkAfter(ctx, previous, { ...logged, kind, body });
}
