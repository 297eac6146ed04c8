import { type Ctx, write } from "../context.ts";

/** Tickets of one transaction. */
const BATCH = 500;
/** Between two of them: a desk with a long past closes it without a breach being told late. */
const APART_MS = 40;
/** How far ahead one run plans: until about the next one. */
const AHEAD_MS = 600_000;

const DAY_MS = 86_400_000;

/**
 * Tickets that ended before time alone closed them are looked at once their reopen window is over, those of long ago
 * one after the other. Answers how many were found.
 */
export async function wakeEnded(ctx: Ctx): Promise<number> {
  let found = 0;
  for (let from = 0; from < AHEAD_MS; from += BATCH * APART_MS) {
    const more = await write(ctx, "clock.watch", async ({ tx, now }) => {
      const current = await tx.policies.current();
      if (!current) return 0;
      const { policy } = (await ctx.shelf.version(tx, current.version)).runnable;
      const windowMs = policy.reopenDays * DAY_MS;
      return tx.tickets.wakeEnded({ windowMs, from: now + from, apartMs: APART_MS, most: BATCH });
    });
    found += more;
    if (more < BATCH) break;
  }
  return found;
}
