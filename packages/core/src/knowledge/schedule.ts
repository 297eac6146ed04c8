import type { Instant } from "@troth/policy";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** What was not seen whole is looked at again sooner, and not so soon that a site in trouble has more of it. */
const AGAIN_MS = 30 * MINUTE_MS;

/** What of a source says when it is read next, and how old what it says is. */
export type Refreshed = {
  readonly createdAt: Instant;
  /** When all of it, or all that was new in it, was last seen. */
  readonly currentAt: Instant | null;
  readonly isPaused: boolean;
};

/** When a source is read next, after a refresh that ended at `now`. */
export function nextRefreshAt(
  { everyMs }: { readonly everyMs: number },
  outcome: "whole" | "news" | "part" | "suspicious" | "broken-off",
  now: Instant,
): Instant {
  const isDone = outcome === "whole" || outcome === "news";
  return now + (isDone ? everyMs : Math.min(everyMs, AGAIN_MS));
}

/** Whether what is known of a source is older than the day that is promised (P015); one that is paused is let alone. */
export function isStale({ createdAt, currentAt, isPaused }: Refreshed, now: Instant): boolean {
  return !isPaused && now - (currentAt ?? createdAt) > DAY_MS;
}
