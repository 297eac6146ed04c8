const MINUTE_MS = 60_000;

/** A due as a mail says it: weekday, day, time and zone of the reader; up to the minute, so that it is never too early. */
export function dueWords(locale: "en" | "de", zone: string | null, at: number): string {
  return instantWords(locale, zone, Math.ceil(at / MINUTE_MS) * MINUTE_MS);
}

/** An instant as a mail says it. */
export function instantWords(locale: "en" | "de", zone: string | null, at: number): string {
  const timeZone = zone !== null && isZone(zone) ? zone : "UTC";
  const words = new Intl.DateTimeFormat(locale === "de" ? "de-DE" : "en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  });
  return words.format(at);
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone }).format(0);
    return true;
  } catch {
    return false;
  }
}
