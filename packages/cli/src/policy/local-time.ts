import { formatInstant, type Instant, offsetOf, parseInstant } from "@troth/business-time";

const DAY = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** An instant on the clocks of a zone: `Tue, 7 Jul 2026, 15:30`; seconds and less only where there are any. */
export function localTime(instant: string, zone: string): string {
  const at = parseInstant(instant);
  const wall = at + offsetOf(zone, at);
  return `${DAY.format(wall)}, ${timeOf(wall)}`;
}

function timeOf(wall: Instant): string {
  const time = formatInstant(wall).slice("2026-07-07T".length, -"Z".length);
  return time.replace(/:00$/, "");
}
