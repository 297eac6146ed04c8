import type { Instant, Policy } from "../types.ts";

/** When a ticket that waits for its customer is told about, and when it closes. */
export type Closing = { readonly noticeAt: Instant | null; readonly closesAt: Instant };

/**
 * What the customer's silence leads to. `waitingSince` is our last message that asked something. Null where silence
 * closes nothing, or where we have not yet asked as often as the policy wants.
 */
export function closingOf(
  policy: Policy,
  { waitingSince, attempts }: { readonly waitingSince: Instant; readonly attempts: number },
): Closing | null {
  const silence = policy.lifeCycle?.silence ?? null;
  if (silence === null || attempts < (silence.attempts ?? 0)) return null;
  const closesAt = waitingSince + silence.closesMs;
  return { closesAt, noticeAt: silence.noticeMs === null ? null : closesAt - silence.noticeMs };
}
