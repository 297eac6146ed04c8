import { type Ctx, write } from "../context.ts";

/** Forgets sessions, links and first answers that no longer count. */
export function forgetExpired(ctx: Ctx): Promise<void> {
  return write(ctx, "clock.watch", ({ tx, now }) => tx.sessions.forgetExpired(now));
}
