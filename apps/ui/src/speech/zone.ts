const OFFSET = /^(?:GMT|UTC)[+\u2212-]/;

/** The zone's letters at an instant (`CEST`), else `UTC+5:30`: the first locale that knows some wins. */
export function zoneLetters(at: number, zone: string, tag: string): string {
  const found = [tag, "en-US", "en-GB", "en-IN"]
    .map((one) => zoneName(at, zone, one))
    .find((name) => !OFFSET.test(name) && /\p{L}/u.test(name));
  return found ?? zoneName(at, zone, "en-US").replace(/^GMT/, "UTC");
}

function zoneName(at: number, zone: string, tag: string): string {
  const parts = new Intl.DateTimeFormat(tag, { timeZone: zone, timeZoneName: "short" }).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? "UTC";
}

/** The city an IANA zone is named after; null for UTC and fixed offsets. */
export function cityOf(zone: string): string | null {
  if (!zone.includes("/") || zone.startsWith("Etc/")) return null;
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}

/** “CEST, Berlin”, or just “UTC”. */
export function zoneWords(at: number, zone: string, tag: string): string {
  const city = cityOf(zone);
  const letters = zoneLetters(at, zone, tag);
  return city === null ? letters : `${letters}, ${city}`;
}

/** The zone itself when this engine knows it, else UTC: a wrong name must not break a screen. */
export function knownZone(zone: string | null | undefined): string {
  if (!zone) return "UTC";
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone && zone;
  } catch {
    return "UTC";
  }
}
