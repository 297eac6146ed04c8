import { isZone } from "@troth/policy";
import type { PageLocale } from "../pages/page-locale.ts";

const MINUTE_MS = 60_000;
const TAGS: Readonly<Record<PageLocale, string>> = { en: "en-GB", de: "de-DE" };

/** Says an instant in the reader's zone, with weekday, year and the zone's name; a due is never told too early. */
export type SayInstant = (at: string, isDue?: boolean) => string;

/** A zone that nobody knows is UTC, and the words say so. */
export function instantsIn(locale: PageLocale, zone: string | null): SayInstant {
  const words = new Intl.DateTimeFormat(TAGS[locale], {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone !== null && isZone(zone) ? zone : "UTC",
    timeZoneName: "short",
  });
  return (at, isDue = false) => {
    const ms = Date.parse(at);
    return words.format(isDue ? Math.ceil(ms / MINUTE_MS) * MINUTE_MS : ms);
  };
}
