import type { Instant } from "../types.ts";

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const two = (value: number): string => String(value).padStart(2, "0");

/** “Mon 2 Sep 2024”; the date is that of UTC. */
export function dateWords(at: Instant): string {
  const date = new Date(at);
  const day = `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
  return `${day} ${date.getUTCFullYear()}`;
}

/** “Mon 2 Sep 2024, 13:42 UTC”. Cut to the minute. */
export function stamp(at: Instant): string {
  const date = new Date(at);
  return `${dateWords(at)}, ${two(date.getUTCHours())}:${two(date.getUTCMinutes())} UTC`;
}

/** “Mon 2 Sep 2024, 13:42:56 UTC”. */
export function stampExact(at: Instant): string {
  return stamp(at).replace(" UTC", `:${two(new Date(at).getUTCSeconds())} UTC`);
}
