import type { Instant, Policy } from "../types.ts";
import { after } from "./versions.ts";

/** From when a new version counts for a customer. Null: at their next billing cycle, whose beginning is not known. */
export function changeCountsFrom(
  { changes }: Pick<Policy, "changes">,
  postedAt: Instant,
  nextCycleAt: Instant | null,
): Instant | null {
  if (changes.effective === "at-posting") return postedAt;
  const told = changes.notice === undefined ? postedAt : after(postedAt, changes.notice);
  if (changes.effective === "after-notice") return told;
  return nextCycleAt === null ? null : Math.max(told, nextCycleAt);
}
