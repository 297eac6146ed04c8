import type { Permission } from "@troth/core";
import { type Ctx, read } from "../context.ts";

/** Numbers that one look takes in: some thousand ids at a time stay in memory. */
const SPAN = 5_000;

/**
 * Ids of the tickets with a clock under way that were not computed under `target` (null: all), in batches, in order of
 * number. Those that are opened while it walks are in or out, as it happens.
 */
export async function* walkOpen(
  ctx: Ctx,
  permission: Permission,
  target: string | null,
  batch: number,
): AsyncGenerator<readonly string[]> {
  const last = await read(ctx, permission, ({ tx }) => tx.tickets.lastNumber());
  for (let from = 1; from <= last; from += SPAN) {
    const found = await read(ctx, permission, ({ tx }) => tx.tickets.stale(target, from, from + SPAN - 1));
    for (let at = 0; at < found.length; at += batch) yield found.slice(at, at + batch);
  }
}
