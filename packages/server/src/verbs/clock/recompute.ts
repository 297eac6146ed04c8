import { type Ctx, write } from "../context.ts";
import { askForRecompute, computedUnder } from "../ticket/rulebook.ts";
import { walkOpen } from "../ticket/walk-open.ts";
import { refreshWithin } from "./refresh-tickets.ts";

/** Tickets a transaction takes at a time: few enough that nobody waits long for one of them. */
const BATCH = 250;
/** Transactions under way at once, so that the database writes while the next batch is computed. */
const LANES = 3;
/** Waits for tickets that somebody else held. */
const HELD_MS = 100;

/** A new policy version or tzdata since the tickets were computed asks for it; the same one twice is one. */
export function askAtStart(ctx: Ctx): Promise<void> {
  return write(ctx, "clock.watch", async ({ tx, now }) => {
    const current = await tx.policies.current();
    if (current) await askForRecompute(tx, current.version, now);
  });
}

/**
 * Computes the clocks of all open tickets again where a publication asked for it (clock.md A11, C8, C9), in small
 * transactions that note how far it is. Any number of nodes may do it at once, and one that dies loses nothing: a
 * ticket says itself what it was computed under. Answers whether there was anything to do.
 */
export async function recompute(ctx: Ctx, isStopped: () => boolean = () => false): Promise<boolean> {
  const asked = await write(ctx, "clock.watch", async ({ tx }) => {
    const found = await tx.recomputes.unfinished();
    if (found && found.total === null)
      await tx.recomputes.count(found.target, await tx.tickets.countStale(found.target));
    return found;
  });
  if (!asked) return false;
  // Another node's tzdata: it is for a node that has it.
  if (asked.target !== computedUnder(asked.policyVersion)) return false;
  while (!isStopped() && !(await passOver(ctx, asked.target, isStopped))) {
    await new Promise((resolve) => setTimeout(resolve, HELD_MS));
  }
  return !isStopped();
}

/** One walk over the tickets in order of number; true when none was left over. */
async function passOver(ctx: Ctx, target: string, isStopped: () => boolean): Promise<boolean> {
  const failures: unknown[] = [];
  const batches = walkOpen(ctx, "clock.watch", target, BATCH);
  // A generator answers the lanes one after the other, so that each batch is taken once.
  const lane = async (): Promise<void> => {
    for (let next = await batches.next(); !next.done && !isStopped(); next = await batches.next()) {
      failures.push(...(await recomputeBatch(ctx, next.value)));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (isStopped()) return false;
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} tickets could not be computed again.`);
  return write(ctx, "clock.watch", async ({ tx, now }) => {
    if ((await tx.tickets.countStale(target)) > 0) return false;
    await tx.recomputes.finish(target, now);
    return true;
  });
}

/** Answers with what went wrong: one ticket that cannot be computed keeps no other from it. */
async function recomputeBatch(ctx: Ctx, batch: readonly string[]): Promise<unknown[]> {
  try {
    await write(ctx, "clock.watch", (scene) => refreshWithin(ctx, scene, batch, "all"));
    return [];
  } catch (error) {
    if (batch.length === 1) return [error];
    const failures: unknown[] = [];
    for (const ticket of batch) failures.push(...(await recomputeBatch(ctx, [ticket])));
    return failures;
  }
}
