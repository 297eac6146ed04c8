import type { Instant } from "@troth/business-time";
import type { Commitment } from "./commitment.ts";

/**
 * The earliest instant after `now` at which a running commitment changes its state by time alone: its due, or
 * the millisecond after it where the due itself still counts (E1). Null when nothing is left to wait for.
 */
export function nextWakeOf(commitments: readonly Commitment[], now: Instant): Instant | null {
  let next: Instant | null = null;
  for (const { state, dueAt, op, continuesIn } of commitments) {
    if (state !== "running" || dueAt === null || continuesIn !== null) continue;
    const at = op === "less-than" ? dueAt : dueAt + 1;
    if (at > now && (next === null || at < next)) next = at;
  }
  return next;
}
